"""The papers a family brings: drawn by the generator, uploaded about the right persons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from applications.demo.drawing import paper_file
from applications.demo.files import MIME_TYPES
from applications.demo.people import Family, Paper
from applications.intake.models import Application
from portal.public.draft import open_draft
from tests.browser import form
from tests.browser.told import key_of


@dataclass(frozen=True)
class Sheet:
    """A drawn paper with its file; ``translation`` is the drawn translation that belongs to it."""

    paper: Paper
    content: bytes
    translation: tuple[Paper, bytes] | None = None


def drawn(family: Family) -> list[Sheet]:
    """Return the family's papers as files, a translation with its original."""
    files = [(paper, paper_file(family, paper)) for paper in family.papers]
    translations = {(paper.translation_of, paper.about): (paper, file) for paper, file in files if paper.translation_of}
    return [
        Sheet(paper, file, translations.get((paper.form, paper.about)))
        for paper, file in files
        if not paper.translation_of
    ]


def people_of(case: Application) -> dict[str, int]:
    """Return the ids of the persons of an application by the family's own keys."""
    return {key_of(stop.asked): stop.asked.person for stop in open_draft(case).stops}


def bring_all(page: Page, case: Application, sheets: Sequence[Sheet]) -> list[Paper]:
    """Bring every paper about somebody the application speaks of; return what was brought."""
    return list(brought(page, case, sheets, people_of(case)))


def brought(page: Page, case: Application, sheets: Sequence[Sheet], people: dict[str, int]) -> Iterator[Paper]:
    """Bring the papers one after the other by the page for a new paper."""
    for sheet in sheets:
        person = people.get(sheet.paper.about) or people.get(sheet.paper.other)
        if person:
            form.open_upload(page, case, kind=sheet.paper.kind, person=person)
            form.choose_files(page, "files", as_file(sheet.paper, sheet.content))
            if sheet.translation:
                form.choose_files(page, "translation", as_file(*sheet.translation))
            form.upload(page)
            expect(page.locator("main")).to_contain_text(sheet.paper.name)
            yield sheet.paper


def as_file(paper: Paper, content: bytes) -> form.File:
    """Return a paper as a file to choose."""
    return form.File(paper.name, MIME_TYPES[paper.file_type], content)
