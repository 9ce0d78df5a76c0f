"""Bad answers, stale tabs, double clicks, going back, coming back, and branches left behind."""

from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from applications.core.models import JournalEntry, User
from applications.family.models import Person
from applications.intake.models import Answers, Application
from portal.public.draft import open_draft
from portal.public.step import Stop, path
from tests.form.walking import answer

pytestmark = pytest.mark.django_db

NAME = {"family_name": "Kovács", "given_name": "Ilona", "version": "0", "go": "next"}


def at(draft: Application, step: str, person: int | None = None) -> str:
    """Return the address of a page."""
    if person:
        return reverse("public:person_step", args=[draft.reference, person, step])
    return reverse("public:step", args=[draft.reference, step])


def stop_at(draft: Application, step: str) -> Stop:
    """Return the first page of this step on the path."""
    return next(stop for stop in path(open_draft(draft).household) if stop.step.id == step)


def told(draft: Application) -> dict[tuple[int, str], object]:
    """Return what is saved, by person and step."""
    return {(row.person_id, row.step): row.data for row in Answers.objects.all()}


def test_a_bad_answer_is_told_beside_its_field_and_in_the_summary(browser_of_ilona: Client, draft: Application) -> None:
    page = browser_of_ilona.post(
        at(draft, "birth"), {"on_year": "1985", "on_month": "13", "on_day": "3", "place": "Kolozsvár", "country": "RO"}
    )

    words = page.content.decode()
    assert page.status_code == 422
    assert 'id="id_on_error"' in words
    assert 'href="#id_on_month"' in words
    assert "There is a problem" in words
    assert 'value="1985"' in words
    assert not Answers.objects.exists()


def test_what_was_left_empty_stands_in_one_row_before_sending(browser_of_ilona: Client, draft: Application) -> None:
    home = {"country": "RO", "town": "Kolozsvár", "street": "Petőfi u. 12", "version": "0", "go": "next"}
    assert browser_of_ilona.post(at(draft, "address"), home).status_code == 302

    page = browser_of_ilona.get(reverse("public:check", args=[draft.reference])).content.decode()

    assert page.count('<div class="empty">') == 1
    met = page.split("What is met already (", 1)[1].split("</details>")[0]
    assert met.count("tag tag--ok") == int(met.split(")")[0]) >= 1
    assert "tag tag--ok" not in page.split("What is met already", 1)[0].split('id="outlook"', 1)[1]
    assert (
        "<dt>Left empty</dt><dd>Province, county or state · Postal code · Since when have you lived there?</dd>" in page
    )
    assert "<dd>Petőfi u. 12</dd>" in page


def test_a_saved_page_writes_the_person_the_version_and_the_journal(
    browser_of_ilona: Client, draft: Application
) -> None:
    done = browser_of_ilona.post(at(draft, "name"), NAME)

    assert done.url == at(draft, "birth-name")
    assert Person.objects.get(pk=draft.applicant_id).full_name == "Kovács Ilona"
    row = Answers.objects.get()
    assert (row.version, row.application_id) == (1, draft.pk)
    assert JournalEntry.objects.filter(event="answers.saved", subject=f"name/{draft.applicant_id}").count() == 1


def test_answers_lie_encrypted_in_the_database(browser_of_ilona: Client, draft: Application) -> None:
    from django.db import connection

    browser_of_ilona.post(at(draft, "name"), NAME)

    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM applications_answers")
        assert "Ilona" not in cursor.fetchone()[0]


def test_a_double_click_saves_once_and_leads_on_twice(browser_of_ilona: Client, draft: Application) -> None:
    first, second = browser_of_ilona.post(at(draft, "name"), NAME), browser_of_ilona.post(at(draft, "name"), NAME)

    assert first.url == second.url
    assert Answers.objects.get().version == 1


def test_a_stale_tab_shows_both_versions_and_loses_neither(browser_of_ilona: Client, draft: Application) -> None:
    browser_of_ilona.post(at(draft, "name"), {**NAME, "given_name": "Ilona Mária"})

    page = browser_of_ilona.post(at(draft, "name"), {**NAME, "given_name": "Ilka"})

    assert page.status_code == 409
    words = page.content.decode()
    assert "Ilona Mária" in words
    assert "Ilka" in words
    assert Answers.objects.get().data["given_name"] == "Ilona Mária"
    mine = dict(page.context["hidden"]) | {"version": str(page.context["version"])}
    browser_of_ilona.post(at(draft, "name"), mine)
    assert Answers.objects.get().data["given_name"] == "Ilka"


