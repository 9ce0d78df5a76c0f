"""The pages of the interview: in both languages, without an account, keeping nothing."""

import html
import re
from urllib.parse import quote

import pytest
from django.apps import apps
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from applications.intake.models import Answers, Application
from portal.inquiry.links import LONGEST
from tests import personas
from tests.inquiry.walking import CITIZENS_CHILD, GRANDCHILD, NO_TIE, QUESTIONS, SPOUSE, hidden, through_pages

RESULT = "/check/result/"
GOOD = "hungarian=no&nationality=RO~birth&parents=both~no&birth=1980~RO-CJ~RO&f.citizen=no&m.citizen=no"
SAYS = {
    "citizen": (CITIZENS_CHILD, "you are a Hungarian citizen already", "Ön már most magyar állampolgár"),
    "grandchild": (GRANDCHILD, "A way looks open to you", "járhatónak látszó út"),
    "nobody": (
        {**NO_TIE, "language": {"level": "none"}, "capacity": {"ruled": "no"}},
        "no way is open to you now",
        "nincs Ön előtt járható út",
    ),
    "spouse": (SPOUSE, "naturalisation of a citizen", "házastárs"),
    "silence": ({}, "It cannot be told yet", "Még nem lehet megmondani"),
}
pytestmark = pytest.mark.django_db


def reader(language: str) -> Client:
    client = Client()
    client.cookies["django_language"] = language
    return client


def rows() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


@pytest.mark.parametrize("language", ["en", "hu"])
@pytest.mark.parametrize("who", SAYS)
def test_the_road_to_a_result_keeps_nothing(who, language):
    script, english, hungarian = SAYS[who]
    client, before = reader(language), rows()

    page, headings = through_pages(client, script)

    assert (english if language == "en" else hungarian) in html.unescape(page)
    assert len(headings) == len(set(headings))
    assert len(headings) <= 18
    assert rows() == before
    assert set(client.cookies) <= {"django_language", "csrftoken"}


def test_the_ways_are_told_with_their_sections_and_papers_and_never_as_granted():
    page, _headings = through_pages(reader("en"), GRANDCHILD)

    assert "Ápt. 4. § (3)" in page
    assert "was a Hungarian citizen at some time" in page
    assert "Military record book" in page
    assert "not a decision" in page
    assert "granted" not in page


def test_a_state_that_takes_its_citizenship_is_warned_of():
    page, _headings = through_pages(reader("en"), {**GRANDCHILD, "nationality": {"country": "SK", "by": "birth"}})

    assert "Slovakia" in page
    assert "Your other nationality" in page


def test_the_link_says_the_same_with_less():
    page, _headings = through_pages(reader("en"), GRANDCHILD)
    link = html.unescape(re.search(r'href="http://testserver(/check/result/[^"]*)"', page)[1])

    assert "1980-05" not in link
    assert "Kolozsv" not in link
    assert "record=?" in link
    shared = reader("en").get(link)
    assert shared.status_code == 200
    assert "A way looks open to you" in shared.content.decode()
    assert "comes from a link" in shared.content.decode()


def test_a_link_that_would_say_something_else_is_told():
    page, _headings = through_pages(
        reader("en"), {**GRANDCHILD, "record": {"convicted": "unspent", "proceedings": "no"}}
    )

    assert "From the link alone these look different" in page
    unchanged, _headings = through_pages(reader("en"), GRANDCHILD)
    assert "From the link alone these look different" not in unchanged


def test_back_shows_the_question_before_with_its_answer():
    client = reader("en")
    page = client.post(QUESTIONS, {"answers": "", "ask": "hungarian", "go": "next", "ever": "no"}).content.decode()
    back = client.post(QUESTIONS, {"answers": hidden(page, "answers"), "ask": hidden(page, "ask"), "go": "back"})

    assert hidden(back.content.decode(), "ask") == "hungarian"
    assert re.search(r'value="no"[^>]* checked', back.content.decode())
    first = client.post(QUESTIONS, {"answers": "", "ask": "hungarian", "go": "back"})
    assert first["Location"] == "/check/"


def test_an_answer_can_be_changed_at_the_end_and_the_others_are_kept():
    client = reader("en")
    page, headings = through_pages(client, GRANDCHILD)
    kept = re.search(r'name="answers" value="([^"]*)"', page)[1]
    asked = client.post(QUESTIONS, {"answers": html.unescape(kept), "go": "change:language"}).content.decode()
    end = client.post(
        QUESTIONS, {"answers": hidden(asked, "answers"), "ask": "language", "go": "next", "level": "little"}
    ).content.decode()

    assert "A way looks open to you" in end
    assert "A little" in end
    assert len(headings) == end.count('value="change:')


