"""What the law itself demands of an application before it can be handed in. Nothing else stops a submission.

Ákr. 36. § (1): a request names the client, so that he or she can be identified and reached, and what is
asked for. Conditions that look unmet are said beforehand; anybody may hand in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.public.draft import Draft
from portal.public.household import About
from portal.public.step import Stop


@dataclass(frozen=True)
class Must:
    """A page without which nothing can be handed in: why, and the section that says so."""

    step: str
    words: str | Promise
    law: str


MUSTS = (
    Must("name", _("An application must say who asks."), "Ákr. 36. § (1)"),
    Must("birth", _("Date and place of birth identify you."), "Ákr. 36. § (1)"),
    Must("nationalities", _("Only somebody who is not a Hungarian citizen can ask for citizenship."), "Ápt. 4. § (3)"),
    Must("address", _("We must be able to reach you."), "Ákr. 36. § (1)"),
    Must("child-name", _("An application must say for whom it asks."), "Ákr. 36. § (1)"),
    Must("child-birth", _("Date and place of birth identify the child."), "Ákr. 36. § (1)"),
)


@dataclass(frozen=True)
class Lacking:
    """A must that is not fulfilled yet, with the page where it is."""

    must: Must
    stop: Stop
    about_child: bool


def lacking(draft: Draft) -> Sequence[Lacking]:
    """Return what the law still demands before the application can be handed in."""
    musts = {must.step: must for must in MUSTS}
    return [
        Lacking(musts[stop.step.id], stop, stop.asked.about is About.CHILD)
        for stop in draft.stops
        if stop.step.id in musts and stop.key not in draft.pages
    ]
