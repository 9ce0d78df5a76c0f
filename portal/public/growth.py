"""What answers make of the family: parents, spouses and children come into it page by page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from applications.family import services as family
from applications.family.models import Person
from applications.intake.models import Application
from applications.intake.services import choose_language, keep_children
from portal.public.household import ROLES

Answers = Mapping[str, object]


@dataclass(frozen=True)
class Told:
    """What was just told about a person in an application."""

    application: Application
    person: Person
    answers: Answers

    @property
    def applicant(self) -> Person:
        """The applicant, where it matters only who that is: the row is not read."""
        return Person(pk=self.application.applicant_id, family_id=self.application.family_id)

    def text(self, name: str) -> str:
        """Return an answer as a text."""
        return str(self.answers.get(name) or "")

    def number(self, name: str) -> int:
        """Return an answer as a whole number."""
        value = self.answers.get(name)
        return value if isinstance(value, int) else 0

    def place(self, part: str) -> str:
        """Return the name or the area of the place that was told."""
        place = self.answers.get("place")
        return str(place.get(part) or "") if isinstance(place, Mapping) else ""


Grow = Callable[[Told], None]


def grow(*, application: Application, person: Person, step: str, answers: Answers) -> None:
    """Let a saved page change the family graph, where it is one that does."""
    change = GROWTH.get(step)
    if change:
        change(Told(application, person, answers))


def parents(told: Told) -> None:
    """Add the parents that are known; those said to be unknown are no parents any more."""
    known = told.answers.get("known")
    for role in ROLES:
        if isinstance(known, list) and role in known:
            family.set_parent(child=told.person, role=role)
        else:
            family.remove_parent(child=told.person, role=role)


def marital_status(told: Told) -> None:
    """Somebody who never married has no marriages; the others have one at least until they say how many."""
    if told.answers.get("status") == "single":
        family.keep_spouses(person=told.person, count=0)


def marriages(told: Told) -> None:
    """Keep as many marriages as were counted."""
    family.keep_spouses(person=told.person, count=told.number("number"))


def marriage(told: Told) -> None:
    """Note when and where a marriage was concluded."""
    family.describe_marriage(
        person=told.applicant,
        spouse=told.person,
        married_on=told.text("on"),
        place=told.place("name"),
        area=told.place("area"),
    )


def marriage_end(told: Told) -> None:
    """Note how a marriage ended; a spouse who died, died then."""
    ended_by = told.text("ended_by")
    lasts = ended_by == "lasts"
    family.describe_marriage(
        person=told.applicant,
        spouse=told.person,
        ended_on="" if lasts else told.text("on"),
        ended_by="" if lasts else ended_by,
    )
    told.person.refresh_from_db()
    family.describe(person=told.person, changes={"died_on": told.text("on") if ended_by == "death" else ""})


def children(told: Told) -> None:
    """Without children included there are none in the application."""
    if told.answers.get("any") is not True:
        keep_children(application=told.application, count=0)


def children_count(told: Told) -> None:
    """Keep as many children as were counted."""
    keep_children(application=told.application, count=told.number("number"))


def other_parent(told: Told) -> None:
    """Tie a child to its other parent: a spouse, somebody new, or nobody."""
    who, applicant = told.text("parent"), told.application.applicant
    if who == "none":
        family.remove_other_parent(child=told.person, parent=applicant)
    else:
        other = Person.objects.get(pk=int(who), family=told.person.family_id) if who.isdigit() else None
        family.set_other_parent(child=told.person, parent=applicant, other=other)


def other_parent_details(told: Told) -> None:
    """Describe the other parent of a child."""
    other = family.set_other_parent(child=told.person, parent=told.application.applicant, other=None)
    family.describe(
        person=other,
        changes={
            "family_name": told.text("family_name"),
            "given_name": told.text("given_name"),
            "born_on": told.text("on"),
            "birth_place": told.place("name"),
            "birth_area": told.place("area"),
        },
    )


def sex(told: Told) -> None:
    """Father or mother of the children included follows from the sex."""
    told.person.refresh_from_db()
    family.settle_roles(parent=told.person)


def language(told: Told) -> None:
    """Letters about the application come in the language chosen."""
    choose_language(application=told.application, language=told.text("language"))


GROWTH: Mapping[str, Grow] = {
    "sex": sex,
    "contact": language,
    "marital-status": marital_status,
    "marriages": marriages,
    "marriage": marriage,
    "marriage-end": marriage_end,
    "parents": parents,
    "ancestor-parents": parents,
    "children": children,
    "children-count": children_count,
    "child-other-parent": other_parent,
    "child-other-parent-details": other_parent_details,
}

GROWS_PEOPLE = frozenset(GROWTH) - {"contact", "marriage", "marriage-end"}
"""Pages that change who there is or how people are tied, not only what is known of them."""
