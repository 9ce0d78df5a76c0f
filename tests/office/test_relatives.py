"""What papers are compared with: everybody's names and days as answered, up the line."""

from applications.assessment import expected as answered
from applications.documents.services import add_paper
from applications.family.services import describe, set_parent
from applications.intake.services import save_answers
from applications.pipeline import checking
from tests.office.cases import ancestors, with_paper


def expected(case, person):
    return answered.expected(application=case, person=person)


def test_the_applicants_parents_and_their_wedding(road):
    case = road.case
    mother = set_parent(child=case.applicant, role="mother")
    describe(person=mother, changes={"family_name": "Nagy", "given_name": "Mária", "birth_name": "Nagy Mária"})
    save_answers(
        application=case,
        person=case.applicant,
        step="parents-marriage",
        data={"married": "yes", "on": "1980-05-03"},
        form_version="1",
        shared=False,
        actor=case.account,
    )
    father = ancestors(case)[0]

    found = expected(case, case.applicant)

    assert (found.born_on, found.born_place) == ("1985-06-01", "Kolozsvár")
    assert found.father is not None
    assert found.father.names == ("Kovács István",)
    assert found.father.partners == ("Nagy Mária",)
    assert found.mother is not None
    assert found.mother.partners == ("Kovács István",)
    assert found.mother.circle == {str(each.pk) for each in (case.applicant, father, mother)}
    wedding = found.couples[-1]
    assert (wedding.one.person, wedding.other.person, wedding.married_on) == (
        str(father.pk),
        str(mother.pk),
        "1980-05-03",
    )


def test_a_person_further_up_the_line(road):
    father, grandfather = ancestors(road.case)

    found = expected(road.case, father)

    assert found.father is not None
    assert found.father.person == str(grandfather.pk)
    assert found.mother is None
    assert found.couples == ()
    assert found.kin.names == ("Kovács István",)


def test_queries_do_not_grow_with_the_papers(road, django_assert_max_num_queries):
    with_paper(road.case)
    add_paper(person=road.case.applicant, kind="other", actor=road.case.account, chain=road.case.reference)

    with django_assert_max_num_queries(12):
        expected(road.case, road.case.applicant)
    assert checking.preflight(road.case)
