"""A person's relatives by every name they ever bore: what papers are compared with, for all generations of the line."""

from collections.abc import Iterator, Sequence

from applications.assessment.told import Told
from applications.documents.comparison import Couple, Kin
from applications.family.models import Marriage, Parentage, Person
from applications.intake.queries import SavedPages

Ties = Sequence[Parentage]


def names_borne(person: Person, pages: SavedPages) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return all family names and all given names that the answers give a person, as far as they are known."""
    told = Told(person.pk, pages)
    family = [person.family_name]
    given = [person.given_name]
    for step in ("birth-name", "spouse-name"):
        family.append(told.text(step, "birth_family_name"))
        given.append(told.text(step, "birth_given_name"))
    if told.said("former-names", "any") is True:
        for former in told.items("former-name-list"):
            family.append(former["family_name"])
            given.append(former["given_name"])
    for whole in (person.birth_name, told.text("ancestor-name", "later_name")):
        first, _space, rest = whole.partition(" ")
        family.append(first)
        given.append(rest)
    return tuple(dict.fromkeys(filter(None, family))), tuple(dict.fromkeys(filter(None, given)))


def kin(person: Person, *, pages: SavedPages, ties: Ties, marriages: Sequence[Marriage]) -> Kin:
    """Return a person with the names of husbands and wives: those of a marriage, and the other parent of a child.

    ``ties`` and ``marriages`` are those of the whole family, with their persons.
    """
    partners = dict.fromkeys(
        partner for partner, _on, _kept in unions(person, pages=pages, ties=ties, marriages=marriages)
    )
    circle = {person.pk} | {kept for _partner, _on, kept in unions(person, pages=pages, ties=ties, marriages=marriages)}
    family, given = names_borne(person, pages)
    return Kin(
        person=str(person.pk),
        family_names=family,
        given_names=given,
        partners=tuple(partner.full_name for partner in partners if partner.full_name),
        circle=frozenset(str(one) for one in circle | {partner.pk for partner in partners}),
    )


def unions(
    person: Person, *, pages: SavedPages, ties: Ties, marriages: Sequence[Marriage]
) -> Iterator[tuple[Person, str, int]]:
    """Yield whom somebody married, on which day if it was answered, and among whose papers the certificate is kept."""
    for row in marriages:
        if person.pk in (row.person_id, row.spouse_id):
            yield (row.spouse if row.person_id == person.pk else row.person), row.married_on, row.spouse_id
    children = {tie.child_id for tie in ties if tie.parent_id == person.pk}
    for tie in ties:
        if tie.child_id in children and tie.parent_id != person.pk:
            yield tie.parent, wedding_of_parents(tie.child_id, pages), tie.child_id


def wedding_of_parents(child: int, pages: SavedPages) -> str:
    """Return the day on which a child's parents married, empty where it was not answered."""
    told = Told(child, pages)
    return next((on for step in ("parents-marriage", "ancestor-parents-marriage") if (on := told.text(step, "on"))), "")


def couples(person: Person, *, pages: SavedPages, ties: Ties, marriages: Sequence[Marriage]) -> tuple[Couple, ...]:
    """Return the marriages that a paper kept under a person can be about: his or her own, and that of the parents."""

    def known(one: Person) -> Kin:
        return kin(one, pages=pages, ties=ties, marriages=marriages)

    own = [
        Couple(known(person), known(partner), on or None)
        for partner, on, _kept in unions(person, pages=pages, ties=ties, marriages=marriages)
    ]
    parents = [tie.parent for tie in ties if tie.child_id == person.pk]
    if len(parents) == 2:  # noqa: PLR2004 - father and mother
        own.append(Couple(known(parents[0]), known(parents[1]), wedding_of_parents(person.pk, pages) or None))
    return tuple(dict.fromkeys(own))
