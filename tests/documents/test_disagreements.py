# ruff: noqa: RUF001 - Cyrillic letters are meant
"""What papers print against the answers and against each other: explained, in need of a paper, or a conflict."""

from dataclasses import replace
from datetime import date

import pytest

from applications.documents.check import ComparedPaper, ExpectedPerson, codes, render, run_comparisons
from applications.documents.comparison import Couple, Kin
from applications.documents.disagreements import ENDINGS, Sort, sort_of
from applications.documents.examination import Examination, Page, PrintedField

ON = date(2026, 11, 20)
DAYS = {
    "1974-04-03": {"hu": "1974. április 3.", "en": "3 April 1974"},
    "1998-06-20": {"hu": "1998. június 20.", "en": "20 June 1998"},
    "1998-06-21": {"hu": "1998. június 21.", "en": "21 June 1998"},
}
"""How readers are told a day; what is not one of these is told as it was printed or answered."""
BOX = (0.1, 0.2, 0.5, 0.25)
JANOS = Kin("2", ("Szabó",), ("János",), ("Nagy Mária",), frozenset({"1", "2", "3"}))
MARIA = Kin("3", ("Nagy",), ("Mária",), ("Szabó János",), frozenset({"1", "2", "3"}))
PETER = Kin("4", ("Kovács",), ("Péter",), ("Szabó Anna",), frozenset({"1", "4"}))
ANNA = ExpectedPerson(
    family_names=("Szabó",),
    given_names=("Anna",),
    born_on="1974-04-03",
    person="1",
    born_place="Kolozsvár",
    father=JANOS,
    mother=MARIA,
    partners=("Kovács Péter",),
    circle=frozenset({"1", "4"}),
    couples=(
        Couple(Kin("1", ("Szabó",), ("Anna",), ("Kovács Péter",)), PETER, "1998-06-20"),
        Couple(JANOS, MARIA, "1970-05"),
    ),
)


def paper(id_="9", kind="birth_certificate", about="1", **fields):
    """A paper of one page on which these fields were read; a value may come with the words it was read from."""
    page = Page(1, 1000, 700, "a.jpg", "b.jpg", f"{int(id_) * 7919:016x}", False, 500.0, 300)
    printed = []
    for name, told in fields.items():
        value, words = told if isinstance(told, tuple) else (told, told)
        printed.append(PrintedField(name, value, words, 1, BOX))
    examined = Examination("jpeg", (page,), fields=tuple(printed))
    return ComparedPaper(id_, kind, (f"sha{id_}",), (examined,), about)


def said(compared, expected=ANNA, others=()):
    """What of it needs words, by code."""
    found = run_comparisons(compared, others, expected, ON)
    assert all(verdict.code != "could-not-check" for verdict in found)
    return {verdict.code: verdict for verdict in found if not verdict.code.endswith("-ok")}


def looked(compared, expected=ANNA, others=()):
    return {verdict.code for verdict in run_comparisons(compared, others, expected, ON)}


def test_a_paper_that_agrees_is_passed_in_silence():
    fine = paper(
        name="Szabó Anna", born_on="1974-04-03", born_place="Kolozsvár", father="Szabó János", mother="Nagy Mária"
    )

    assert said(fine) == {}
    assert looked(fine) >= {
        "printed-name-ok",
        "printed-birth-ok",
        "printed-birth-place-ok",
        "printed-father-ok",
        "printed-mother-ok",
    }


def test_nothing_read_is_nothing_said():
    assert looked(paper()) == {"same-file-ok"}


def test_nothing_answered_is_nothing_compared():
    full = paper(name="Szabó Anna", born_on="1974", born_place="Cluj", father="X Y", husband="A B", married_on="1998")

    assert looked(full, ExpectedPerson()) == {"same-file-ok"}


