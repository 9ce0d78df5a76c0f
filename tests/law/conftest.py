"""Freshly compiled words, so that a stale or missing .mo file changes nothing."""

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from rules import words


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    """A folder with the catalogues of both languages."""
    folder = tmp_path_factory.mktemp("locale")
    for language in ("en", "hu"):
        (folder / language / "LC_MESSAGES").mkdir(parents=True)
        source = words.LOCALE / language / "LC_MESSAGES" / "rules.po"
        with source.open("rb") as read, (folder / language / "LC_MESSAGES" / "rules.mo").open("wb") as write:
            write_mo(write, read_po(read))
    return folder


@pytest.fixture
def catalogues(compiled, monkeypatch):
    """The words of both languages as their sources are now."""
    monkeypatch.setattr(words, "LOCALE", compiled)
    monkeypatch.setattr(words, "_loaded", {})
