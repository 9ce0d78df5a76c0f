"""What the typeset parts of a dossier say: plain words in the language that is on."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from applications.assessment.citations import cited
from applications.assessment.facts import fact_id
from applications.assessment.models import Finding
from applications.assessment.queries import current
from applications.assessment.wording import finding_sentences, finding_title
from applications.casework.workflow import STATE, TRANSITION
from applications.core.models import User
from applications.decisions.grounds import GROUND
from applications.documents.kinds import KIND
from applications.family.days import short_day
from applications.family.queries import everybody
from applications.intake.models import Application

Section = dict[str, object]


def is_demo() -> bool:
    """Whether pages say that this is a demonstration."""
    return not settings.PRODUCTION


def at_words(moment: datetime) -> str:
    """Return an instant in words."""
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")


def cover(case: Application, moment: datetime) -> list[list[str]]:
    """Return what stands on the cover as (label, value)."""
    office = case.office
    rows = [
        [_("Reference"), case.reference],
        [_("Applicant"), case.applicant.full_name],
        [_("Born"), " ".join(part for part in (short_day(case.applicant.born_on), case.applicant.birth_place) if part)],
        [_("Together with"), ", ".join(child.full_name for child in case.children.order_by("born_on", "pk"))],
        [_("Office"), office.name_in(language_now()) if office else ""],
        [_("State"), str(STATE[case.state].public)],
        [_("Made"), at_words(moment)],
    ]
    return [row for row in rows if row[1]]


def language_now() -> str:
    """Return the language that is on, "hu" or "en"."""
    return "en" if (get_language() or "hu").startswith("en") else "hu"


def findings(case: Application, language: str) -> list[Section]:
    """Return the findings that stand, by the law and by paper, with what officers made of them."""
    names = {fact_id(person): person.full_name for person in everybody(case.family).values()}
    sections: dict[str, list[Section]] = {}
    for finding in current(case):
        title = finding_title(finding, language)
        said = [words for words in finding_sentences(finding, language, names) if words.rstrip(".") != title]
        law = [cited("; ".join(finding.law), language)] if finding.law else []
        sections.setdefault(heading_of(finding), []).append(
            {
                "title": title,
                "tag": str(Finding.Outcome(finding.outcome).label),
                "words": [*said, *law, *reviews_of(finding)],
            }
        )
    return [{"heading": heading, "items": items} for heading, items in sections.items()]


def heading_of(finding: Finding) -> str:
    """Return under which heading a finding stands: the law about a person, or a paper."""
    person = finding.person.full_name if finding.person else ""
    if finding.paper:
        kind = str(KIND[finding.paper.kind].title) if finding.paper.kind in KIND else finding.paper.kind
        return f"{kind} – {person}"
    law = _("The law")
    return f"{law} – {person}"


def reviews_of(finding: Finding) -> Iterator[str]:
    """Yield what officers made of a finding."""
    for review in finding.reviews.select_related("officer").order_by("at", "pk"):
        yield f"{review.get_verdict_display()} ({review.officer.get_full_name()}, {at_words(review.at)}): {review.reason}"


def decision(case: Application, *, for_office: bool) -> list[Section]:
    """Return what was proposed (for the office only), decided, and sworn."""
    items: list[Section] = list(proposals(case)) if for_office else []
    for row in case.decisions.order_by("recorded_at", "pk"):
        title = f"{row.get_kind_display()}, {row.number}"
        words = [date_format(row.decided_on), *([row.reasoning] if for_office and row.reasoning else [])]
        items.append({"title": title, "tag": "", "words": words})
    for oath in case.oaths.order_by("recorded_at", "pk"):
        words = [f"{date_format(oath.taken_on)}, {oath.place}", oath.certificate_number]
        items.append({"title": oath.get_form_display(), "tag": "", "words": [word for word in words if word]})
    return [{"heading": "", "items": items}] if items else []


def proposals(case: Application) -> Iterator[Section]:
    """Yield the proposals to the President with their grounds and what the second officer made of them."""
    for row in case.recommendations.select_related("by", "second").order_by("at", "pk"):
        words = [f"{row.by.get_full_name()}, {at_words(row.at)}"]
        words += [str(GROUND[ground].title) if ground in GROUND else ground for ground in row.grounds]
        words += [row.reasoning] if row.reasoning else []
        if row.second and row.second_at:
            note = f": {row.second_note}" if row.second_note else ""
            words.append(f"{row.get_state_display()} – {row.second.get_full_name()}, {at_words(row.second_at)}{note}")
        yield {
            "title": _("Proposal %(what)s") % {"what": row.get_proposal_display()},
            "tag": row.get_state_display(),
            "words": words,
        }


def timeline(case: Application, *, for_office: bool) -> list[Section]:
    """Return what happened, oldest first. Applicants read the public names of states and no names of staff."""
    found: list[tuple[datetime, Section]] = []
    for change in case.changes.select_related("actor").order_by("at", "pk"):
        state, way = STATE.get(change.target), TRANSITION.get(change.transition)
        public = str(state.public) if state else change.target
        title = f"{way.label if way else change.transition} → {state.staff if state else change.target}"
        words = [change.note] if for_office and change.note else []
        found.append((change.at, event(title if for_office else public, change.at, change.actor, words, for_office)))
    for request in case.requests.select_related("asked_by").prefetch_related("items"):
        title = _("Request for information %(number)d") % {"number": request.number}
        words = [f"{item.question} → {item.answer or '–'}" for item in request.items.all()]
        found.append((request.asked_at, event(title, request.asked_at, request.asked_by, words, for_office)))
    if for_office:
        for note in case.notes.select_related("author"):
            found.append((note.at, event(_("Note"), note.at, note.author, [note.text], True)))  # noqa: FBT003 - the office's
    found.sort(key=lambda pair: pair[0])
    return [{"heading": "", "items": [section for _at, section in found]}] if found else []


def event(title: str, at: datetime, actor: User | None, words: list[str], for_office: bool) -> Section:  # noqa: FBT001 - handed on
    """Return one thing that happened, with who did it where the reader is of the office."""
    who = f" · {actor.get_full_name() or actor.email}" if for_office and actor else ""
    return {"title": title, "tag": f"{at_words(at)}{who}", "words": words}
