"""The page at the end: every way with its reasons, the best first, and what a visitor can do about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

import rules
from portal.inquiry.elsewhere import OtherThing, other_things
from portal.inquiry.facts import facts_of, person_id
from portal.inquiry.forms import heading
from portal.inquiry.interview import RENUNCIATION, ROUTES, Interview, interview
from portal.inquiry.links import reduced, written
from portal.inquiry.outcome import HEARD, Verdict, shown_later, verdict
from portal.inquiry.papers import paper_names
from portal.inquiry.question import APPLICANT, Answer, Key, Kind
from portal.inquiry.questions import QUESTION
from portal.public.countries import country_name, reader_language
from rules.people import split

OTHER_STATE = "dual_nationality"
ENTRY = "simplified_descent"
"""The procedure that this portal takes applications for."""

WORDS: dict[Verdict, tuple[str | Promise, str]] = {
    Verdict.MET: (_("conditions met"), "ok"),
    Verdict.OPEN: (_("conditions met so far"), "ok"),
    Verdict.OFFICER: (_("a person decides"), "look"),
    Verdict.UNKNOWN: (_("not known yet"), "wait"),
    Verdict.NOT_MET: (_("conditions not met"), "none"),
}
NOT_SETTLED = _("Whether you are a citizen already is not settled: the office finds out")
LATER_WORDS = (_("shown in the procedure"), "wait")
ORDER = list(Verdict)
ALL_CONDITIONS = [condition for route in ROUTES for condition in rules.ROUTES[route].conditions]
EVERYWHERE = frozenset(each for each in ALL_CONDITIONS if ALL_CONDITIONS.count(each) > 2)  # noqa: PLR2004
"""Conditions of most ways, such as a clean record: they do not tell one way from another."""


SAID: dict[Verdict, tuple[str | Promise, str | Promise]] = {
    Verdict.MET: (
        _("A way is open to you"),
        _("By your answers the conditions are met: %(way)s."),
    ),
    Verdict.OPEN: (
        _("A way looks open to you"),
        _(
            "As far as anybody can tell beforehand, the conditions are met: %(way)s. The rest is shown in the procedure."
        ),
    ),
    Verdict.OFFICER: (
        _("There may be a way: a person has to decide"),
        _("The law leaves it to be weighed: %(way)s."),
    ),
    Verdict.UNKNOWN: (
        _("It cannot be told yet"),
        _("Too much is not known. Nearest to it is: %(way)s. Below you see which answer or paper would settle it."),
    ),
    Verdict.NOT_MET: (
        _("By your answers no way is open to you now"),
        _("None of the ways we look at fits what you told. Below you see why, for each."),
    ),
}


@dataclass(frozen=True)
class AnsweredQuestion:
    """An answer as it is shown: the question, the answer's words, and the key to change it by."""

    key: Key
    question: str
    answer: str


@dataclass(frozen=True)
class Line:
    """One condition of a way: what it is, how it stands and why, what would settle and prove it."""

    id: str
    title: str
    word: str | Promise
    tone: str
    sentences: Sequence[str]
    law: Sequence[str]
    papers: Sequence[str]
    settles: Sequence[Key]


@dataclass(frozen=True)
class Way:
    """One way to citizenship, or being a citizen already."""

    route: str
    title: str
    law: str
    verdict: Verdict
    lines: Sequence[Line]

    @property
    def word(self) -> str | Promise:
        """How it looks, in words."""
        return WORDS[self.verdict][0]

    @property
    def tone(self) -> str:
        """The tag that goes with the words."""
        return WORDS[self.verdict][1]

    @property
    def deciding(self) -> Sequence[Line]:
        """The lines that make it what it is: what speaks against it; else what is open, and what is its own."""
        if self.verdict is Verdict.NOT_MET:
            return [line for line in self.lines if line.tone == "none"]
        return [line for line in self.lines if line.tone != "ok" or line.id not in EVERYWHERE]

    @property
    def others(self) -> Sequence[Line]:
        """The lines that are left."""
        return [line for line in self.lines if line not in self.deciding]


