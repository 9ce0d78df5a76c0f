"""What the documents name exists, and what exists is named."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENTS = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))


def variables_read():
    """Return every variable that a typed reader or the bootstrap asks the environment for."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "portal").rglob("*.py"))
    code += "\n".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "applications").rglob("*.py"))
    return set(re.findall(r'(?:env_\w+|environ\.get)\(\s*"([A-Z_]+)"', code))


def test_every_variable_is_documented():
    documented = set(re.findall(r"`([A-Z]+_[A-Z_]+)`", (REPOSITORY / "docs" / "settings.md").read_text("utf-8")))

    assert variables_read() <= documented


def test_no_documented_variable_is_gone():
    table = re.findall(r"^\| `([A-Z_]+)`", (REPOSITORY / "docs" / "settings.md").read_text("utf-8"), re.MULTILINE)

    assert set(table) <= variables_read()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_target_in_a_document_exists(document):
    named = set(re.findall(r"`make ([a-z][a-z-]*)", document.read_text(encoding="utf-8")))

    assert named <= TARGETS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_in_a_document_leads_somewhere(document):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_every_target_says_what_it_does():
    assert {name for name in TARGETS if not re.search(rf"^{name}:.* ## ", MAKEFILE, re.MULTILINE)} == set()


def test_every_phony_target_is_declared():
    declared = set(
        re.search(r"^\.PHONY: (.*?)(?<!\\)$", MAKEFILE, re.MULTILINE | re.DOTALL)[1].replace("\\", "").split()
    )

    assert declared == TARGETS
