"""The timeline of a case: everything that happened to it, newest first, from the rows that are kept anyway."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.casework.workflow import STATE, TRANSITION
from applications.core.models import JournalEntry, User
from applications.correspondence.models import Letter, Message
from applications.intake.models import Application

OF_JOURNAL: dict[str, str | Promise] = {
    "case.taken": gettext_lazy("Case taken"),
    "case.handed_over": gettext_lazy("Case handed over"),
    "finding.accepted": gettext_lazy("Finding accepted"),
    "finding.overridden": gettext_lazy("Finding overridden"),
    "summons.delivered": gettext_lazy("Summons delivered"),
    "paper.removed": gettext_lazy("Paper removed"),
}


@dataclass(frozen=True)
class Event:
    """One thing that happened: when, what, by whom, the words that go with it, and where more stands."""

    at: datetime
    what: str
    who: str
    kind: str
    words: str = ""
    url: str = ""
    is_new: bool = False


def events(case: Application, officer: User, since: datetime | None) -> list[Event]:
    """Return what happened, newest first; what others did after ``since`` is marked as new."""
    found = [*changes(case), *told(case), *noted(case), *asked(case), *visited(case), *journaled(case)]
    found.sort(key=lambda event: event.at, reverse=True)
    if since is None:
        return found
    return [
        Event(**{**vars(event), "is_new": event.at > since and event.who != officer.get_full_name()}) for event in found
    ]


def changes(case: Application) -> Iterator[Event]:
    """Yield the steps from state to state."""
    for change in case.changes.select_related("actor").order_by("at", "pk"):
        way = TRANSITION.get(change.transition)
        state = STATE.get(change.target)
        words = f"{way.label if way else change.transition} → {state.staff if state else change.target}"
        yield Event(change.at, words, who(change.actor, case), "step", change.note)


def told(case: Application) -> Iterator[Event]:
    """Yield the messages and letters."""
    for message in Message.objects.filter(application=case).defer("html", "text", "address"):
        url = reverse("admin:applications_message_change", args=[message.pk])
        yield Event(message.made_at, message.subject, "", "message", message.get_state_display(), url)
    for letter in Letter.objects.filter(application=case):
        yield Event(letter.made_at, letter.title, "", "letter", "PDF", letter_url(case, letter))


def letter_url(case: Application, letter: Letter) -> str:
    """Return where a letter can be read."""
    return reverse("admin:case_letter", args=[case.pk, letter.pk])


def noted(case: Application) -> Iterator[Event]:
    """Yield the internal notes."""
    for note in case.notes.select_related("author"):
        yield Event(note.at, _("Note"), who(note.author, case), "note", note.text)


def asked(case: Application) -> Iterator[Event]:
    """Yield what was asked for, point by point, with the answers."""
    for request in case.requests.select_related("asked_by").prefetch_related("items"):
        points = "\n".join(
            f"• {item.question}" + (f"\n  → {item.answer}" if item.answer else "") for item in request.items.all()
        )
        title = _("Request %(number)d: %(state)s, answer by %(day)s") % {
            "number": request.number,
            "state": request.get_state_display(),
            "day": date_format(request.due_on, "SHORT_DATE_FORMAT"),
        }
        yield Event(request.asked_at, title, who(request.asked_by, case), "request", points)


def visited(case: Application) -> Iterator[Event]:
    """Yield the recorded visits."""
    for visit in case.visits.select_related("recorded_by", "office"):
        yield Event(
            visit.at,
            _("Visit at %(office)s") % {"office": visit.office},
            who(visit.recorded_by, case),
            "visit",
            visit.note,
        )


def journaled(case: Application) -> Iterator[Event]:
    """Yield what only the journal keeps and an officer wants to see."""
    for entry in JournalEntry.objects.filter(chain=case.reference, event__in=list(OF_JOURNAL)).select_related("actor"):
        yield Event(entry.at, str(OF_JOURNAL[entry.event]), who(entry.actor, case), "office")


def who(actor: User | None, case: Application) -> str:
    """Return who did it: a colleague's name, the applicant, or the system."""
    if actor is None:
        return _("system")
    return _("applicant") if actor.pk == case.account_id else actor.get_full_name()
