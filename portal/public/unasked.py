"""What the form does not ask since no answer can change anything, in plain words; whoever likes may answer it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.public.addresses import page_address
from portal.public.draft import Draft
from portal.public.household import About, ends_line, line
from portal.public.step import Stop


@dataclass(frozen=True)
class Question:
    """A question that is not asked, and where it can be answered all the same."""

    title: str
    link: str


@dataclass(frozen=True)
class Unasked:
    """The questions that are not asked about somebody; ``who`` is empty for the applicant."""

    who: str
    questions: Sequence[Question]


def unasked(draft: Draft) -> list[Unasked]:
    """Return what is not asked, person by person."""
    people: dict[int, list[Stop]] = {}
    for stop in draft.left_out:
        people.setdefault(stop.asked.person, []).append(stop)
    return [
        Unasked(called(draft, stops[0]), [Question(title(draft, stop), page_address(draft, stop)) for stop in stops])
        for stops in people.values()
    ]


def title(draft: Draft, stop: Stop) -> str:
    """Return the question of a page about its person."""
    return stop.step.form(asked=stop.asked, who=draft.who(stop.asked)).heading


def called(draft: Draft, stop: Stop) -> str:
    """Return a person's name and how he or she is related: Kovács István, your father."""
    if stop.asked.about is About.APPLICANT:
        return ""
    name, who = draft.name(stop.asked.person), draft.who(stop.asked)
    return f"{name}, {who}" if name else who


def because(draft: Draft) -> str:
    """Return why nothing more is asked, as a sentence."""
    household = draft.household
    if household.open.is_citizen:
        return _(
            "We do not need to ask more about your line, because by your answers you are a Hungarian citizen already: "
            "no further answer can change what the law says of your application."
        )
    citizen = next((each for each in line(household) if ends_line(household, each.person)), None)
    if household.open.has_ancestor and citizen:
        return _(
            "We do not need to ask more about your line, because you named an ancestor who was a Hungarian citizen: "
            "%(who)s. One is enough, and no answer to these questions can change what the law says of your application."
        ) % {"who": draft.name(citizen.person) or draft.who(citizen)}
    return _(
        "We do not need to ask these questions about your line, because no answer to them can change what the law says "
        "of your application."
    )


def not_needed(draft: Draft) -> str:
    """Return what a page says that is opened though it is not asked."""
    return " ".join([because(draft), _("You may answer this question all the same.")])