def test_a_page_opened_again_shows_what_is_saved(browser_of_ilona: Client, draft: Application) -> None:
    browser_of_ilona.post(at(draft, "name"), NAME)

    words = browser_of_ilona.get(at(draft, "name")).content.decode()

    assert 'value="Kovács"' in words
    assert 'name="version" value="1"' in words


def test_come_back_later_leads_to_the_task_list_and_says_that_it_is_saved(
    browser_of_ilona: Client, draft: Application
) -> None:
    page = browser_of_ilona.post(at(draft, "name"), {**NAME, "go": "later"}, follow=True)

    assert page.redirect_chain[0][0] == reverse("public:tasks", args=[draft.reference])
    assert "Your answers are saved" in page.content.decode()


def test_a_change_from_check_your_answers_returns_there(browser_of_ilona: Client, draft: Application) -> None:
    browser_of_ilona.post(at(draft, "birth-name"), {"same": "yes", "version": "0"})

    done = browser_of_ilona.post(at(draft, "name") + "?back=check", NAME)

    assert done.url == reverse("public:check", args=[draft.reference])


def test_a_branch_left_behind_is_dropped_and_said(browser_of_ilona: Client, draft: Application) -> None:
    for step, wishes in (
        ("parents", {"known": ["father", "mother"]}),
        ("marital-status", {"status": "married"}),
        ("marriages", {}),
        ("spouse-name", {}),
        ("ancestor-name", {}),
        ("convictions", {"any": "yes"}),
        ("conviction-list", {}),
    ):
        answer(browser_of_ilona, draft, stop_at(draft, step), wishes)
    father = stop_at(draft, "ancestor-name").asked.person

    browser_of_ilona.post(at(draft, "convictions"), {"any": "no", "version": "1"})
    browser_of_ilona.post(at(draft, "marital-status"), {"status": "single", "version": "1"})
    page = browser_of_ilona.post(at(draft, "parents"), {"known": ["mother"], "version": "1"}, follow=True)

    assert "removed" in page.content.decode()
    assert {step for _person, step in told(draft)} == {"parents", "marital-status", "convictions"}
    assert not Person.objects.filter(pk=father).exists()
    assert JournalEntry.objects.filter(event="answers.dropped").count() == 4


def test_what_another_application_of_the_family_asks_about_is_kept(
    browser_of_ilona: Client, draft: Application
) -> None:
    answer(browser_of_ilona, draft, stop_at(draft, "name"), {})
    answer(browser_of_ilona, draft, stop_at(draft, "parents"), {"known": ["mother"]})
    answer(browser_of_ilona, draft, stop_at(draft, "ancestor-name"), {"family_name": "Szabó"})
    mother = stop_at(draft, "ancestor-name").asked.person
    browser_of_ilona.post(reverse("public:start"), {"person": str(mother)})
    hers = Application.objects.exclude(pk=draft.pk).get()

    browser_of_ilona.post(at(draft, "parents"), {"known": ["none"], "version": "1"})

    assert hers.applicant_id == mother
    assert Person.objects.filter(pk=mother).exists()


def test_items_are_added_and_taken_away_without_a_script(browser_of_ilona: Client, draft: Application) -> None:
    address = at(draft, "nationalities")
    first = {"items": "1", "country_1": "RO", "by_1": "birth", "version": "0"}

    more = browser_of_ilona.post(address, {**first, "go": "more"})
    assert "country_2" in browser_of_ilona.get(more.url).content.decode()
    two = {**first, "items": "2", "country_2": "UA", "by_2": "naturalisation", "since_2_year": "2001", "version": "1"}
    browser_of_ilona.post(address, {**two, "go": "next"})
    assert [each["country"] for each in Answers.objects.get().data["items"]] == ["RO", "UA"]
    browser_of_ilona.post(address, {**two, "remove": "1", "version": "2"})

    assert Answers.objects.get().data["items"] == [{"country": "UA", "since": "2001", "by": "naturalisation"}]


def test_the_same_country_twice_is_an_error_of_the_second(browser_of_ilona: Client, draft: Application) -> None:
    page = browser_of_ilona.post(
        at(draft, "nationalities"),
        {"items": "2", "country_1": "RO", "by_1": "birth", "country_2": "RO", "by_2": "birth", "version": "0"},
    )

    assert list(page.context["form"].errors) == ["country_2"]


