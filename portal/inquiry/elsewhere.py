"""What the law knows beside the ways a visitor chooses: told in a sentence, each with its section."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

import rules
from portal.public.countries import reader_language

OTHER_THINGS: tuple[tuple[str, str | Promise], ...] = (
    (
        "presidents_waiver",
        _(
            "Where Hungary has an important interest, the President of the Republic may waive the years of residence, "
            "the livelihood and the examination. Nobody has a right to it, and no answer here could show it."
        ),
    ),
    (
        "declaration_d",
        _(
            "Beside the declarations above the Act has a letter d). Its wording is not settled here; "
            "ask a Hungarian consulate or government office whether it fits you."
        ),
    ),
    (
        "withdrawal",
        _(
            "A citizenship that was acquired by false data or by misleading the authority may be withdrawn, "
            "within a term of years. Whoever is a citizen by birth cannot be meant."
        ),
    ),
    (
        "suspension",
        _(
            "The citizenship of somebody who is also a citizen of a state outside the European Economic Area may be "
            "suspended for a time, where public order or security is in danger. It is not lost by that."
        ),
    ),
)


@dataclass(frozen=True)
class OtherThing:
    """Something the law knows: the route's id, its title, a sentence, its sections."""

    route: str
    title: str
    sentence: str | Promise
    law: str


def other_things() -> list[OtherThing]:
    """Return what the law knows beside the ways of the interview."""
    language = reader_language()
    return [
        OtherThing(route, rules.words.title(route, language), sentence, " · ".join(rules.ROUTES[route].cites))
        for route, sentence in OTHER_THINGS
    ]