class Result:
    """What the answers come to. `complete` is False where questions are still open."""

    def __init__(self, done: Interview, *, more: bool) -> None:
        self.done, self.more = done, more
        self.language = reader_language()
        self.assessed = rules.assess(done.facts, routes=(*ROUTES, OTHER_STATE, RENUNCIATION))

    @property
    def complete(self) -> bool:
        """Whether nothing more was asked."""
        return self.done.open is None

    @cached_property
    def ways(self) -> list[Way]:
        """Every way, the best first; ways equally good in the order of what they ask for."""
        found = [self.way(answer) for answer in self.assessed.routes if answer.route in ROUTES]
        return sorted(found, key=lambda way: ORDER.index(way.verdict))

    @property
    def best(self) -> Way:
        """The best way."""
        return self.ways[0]

    @property
    def is_citizen(self) -> bool:
        """Whether the answers make the reader a citizen already."""
        return self.best.route == "citizen" and self.best.verdict is Verdict.MET

    @property
    def heading(self) -> str | Promise:
        """The outcome in a sentence."""
        return (
            _("By your answers you are a Hungarian citizen already") if self.is_citizen else SAID[self.best.verdict][0]
        )

    @property
    def lead(self) -> str:
        """What the outcome means, with the best way's name."""
        if self.is_citizen:
            return str(_("You need not ask for naturalisation, but for proof: a certificate of citizenship."))
        return str(SAID[self.best.verdict][1]) % {"way": self.best.title}

    @property
    def shown(self) -> list[Way]:
        """The ways told at length: all that are not closed."""
        return [way for way in self.ways if way.verdict is not Verdict.NOT_MET and way not in self.not_asked]

    @property
    def renouncing(self) -> Way | None:
        """Whether the reader could give citizenship up; None until that is asked for."""
        return self.way(self.assessed[RENUNCIATION]) if self.is_citizen and self.more else None

    @property
    def other_things(self) -> list[OtherThing]:
        """What the law knows beside the ways of the interview."""
        return other_things()

    @property
    def closed(self) -> list[Way]:
        """The ways that are closed."""
        return [way for way in self.ways if way.verdict is Verdict.NOT_MET]

    @cached_property
    def not_asked(self) -> list[Way]:
        """Ways that were not asked about, since a shorter one is open."""
        if self.more or self.done.open is not None:
            return []
        wider = interview(self.done.told, self.assessed.as_of, more=True)
        if wider.open is None:
            return []
        return [way for way in self.ways if way.verdict is Verdict.UNKNOWN and way.route in ROUTES[LAST_STAGE:]]

    @property
    def may_apply(self) -> bool:
        """Whether an application makes sense that this portal takes."""
        return any(way.route == ENTRY and way.verdict is not Verdict.NOT_MET for way in self.ways)

    @property
    def link(self) -> str:
        """The answers as they may stand in a link."""
        return written(reduced(self.done.told), more=self.more)

    @cached_property
    def link_differs(self) -> list[str]:
        """The titles of the ways that look otherwise from the link alone."""
        lean = rules.parse(facts_of(reduced(self.done.told), self.assessed.as_of))
        other = {each.route: verdict(each) for each in rules.assess(lean, routes=ROUTES).routes}
        return [way.title for way in self.ways if other[way.route] is not way.verdict]

    @property
    def warnings(self) -> list[str]:
        """What other states say of their citizens who become Hungarian ones; nothing of those who lose nothing."""
        condition = self.assessed[OTHER_STATE].conditions[0]
        if self.renouncing is not None or condition.answer in ("met", "not_met"):
            return []
        return sentences(condition, self.language)

    @property
    def papers(self) -> list[tuple[str, list[str]]]:
        """The papers to look for on the best way: each condition with what can prove it."""
        if self.best.verdict is Verdict.NOT_MET:
            return []
        # Who is of age needs nobody's consent, so that condition is met without a paper.
        needed = [line for line in self.best.lines if line.papers and (line.id != "consent" or line.tone != "ok")]
        return [(line.title, list(line.papers)) for line in needed]

    @cached_property
    def settles(self) -> list[tuple[AnsweredQuestion, list[str]]]:
        """What was not known and would settle something: each question once, with the papers that answer it."""
        open_keys = [key for way in self.shown for line in way.lines for key in line.settles]
        return [(self.as_told(key), paper_names(QUESTION[key.question].proof)) for key in dict.fromkeys(open_keys)]

    @property
    def further(self) -> list[Way]:
        """The ways behind the best one that are not closed."""
        return [way for way in self.shown if way is not self.best]

    @property
    def told(self) -> list[AnsweredQuestion]:
        """The answers in words."""
        return [self.as_told(key) for key in self.done.told]

    def as_told(self, key: Key) -> AnsweredQuestion:
        """Return one answer in words."""
        return AnsweredQuestion(key, heading(key), answer_words(key, self.done.told[key]))

    def way(self, answer: rules.RouteAnswer) -> Way:
        """Return one way in words."""
        route = rules.ROUTES[answer.route]
        lines = [self.line(each) for each in answer.conditions if each.proof or each.answer != "met"]
        return Way(
            answer.route, rules.words.title(route.id, self.language), " · ".join(route.cites), verdict(answer), lines
        )

    def line(self, condition: rules.Condition) -> Line:
        """Return one condition in words."""
        word, tone = LATER_WORDS if shown_later(condition) else WORDS[Verdict(condition.answer)]
        return Line(
            condition.id,
            condition.title_in(self.language),
            word,
            tone,
            # The reasons of a citizenship that is not settled stand at its own way, not again at every other one.
            [rules.words.closed(str(NOT_SETTLED))]
            if condition.id == "not_citizen" and word is LATER_WORDS[0]
            else sentences(condition, self.language),
            condition.law,
            paper_names(condition.proof),
            self.settled_by(condition.missing),
        )

    def settled_by(self, missing: Iterable[str]) -> list[Key]:
        """Return the questions already asked whose answers are missing: they could be answered after all."""
        found: dict[Key, None] = {}
        for path in missing:
            person, fact = split(self.done.facts.people, path)
            trail = APPLICANT if person == person_id(APPLICANT) else person
            for key, answer in self.done.told.items():
                if key.trail == trail and not answer and QUESTION[key.question].covers(fact):
                    found[key] = None
        return list(found)


