"""The applicant's own papers from a frozen submission: the copy, and the packet to print and sign.

Registration sheets (LAW.md 2.13 no. 7, 2.14) are composed from the rows of the data sheet: a block is
the rows that certain pages of the form gave about certain persons.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.casework.deadlines import months_later
from applications.correspondence.both import both, both_days, both_names
from applications.correspondence.drafts import Draft, common
from applications.documents.kinds import KIND
from applications.documents.models import Paper
from applications.family.models import Marriage, Person
from applications.family.queries import parents_of
from applications.intake.models import Submission
from applications.intake.queries import persons_in
from applications.intake.sheet import Row, frozen_rows

ADULT_MONTHS, SIGNING_MONTHS = 18 * 12, 14 * 12
OWN_NAMES = ("name", "birth-name", "sex", "birth", "birth-place-name", "child-name", "child-birth")
NATIONALITIES = ("nationalities", "child-nationalities", "ancestor-nationality", "spouse-nationality")
PARENT_NAMES = ("name", "birth-name", "birth", "ancestor-name", "ancestor-birth", "spouse-name", "spouse-birth")
PARENTS_MARRIAGE = ("parents-marriage", "child-parents-married")
BIRTH_RECORD = ("birth-record", "child-birth-record", "requested-name", "child-requested-name")
SPOUSE = ("spouse-name", "spouse-birth", "spouse-nationality", "spouse-parents")
MARRIAGE = ("marriage", "marriage-end", "marriage-record")


def copy(submission: Submission) -> Draft:
    """Return what the copy of a submission says: every row, every paper with its files' fingerprints."""
    case = submission.application
    titles = {paper.pk: paper for paper in Paper.objects.filter(family=case.family_id).select_related("person")}
    return {
        **common(case, "copy"),
        "language": submission.language,
        "number": submission.number,
        "sent": both_days(submission.at),
        "digest": submission.digest,
        "sections": sections(frozen_rows(submission.sheet)),
        "papers": [
            {
                "kind": both(KIND[frozen["kind"]].title),
                "person": both_names(titles[frozen["paper"]].person),
                "files": [file["sha256"][:16] for file in frozen["files"]],
            }
            for frozen in submission.papers
        ],
    }


def packet(submission: Submission) -> Draft:
    """Return what the packet says: data sheet, curriculum vitae pages, registration sheets, consents."""
    case = submission.application
    rows = frozen_rows(submission.sheet)
    on = timezone.localdate(submission.at)
    return {
        **common(case, "packet"),
        "sent": both_days(submission.at),
        "sections": sections(row for row in rows if (row.step, row.field) != ("cv", "draft")),
        "adults": [
            {"name": person.full_name, "draft": value(rows, person, "cv", "draft")}
            for person in persons_in(case)
            if not younger(person, ADULT_MONTHS, on)
        ],
        "births": [birth(person, rows) for person in persons_in(case)],
        "marriages": [
            marriage(tie, rows)
            for tie in Marriage.objects.filter(person=case.applicant).select_related("person", "spouse").order_by("pk")
        ],
        "children": [
            {**both_names(child), "signs": not younger(child, SIGNING_MONTHS, on)}
            for child in case.children.order_by("born_on", "pk")
        ],
    }


def sections(rows: Iterable[Row]) -> list[Draft]:
    """Return rows grouped by section and person, in the order in which they come."""
    grouped: dict[str, Draft] = {}
    for row in rows:
        section = grouped.setdefault(row.section, {"title": {"hu": row.section_hu, "en": row.section_en}, "people": {}})
        people = section["people"]
        if isinstance(people, dict):
            person = people.setdefault(row.person, {"name": {"hu": row.person_hu, "en": row.person_en}, "rows": []})
            person["rows"].append(
                {"label": {"hu": row.label_hu, "en": row.label_en}, "value": {"hu": row.value_hu, "en": row.value_en}}
            )
    return [
        {**section, "people": list(people.values())}
        for section in grouped.values()
        if isinstance(people := section["people"], dict)
    ]


def birth(person: Person, rows: Sequence[Row]) -> Draft:
    """Return the sheet for the registration of a birth in Hungary."""
    parents = parents_of(person)
    return {
        "name": person.full_name,
        "person": block(_("Whose birth is registered"), rows, person, OWN_NAMES + NATIONALITIES),
        "parents": [
            block(title, rows, parents[role], PARENT_NAMES + NATIONALITIES)
            for role, title in (("father", _("The father")), ("mother", _("The mother")))
            if role in parents
        ],
        "marriage": block(_("The parents’ marriage"), rows, person, PARENTS_MARRIAGE),
        "record": block(_("The foreign record and the names"), rows, person, BIRTH_RECORD),
    }


def marriage(tie: Marriage, rows: Sequence[Row]) -> Draft:
    """Return the sheet for the registration of a marriage in Hungary."""
    return {
        "name": f"{tie.person.full_name} – {tie.spouse.full_name}",
        "spouses": [
            block(_("The applicant"), rows, tie.person, OWN_NAMES + NATIONALITIES),
            block(_("The spouse"), rows, tie.spouse, SPOUSE),
        ],
        "marriage": block(_("The marriage"), rows, tie.spouse, MARRIAGE),
    }


def block(title: str | Promise, rows: Sequence[Row], person: Person, steps: Sequence[str]) -> Draft:
    """Return a block of a sheet in Hungarian: the rows that the pages ``steps`` gave about a person."""
    return {
        "title": both(title)["hu"],
        "rows": [
            {"label": row.label_hu, "value": row.value_hu}
            for row in rows
            if row.person == person.pk and row.step in steps
        ],
    }


def value(rows: Iterable[Row], person: Person, step: str, field: str) -> str:
    """Return an answer in Hungarian, empty where there is none."""
    return next((row.value_hu for row in rows if (row.person, row.step, row.field) == (person.pk, step, field)), "")


def younger(person: Person, months: int, on: date) -> bool:
    """Whether a person with a whole birth date is younger than ``months`` on a day; an unknown age is no proof of youth."""
    try:
        return on < months_later(date.fromisoformat(person.born_on), months)
    except ValueError:
        return False
