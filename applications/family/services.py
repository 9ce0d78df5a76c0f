"""Verbs that write the family graph."""

from collections.abc import Iterable, Mapping

from anyascii import anyascii
from django.db import connection, transaction
from django.db.models import ProtectedError

from applications.core.models import User
from applications.family.models import Family, Marriage, Parentage, Person

SEARCHED = ("family_name", "given_name", "birth_name", "sex", "born_on", "birth_place", "birth_area", "died_on")


def family_of(account: User) -> Family:
    """Return the account's family, making it first when there is none."""
    return Family.objects.get_or_create(account=account)[0]


def describe(*, person: Person, changes: Mapping[str, str]) -> Person:
    """Write what must be found about a person (any of SEARCHED); other keys raise KeyError."""
    for name, value in changes.items():
        if name not in SEARCHED:
            raise KeyError(name)
        setattr(person, name, value)
    person.search = folded(f"{person.family_name} {person.given_name} {person.birth_name}")
    person.save()
    return person


def folded(text: str) -> str:
    """Return a text as the search compares it: Latin letters without accents, lower case, single spaces."""
    return " ".join(anyascii(text).lower().split())


def set_parent(*, child: Person, role: str, tie: str = Parentage.Tie.BIRTH, on: str = "") -> Person:
    """Return the child's father or mother (``role``), adding the person to the family when not there yet."""
    found = Parentage.objects.filter(child=child, role=role, tie=tie).select_related("parent").first()
    if found:
        return found.parent
    with transaction.atomic():
        sex = Person.Sex.MALE if role == "father" else Person.Sex.FEMALE
        parent = Person.objects.create(family=child.family, sex=sex)
        Parentage.objects.create(child=child, parent=parent, role=role, tie=tie, on=on)
    return parent


def remove_parent(*, child: Person, role: str, tie: str = Parentage.Tie.BIRTH) -> None:
    """Cut the tie to a parent; the person stays in the family where a paper, another tie or an application needs it."""
    Parentage.objects.filter(child=child, role=role, tie=tie).delete()


def add_child(*, parent: Person, changes: Mapping[str, str]) -> Person:
    """Return a new child of ``parent``, who is its father or mother by his or her own sex."""
    with transaction.atomic():
        child = Person.objects.create(family=parent.family)
        role = "mother" if parent.sex == Person.Sex.FEMALE else "father"
        Parentage.objects.create(child=child, parent=parent, role=role)
        return describe(person=child, changes=changes)


def add_sibling(*, person: Person) -> Person:
    """Return a new child of the same parents by birth: the line of the family is shared."""
    with transaction.atomic():
        sibling = Person.objects.create(family=person.family)
        for tie in Parentage.objects.filter(child=person, tie=Parentage.Tie.BIRTH):
            Parentage.objects.create(child=sibling, parent=tie.parent, role=tie.role)
        return sibling


def add_marriage(*, person: Person, **details: str) -> Marriage:
    """Return a new marriage of ``person``; the spouse becomes a person of the family."""
    with transaction.atomic():
        spouse = Person.objects.create(family=person.family)
        return Marriage.objects.create(person=person, spouse=spouse, **details)


def keep_spouses(*, person: Person, count: int) -> None:
    """Let ``person`` have ``count`` marriages, the latest first: new ones are added, the last ones are taken away."""
    with transaction.atomic():
        marriages = list(Marriage.objects.filter(person=person).order_by("pk"))
        for marriage in marriages[count:]:
            marriage.delete()
        for _ in range(count - len(marriages)):
            add_marriage(person=person)


def remove_marriage(*, person: Person, spouse: Person) -> None:
    """Take one marriage of ``person`` away."""
    Marriage.objects.filter(person=person, spouse=spouse).delete()


def describe_marriage(*, person: Person, spouse: Person, **details: str) -> None:
    """Write what must be found about a marriage (texts by the names of Marriage's fields; others raise FieldDoesNotExist)."""
    columns = ", ".join(f"{Marriage._meta.get_field(name).name} = %s" for name in details)
    statement = f"UPDATE {Marriage._meta.db_table} SET {columns} WHERE person_id = %s AND spouse_id = %s"  # noqa: S608 - names of columns
    with connection.cursor() as cursor:
        cursor.execute(statement, [*details.values(), person.pk, spouse.pk])


def set_other_parent(*, child: Person, parent: Person, other: Person | None) -> Person:
    """Make ``other`` the child's second parent by birth beside ``parent``, or a new person where it is None."""
    with transaction.atomic():
        mine = Parentage.objects.filter(child=child, parent=parent, tie=Parentage.Tie.BIRTH).first()
        role = "father" if mine and mine.role == "mother" else "mother"
        tie = Parentage.objects.filter(child=child, role=role, tie=Parentage.Tie.BIRTH).select_related("parent").first()
        if other is None:
            spouses = Marriage.objects.filter(person=parent).values_list("spouse_id", flat=True)
            if tie and tie.parent_id not in spouses:
                return tie.parent
            other = Person.objects.create(family=child.family, sex="male" if role == "father" else "female")
        Parentage.objects.update_or_create(child=child, role=role, tie=Parentage.Tie.BIRTH, defaults={"parent": other})
        return other


def remove_other_parent(*, child: Person, parent: Person) -> None:
    """Cut the ties by birth of a child to everybody but ``parent``."""
    Parentage.objects.filter(child=child, tie=Parentage.Tie.BIRTH).exclude(parent=parent).delete()


def settle_roles(*, parent: Person) -> None:
    """Make somebody the father or mother of all his or her children by his or her own sex; other parents follow."""
    role = "mother" if parent.sex == Person.Sex.FEMALE else "father"
    other = "father" if role == "mother" else "mother"
    with transaction.atomic():
        for tie in Parentage.objects.filter(parent=parent, tie=Parentage.Tie.BIRTH).exclude(role=role):
            second = Parentage.objects.filter(child=tie.child_id, tie=tie.tie).exclude(pk=tie.pk).first()
            if second:
                second.delete()
            tie.role = role
            tie.save(update_fields=["role"])
            if second:
                Parentage.objects.create(child=tie.child, parent=second.parent, role=other, tie=tie.tie, on=second.on)


def forget(people: Iterable[int]) -> None:
    """Remove persons whom no application speaks of any more; who has papers, findings or a case of his own stays."""
    for person in Person.objects.filter(pk__in=list(people), papers=None, applications=None, included_in=None):
        try:
            with transaction.atomic():
                person.delete()
        except ProtectedError:
            continue
