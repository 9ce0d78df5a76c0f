"""Reads of cases: queues and what an officer may see."""

from django.db.models import QuerySet

from applications.casework.services import Proposal, hindrance, permitted
from applications.casework.workflow import TRANSITIONS, Transition
from applications.core.models import User
from applications.intake.models import Application


def visible_cases(officer: User) -> QuerySet[Application]:
    """Return the cases an officer may open: none that are drafts, none of his own."""
    cases = Application.objects.exclude(submitted_at=None).exclude(account=officer)
    return cases if officer.may("see_cases") else cases.none()


def ways(case: Application, actor: User, proposal: Proposal | None = None) -> list[tuple[Transition, str]]:
    """Return the transitions of the state that ``actor``'s role allows, each with why not ("" where it may)."""
    found = []
    for way in TRANSITIONS:
        if case.state in way.sources and permitted(case=case, way=way, actor=actor):
            found.append((way, str(hindrance(case=case, way=way, actor=actor, proposal=proposal) or "")))
    return found
