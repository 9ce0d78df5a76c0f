"""Puts the answers of the interview into a new draft: only what a page of the form takes as a whole.

Each page is filled in as its reader would do it, and kept only where its own form finds nothing wrong. A page that
wants more than the interview asked (the whole day of birth, the papers) is left open; what is known of it is written
to the person's row, from which the form draws it for the first time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.http import QueryDict

from applications.core.models import User
from applications.family.models import Person
from applications.family.services import describe
from applications.intake.models import Application
from portal.inquiry.facts import lasted
from portal.inquiry.question import Answer, Key, Told
from portal.public.draft import Draft, open_draft
from portal.public.household import About, Asked
from portal.public.pages import form_for
from portal.public.saving import save_page
from portal.public.step import Stop

Data = dict[str, str | list[str]]
SIDE = {"father": "f", "mother": "m"}
PARENTS = {"both": ["father", "mother"], "mother": ["mother"], "father": ["father"]}


def carry(*, application: Application, told: Told, actor: User) -> int:
    """Fill in the pages of a new draft that the answers fill wholly; return how many."""
    with transaction.atomic():
        done: set[tuple[int, str]] = set()
        while True:
            # A saved page can open others (a parent who is known now), so the path is read anew each time.
            draft = open_draft(application)
            describe_births(draft, told)
            stop, data = next(((each, data) for each, data in filled(draft, told) if each.key not in done), (None, {}))
            if stop is None:
                return len(draft.pages)
            done.add(stop.key)
            save(draft, stop, data, actor)


def save(draft: Draft, stop: Stop, data: Data, actor: User) -> None:
    """Save one page, where its form takes it."""
    sent = QueryDict(mutable=True)
    for name, value in data.items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    form = form_for(draft, stop, sent)
    if form.is_valid():
        save_page(draft=draft, stop=stop, form=form, actor=actor, expected_version=0)


def filled(draft: Draft, told: Told) -> Iterator[tuple[Stop, Data]]:
    """Yield the pages for which something was told, with what is put into them: those too that nobody need be asked."""
    for stop in (*draft.stops, *draft.left_out):
        fill = FILL.get(stop.step.id)
        data = fill(Teller(told, trail_of(stop.asked))) if fill else None
        if data:
            yield stop, data


def trail_of(asked: Asked) -> str:
    """Return the trail of somebody on the line."""
    return "".join(SIDE[role] for role in asked.trail)


def describe_births(draft: Draft, told: Told) -> None:
    """Write the year and area of a birth to the rows of everybody on the line who has none yet."""
    stops = (*draft.stops, *draft.left_out)
    people = [stop.asked for stop in stops if stop.asked.about in (About.APPLICANT, About.ANCESTOR)]
    for person, trail in {asked.person: trail_of(asked) for asked in people}.items():
        born = Teller(told, trail).born
        row = Person.objects.get(pk=person)
        if born and not row.born_on:
            area = born.get("place", "").partition("/")[0] or born.get("country", "")
            describe(person=row, changes={"born_on": born.get("on", ""), "birth_area": area})


@dataclass(frozen=True)
class Teller:
    """What was told about one person."""

    told: Told
    trail: str

    def said(self, question: str, field: str) -> str:
        """Return what a field was answered with, "" where it was not."""
        return self.answer(question).get(field, "")

    def answer(self, question: str) -> Answer:
        """Return an answer, empty where there is none."""
        return self.told.get(Key(self.trail, question), {})

    @property
    def born(self) -> Answer:
        """The birth, on whichever page it was asked."""
        return self.answer("birth") or self.answer("came")


def nationalities(teller: Teller) -> Data:
    """The nationalities; a second one only where the way it came is asked for by the form as well."""
    answer = teller.answer("nationality")
    if answer.get("by") == "none":
        return {"stateless": "on", "items": "1"}
    if not answer.get("country") or not answer.get("by") or answer.get("second"):
        return {}
    return {"items": "1", "country_1": answer["country"], "by_1": answer["by"]}


def hungarian_before(teller: Teller) -> Data:
    """Whether the applicant was a citizen; a 'no paper of it' is no 'no'."""
    ever = {"once": "yes", "no": "unknown"}.get(teller.said("hungarian", "ever"))
    return {"citizen": ever} if ever else {}


def parents(teller: Teller) -> Data:
    """Which parents are known."""
    known = PARENTS.get(teller.said("parents", "known"))
    return {"known": known} if known else {}


def forebears(teller: Teller) -> Data:
    """Through whom the line goes on."""
    through = teller.said("up", "from")
    if through == "none":
        return {"known": ["none"]}
    return {"known": PARENTS[through]} if through else {}


def forebear_birth(teller: Teller) -> Data:
    """Year and country of a forebear's birth: that page takes what is known."""
    year, _dash, _rest = teller.born.get("on", "").partition("-")
    area = teller.born.get("place", "").partition("/")[0] or teller.born.get("country", "")
    return {"on_year": year, "country": area[:2]} if year or area else {}


def forebear_citizen(teller: Teller) -> Data:
    """Whether a forebear was a citizen."""
    was = {"stayed": "yes", "ended": "yes", "once": "yes", "no": "no"}.get(teller.said("citizen", "was"))
    asked = Key(teller.trail, "citizen") in teller.told
    return {"citizen": was or "unknown"} if asked else {}


def forebear_citizenship(teller: Teller) -> Data:
    """When and how a forebear's citizenship ended."""
    was = teller.said("citizen", "was")
    if was == "stayed":
        return {"by": "birth", "ended": "no" if lasted(teller.told, teller.trail) else "unknown"}
    if was == "ended" and teller.said("end", "how"):
        year = teller.said("end", "on")[:4]
        return {"by": "birth", "ended": "yes", "until_year": year, "ended_by": teller.said("end", "how")}
    return {"by": "unknown", "ended": "unknown"} if was == "once" else {}


def speaks(teller: Teller) -> Data:
    """How well the applicant speaks Hungarian, in the words that both pages have."""
    level = {"well": "everyday", "little": "little", "none": "none"}.get(teller.said("language", "level"))
    return {"level": level} if level else {}


FILL: dict[str, Callable[[Teller], Data]] = {
    "nationalities": nationalities,
    "hungarian-before": hungarian_before,
    "parents": parents,
    "ancestor-parents": forebears,
    "ancestor-birth": forebear_birth,
    "ancestor-hungarian": forebear_citizen,
    "ancestor-citizenship": forebear_citizenship,
    "hungarian": speaks,
}
"""Which page takes which answers."""
