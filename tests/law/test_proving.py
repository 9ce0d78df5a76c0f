"""Which papers an outcome rests on, person by person: along the line to the ancestor, and no further."""

import rules
from rules.names import PAPERS
from rules.proving import FORMER, HUNGARIAN, PROVED_BY, Proof, proofs
from tests.law.families import DESCENT, changed

ROUTE = "simplified_descent"


def found(facts: object) -> dict[tuple[str, str], Proof]:
    return {(each.person, each.fact): each for each in proofs(rules.assess(facts, routes=[ROUTE]), ROUTE)}


def test_each_tie_up_to_the_citizen_is_proved_and_no_other_line():
    said = found(DESCENT)

    assert {key for key in said if key[1] in ("parents", "citizenships")} == {
        ("applicant", "parents"),
        ("father", "parents"),
        ("grandfather", "citizenships"),
        ("applicant", "citizenships"),
    }
    assert said["father", "parents"].papers == ("birth_certificate", "church_register")
    assert said["grandfather", "citizenships"].papers == HUNGARIAN
    assert said["grandfather", "citizenships"].hungarian
    assert said["applicant", "citizenships"].papers == ("passport", "identity_card")
    assert said["father", "parents"].law[0] == "Ápt. 4. § (3)"
    assert "Act L of 1879, 3. §" in said["father", "parents"].law


def test_a_marriage_is_proved_where_the_parents_were_married():
    assert ("father", "parents_married") in found(DESCENT)
    unmarried = changed(DESCENT, {"people.father.parents_married": False})
    assert ("father", "parents_married") not in found(unmarried)


def test_nobody_proves_a_citizenship_that_is_not_said():
    silent = changed(DESCENT, {"people.grandfather.citizenships": None})

    said = found(silent)

    assert ("grandfather", "citizenships") not in said
    assert said["grandfather", "born"].papers == ("birth_certificate", "church_register")


def test_with_nothing_said_the_first_tie_is_to_be_proved():
    said = found({"as_of": "2024-05-10", "applicant": "a", "people": {"a": {}}})

    assert set(said) >= {("a", "parents")}


def test_an_own_citizenship_that_ended_is_proved_with_its_end():
    former = [{"country": "RO"}, {"country": "HU", "from": "1990-03-12", "to": "2000-01-01", "lost_by": "renunciation"}]

    said = found(changed(DESCENT, {"people.applicant.citizenships": former}))

    assert set(said["applicant", "citizenships"].papers) == set(FORMER)


def test_a_child_needs_the_consent_of_the_parent_who_does_not_apply():
    child = {
        "born": {"on": "2015-05-05"},
        "citizenships": [{"country": "RO"}],
        "parents": [{"person": "applicant"}, {"person": "other"}],
        "consent_of": ["applicant"],
        "applies_with": ["applicant"],
    }
    people = {**DESCENT["people"], "child": child, "other": {"sex": "female"}}

    said = found({**DESCENT, "applicant": "child", "people": people})
    alone = found({**DESCENT, "applicant": "child", "people": {**people, "child": {**child, "custody": ["applicant"]}}})

    assert said["child", "consent_of"].papers == ("parental_consent",)
    assert said["child", "consent_of"].condition == "consent"
    assert ("child", "parents") in said
    assert ("applicant", "parents") in said
    assert ("child", "custody") not in said
    assert alone["child", "custody"].papers == ("court_order",)
    assert ("child", "consent_of") not in alone


def test_every_paper_has_a_name():
    assert {paper for papers in (*PROVED_BY.values(), HUNGARIAN, FORMER) for paper in papers} <= set(PAPERS)
