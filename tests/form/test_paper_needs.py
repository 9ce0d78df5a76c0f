"""The list of papers follows from the rules: the line up to the citizen, whom it is about, and by which section."""

import pytest
from django.test import Client
from django.urls import reverse

from applications.core import clock
from applications.demo.families import family
from applications.documents.services import add_paper
from applications.intake.models import Application
from portal.public.draft import open_draft
from portal.public.household import About, ends_line, line
from portal.public.paper_needs import Need, needs
from tests.browser.told import told
from tests.form.walking import Wishes, started, walk

pytestmark = pytest.mark.django_db


def answered(client: Client, wishes: Wishes, citizen: tuple[str, ...] = ()) -> Application:
    """Return a draft of a family of Transylvania, answered up to the oath; ``citizen`` was one, as nobody else says."""
    household = family(11, 15, country="RO", filed_on=clock.today())
    case = started(client)

    def tell(stop):
        said = {**told(household, stop.asked, stop.step.id), **wishes.get(stop.step.id, {})}
        if citizen and stop.step.id == "ancestor-hungarian":
            said["citizen"] = "yes" if stop.asked.trail == citizen else "no"
        return said

    walk(client, case, {}, tell, until="oath-place")
    return case


@pytest.fixture
def case(browser_of_ilona: Client) -> Application:
    """The draft of somebody who was never a citizen."""
    return answered(browser_of_ilona, {"hungarian-before": {"citizen": "no"}})


def wanted(case: Application) -> dict[tuple[int, str], Need]:
    """Return the needs by person and usual kind."""
    return {(need.person, need.kinds[0]): need for need in needs(open_draft(case))}


def test_the_line_to_the_citizen_is_to_be_proved_and_nobody_else(case: Application) -> None:
    draft = open_draft(case)
    ancestors = list(line(draft.household))
    citizen = next(asked for asked in ancestors if ends_line(draft.household, asked.person))
    between = [asked for asked in ancestors if citizen.trail[: len(asked.trail)] == asked.trail and asked != citizen]
    assert between, "somebody stands between applicant and citizen"
    aside = [asked for asked in ancestors if citizen.trail[: len(asked.trail)] != asked.trail]
    assert aside, "there are other lines"

    found = wanted(case)

    assert "old_passport" in found[citizen.person, "citizenship_certificate"].kinds
    for asked in between:
        need = found[asked.person, "birth_certificate"]
        assert need.kinds == ("birth_certificate", "church_register")
        assert need.law[0] == "Ápt. 4. § (3)"
    assert not {person for person, _kind in found} & {asked.person for asked in aside}
    assert not [key for key in found if key[1] == "former_citizenship_proof"]


def test_a_nearer_citizen_ends_the_line_earlier(browser_of_ilona: Client) -> None:
    case = answered(browser_of_ilona, {}, citizen=("father",))
    (father,) = [asked for asked in line(open_draft(case).household) if asked.trail == ("father",)]

    found = wanted(case)

    assert {person for person, kind in found if kind == "citizenship_certificate"} == {father.person}
    assert (father.person, "birth_certificate") not in found
    assert "birth_certificate" in {kind for person, kind in found if person == case.applicant_id}


def test_a_citizenship_that_ended_is_proved_with_its_end(browser_of_ilona: Client) -> None:
    case = answered(browser_of_ilona, {"hungarian-before": {"citizen": "yes"}})

    assert (case.applicant_id, "former_citizenship_proof") in wanted(case)


def test_an_empty_draft_begins_with_the_first_link(draft: Application) -> None:
    found = wanted(draft)

    assert {kind for _person, kind in found} == {"passport", "cv_handwritten", "photo", "birth_certificate"}
    assert all(need.law for need in found.values())


def test_a_paper_meets_its_need_and_the_page_names_what_does_as_well(
    browser_of_ilona: Client, case: Application
) -> None:
    person = next(need.person for need in needs(open_draft(case)) if need.kinds[0] == "citizenship_certificate")
    address = reverse("public:papers", args=[case.reference])
    before = browser_of_ilona.get(address).content.decode()
    about = case.family.people.get(pk=person)

    add_paper(person=about, kind="military_record", actor=case.account, chain=case.reference)

    after = browser_of_ilona.get(address).content.decode()
    offered = f'href="{reverse("public:paper_add", args=[case.reference])}?kind=military_record&amp;person={person}"'
    assert offered in before
    assert offered not in after
    assert "Military record book" in after
    assert before.count("missing") == after.count("missing") + 1
    assert "Ápt. 4. § (3)" in before
    assert "Decree 125/1993, 2. § (1)" in before
    browser_of_ilona.cookies["django_language"] = "hu"
    assert "125/1993. (IX. 22.) Korm. rendelet 2. § (1)" in browser_of_ilona.get(address).content.decode()


def test_whom_a_need_is_about_is_on_the_path(case: Application) -> None:
    people = {stop.asked.person: stop.asked.about for stop in open_draft(case).stops}

    assert all(people[need.person] in About for need in needs(open_draft(case)))
