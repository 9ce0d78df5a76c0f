"""What the answers say of a person, for comparison with a paper about him or her."""

from applications.assessment import relatives
from applications.assessment.told import Told
from applications.documents.check import ExpectedPerson
from applications.family.models import Marriage, Parentage, Person
from applications.intake.models import Application
from applications.intake.queries import saved_pages


def expected(*, application: Application, person: Person) -> ExpectedPerson:
    """Return what the answers say of a person, for comparison with a paper about him or her.

    Every name ever borne counts: papers carry the name of their day.
    """
    pages = saved_pages(application)
    told = Told(person.pk, pages)
    ties = list(
        Parentage.objects.filter(child__family=application.family_id, tie=Parentage.Tie.BIRTH)
        .select_related("parent")
        .order_by("role")
    )
    marriages = list(
        Marriage.objects.filter(person__family=application.family_id).select_related("person", "spouse").order_by("pk")
    )
    own = relatives.kin(person, pages=pages, ties=ties, marriages=marriages)
    parents = {
        tie.role: relatives.kin(tie.parent, pages=pages, ties=ties, marriages=marriages)
        for tie in ties
        if tie.child_id == person.pk
    }
    held = [*told.items("nationalities"), *told.items("child-nationalities"), *told.items("spouse-nationality")]
    return ExpectedPerson(
        family_names=own.family_names,
        given_names=own.given_names,
        born_on=person.born_on or None,
        sex=person.sex or None,
        document_number=told.text("document", "number") or told.text("child-document", "number") or None,
        nationalities=tuple(each["country"] for each in held),
        person=own.person,
        born_place=person.birth_place or None,
        father=parents.get("father"),
        mother=parents.get("mother"),
        couples=relatives.couples(person, pages=pages, ties=ties, marriages=marriages),
        partners=own.partners,
        circle=own.circle,
    )
