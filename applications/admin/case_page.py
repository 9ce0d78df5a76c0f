"""The case page: line, papers beside answers, findings, timeline, and what can be done now, on one screen."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime

from applications.admin.acts.proposing import proposal_shown
from applications.admin.acts.table import offered
from applications.admin.base import officer_of
from applications.admin.case_desk import answers_by_person, desk
from applications.admin.case_explained import explainer
from applications.admin.case_findings import groups
from applications.admin.case_leaves import leaves_of, picture_url
from applications.admin.case_line import drawing
from applications.admin.case_seen import seen
from applications.admin.case_timeline import events
from applications.admin.columns import due_column, turn_column
from applications.admin.words import kind_words, language_now
from applications.assessment.facts import fact_id
from applications.assessment.models import Finding
from applications.assessment.queries import current, outcome_of
from applications.assessment.wording import finding_sentences
from applications.casework.queries import visible_cases
from applications.casework.readings import look, others_present
from applications.casework.workflow import STATE
from applications.core import clock
from applications.core.models import Job
from applications.documents.models import Paper
from applications.documents.queries import papers_of
from applications.family.queries import everybody
from applications.intake.models import Application
from applications.intake.queries import latest_submission, persons_in

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite

ANEW = timedelta(minutes=15)
GRAVE_LAST = ("terminate", "annul", "lapse", "record_refusal", "return_proposal")


def page(site: "AdminSite", request: HttpRequest, object_id: str) -> HttpResponse:
    """Show a case; 404 for drafts, for one's own, and for what there is none of."""
    officer = officer_of(request)
    case = None
    if object_id.isdigit():
        related = ("applicant", "account", "caseworker", "office", "family")
        case = visible_cases(officer).select_related(*related).filter(pk=int(object_id)).first()
    if case is None:
        raise Http404
    since = last_look(request, case)
    language = language_now()
    people = everybody(case.family)
    papers = list(papers_of(case.family_id))
    findings = list(current(case))
    submission = latest_submission(case)
    names = {fact_id(person): person.full_name for person in people.values()}
    applying = persons_in(case)
    explained = explainer(case, submission, applying, names, language)
    happened = events(case, officer, since)
    answers = answers_by_person(submission, language)
    on_desk = desk(case, papers, findings, request.GET)
    acts = offered(case, officer)
    context = {
        **site.each_context(request),
        "title": f"{case.reference} {case.applicant.full_name}",
        "case": case,
        "state": STATE[case.state],
        "turn": turn_column(case),
        "due": due_column(case, clock.today()),
        "office_name": case.office.name_in(language) if case.office else "–",
        "letters_in": dict(settings.LANGUAGES).get(case.language, case.language),
        "applicants": applying,
        "line": drawing(case, submission, papers, findings, explained),
        "desk": on_desk,
        "desk_sentences": finding_sentences(on_desk.asked, language, names) if on_desk and on_desk.asked else [],
        "desk_answers": answers.get(on_desk.paper.person_id, ("", []))[1] if on_desk else [],
        "shelf": shelf(case, papers, findings),
        "groups": groups(case, findings, explained=explained, names=names, since=since),
        "seen_before": seen(case, findings, officer),
        "answers": list(answers.values()),
        "submission": submission,
        "events": happened,
        "news": [event for event in happened if event.is_new],
        "since": since,
        "notes": [event for event in happened if event.kind == "note"],
        "others": others_present(case=case, officer=officer),
        "proposal": proposal_shown(case),
        "acts": sorted(acts, key=lambda pair: pair[0].is_grave or pair[0].id in GRAVE_LAST),
        "running": Job.objects.filter(case=case.reference, kind__in=("assess", "check_paper")).exclude(
            state=Job.State.DONE
        ),
        "may_review": case.closed_at is None and (officer.may("work_cases") or officer.may("approve_proposals")),
    }
    return render(request, "admin/case/case.html", context)


def last_look(request: HttpRequest, case: Application) -> datetime | None:
    """Journal the reading; return since when things are new to the officer.

    Leafing through the case is one look: what was new stays marked until the officer has been away.
    """
    officer = officer_of(request)
    subject = f"paper/{request.GET['paper']}" if request.GET.get("paper", "").isdigit() else ""
    before = look(case=case, officer=officer, subject=subject)
    key = f"since/{case.pk}"
    kept = request.session.get(key)
    if before is None or clock.now() - before > ANEW or kept is None:
        request.session[key] = before.isoformat() if before else ""
        return before
    return parse_datetime(kept) if kept else None


def shelf(case: Application, papers: Sequence[Paper], findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Return every paper of the family with its first page and the heaviest thing said of it."""
    rows = []
    for paper in papers:
        outcomes = {outcome_of(finding) for finding in findings if finding.paper_id == paper.pk}
        leaves = leaves_of(paper)
        tone = "stop" if "reject" in outcomes else "look" if "review" in outcomes else "ok" if outcomes else "none"
        rows.append(
            {
                "paper": paper,
                "title": kind_words(paper.kind),
                "tone": tone,
                "pages": len(leaves),
                "thumb": picture_url(case, leaves[0], "thumb") if leaves else "",
            }
        )
    return rows