@pytest.mark.parametrize(
    ("fields", "code", "sort"),
    [
        ({"name": "Сабо Анна"}, "printed-name-spelling", Sort.EXPLAINED),
        ({"name": "Anna Sabo"}, "printed-name-spelling", Sort.EXPLAINED),
        ({"name": "SZABO Ana"}, "printed-name-spelling", Sort.EXPLAINED),
        ({"name": "Szabóová Anna"}, "printed-name-national", Sort.EXPLAINED),
        ({"name": "Kovács Anna"}, "printed-name-marriage-paper", Sort.NEEDS_PAPER),
        ({"name": "Kovács Péterné"}, "printed-name-marriage-paper", Sort.NEEDS_PAPER),
        ({"name": "Varga Anna"}, "printed-name-name-paper", Sort.NEEDS_PAPER),
        ({"name": "Varga Olga"}, "printed-name-conflict", Sort.CONFLICT),
        ({"name": "Szabó Olga"}, "printed-name-conflict", Sort.CONFLICT),
        ({"father": "Сабо Іван"}, "printed-father-national", Sort.EXPLAINED),
        ({"father": "Szabó Béla"}, "printed-father-conflict", Sort.CONFLICT),
        ({"mother": "Szabó Mária"}, "printed-mother-marriage-paper", Sort.NEEDS_PAPER),
        ({"mother": "Szabó Jánosné"}, "printed-mother-marriage-paper", Sort.NEEDS_PAPER),
        ({"mother": "Надь Марія"}, "printed-mother-spelling", Sort.EXPLAINED),
        ({"born_on": ("1974-03-04", "04.03.1974")}, "printed-birth-day-month", Sort.EXPLAINED),
        ({"born_on": ("1974-03-04", "4 martie 1974")}, "printed-birth-conflict", Sort.CONFLICT),
        ({"born_on": "1975"}, "printed-birth-conflict", Sort.CONFLICT),
        ({"born_place": "Cluj-Napoca, jud. Cluj"}, "printed-birth-place-renamed", Sort.EXPLAINED),
        ({"born_place": "Klausenburg"}, "printed-birth-place-renamed", Sort.EXPLAINED),
        ({"born_place": "Nagyvárad"}, "printed-birth-place-conflict", Sort.CONFLICT),
        ({"born_place": "Qwertzuiopa"}, "printed-birth-place-unknown-place", Sort.CONFLICT),
        ({"husband": "Petru Kovacs", "wife": "Ana Szabo"}, "printed-spouses-national", Sort.EXPLAINED),
        ({"husband": "Kovács Péter", "wife": "Varga Olga"}, "printed-spouses-conflict", Sort.CONFLICT),
        (
            {"husband": "Kovács Péter", "wife": "Szabó Anna", "married_on": "1998-06-21"},
            "printed-marriage-date-conflict",
            Sort.CONFLICT,
        ),
    ],
)
def test_each_disagreement_is_sorted_and_shown(fields, code, sort):
    found = said(paper(**fields))

    assert set(found) == {code}
    assert sort_of(code) is sort
    verdict = found[code]
    assert verdict.outcome == ("accept" if sort is Sort.EXPLAINED else "review")
    assert verdict.evidence[0].box == BOX
    assert {"printed", "answered"} <= set(verdict.args)
    for language in ("hu", "en"):
        words = render(code, verdict.args, language)
        for told in (str(verdict.args["printed"]), str(verdict.args["answered"])):
            assert DAYS.get(told, {}).get(language, told) in words
        assert ("Kijelentem, hogy" in words) == (sort is Sort.EXPLAINED)


def test_a_partial_date_is_compared_as_far_as_it_goes():
    assert said(paper(born_on="1974")) == {}
    assert said(paper(born_on="1974-04-03"), replace(ANNA, born_on="1974-04")) == {}
    assert "printed-birth-conflict" in said(paper(born_on="1974-04-03"), replace(ANNA, born_on="1974-05"))


def test_a_name_by_marriage_is_explained_by_the_certificate():
    certificate = paper("8", "marriage_certificate", "4")

    found = said(paper(name="Kovács Anna"), others=[certificate])
    stranger = said(paper(name="Kovács Anna"), others=[replace(certificate, about="77")])

    assert set(found) == {"printed-name-married"}
    assert found["printed-name-married"].outcome == "accept"
    assert set(stranger) == {"printed-name-marriage-paper"}


def test_the_parents_certificate_among_the_childs_papers_is_theirs():
    wedding = paper(kind="marriage_certificate", husband="János Szabó", wife="Mária Nagy", married_on="1970-05-11")

    assert said(wedding) == {}
    assert looked(wedding) >= {"printed-spouses-ok", "printed-marriage-date-ok"}


def test_two_readings_of_one_field_are_one_paper():
    """A translation says it again; what either says right is right."""
    both = paper(name="Szabó Anna")
    twice = replace(
        both.examinations[0],
        fields=(*both.examinations[0].fields, PrintedField("name", "S2abo Ama", "S2abo Ama", 1, BOX)),
    )

    assert said(replace(both, examinations=(twice,))) == {}


def test_a_childs_paper_is_held_against_the_mothers_own():
    own = paper("3", "birth_certificate", "3", name="Nagy Magdolna")
    childs = paper(mother="Nagy Mária")

    found = said(childs, others=[own])

    verdict = found["papers-parents-conflict"]
    assert verdict.args["answered"] == "Nagy Magdolna"
    assert [seen.paper for seen in verdict.evidence] == ["", "3"]
    assert verdict.evidence[1].as_json() == {"page": 1, "box": list(BOX), "paper": "3"}
    assert said(childs, others=[replace(own, about="2")]) == {}
    agreeing = paper("3", "birth_certificate", "3", name="Mária Nagy")
    assert "papers-parents-ok" in looked(childs, others=[agreeing])


def test_two_papers_about_one_person_are_compared_once_on_the_later():
    first = paper("8", born_on="1974-04-03", born_place="Klausenburg")
    second = paper("9", "church_register", born_on="1974-04-04", born_place="Kolozsvár")
    answered = ExpectedPerson(person="1")

    found = said(second, answered, [first])

    assert set(found) == {"papers-dates-conflict", "papers-birth-place-renamed"}
    assert found["papers-dates-conflict"].args["other"] == "8"
    assert said(first, answered, [second]) == {}
    assert said(second, answered, [replace(first, about="2")]) == {}


def test_every_code_of_a_disagreement_sorts():
    ours = [code for code in codes() if code.startswith(("printed-", "papers-")) and not code.endswith("-ok")]

    assert len(ours) > 30
    assert {sort_of(code) for code in ours} == set(Sort)
    assert set(ENDINGS) == {ending for ending in ENDINGS if any(code.endswith(f"-{ending}") for code in ours)}
    assert sort_of("birth-differs") is None
    assert sort_of("printed-name-ok") is None