LAST_STAGE = ROUTES.index("simplified_spouse")


def sentences(condition: rules.Condition, language: str) -> list[str]:
    """Return the reasons in words, each once. Where Hungarian is to be heard, nothing else of that condition matters."""
    heard = [reason for reason in condition.because if reason.message_id == HEARD]
    said = dict.fromkeys(reason.render(language) for reason in heard or condition.because)
    return [rules.words.closed(sentence) for sentence in said]


def answer_words(key: Key, given: Answer) -> str:
    """Return an answer as its page showed it."""
    if not given:
        return str(_("I do not know"))
    found = []
    fields = QUESTION[key.question].fields
    several = sum(field.kind is Kind.CHOICE for field in fields) > 1
    for field in fields:
        value = given.get(field.name, "")
        if not value or (field.name == "country" and given.get("place")):
            continue
        words = str(dict(field.options).get(value) or plain(field.kind, value))
        found.append(f"{field.label}: {words}" if several else words)
    return "; ".join(found)


def plain(kind: Kind, value: str) -> str:
    """Return a day, a place or a country as a person writes it."""
    if kind is Kind.DAY:
        return rules.words.shown_day(value, reader_language())
    if kind is Kind.COUNTRY:
        return country_name(value)
    area, _slash, name = value.partition("/")
    country = country_name(area[:2]) if area else ""
    return f"{name} ({country})" if name and country else name or country
