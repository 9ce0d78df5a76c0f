"""Whose it is not, finds nothing: no page, paper, picture or letter of somebody else's case."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse

from applications.core import jobs
from applications.core.models import User
from applications.correspondence.models import Letter, Message
from applications.documents.models import PaperFile
from applications.intake.models import Application
from portal.public.urls import urlpatterns
from tests import personas
from tests.adversity.conftest import reading_english
from tests.office.cases import Road, with_paper

Values = dict[str, Callable[[Application], object]]
VALUES: Values = {
    "reference": lambda case: case.reference,
    "person": lambda case: case.applicant_id,
    "step": lambda case: "name",
    "paper": lambda case: PaperFile.objects.earliest("pk").paper_id,
    "file": lambda case: PaperFile.objects.earliest("pk").pk,
    "number": lambda case: 1,
    "size": lambda case: "page",
    "letter": lambda case: Letter.objects.filter(application=case).earliest("pk").pk,
    "message": lambda case: Message.objects.filter(application=case).earliest("pk").pk,
}
OWN = [
    pattern.name
    for pattern in urlpatterns
    if set(pattern.pattern.converters) & {"reference", "paper", "file", "letter", "message"}
]


@pytest.fixture(scope="module")
def case(committed_db: None) -> Application:
    """Ilona's case under review, with a paper, letters and messages; nobody here may change anything of it."""
    road = Road(personas.applicant())
    with_paper(road.case)
    made = road.to("under_review")
    jobs.drain()
    return made


@pytest.fixture(scope="module")
def mari(committed_db: None) -> Client:
    """The browser of a stranger who has an account too."""
    return reading_english(personas.applicant("mari"))


@pytest.fixture(scope="module")
def adam(committed_db: None) -> Client:
    """The administrator's browser."""
    return reading_english(personas.staff("adam"))


def address(name: str, case: Application) -> str:
    """Return the address of a page of the case."""
    pattern = next(each for each in urlpatterns if each.name == name)
    return reverse(f"public:{name}", kwargs={key: VALUES[key](case) for key in pattern.pattern.converters})


def asked(client: Client, url: str) -> Iterator[int]:
    """Yield the answers to reading a page and to posting to it; a page that is not read or not posted to is left out."""
    for send in (client.get, client.post):
        status = send(url).status_code
        if status != 405:
            yield status


@pytest.mark.parametrize("name", OWN)
def test_a_stranger_learns_nothing(case: Application, mari: Client, name: str):
    answers = set(asked(mari, address(name, case)))

    assert answers == {404}, answers


@pytest.mark.parametrize("name", OWN)
def test_who_is_not_signed_in_is_led_to_the_sign_in_page(case: Application, client: Client, name: str):
    for send in (client.get, client.post):
        answer = send(address(name, case))
        assert answer.status_code == 405 or answer["Location"].startswith("/account/login/"), (answer.status_code, name)


@pytest.mark.parametrize("path", ["", "applications/application/", "health/", "president/", "applications/user/"])
def test_an_applicant_finds_no_office(mari: Client, path: str):
    assert mari.get(f"/office/{path}", follow=True).status_code == 404


def test_an_officer_finds_nothing_of_his_own_case(case: Application, request: pytest.FixtureRequest):
    kamill = personas.staff("kamill")
    Application.objects.filter(pk=case.pk).update(account=kamill)
    request.addfinalizer(lambda: Application.objects.filter(pk=case.pk).update(account=case.account))
    office = reading_english(kamill)

    assert office.get(f"/office/applications/application/{case.pk}/change/", follow=True).status_code in (403, 404)
    assert office.get(f"/office/applications/application/{case.pk}/act/recommend/").status_code == 404
    for page in (f"applications/application/?q={case.reference}", "applications/application/?queue=all", ""):
        assert f"/{case.pk}/change/" not in office.get(f"/office/{page}").content.decode()


def test_an_administrator_sees_no_case(case: Application, adam: Client):
    for path in (
        "",
        "application/",
        f"application/{case.pk}/change/",
        f"application/{case.pk}/act/recommend/",
        "message/",
    ):
        assert adam.get(f"/office/applications/{path}", follow=True).status_code in (403, 404), path


def test_a_clerk_does_not_decide(case: Application):
    office = reading_english(User.objects.get(email="csaba@example.hu"))

    for act in ("recommend", "approve", "record_grant", "terminate"):
        assert office.get(f"/office/applications/application/{case.pk}/act/{act}/").status_code == 403, act


def test_an_officer_sees_a_paper_by_the_office_only(case: Application, adam: Client):
    office = reading_english(User.objects.get(email="klara@example.hu"))
    file = PaperFile.objects.earliest("pk")

    assert office.get(f"/files/{file.pk}/").status_code == 404
    picture = reverse("admin:case_picture", args=[case.pk, file.pk, 1, "page"])
    assert office.get(picture).status_code == 200
    assert adam.get(picture).status_code in (403, 404)
