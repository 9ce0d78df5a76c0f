"""Who comes in: staff in a role. Strangers are sent to the sign-in, applicants find nothing."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from applications.core.models import User
from applications.core.roles import ROLES
from tests import personas
from tests.office.cases import Road
from tests.office.pages import act_url, case_url

PLACES = [
    "/office/",
    "/office/applications/application/",
    "/office/president/",
    "/office/health/",
    "/office/applications/journalentry/",
    "/office/applications/user/",
    "/office/applications/office/",
    "/office/applications/slot/",
    "/office/applications/message/",
    "/office/applications/job/",
    "/office/applications/finding/",
    "/office/applications/decision/",
    "/office/applications/journalanchor/",
]
MAY = {
    "klara": {0, 1, 8},
    "csaba": {0, 1, 8},
    "denes": {0, 1, 2, 8},
    "agota": {0, 1, 4, 8, 9, 10, 11, 12},
    "adam": {3, 5, 6, 7, 9},
}


def test_every_role_has_its_group(db):
    assert set(Group.objects.values_list("name", flat=True)) >= set(ROLES)


@pytest.mark.parametrize("place", PLACES)
def test_strangers_are_sent_to_sign_in(db, place):
    answer = Client().get(place, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/account/login/")
    assert "next=/office/" in answer.redirect_chain[-1][0]


@pytest.mark.parametrize("place", PLACES)
def test_applicants_find_nothing(db, place):
    client = Client()
    client.force_login(personas.applicant(), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(place, follow=True).status_code == 404


def test_staff_without_a_role_finds_nothing(db):
    client = Client()
    client.force_login(
        User.objects.create_user("x@example.hu", is_staff=True), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert client.get("/office/", follow=True).status_code == 404


def test_closed_accounts_stay_out(signed_in):
    client = signed_in("klara")
    User.objects.filter(email="klara@example.hu").update(is_active=False)
    assert client.get("/office/", follow=True).redirect_chain[-1][0].startswith("/account/login/")


@pytest.mark.parametrize("name", list(MAY))
def test_each_role_sees_its_own_places(signed_in, name):
    client = signed_in(name)
    seen = {number for number, place in enumerate(PLACES) if client.get(place).status_code == 200}
    assert seen == MAY[name]


def test_the_administrator_sees_no_case(signed_in):
    case = Road().to("filed")
    client = signed_in("adam")
    assert client.get("/office/applications/application/").status_code == 403
    assert client.get(case_url(case)).status_code in (403, 404)
    assert client.get(act_url(case, "take_up")).status_code in (403, 404)
    for place in ("/office/applications/user/", "/office/applications/job/", "/office/health/"):
        page = client.get(place).content.decode()
        assert case.reference not in page
        assert "Kovács Ilona" not in page


def test_the_technical_operator_is_an_administrator(db):
    client = Client()
    operator = User.objects.create_superuser("op@example.hu", "x")
    client.force_login(operator, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/office/health/").status_code == 200
    assert client.get("/office/applications/application/").status_code == 403


def test_there_is_no_list_of_tables(signed_in):
    assert signed_in("klara").get("/office/applications/").status_code == 404


def test_pages_carry_the_strict_policy_and_no_inline_style(signed_in):
    Road().to("filed")
    client = signed_in("klara")
    for place in ("/office/", "/office/applications/application/?queue=all"):
        answer = client.get(place)
        assert "style-src 'self'" in answer.headers["Content-Security-Policy"]
        page = answer.content.decode()
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page


def test_pages_speak_hungarian_too(signed_in):
    client = signed_in("klara")
    client.cookies["django_language"] = "hu"
    assert '<html lang="hu">' in client.get("/office/").content.decode()
