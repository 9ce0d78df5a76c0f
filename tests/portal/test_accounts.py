"""Accounts: sign-up by code, the offer of a second factor, languages, and what happens when things go wrong."""

import re
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client

from applications.core.models import User
from portal.accounts.mail import CODES, NOTICES, written
from tests import personas

pytestmark = pytest.mark.django_db
CODE = re.compile(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", re.MULTILINE)
PASSWORD = personas.PASSWORD
CARRY_A_CODE = {
    "account/email/email_confirmation_signup",
    "account/email/email_confirmation",
    "account/email/password_reset_code",
}


@pytest.fixture(autouse=True)
def outbox(settings):
    """Keep e-mails in memory."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def ilona() -> User:
    """An applicant whose address is confirmed and who has seen the offer."""
    user = personas.applicant()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def newest_code() -> str:
    """Return the code of the e-mail sent last."""
    return CODE.findall(mail.outbox[-1].body)[-1]


def sign_in(client: Client, user: User, **more: str):
    """Send the sign-in page's form."""
    return client.post("/account/login/", {"login": user.email, "password": PASSWORD, **more})


def test_a_new_account_is_confirmed_by_code_and_offered_a_second_factor(client):
    client.cookies["django_language"] = "en"
    sent = client.post("/account/signup/", {"email": "Anna@Example.org", "password1": PASSWORD})
    assert sent.status_code == 302
    assert "_auth_user_id" not in client.session

    wrong = client.post("/account/confirm-email/", {"code": "AAAA-AAAA"})
    assert wrong.status_code == 200
    assert "That is not the code we sent" in wrong.content.decode()

    right = client.post("/account/confirm-email/", {"code": newest_code()})
    assert right["Location"] == "/account/protect/"
    user = User.objects.get(email="anna@example.org")
    assert (user.language, user.second_factor_offered_at) == ("en", None)

    assert client.post("/account/protect/", {"answer": "later"})["Location"] == "/my/"
    user.refresh_from_db()
    assert user.second_factor_offered_at is not None


def test_the_second_factor_is_offered_once(client, ilona):
    assert sign_in(client, ilona)["Location"] == "/account/protect/"
    client.post("/account/protect/", {"answer": "now"})
    client.post("/account/logout/")

    assert sign_in(client, ilona)["Location"] == "/my/"


def test_staff_are_led_to_the_office(client):
    klara = personas.staff("klara")
    EmailAddress.objects.create(user=klara, email=klara.email, verified=True, primary=True)
    sign_in(client, klara)

    assert client.post("/account/protect/", {"answer": "later"})["Location"] == "/office/"


def test_the_secret_of_an_authenticator_app_lies_encrypted(client, ilona):
    secret = generate_totp_secret()
    TOTP.activate(ilona, secret)

    assert secret not in str(Authenticator.objects.get(user=ilona).data)
    assert sign_in(client, ilona)["Location"].startswith("/account/2fa/authenticate/")


def test_an_address_that_has_an_account_is_told_by_e_mail_only(client, ilona):
    client.cookies["django_language"] = "en"
    known = client.post("/account/signup/", {"email": ilona.email, "password1": PASSWORD})
    unknown = Client().post("/account/signup/", {"email": "nobody@example.org", "password1": PASSWORD})

    assert known["Location"] == unknown["Location"]
    assert mail.outbox[0].subject == "Önnek már van fiókja", "in the language of the account, not of the page"


def test_a_forgotten_password_is_chosen_anew_by_code(client, ilona):
    client.post("/account/password/reset/", {"email": ilona.email})
    client.post("/account/password/reset/confirm/", {"code": newest_code()})
    client.post("/account/password/reset/complete/", {"password1": "egy-masik-jelszo", "password2": "egy-masik-jelszo"})

    ilona.refresh_from_db()
    assert ilona.check_password("egy-masik-jelszo")


@pytest.mark.parametrize("language", ["hu", "en"])
@pytest.mark.parametrize("name", [*CODES, *NOTICES])
def test_every_account_e_mail_says_the_same_as_text_and_html(name, language):
    words = {
        "code": "ABCD-2345",
        "email": "a@b.hu",
        "password_reset_url": "http://x/reset",
        "signup_url": "http://x/signup",
        "user_agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
        "ip": "192.0.2.1",
    }
    message = written(name, "a@b.hu", language, words)
    html = message.alternatives[0].content

    assert message.subject
    assert "\n" not in message.subject
    assert "{{" not in message.body + html
    assert "Honpolgár" in message.body
    assert settings.SITE_URL in message.body
    if name in CARRY_A_CODE:
        assert "ABCD-2345" in message.body
        assert "ABCD-2345" in html


class Silent(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, email_messages: object) -> int:
        """Fail as a socket does."""
        raise ConnectionRefusedError


def test_a_mail_server_that_is_down_is_said_and_loses_nothing(client, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Silent"
    client.cookies["django_language"] = "en"
    answer = client.post("/account/signup/", {"email": "anna@example.org", "password1": PASSWORD})

    assert answer.status_code == 503
    assert "Our mail server does not answer" in answer.content.decode()


def test_the_language_is_remembered_by_browser_and_account(client, ilona):
    client.force_login(ilona)
    answer = client.post("/account/language/", {"language": "en", "next": "/guidance/papers/?x=1"})
    assert answer["Location"] == "/guidance/papers/?x=1"
    assert client.cookies["django_language"].value == "en"

    ilona.refresh_from_db()
    elsewhere = Client(headers={"accept-language": "hu"})
    elsewhere.force_login(ilona)
    assert 'lang="en"' in elsewhere.get("/guidance/").content.decode()


def test_the_language_switch_leads_to_no_other_site(client):
    answer = client.post("/account/language/", {"language": "en", "next": "https://elsewhere.example/"})

    assert "elsewhere" not in answer["Location"]


def test_a_language_we_do_not_speak_changes_nothing(client, ilona):
    client.force_login(ilona)
    client.post("/account/language/", {"language": "xx", "next": "/"})

    ilona.refresh_from_db()
    assert ilona.language == "hu"


def test_an_ended_session_keeps_its_promise(client, ilona):
    client.cookies["django_language"] = "en"
    client.force_login(ilona)
    client.session.flush()
    client.cookies[settings.SESSION_COOKIE_NAME] = "gone"

    page = client.get("/my/", follow=True).content.decode()
    assert "Your session has ended" in page
    assert "Every page you saved is kept" in page
    assert "Your session has ended" not in Client().get("/account/login/?next=/my/", follow=True).content.decode()


def test_work_keeps_a_session_alive_but_writes_seldom(client, ilona, tell_time):
    client.force_login(ilona)
    seen = []
    for minute in (0, 9, 11):
        tell_time(datetime(2026, 5, 10, 12, minute, tzinfo=UTC))
        client.get("/account/")
        seen.append(client.session["seen_at"])

    assert seen[0] == seen[1]
    assert seen[2] - seen[0] == 11 * 60


def test_a_reader_can_stay_signed_in_without_leaving_the_page(client, ilona):
    client.force_login(ilona)

    assert client.get("/account/stay/").status_code == 204
    assert Client().get("/account/stay/").status_code == 401


def test_too_many_attempts_get_a_page_of_their_own(client, ilona):
    client.cookies["django_language"] = "en"
    pages = [client.post("/account/password/reset/", {"email": f"a{n}@example.org"}) for n in range(25)]
    refused = [page for page in pages if page.status_code == 429]

    assert refused
    assert "Too many attempts" in refused[-1].content.decode()


def test_wrong_passwords_are_counted(client, ilona):
    client.cookies["django_language"] = "en"
    for _ in range(6):
        page = client.post("/account/login/", {"login": ilona.email, "password": "rossz"})

    assert "Too many attempts to sign in" in page.content.decode()


def test_a_form_that_is_too_old_gets_a_kind_answer():
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["django_language"] = "en"
    answer = strict.post("/account/login/", {"login": "a@b.hu", "password": "x"})

    assert answer.status_code == 403
    assert "This page was open for too long" in answer.content.decode()
