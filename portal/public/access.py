"""Who may open what on the public side: one function a right. A stranger learns nothing but 404."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from django.db import connection
from django.http import Http404, HttpRequest

from applications.casework.models import InformationRequest, RequestedItem
from applications.core.models import User
from applications.core.references import normalised
from applications.documents.models import Paper, PaperFile
from applications.intake.models import Application

DRAFT = "draft"


def account(request: HttpRequest) -> User:
    """Return the signed-in account; views that call it let nobody else in."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


COLUMNS = Application._meta.concrete_fields
OWN_APPLICATION = f"""
SELECT {", ".join(f"own.{field.column}" for field in COLUMNS)}, person.family_name, person.given_name
FROM applications_application AS own JOIN applications_person AS person ON person.id = own.applicant_id
WHERE own.reference = %s AND own.account_id = %s
"""  # noqa: S608 - names of columns
"""Written out since every page asks it: to put it together costs more than to run it."""


@cache
def converters() -> Sequence[tuple[int, Callable[..., object]]]:
    """Return what makes a stored value a Python one, with the place of its column (SQLite keeps moments as texts)."""
    return [
        (place, partial(convert, expression=column, connection=connection))
        for place, field in enumerate(COLUMNS)
        for column in [field.get_col("own")]
        for convert in (*connection.ops.get_db_converters(column), *field.get_db_converters(connection))
    ]


def own_application(request: HttpRequest, reference: str) -> Application:
    """Return the account's application of this reference (with its applicant's names), or answer 404."""
    with connection.cursor() as cursor:
        cursor.execute(OWN_APPLICATION, [normalised(reference), account(request).pk])
        found = cursor.fetchone()
    if found is None:
        raise Http404
    *values, family_name, given_name = found
    for place, convert in converters():
        values[place] = convert(values[place])
    own = Application.from_db(connection.alias, [field.attname for field in COLUMNS], values)
    vars(own).update(family_name=family_name, given_name=given_name)
    return own


def own_paper(request: HttpRequest, application: Application, paper: int) -> Paper:
    """Return a paper of the application's family (a removed one too, so that removing can be undone), or answer 404."""
    found = (
        Paper.objects.select_related("person")
        .filter(pk=paper, family=application.family_id, family__account=account(request))
        .first()
    )
    if found is None:
        raise Http404
    return found


def seen_file(request: HttpRequest, file: int) -> PaperFile:
    """Return a file of the account's own family, or answer 404. Officers have an entrance of their own."""
    found = (
        PaperFile.objects.select_related("paper", "checked")
        .filter(pk=file, paper__family__account=account(request))
        .first()
    )
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class Opened:
    """What may be changed of an application now: everything of a draft, else what a request asks for."""

    everything: bool
    pages: frozenset[tuple[int | None, str]] = frozenset()
    papers: frozenset[tuple[int | None, str]] = frozenset()

    def page(self, person: int, step: str) -> bool:
        """Whether a page about a person may be changed."""
        return self.everything or (person, step) in self.pages or (None, step) in self.pages

    def paper(self, person: int, kind: str) -> bool:
        """Whether a paper of a kind about a person may be brought or changed."""
        return self.everything or (person, kind) in self.papers or (None, kind) in self.papers


def opened(application: Application) -> Opened:
    """Return what may be changed of an application now."""
    if application.state == DRAFT:
        return Opened(everything=True)
    items = RequestedItem.objects.filter(
        request__application=application, request__state=InformationRequest.State.OPEN
    ).values_list("kind", "person_id", "step", "paper_kind")
    return Opened(
        everything=False,
        pages=frozenset((person, step) for kind, person, step, _ in items if kind == RequestedItem.Kind.ANSWER),
        papers=frozenset((person, paper) for kind, person, _, paper in items if kind == RequestedItem.Kind.PAPER),
    )
