"""The health page says which languages papers are read in."""

import pytest

from applications.admin import health
from applications.documents.text_data import LANGUAGES


@pytest.fixture
def folder(settings, tmp_path):
    """A folder of language data, empty at first."""
    settings.TESSDATA = str(tmp_path)
    return tmp_path


def having(folder, *languages):
    for name in languages:
        (folder / f"{name}.traineddata").touch()
    return health.paper_text()


def test_it_says_that_nothing_is_read(folder):
    assert having(folder).tone == "look"


def test_it_names_what_is_missing(folder):
    line = having(folder, "hun", "ron")

    assert line.tone == "look"
    assert "hun, ron" in line.words
    assert "srp_latn" in line.words


def test_it_is_content_with_all(folder):
    line = having(folder, *LANGUAGES)

    assert (line.tone, line.words) == ("ok", ", ".join(LANGUAGES))
    assert health.paper_text in health.LOOKS
