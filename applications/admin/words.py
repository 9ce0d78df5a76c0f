"""The words of findings and papers in the reader's language: the law's own, the checks' own."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from applications.assessment.models import Finding
from applications.documents.kinds import KIND

OUTCOME_TONE = {
    Finding.Outcome.MET: "ok",
    Finding.Outcome.ACCEPT: "ok",
    Finding.Outcome.NOT_MET: "stop",
    Finding.Outcome.REJECT: "stop",
    Finding.Outcome.UNKNOWN: "look",
    Finding.Outcome.OFFICER: "look",
    Finding.Outcome.REVIEW: "look",
    Finding.Outcome.NOT_CHECKED: "none",
}
WEIGHT = {"stop": 0, "look": 1, "none": 2, "ok": 3}


def language_now() -> str:
    """Return the reader's language, "hu" or "en"."""
    return "en" if (get_language() or "hu").startswith("en") else "hu"


def kind_words(kind: str) -> str:
    """Return the name of a kind of paper in the reader's language."""
    return str(KIND[kind].title) if kind in KIND else kind


FACT_WORDS: Mapping[str, str | Promise] = {
    "sex": _("sex"),
    "born": _("birth"),
    "born.on": _("date of birth"),
    "born.place": _("place of birth"),
    "born.area": _("place of birth"),
    "died": _("death"),
    "parents": _("parents"),
    "parents_married": _("marriage of the parents"),
    "children": _("children"),
    "citizenships": _("citizenships"),
    "residences": _("places of residence"),
    "marriages": _("marriages"),
    "capacity": _("legal capacity"),
    "hungarian": _("knowledge of Hungarian"),
    "convictions": _("criminal record"),
    "prosecution": _("criminal proceedings in Hungary"),
    "prosecution_abroad": _("criminal proceedings abroad"),
    "security_objection": _("opinion of the security services"),
    "domicile_right": _("domicile right (illetőség)"),
    "events": _("acts that change a citizenship"),
    "probable_origin": _("probable origin from Hungary"),
    "consent_of": _("consents"),
    "custody": _("custody"),
    "applies_with": _("who applies together"),
    "citizenship_promised": _("promise of citizenship"),
    "spouse_statement": _("statement of the spouse"),
}


def fact_words(path: str, names: Mapping[str, str]) -> str:
    """Return a path of facts such as ``people.p12.born.on`` in words, with the person's name."""
    parts = path.split(".")
    if len(parts) < 3 or parts[0] != "people":  # noqa: PLR2004 - people, id, fact
        return path
    fact = next((FACT_WORDS[key] for key in (".".join(parts[2:4]), parts[2]) if key in FACT_WORDS), " ".join(parts[2:]))
    return f"{names.get(parts[1], parts[1])}: {fact}"
