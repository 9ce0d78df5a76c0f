"""Addresses of the pages of the form."""

from functools import cache

from django.urls import get_script_prefix, reverse

from portal.public.draft import Draft
from portal.public.household import About
from portal.public.step import Stop

REFERENCE, PERSON, STEP = "-reference-", 1234567890, "-step-"
"""Stand in a pattern of addresses where an address has its own; the text of none holds one of another."""

PARTS: dict[str, list[object]] = {
    "tasks": [REFERENCE],
    "check": [REFERENCE],
    "step": [REFERENCE, STEP],
    "person_step": [REFERENCE, PERSON, STEP],
    "leave_out": [REFERENCE, PERSON],
}


@cache
def pattern(name: str, _prefix: str) -> str:
    """Return what all addresses of a name look like: a page has several, and to look one up costs as much as a query."""
    return reverse(f"public:{name}", args=PARTS[name])


def address(name: str, reference: str, person: int | None = None, step: str = "") -> str:
    """Return the address of a page by its name in PARTS."""
    made = pattern(name, get_script_prefix()).replace(REFERENCE, reference)
    return made.replace(str(PERSON), str(person)).replace(STEP, step)


def page_address(draft: Draft, stop: Stop) -> str:
    """Return the address of a page of the form."""
    reference = draft.application.reference
    if stop.asked.about is About.APPLICANT:
        return address("step", reference, step=stop.step.id)
    return address("person_step", reference, stop.asked.person, stop.step.id)
