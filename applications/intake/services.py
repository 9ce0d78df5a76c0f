"""Verbs that write applications, answers and submissions."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet

from applications.core import clock, journal, references
from applications.core.models import User
from applications.family.models import Person
from applications.family.services import add_child, describe, family_of
from applications.intake.models import Answers, Application, Submission
from applications.intake.sheet import Row


class StaleAnswers(Exception):
    """The page was saved elsewhere since it was opened; ``current`` holds what is saved now."""

    def __init__(self, current: Answers) -> None:
        super().__init__(f"version {current.version}")
        self.current = current


def start(*, account: User, applicant: Person | None = None, language: str = "hu") -> Application:
    """Return a new draft of simplified naturalisation for a person of the account's family."""
    with transaction.atomic():
        family = family_of(account)
        person = applicant or Person.objects.create(family=family)
        application = Application.objects.create(
            reference=free_reference(), account=account, family=family, applicant=person, language=language
        )
        journal.record(chain=application.reference, event="application.started", actor=account)
        return application


def free_reference() -> str:
    """Return a reference no case has yet; of seventeen thousand million, two alike are not to be expected."""
    while True:
        reference = references.new_reference(clock.today())
        if not Application.objects.filter(reference=reference).exists():
            return reference


def save_answers(  # noqa: PLR0913  # what a page says is read by its names
    *,
    application: Application,
    person: Person,
    step: str,
    data: Mapping[str, object],
    actor: User,
    shared: bool,
    form_version: str,
    expected_version: int | None = None,
    describes: Mapping[str, str] | None = None,
    known: Answers | None = None,
) -> Answers:
    """Save a page's answers about a person and return them with their new version.

    ``shared`` answers belong to the family, the others to this application. ``describes`` is what
    the answers say for the person's own row (family.services.SEARCHED). ``expected_version`` is the
    version the page was drawn from (0: nothing saved yet); raises StaleAnswers where another tab or
    device saved since (0 or None: in this very moment). None does not compare. ``known`` is the page
    as the caller read it just now: where it has the version expected, it is not read and locked again;
    a row that changed meanwhile is not overwritten (``replaced``). What StaleAnswers leaves is a transaction
    to be rolled back: it is caught outside of it.
    """
    owner = None if shared else application

    def page() -> QuerySet[Answers]:
        return Answers.objects.filter(person=person, application=owner, step=step)

    with transaction.atomic(savepoint=False):
        row = known if known and known.version == expected_version else page().select_for_update().first()
        if expected_version is not None and row and row.version != expected_version:
            raise StaleAnswers(row)
        if row and row.data == dict(data):
            return row
        if row is None:
            row = Answers(person=person, application=owner, step=step, version=0)
        row.data, row.form_version, row.saved_at = dict(data), form_version, clock.now()
        row.version += 1
        if not written(row):
            current = page().first()
            if current:
                raise StaleAnswers(current)
            row.pk, row.version = None, 1
            row.save(force_insert=True)
        if describes:
            describe(person=person, changes=describes)
        touch(application)
        journal.record(
            chain=application.reference,
            event="answers.saved",
            actor=actor,
            subject=f"{step}/{person.pk}",
            data={"version": row.version},
        )
        return row


def written(row: Answers) -> bool:
    """Write a page's row; return False where somebody else wrote or dropped the page in this moment."""
    if not row._state.adding:
        return replaced(row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True


CHANGED = [
    field for field in Answers._meta.concrete_fields if field.name in ("data", "form_version", "saved_at", "version")
]
REPLACE = (
    f"UPDATE {Answers._meta.db_table} SET {', '.join(f'{field.column} = %s' for field in CHANGED)} "  # noqa: S608 - names of columns
    "WHERE id = %s AND version = %s"
)


def replaced(row: Answers) -> bool:
    """Write a saved page's new content over the version before it; return False where that is gone."""
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in CHANGED]
    with connection.cursor() as cursor:
        cursor.execute(REPLACE, [*values, row.pk, row.version - 1])
        return bool(cursor.rowcount == 1)


def drop_answers(*, application: Application, rows: Iterable[Answers], actor: User) -> list[str]:
    """Remove answers that no path of the form reaches any more; return their steps' ids."""
    gone: list[str] = []
    with transaction.atomic():
        for row in rows:
            gone.append(row.step)
            journal.record(
                chain=application.reference,
                event="answers.dropped",
                actor=actor,
                subject=f"{row.step}/{row.person_id}",
                data={"version": row.version},
            )
            row.delete()
        if gone:
            touch(application)
    return gone


def keep_children(*, application: Application, count: int) -> None:
    """Let ``count`` children be included: new persons are added to the family, the last ones are left out."""
    with transaction.atomic():
        included = list(application.children.order_by("pk"))
        for child in included[count:]:
            application.children.remove(child)
        for _ in range(count - len(included)):
            application.children.add(add_child(parent=application.applicant, changes={}))


def leave_out_child(*, application: Application, child: Person) -> None:
    """Take one child out of an application."""
    application.children.remove(child)


def choose_language(*, application: Application, language: str) -> None:
    """Keep the language of the letters about an application ("hu" or "en")."""
    Application.objects.filter(pk=application.pk).update(language=language)
    application.language = language


TOUCH = f"UPDATE {Application._meta.db_table} SET saved_at = %s, version = version + 1 WHERE id = %s"  # noqa: S608 - a table's name


def touch(application: Application) -> None:
    """Note that the application changed just now."""
    application.saved_at = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(TOUCH, [connection.ops.adapt_datetimefield_value(application.saved_at), application.pk])


def freeze(
    *,
    application: Application,
    facts: Mapping[str, object],
    answers: list[dict[str, object]],
    papers: list[dict[str, object]],
    sheet: Iterable[Row],
    form_version: str,
    rules_version: str,
    language: str,
) -> Submission:
    """Write the frozen copy: facts, answers, papers by SHA-256, the data sheet, versions of form and rules."""
    rows = [row.as_json() for row in sheet]
    content = {
        "facts": facts,
        "answers": answers,
        "papers": papers,
        "sheet": rows,
        "form": form_version,
        "rules": rules_version,
    }
    digest = hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()
    number = application.submissions.count() + 1
    return Submission.objects.create(
        application=application,
        number=number,
        at=clock.now(),
        facts=dict(facts),
        answers=answers,
        papers=papers,
        sheet=rows,
        form_version=form_version,
        rules_version=rules_version,
        language=language,
        digest=digest,
    )


def remove_old_drafts(moment: datetime) -> int:
    """Remove drafts never submitted and untouched for settings.DRAFT_DAYS; return how many.

    The journal keeps that they were there. Papers and persons stay with the family's account.
    """
    limit = moment - timedelta(days=settings.DRAFT_DAYS)
    removed = 0
    for application in Application.objects.filter(state="draft", saved_at__lt=limit, submitted_at=None):
        with transaction.atomic():
            journal.record(chain=application.reference, event="draft.expired", actor=None)
            application.findings.all().delete()
            application.answers.all().delete()
            application.children.clear()
            application.messages.update(application=None)
            application.delete()
            removed += 1
    return removed
