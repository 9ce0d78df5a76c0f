"""Checks declare themselves: unique, in order, with words in both languages."""

import string
import subprocess
import sys

import pytest

from applications.documents import check
from applications.documents.verdict import Outcome, Verdict, Words

WORDS = Words(hu="Baj.", en="Trouble.", staff_hu="baj", staff_en="trouble")
LABEL = check.Label("Próba", "Trial")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(check.codes()))
def test_it_has_words_in_both_languages(code):
    words = check.codes()[code]

    for text in (words.hu, words.en, words.staff_hu, words.staff_en):
        assert text.strip()
    assert words.hu != words.en
    # An argument may come in a form for each language.
    assert {name.removesuffix("_hu") for name in placeholders(words.hu)} == {
        name.removesuffix("_en") for name in placeholders(words.en)
    }
    assert len(code) <= 60


@pytest.mark.parametrize("code", sorted(check.codes()))
def test_it_never_speaks_of_machines_or_blame(code):
    words = check.codes()[code]

    assert not {"error", "invalid", "illegal"} & set(words.en.lower().split())
    assert "hibakód" not in words.hu.lower()


def test_it_renders_arguments_and_survives_missing_ones():
    assert "25" in check.render("too-big", {"megabytes": 25, "limit": 20}, "hu")
    assert "20 MB" in check.render("too-big", {"megabytes": 25, "limit": 20}, "en")
    assert "–" in check.render("too-big", {}, "en")
    with pytest.raises(KeyError):
        check.render("never-declared", {}, "en")


def test_it_runs_needs_first():
    order = [declared.id for declared in check.checks()]

    for declared in check.checks():
        assert all(order.index(need) < order.index(declared.id) for need in declared.needs)
    assert order[0] == "size"


def test_it_refuses_a_name_or_a_code_twice():
    with pytest.raises(check.DeclarationError, match="called size"):
        check.check("size", version="1", label=LABEL, words={})(lambda file: [])
    with pytest.raises(check.DeclarationError, match="say blurred"):
        check.check("sharp", version="1", label=LABEL, words={"blurred": WORDS})(lambda file: [])


def test_it_groups_kinds_by_what_is_done_with_them():
    assert check.group("passport") == "mrz-booklet"
    assert check.group("id_card") == "mrz-card"
    assert check.group("birth_certificate") == check.group("marriage_certificate") == "plain-a4"


def test_it_loads_without_decoders():
    """A web server that only needs the words must not carry the libraries that read hostile files."""
    heavy = ["cv2", "numpy", "pikepdf", "pypdfium2", "PIL", "tesserocr"]
    program = f"import sys; from applications.documents import check; check.codes(); print([m for m in {heavy} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_child_loads_no_comparisons():
    """It starts for every file: what it does not need would be paid each time."""
    heavy = ("rapidfuzz", "django", "scipy")
    program = (
        "import sys; import applications.documents.examiner; from applications.documents import check; "
        f"check.checks('file'); print([name for name in {heavy} if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_one_failing_check_leaves_the_others():
    broken = check.ComparedPaper("1", "passport", ("a",), ("not an examination",))

    verdicts = check.run_comparisons(broken, [], check.ExpectedPerson(), None)

    failed = [verdict for verdict in verdicts if verdict.code == "could-not-check"]
    assert failed
    assert all(verdict.outcome is Outcome.NOT_CHECKED for verdict in failed)
    assert Verdict("same-file-ok", Outcome.ACCEPT) in verdicts