@pytest.mark.parametrize(
    ("key", "data", "words"),
    [
        ("hungarian", {}, "Choose:"),
        ("birth", {}, "Answer what you can"),
        ("birth", {"on_year": "99"}, "The year must have four digits"),
        ("birth", {"on_year": "2100"}, "must not be in the future"),
        ("birth", {"place": "Torda"}, "There are places of this name in"),
        ("nationality", {"by": "birth"}, "Choose the country"),
    ],
)
def test_a_fault_is_told_beside_its_field(key, data, words):
    before = {
        "hungarian": "",
        "nationality": "hungarian=no",
        "birth": "hungarian=no&nationality=RO~birth&parents=both~no",
    }
    answer = reader("en").post(QUESTIONS, {"answers": before[key], "ask": key, "go": "next", **data})

    assert answer.status_code == 200
    assert words in html.unescape(answer.content.decode())
    assert "Error:" in answer.content.decode()


def test_the_language_can_be_changed_on_the_way():
    page = (
        reader("en").post(QUESTIONS, {"answers": "", "ask": "hungarian", "go": "next", "ever": "no"}).content.decode()
    )

    assert html.unescape(re.search(r'name="next" value="([^"]*)"', page)[1]) == f"{QUESTIONS}?hungarian=no"
    assert "Milyen állampolgársága van ma?" in reader("hu").get(f"{QUESTIONS}?hungarian=no").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "hungarian=maybe",
        "birth=1980-13-45",
        "birth=2999",
        "birth=0000",
        "birth=~%00~RO",
        "birth=1980~ro-cj",
        "m.hungarian=no",
        "mmmmmmm.birth=1890",
        "x.birth=1890",
        "birth=1980~RO-CJ~RO~more~and~more",
        "record=unspent",
        "citizen=no",
        "hungarian=" + "n" * (LONGEST + 1),
        "&".join(f"m.birth={year}" for year in range(1700, 1950)),
        "hungarian=%ff%fe",
    ],
)
@pytest.mark.parametrize("address", [RESULT, QUESTIONS])
def test_a_link_that_is_not_ours_gets_a_clear_page(address, query):
    answer = reader("en").get(f"{address}?{query}")

    assert answer.status_code == 400
    assert "This link is not whole" in answer.content.decode()
    assert reader("en").post(QUESTIONS, {"answers": query, "ask": "hungarian", "go": "next"}).status_code == 400


def test_marks_that_other_sites_put_behind_a_link_do_no_harm():
    assert reader("en").get(f"{RESULT}?{GOOD}&fbclid=abc&utm_source=x").status_code == 200


def test_a_page_about_a_question_that_is_not_asked_is_refused():
    for go in ("next", "unknown", "change:residence"):
        assert reader("en").post(QUESTIONS, {"answers": "", "ask": "residence", "go": go}).status_code == 400


class AnyText(TestCase):
    """Whatever stands in a link, the server has an answer."""

    @settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["hungarian", "birth", "m.citizen", "mf.came", "record", "more", "x"])
                | st.text(max_size=6),
                st.sampled_from(["no", "?", "", "~~", "1980~RO", "1980-02-30", "both~no"]) | st.text(max_size=12),
            ),
            max_size=6,
        )
    )
    def test_no_link_breaks_the_server(self, pairs):
        query = "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)
        for address in (RESULT, QUESTIONS):
            assert self.client.get(f"{address}?{query}").status_code in (200, 400)


# -- into an application -------------------------------------------------------------------------


@pytest.fixture
def ilona(client):
    user = personas.applicant()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return user


def test_an_application_starts_with_the_answers_that_fit(client, ilona):
    page, _headings = through_pages(reader("en"), GRANDCHILD)
    start = html.unescape(re.search(r'href="(/apply/\?[^"]*)"', page)[1])

    assert Client().get(start)["Location"].startswith("/account/login/?next=%2Fapply%2F%3Fhungarian%3Dno")
    assert "put into the form" in client.get(start).content.decode()
    client.post(start)

    case = Application.objects.get(account=ilona)
    saved = {each.step: each.data for each in all_answers(case)}
    assert saved["nationalities"]["items"][0]["country"] == "RO"
    assert saved["hungarian-before"] == {"citizen": "unknown"}
    assert saved["parents"] == {"known": ["father", "mother"]}
    assert "birth" not in saved, "the form wants the whole day"
    assert case.applicant.born_on == "1980"
    assert {row["citizen"] for row in data_of(case, "ancestor-hungarian")} == {"yes", "no"}
    (grandfather,) = data_of(case, "ancestor-citizenship")
    assert (grandfather["ended_by"], grandfather["until"]) == ("trianon", "1921")


def all_answers(case):
    return Answers.objects.filter(person__family=case.family)


def data_of(case, step):
    return [each.data for each in all_answers(case) if each.step == step]


def test_a_start_without_answers_or_with_broken_ones_is_the_plain_start(client, ilona):

    assert "put into the form" not in client.get("/apply/").content.decode()
    assert client.get("/apply/?hungarian=maybe").status_code == 200
    client.post("/apply/?hungarian=maybe")
    assert Application.objects.get(account=ilona).answers.count() == 0
