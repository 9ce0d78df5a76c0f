"""Grounds of a proposal: what it rests on, with the section of the Act. A row here is a ground to choose."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Ground:
    """A ground: its id, what it supports (grant, refuse), the section, the words.

    ``conditions`` are the conditions of the law it answers (ids of rules): findings on them propose it.
    """

    id: str
    supports: str
    law: str
    title: str | Promise
    conditions: tuple[str, ...] = ()


# fmt: off
GROUNDS: tuple[Ground, ...] = (
    Ground("ancestor", "grant", "Ápt. 4. § (3)", _("An ancestor was a Hungarian citizen"), ("ancestry",)),
    Ground("probable_origin", "grant", "Ápt. 4. § (3)", _("Origin from Hungary is made probable")),
    Ground("language", "grant", "Ápt. 4. § (3)", _("Knowledge of Hungarian was shown"), ("language",)),
    Ground("clean_record", "grant", "Ápt. 4. § (1) b)", _("Clean record, no proceedings in Hungary"), ("criminal_record", "prosecution")),
    Ground("no_objection", "grant", "Ápt. 4. § (1) d)", _("No danger to public or national security"), ("security",)),
    Ground("already_citizen", "refuse", "Ápt. 4. § (3)", _("The applicant is a Hungarian citizen already"), ("not_citizen",)),
    Ground("no_ancestor", "refuse", "Ápt. 4. § (3)", _("No Hungarian ancestor is proved, nor origin made probable"), ("ancestry",)),
    Ground("no_language", "refuse", "Ápt. 4. § (3)", _("Knowledge of Hungarian was not shown"), ("language",)),
    Ground("record", "refuse", "Ápt. 4. § (1) b)", _("Unspent conviction, or criminal proceedings in Hungary"), ("criminal_record", "prosecution")),
    Ground("security", "refuse", "Ápt. 4. § (1) d)", _("Public or national security would be harmed"), ("security",)),
    Ground("false_papers", "refuse", "Ápt. 4. § (3)", _("The papers do not prove what they are meant to prove")),
)
# fmt: on
GROUND = {ground.id: ground for ground in GROUNDS}


def suggested(supports: str, answers: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids of the grounds that findings of the law speak for.

    ``answers`` are (condition, outcome) for every person of the case. A ground to grant is suggested
    where all findings on its conditions are met, one to refuse where any of them is not met.
    """
    found: dict[str, set[str]] = {}
    for condition, outcome in answers:
        found.setdefault(condition, set()).add(outcome)
    named = []
    for ground in GROUNDS:
        given = [found.get(condition, set()) for condition in ground.conditions]
        if ground.supports != supports or not given:
            continue
        granted = supports == "grant" and all(outcomes == {"met"} for outcomes in given)
        refused = supports == "refuse" and any("not_met" in outcomes for outcomes in given)
        if granted or refused:
            named.append(ground.id)
    return named
