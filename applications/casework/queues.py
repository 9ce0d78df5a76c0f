"""The queues of the office as a table, and how a case is found by what people type."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import F, OrderBy, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.core import references
from applications.core.models import Office, User
from applications.family.models import Person
from applications.family.services import folded
from applications.intake.models import Application

SOON = timedelta(days=14)
NEWEST = (F("submitted_at").desc(), F("id").desc())
BY_DUE = (F("due_on").asc(nulls_last=True), F("id").asc())
AFTER_REVIEW = ("recommended", "approved", "before_president")

Cases = QuerySet[Application]


@dataclass(frozen=True)
class Queue:
    """A view of the open work: its id, its words, which cases are in it and in which order."""

    id: str
    title: str | Promise
    narrow: Callable[[Cases, User, date], Cases]
    order: tuple[OrderBy, ...]
    permission: str = "see_cases"


def mine(cases: Cases, officer: User, today: date) -> Cases:
    """Open cases this officer has taken."""
    return cases.filter(closed_at=None, caseworker=officer)


def unassigned(cases: Cases, officer: User, today: date) -> Cases:
    """Open cases of the officer's office that nobody has taken; the central office sees those of all offices."""
    return of_office(cases.filter(closed_at=None, caseworker=None), officer)


def due_soon(cases: Cases, officer: User, today: date) -> Cases:
    """Open cases of the officer's office on which the office must act within SOON, or should have."""
    return of_office(cases.filter(closed_at=None, waits_for="office", due_on__lte=today + SOON), officer)


def waiting(cases: Cases, officer: User, today: date) -> Cases:
    """Open cases of the officer's office in which it is the applicant's turn."""
    return of_office(cases.filter(closed_at=None, waits_for="applicant"), officer)


def to_decide(cases: Cases, officer: User, today: date) -> Cases:
    """Cases with a proposal, on their way to the President and back."""
    return cases.filter(closed_at=None, state__in=AFTER_REVIEW)


def everything(cases: Cases, officer: User, today: date) -> Cases:
    """Every case there is."""
    return cases


QUEUES: tuple[Queue, ...] = (
    Queue("mine", _("Mine"), mine, BY_DUE, "work_cases"),
    Queue("unassigned", _("Unassigned"), unassigned, BY_DUE),
    Queue("due", _("Due soon"), due_soon, BY_DUE),
    Queue("waiting", _("Waiting for the applicant"), waiting, BY_DUE),
    Queue("decide", _("Proposals"), to_decide, BY_DUE, "approve_proposals"),
    Queue("all", _("All"), everything, NEWEST),
)
QUEUE = {queue.id: queue for queue in QUEUES}


def queues_for(officer: User) -> list[Queue]:
    """Return the queues of an officer's roles, the first one being his or her usual one."""
    return [queue for queue in QUEUES if officer.may(queue.permission)]


def of_office(cases: Cases, officer: User) -> Cases:
    """Narrow cases to the officer's office, where he or she has one that receives people itself."""
    office = officer.office
    if office is None or office.kind == Office.Kind.CENTRAL:
        return cases
    return cases.filter(Q(office=office) | Q(office=None))


def search(cases: Cases, text: str) -> Cases:
    """Narrow cases to those ``text`` speaks of: a reference, a birth date, or the beginning of a name.

    A reference with a wrong character finds nothing, as its check character tells. Names are compared
    without accents, family name first or last; the married and the birth name both find.
    """
    reference = references.normalised(text)
    if reference or text.strip().upper().startswith(references.PREFIX + "-"):
        return cases.filter(reference=reference or "")
    day = birth_date(text)
    people = Person.objects.filter(born_on=day) if day else named(text)
    included = Application.children.through.objects.filter(person__in=people).values("application_id")
    return cases.filter(Q(applicant__in=people) | Q(pk__in=included))


def birth_date(text: str) -> str | None:
    """Return the ISO date in a text like ``1985-06-01``, ``1985. 06. 01.`` or ``1.6.1985``, or None."""
    numbers = re.fullmatch(r"\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\D*", text)
    if not numbers:
        return None
    first, month, last = (int(number) for number in numbers.groups())
    year, day = (first, last) if first > last else (last, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def named(text: str) -> QuerySet[Person]:
    """Return the people whose folded name begins with ``text``; where none does, those with a word that does."""
    wanted = folded(text)
    if not wanted:
        return Person.objects.none()
    first, *others = wanted.split(" ")
    turned = " ".join([*others, first])
    found = Person.objects.filter(begins(wanted) | begins(turned))
    return found if found.exists() else Person.objects.filter(search__contains=f" {wanted}")


def begins(words: str) -> Q:
    """Return the condition that a folded name begins with ``words``, in the form the engine's index can serve.

    SQLite's LIKE with an escape character never uses an index, a range does.
    """
    if connection.vendor == "sqlite":
        return Q(search__gte=words, search__lt=words + "\U0010ffff")
    return Q(search__startswith=words)
