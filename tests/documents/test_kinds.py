"""The table of kinds, and the limits that speak of kinds."""

from pathlib import Path

import pytest
from django.utils import translation

from applications.documents import check, kinds, limits
from applications.documents.limits import A4, paper_size


def test_ids_are_unique_and_short():
    assert len(kinds.KIND) == len(kinds.KINDS)
    assert all(len(id_) <= 40 and id_.replace("_", "").isalpha() and id_.islower() for id_ in kinds.KIND)


def test_everybody_named_by_the_procedure_has_a_paper():
    for about in kinds.About:
        assert kinds.kinds_about(about)
    assert kinds.KIND["birth_certificate"] in kinds.kinds_about(kinds.About.ANCESTOR)
    assert kinds.KIND["domicile_certificate"] not in kinds.kinds_about(kinds.About.APPLICANT)


def test_zones_are_read_where_kinds_have_them():
    with_zone = {kind.id for kind in kinds.KINDS if kind.has_mrz}

    for declared in check.checks():
        if declared.kinds is not None and declared.kinds != {"photo"}:
            assert declared.kinds == with_zone


def test_sheets_belong_to_kinds():
    assert set(limits.PAPER_SIZES) <= set(kinds.KIND)
    assert paper_size("birth_certificate") == A4
    assert paper_size("id_card").name == "card"
    assert paper_size(None).name == "booklet"
    assert all(len(check.group(id_)) <= 20 for id_ in kinds.KIND)


@pytest.mark.parametrize("id_", sorted(kinds.KIND))
def test_it_has_words_in_english(id_):
    with translation.override("en"):
        assert str(kinds.KIND[id_].title)
        assert str(kinds.KIND[id_].proves).endswith(".")
    assert (id_, kinds.KIND[id_].title) in kinds.choices()


def test_reader_data_lies_with_its_notice():
    folder = Path(check.__file__).with_name("tessdata")

    assert "MIT" in (folder / "NOTICE").read_text()
