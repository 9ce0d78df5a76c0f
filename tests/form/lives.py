"""Invented truths about a line, and the form filled in by them without a database.

Somebody's truth is drawn by the trail that leads to him or her; the form is answered page by page as it asks.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from applications.family.kin import Kin, Relative
from portal.public.household import GivenTies, Household
from portal.public.step import Stop, blocks, path, possible_in

APPLICANT = 1
TODAY = date(2026, 11, 21)
HIGHEST = 4
ROLES = ("father", "mother")
Trail = tuple[str, ...]
Page = Mapping[str, object]
YOUNGEST = {1: (1950, 1965), 2: (1920, 1938), 3: (1890, 1912), 4: (1855, 1882)}
"""When a generation may be born."""

yes_no_unknown = st.sampled_from(["yes", "no", "unknown"])
AREAS = ("RO-CJ", "HU-BU", "RS-01", "SK-KI", "US-OH", "")


@dataclass(frozen=True)
class Life:
    """What is true of one person, by page; ``born`` and ``area`` are on the person's row once his birth was told."""

    born: str
    area: str
    pages: Mapping[str, Page]


@dataclass(frozen=True)
class World:
    """The truth about an applicant and the ancestors, by trail."""

    own: Mapping[str, Page]
    lives: Mapping[Trail, Life]


def place(area: str) -> dict[str, str]:
    """Return a place as an answer keeps it."""
    return {"name": "Kolozsvár", "place": "", "area": area, "country": area[:2]}


@st.composite
def lives(draw: st.DrawFn, generation: int) -> Life:
    """Anybody's life, even one that contradicts itself."""
    born = str(draw(st.integers(*YOUNGEST[generation])))
    area = draw(st.sampled_from(AREAS))
    citizen = draw(st.sampled_from(["yes", "no", "no", "unknown"]))
    ended = draw(yes_no_unknown)
    until = str(int(born) + draw(st.integers(1, 70))) if draw(st.booleans()) else ""
    known = draw(st.sampled_from([["father", "mother"], ["father", "mother"], ["father"], ["mother"], ["none"]]))
    pages: dict[str, Page] = {
        "ancestor-name": {"family_name": "Kovács", "given_name": "Anna"},
        "ancestor-birth": {"on": born, "place": place(area)},
        "ancestor-hungarian": {"citizen": citizen},
        "ancestor-nationality": draw(
            st.sampled_from(
                [{"other": "listed", "items": [{"country": "RO"}]}, {"other": "none"}, {"other": "unknown"}]
            )
        ),
        "ancestor-citizenship": {
            "by": draw(st.sampled_from(["birth", "birth", "marriage", "naturalisation", "unknown"])),
            "since": "",
            "ended": ended,
            "until": until if ended == "yes" else "",
            "ended_by": draw(st.sampled_from(["trianon", "absence", "dismissal", "marriage", "other"]))
            if ended == "yes"
            else "",
        },
        "ancestor-left": {
            "left": draw(yes_no_unknown),
            "on": str(int(born) + 20),
            "country": "US",
        },
        "ancestor-domicile": {"known": draw(st.booleans()), "place": place(draw(st.sampled_from(AREAS[:-1])))},
        "ancestor-life": {"alive": "unknown"},
        "ancestor-parents": {"known": known if generation < HIGHEST else ["none"]},
        "ancestor-parents-marriage": draw(weddings),
    }
    return Life(born, area, pages)


weddings = st.fixed_dictionaries(
    {
        "married": yes_no_unknown,
        "on": st.sampled_from(["", "1890", "1925", "1950"]),
        "mother_otherwise": yes_no_unknown,
    }
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Any truth about an applicant born in 1985 and four generations of ancestors."""
    own: dict[str, Page] = {
        "nationalities": {"items": [{"country": draw(st.sampled_from(["RO", "RO", "RO", "HU"])), "by": "birth"}]},
        "former-nationalities": {"any": False},
        "hungarian-before": {"citizen": draw(st.sampled_from(["no", "no", "no", "yes", "unknown"]))},
        "hungarian-before-details": {"by": "birth", "until": "2001-05-04", "ended_by": "renunciation"},
        "marital-status": {"status": "single"},
        "adoption": {"adopted": False},
        "parents": {"known": draw(st.sampled_from([["father", "mother"], ["father", "mother"], ["mother"]]))},
        "parents-marriage": draw(weddings),
        "grandparents": {},
        "origin": {"relies": draw(st.booleans()), "reasons": "x"},
    }
    found: dict[Trail, Life] = {}
    waiting: list[tuple[Trail, Page]] = [((), own["parents"])]
    while waiting:
        trail, page = waiting.pop()
        for role in ROLES:
            if role in page["known"] and len(trail) < HIGHEST:
                found[*trail, role] = life = draw(lives(len(trail) + 1))
                waiting.append(((*trail, role), life.pages["ancestor-parents"]))
    return World(own, found)


Pages = Callable[[Household], Iterator[Stop]]


def every_page(household: Household) -> Iterator[Stop]:
    """Yield the pages of the path and those it leaves out, without asking which are which."""
    return (stop for block in range(len(blocks())) for stop in possible_in(household, block))


def filled_in(world: World, pages: Pages = path) -> Household:
    """Answer the section about the line by the truth, page after page, until ``pages`` has no open one; return the end."""
    numbers: dict[Trail, int] = {(): APPLICANT}
    answers = {(APPLICANT, step): page for step, page in world.own.items() if step not in LATER}
    while True:
        household = Household(APPLICANT, dict(answers), TODAY, ties_of(world, answers, numbers))
        stop = next((each for each in pages(household) if about_line(each) and each.key not in answers), None)
        if stop is None:
            return household
        asked = stop.asked
        answers[stop.key] = world.lives[asked.trail].pages[stop.step.id] if asked.trail else world.own[stop.step.id]


LATER = ("parents", "parents-marriage", "grandparents", "origin", "adoption")
"""The applicant's own pages that stand among those about the line."""


def about_line(stop: Stop) -> bool:
    """Whether a page stands in the section about the line."""
    return stop.step.section == "ancestors"


def ties_of(world: World, answers: Mapping[tuple[int, str], Page], numbers: dict[Trail, int]) -> GivenTies:
    """Return who is in the family by the answers so far, with what their rows keep."""
    parents: dict[int, dict[str, int]] = {}
    people = {APPLICANT: Relative(APPLICANT, "", "female", "1985-05-03", "Kolozsvár", "RO-CJ")}
    waiting: list[Trail] = [()]
    while waiting:
        trail = waiting.pop()
        child = numbers[trail]
        known = answers.get((child, "ancestor-parents" if trail else "parents"), {}).get("known")
        for role in ROLES:
            if isinstance(known, list) and role in known:
                up = (*trail, role)
                parent = numbers.setdefault(up, len(numbers) + 1)
                parents.setdefault(child, {})[role] = parent
                people[parent] = row(parent, role, world.lives[up], told=(parent, "ancestor-birth") in answers)
                waiting.append(up)
    return GivenTies(parents, kin=Kin(people))


def row(person: int, role: str, life: Life, *, told: bool) -> Relative:
    """Return a person's row: the sex is known from the role, the birth once it was told."""
    relative = Relative(person, "", "male" if role == "father" else "female")
    if not told:
        return relative
    where = place(life.area)["name"] if life.area else ""
    return relative._replace(born_on=life.born, birth_place=where, birth_area=life.area)
