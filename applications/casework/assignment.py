"""Verbs of who works on a case: take, hand over, and the notes officers leave for each other."""

from django.db import transaction
from django.utils.translation import gettext as _

from applications.casework.models import Note
from applications.casework.services import CannotMove
from applications.core import clock, journal
from applications.core.models import User
from applications.intake.models import Application


def take(*, case: Application, officer: User) -> Application:
    """Make ``officer`` the caseworker of a case nobody has; taking one's own case again changes nothing.

    Raises CannotMove where a colleague has it, where the case is closed, or where he or she may not.
    """
    with transaction.atomic():
        locked = Application.objects.select_for_update(of=("self",)).select_related("caseworker").get(pk=case.pk)
        if locked.caseworker_id == officer.pk:
            return locked
        if locked.caseworker is not None:
            raise CannotMove(_("%(name)s has taken this case already.") % {"name": locked.caseworker})
        return give(locked=locked, to=officer, by=officer, event="case.taken")


def hand_over(*, case: Application, to: User, by: User, note: str = "") -> Application:
    """Give a case to a colleague, with a note for him or her; raises CannotMove."""
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=case.pk)
        if locked.caseworker_id == to.pk:
            return locked
        given = give(locked=locked, to=to, by=by, event="case.handed_over")
        if note.strip():
            write_note(case=case, author=by, text=note)
        return given


def give(*, locked: Application, to: User, by: User, event: str) -> Application:
    """Write the caseworker of a locked case and the journal; raises CannotMove."""
    if locked.closed_at is not None:
        raise CannotMove(_("The case is closed."))
    if not by.may("work_cases") or locked.account_id == by.pk:
        raise CannotMove(_("You may not do this."))
    if not to.may("work_cases") or locked.account_id == to.pk:
        raise CannotMove(_("%(name)s cannot work on this case.") % {"name": to})
    before = locked.caseworker_id
    locked.caseworker = to
    locked.save(update_fields=["caseworker"])
    journal.record(
        chain=locked.reference, event=event, actor=by, subject=f"user/{to.pk}", data={"from": before, "to": to.pk}
    )
    return locked


def write_note(*, case: Application, author: User, text: str) -> Note:
    """Add an internal note; the same words again by the same officer (a double click) add nothing."""
    with transaction.atomic():
        last = case.notes.order_by("-at", "-pk").first()
        if last and last.author_id == author.pk and last.text == text:
            return last
        note = Note.objects.create(application=case, author=author, text=text, at=clock.now())
        journal.record(chain=case.reference, event="note.added", actor=author, subject=f"note/{note.pk}")
        return note
