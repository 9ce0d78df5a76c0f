"""How a draft looks today, in plain words: what the law and the paper checks say, with the place to mend it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

import rules
from applications.assessment.models import Finding
from applications.assessment.services import Statement
from applications.documents import check, kinds
from applications.documents.models import Paper
from applications.pipeline import preflight
from portal.public.addresses import page_address
from portal.public.countries import reader_language
from portal.public.draft import Draft
from portal.public.household import About, asked_about
from portal.public.step import Stop

ROUTE = "simplified_descent"

TONE: Mapping[str, str] = {
    "met": "ok",
    "not_met": "stop",
    "unknown": "none",
    "officer": "look",
    "accept": "ok",
    "review": "look",
    "reject": "stop",
    "not_checked": "wait",
}
WORD: Mapping[str, str | Promise] = {
    "met": _("met"),
    "not_met": _("not met"),
    "unknown": _("not known yet"),
    "officer": _("an officer weighs it"),
    "accept": _("in order"),
    "review": _("look again"),
    "reject": _("cannot be used"),
    "not_checked": _("not checked"),
}
PAGES_OF_FACT: Mapping[str, tuple[str, ...]] = {
    "born": ("birth", "ancestor-birth", "child-birth", "spouse-birth"),
    "sex": ("sex", "child-name"),
    "parents": ("parents", "ancestor-parents", "child-other-parent"),
    "parents_married": ("parents-marriage", "ancestor-parents-marriage", "child-parents-married"),
    "citizenships": ("ancestor-hungarian", "nationalities", "child-nationalities", "spouse-nationality"),
    "marriages": ("marital-status", "marriage"),
    "hungarian": ("hungarian", "child-hungarian"),
    "convictions": ("convictions",),
    "prosecution": ("proceedings",),
    "prosecution_abroad": ("proceedings",),
    "capacity": ("capacity",),
    "domicile_right": ("ancestor-domicile",),
    "events": ("ancestor-left", "hungarian-before"),
    "died": ("ancestor-life",),
    "probable_origin": ("origin",),
    "consent_of": ("child-consent",),
    "custody": ("child-custody",),
}


@dataclass(frozen=True)
class Remark:
    """One thing said about a draft: a tag, a sentence or two, the law, and where it can be mended."""

    tone: str
    word: str | Promise
    title: str
    sentences: Sequence[str]
    law: Sequence[str] = ()
    link: str = ""
    person: int | None = None
    section: str = ""
    who: str = ""


@dataclass(frozen=True)
class Outlook:
    """What is said of a draft: by the law for each who applies, and about papers that need a look."""

    law: Sequence[Remark]
    papers: Sequence[Remark]

    @property
    def unsettled(self) -> Sequence[Remark]:
        """What the law says that is not met, or not known yet; what stands in the way first."""
        return sorted((remark for remark in self.law if remark.tone != "ok"), key=lambda each: each.tone != "stop")

    @property
    def settled(self) -> Sequence[Remark]:
        """The conditions of the law that are met already."""
        return [remark for remark in self.law if remark.tone == "ok"]

    @property
    def open_points(self) -> int:
        """How many remarks ask for something."""
        return sum(remark.tone in ("stop", "look") for remark in (*self.law, *self.papers))


def outlook(draft: Draft) -> Outlook:
    """Run rules and checks on a draft and return what they say in the reader's language."""
    said = preflight(draft.application)
    return Outlook(list(law_remarks(draft, said)), list(paper_remarks(draft, said)))


def law_remarks(draft: Draft, said: Iterable[Statement]) -> Iterable[Remark]:
    """Yield a remark for each condition of the route asked for."""
    for statement in said:
        if statement.source != Finding.Source.RULE or statement.route != ROUTE or statement.code.startswith("route."):
            continue
        stop = page_for(draft, statement.missing)
        yield Remark(
            tone=TONE[statement.outcome],
            word=WORD[statement.outcome],
            title=title_of(statement.code),
            sentences=[words_of(reason) for reason in statement.reasons],
            law=statement.law,
            link=page_address(draft, stop) if stop else "",
            person=statement.person.pk if statement.person else None,
            section=stop.step.section if stop else "",
            who=about_child(draft, statement),
        )


def about_child(draft: Draft, statement: Statement) -> str:
    """Return the name of the child a statement is about, empty for the applicant."""
    person = statement.person.pk if statement.person else draft.application.applicant_id
    asked = asked_about(draft.household, person)
    return (draft.name(person) or draft.who(asked)) if asked and asked.about is About.CHILD else ""


def title_of(condition: str) -> str:
    """Return the name of a condition of the law."""
    return rules.words.translate(rules.CONDITIONS[condition][-1].title, reader_language())


def words_of(reason: Mapping[str, object]) -> str:
    """Return a stored reason of the law as a sentence."""
    args = reason.get("args")
    return rules.words.render(str(reason.get("id") or ""), args if isinstance(args, Mapping) else {}, reader_language())


def page_for(draft: Draft, missing: Iterable[str]) -> Stop | None:
    """Return the first page on the path where a missing fact (people.p12.born.on) is asked."""
    for path in missing:
        _people, person, fact, *_rest = (*path.split("."), "", "", "")
        number = person.removeprefix("p")
        asked = asked_about(draft.household, int(number)) if number.isdigit() else None
        steps = PAGES_OF_FACT.get(fact, ())
        for stop in draft.stops if asked else ():
            if stop.asked.person == int(number) and stop.step.id in steps:
                return stop
    return None


def paper_remarks(draft: Draft, said: Iterable[Statement]) -> Iterable[Remark]:
    """Yield a remark for each paper check that found something to look at."""
    for statement in said:
        if (
            statement.source == Finding.Source.RULE
            or statement.outcome == Finding.Outcome.ACCEPT
            or not statement.paper
            or check.for_staff_only(statement.code)
        ):
            continue
        yield Remark(
            tone=TONE[statement.outcome],
            word=WORD[statement.outcome],
            title=paper_title(draft, statement.paper),
            sentences=[paper_words(reason) for reason in statement.reasons],
            link=reverse("public:paper", args=[draft.application.reference, statement.paper.pk]),
            person=statement.paper.person_id,
            section="papers",
        )


def paper_title(draft: Draft, paper: Paper) -> str:
    """Return the name of a paper and whom it is about."""
    name = draft.name(paper.person_id)
    title = str(kinds.KIND[paper.kind].title)
    return f"{title} – {name}" if name else title


def paper_words(reason: Mapping[str, object]) -> str:
    """Return what a paper check says, for the applicant."""
    args = reason.get("args")
    return check.render(str(reason.get("id") or ""), args if isinstance(args, Mapping) else {}, reader_language())