def test_what_was_written_after_the_session_ended_comes_back_after_signing_in(
    client: Client, ilona: User, draft: Application
) -> None:
    client.cookies.clear()

    sent = client.post(at(draft, "name"), {**NAME, "given_name": "Ilka"})
    client.force_login(ilona)
    client.cookies["django_language"] = "en"
    page = client.get(at(draft, "name"))

    assert sent.url == f"{reverse(settings.LOGIN_URL)}?next={quote(at(draft, 'name'), safe='')}"
    assert 'value="Ilka"' in page.content.decode()
    assert "not saved yet" in page.content.decode()
    assert not Answers.objects.exists()


def test_a_stranger_finds_nothing(client: Client, draft: Application) -> None:
    client.force_login(User.objects.create_user("stranger@example.org", "a long password"))

    for address in (at(draft, "name"), reverse("public:tasks", args=[draft.reference]), at(draft, "nothing-like-this")):
        assert client.get(address).status_code == 404
        assert client.post(address, NAME).status_code in (404, 405)


def test_a_page_that_is_not_asked_leads_to_the_task_list(browser_of_ilona: Client, draft: Application) -> None:
    page = browser_of_ilona.get(at(draft, "conviction-list"), follow=True)

    assert page.redirect_chain[0][0] == reverse("public:tasks", args=[draft.reference])
    assert "not asked any more" in page.content.decode()


def test_a_wrong_method_is_refused(browser_of_ilona: Client, draft: Application) -> None:
    assert browser_of_ilona.delete(at(draft, "name")).status_code == 405
    assert browser_of_ilona.post(reverse("public:tasks", args=[draft.reference])).status_code == 405


def test_only_what_the_law_demands_stops_a_submission(browser_of_ilona: Client, draft: Application) -> None:
    check = reverse("public:check", args=[draft.reference])
    declared = {"true": "on", "warned": "on", "privacy": "on"}

    page = browser_of_ilona.post(check, {**declared, "version": "0"})
    assert len(page.context["musts"]) == 4
    draft.refresh_from_db()
    assert draft.state == "draft"

    for step in ("name", "birth", "nationalities", "address"):
        answer(browser_of_ilona, draft, stop_at(draft, step), {})
    draft.refresh_from_db()
    assert browser_of_ilona.post(check, {**declared, "warned": "", "version": str(draft.version)}).status_code == 422
    assert browser_of_ilona.post(check, {**declared, "version": "0"}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "draft"
    browser_of_ilona.post(check, {**declared, "version": str(draft.version)})
    browser_of_ilona.post(check, {**declared, "version": str(draft.version)})

    draft.refresh_from_db()
    assert draft.state == "submitted"
    assert draft.submissions.count() == 1
    assert browser_of_ilona.post(at(draft, "name"), NAME).status_code == 302
    assert told(draft)[draft.applicant_id, "name"]["given_name"] == "Ilona"


def test_a_child_is_left_out_with_everything_about_it(browser_of_ilona: Client, draft: Application) -> None:
    for step, wishes in (("sex", {"sex": "female"}), ("children", {"any": "yes"}), ("children-count", {"number": "2"})):
        answer(browser_of_ilona, draft, stop_at(draft, step), wishes)
    answer(browser_of_ilona, draft, stop_at(draft, "child-name"), {"given_name": "Péter"})
    peter = stop_at(draft, "child-name").asked.person
    address = reverse("public:leave_out", args=[draft.reference, peter])

    assert "Péter" in browser_of_ilona.get(address).content.decode()
    browser_of_ilona.post(address)

    assert draft.children.count() == 1
    assert not Person.objects.filter(pk=peter).exists()
    assert told(draft)[draft.applicant_id, "children-count"] == {"number": 1}
    browser_of_ilona.post(reverse("public:leave_out", args=[draft.reference, draft.children.get().pk]))
    assert told(draft)[draft.applicant_id, "children"] == {"any": False}
    assert browser_of_ilona.get(address).status_code == 404


def test_a_brother_or_sister_shares_the_line(browser_of_ilona: Client, draft: Application) -> None:
    answer(browser_of_ilona, draft, stop_at(draft, "name"), {})
    answer(browser_of_ilona, draft, stop_at(draft, "parents"), {"known": ["father"]})
    answer(browser_of_ilona, draft, stop_at(draft, "ancestor-name"), {"family_name": "Kovács"})

    browser_of_ilona.post(reverse("public:start"), {"person": f"sibling-{draft.applicant_id}"})

    hers = Application.objects.exclude(pk=draft.pk).get()
    page = browser_of_ilona.get(at(hers, "parents"))
    assert 'value="father" id="id_known_0" checked' in page.content.decode()
    answer(browser_of_ilona, hers, stop_at(hers, "parents"), {"known": ["father"]})
    father = stop_at(draft, "ancestor-name").asked.person
    assert (father, "ancestor-name") in open_draft(hers).pages
