"""Reads of applications and answers."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from django.db import connection
from django.db.models import Q, QuerySet

from applications.core.encryption import decrypt
from applications.core.models import User
from applications.family.models import Person
from applications.intake.models import Answers, Application, Submission


def applications_of(account: User) -> QuerySet[Application]:
    """Return the account's applications, newest first."""
    return Application.objects.filter(account=account).select_related("applicant", "office").order_by("-started_at")


def answers_about(application: Application) -> QuerySet[Answers]:
    """Return every saved page that an application reads: its own and those shared by the family."""
    return Answers.objects.filter(
        Q(application=application) | Q(application=None, person__family_id=application.family_id)
    ).order_by("person_id", "step")


class SavedPage(NamedTuple):
    """A saved page without its content: which row it is, and how often it was saved."""

    row: int
    version: int
    shared: bool
    token: str


class SavedPages(Mapping[tuple[int, str], Mapping[str, object]]):
    """The answers an application reads by (person, step), each decrypted only when it is looked at."""

    def __init__(
        self,
        pages: Mapping[tuple[int, str], SavedPage],
        read: Mapping[tuple[int, str], Mapping[str, object]] | None = None,
    ) -> None:
        self.pages = dict(pages)
        self._read = dict(read or {})

    def versions(self, steps: Container[str]) -> list[tuple[int, int]]:
        """Return which rows of some steps were saved how often: it changes with every saved, new or dropped page."""
        return sorted((page.row, page.version) for (_person, step), page in self.pages.items() if step in steps)

    def without(self, keys: Iterable[tuple[int, str]]) -> "SavedPages":
        """Return the pages as they are after some were dropped."""
        gone = set(keys)
        return SavedPages({key: page for key, page in self.pages.items() if key not in gone}, self._read)

    def with_page(self, row: Answers) -> "SavedPages":
        """Return the pages as they are after ``row`` was saved."""
        key = (row.person_id, row.step)
        page = SavedPage(row.pk, row.version, row.application_id is None, "")
        return SavedPages({**self.pages, key: page}, {**self._read, key: row.data})

    def row(self, key: tuple[int, str], application: Application) -> Answers | None:
        """Return a saved page as the row that it is, or None where nothing is saved."""
        page = self.pages.get(key)
        if page is None:
            return None
        row = Answers(
            pk=page.row,
            person_id=key[0],
            application=None if page.shared else application,
            step=key[1],
            data=self[key],
            version=page.version,
        )
        row._state.adding = False
        return row

    def __getitem__(self, key: tuple[int, str]) -> Mapping[str, object]:
        if key not in self._read:
            self._read[key] = json.loads(decrypt(self.pages[key].token.encode()))
        return self._read[key]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    def __contains__(self, key: object) -> bool:
        return key in self.pages


SAVED_PAGES = """
SELECT answers.person_id, answers.step, answers.id, answers.version, answers.application_id, answers.data
FROM applications_answers AS answers JOIN applications_person AS person ON person.id = answers.person_id
WHERE person.family_id = %s AND (answers.application_id = %s OR answers.application_id IS NULL)
"""
"""Written out since every page of the form asks it: to put it together costs three times as much as to run it."""


def saved_pages(application: Application) -> SavedPages:
    """Return every saved page that an application reads, its own before one shared by the family."""
    with connection.cursor() as cursor:
        cursor.execute(SAVED_PAGES, [application.family_id, application.pk])
        rows = cursor.fetchall()
    pages: dict[tuple[int, str], SavedPage] = {}
    for person, step, pk, version, owner, token in rows:
        if owner is not None or (person, step) not in pages:
            pages[person, step] = SavedPage(pk, version, owner is None, token)
    return SavedPages(pages)


def answers_of(application: Application, person: Person, step: str, *, shared: bool) -> Answers | None:
    """Return one saved page, or None."""
    return Answers.objects.filter(person=person, step=step, application=None if shared else application).first()


def persons_in(application: Application) -> list[Person]:
    """Return who applies: the applicant, then the children included, oldest first."""
    return [application.applicant, *application.children.order_by("born_on", "pk")]


def latest_submission(application: Application) -> Submission | None:
    """Return the newest frozen copy, or None for a draft."""
    return application.submissions.order_by("-number").first()
