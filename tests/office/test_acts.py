"""The screens of the acts: preview before anything is sent, a stale page and a double click change nothing."""

from datetime import timedelta

import pytest
from django.test import Client

from applications.admin.acts.visiting import is_child
from applications.casework.models import Slot, StateChange
from applications.core import clock
from applications.core.models import JournalEntry
from applications.correspondence.models import Message
from applications.decisions.models import Decision, OathRecord
from applications.family.models import Person
from tests import personas
from tests.office.cases import a_year_ago, member, with_paper
from tests.office.pages import act_url, case_url, do, seen_on


def today() -> str:
    """Return today as forms take it."""
    return clock.today().isoformat()


def visit_data(case, **changes: object) -> dict[str, object]:
    """Return a visit at which everything was in order."""
    person = case.applicant_id
    return {
        "office": personas.office().pk,
        f"identity_{person}": "on",
        f"signature_{person}": "on",
        f"hungarian_{person}": "shown",
        **changes,
    }


def test_a_preview_sends_nothing_and_shows_what_will_go(road, signed_in):
    case = road.to("checked")
    client = signed_in("csaba")
    told, changed, journaled = Message.objects.count(), StateChange.objects.count(), JournalEntry.objects.count()
    opened = client.get(act_url(case, "record_visit"))
    preview = client.post(act_url(case, "record_visit"), {**visit_data(case), "seen": seen_on(opened)})
    page = preview.content.decode()
    assert case.account.email in page
    assert "Confirm and send" in page
    assert (Message.objects.count(), StateChange.objects.count()) == (told, changed)
    assert JournalEntry.objects.count() == journaled
    case.refresh_from_db()
    assert case.state == "checked"


def test_what_was_previewed_is_what_is_sent(road, signed_in):
    case = road.to("checked")
    client = signed_in("csaba")
    data = {**visit_data(case), "seen": seen_on(client.get(act_url(case, "record_visit")))}
    preview = client.post(act_url(case, "record_visit"), data).content.decode()
    client.post(act_url(case, "record_visit"), {**data, "confirm": "1"})
    sent = Message.objects.get(application=case, template="filed")
    assert sent.subject in preview
    first = next(line for line in sent.text.splitlines() if len(line) > 20)
    assert first[:20] in preview


def test_change_goes_back_to_the_form_with_what_was_entered(road, signed_in):
    case = road.to("granted")
    client = signed_in("klara")
    data = {"office": personas.office().pk, "seen": seen_on(client.get(act_url(case, "send_summons")))}
    page = client.post(act_url(case, "send_summons"), {**data, "edit": "1"}).content.decode()
    assert f'value="{personas.office().pk}" selected' in page
    case.refresh_from_db()
    assert case.state == "granted"


def test_a_double_click_is_harmless(road, signed_in):
    case = road.to("checked")
    client = signed_in("csaba")
    data = {**visit_data(case), "seen": seen_on(client.get(act_url(case, "record_visit"))), "confirm": "1"}
    first = client.post(act_url(case, "record_visit"), data)
    second = client.post(act_url(case, "record_visit"), data)
    assert first["Location"] == second["Location"] == case_url(case)
    assert "This was done already." in client.get(case_url(case)).content.decode()
    assert case.visits.count() == 1
    assert Message.objects.filter(application=case, template="filed").count() == 1


def test_a_stale_page_says_what_happened_meanwhile(road, signed_in):
    case = road.to("under_review")
    client = signed_in("kamill")
    data = {
        "proposal": "grant",
        "grant": ["ancestor"],
        "reasoning": "x",
        "seen": seen_on(client.get(act_url(case, "recommend"))),
    }
    do(signed_in("klara"), case, "ask_advice", {"note": "A levéltárat."})
    page = client.post(act_url(case, "recommend"), data, follow=True).content.decode()
    assert "The case went on since you opened the page" in page
    assert "Klára" in page
    assert not case.recommendations.exists()


def test_without_its_token_nothing_is_done(road, signed_in):
    case = road.to("filed")
    signed_in("klara").post(act_url(case, "take_up"), {})
    case.refresh_from_db()
    assert case.state == "filed"


def test_forms_are_guarded_against_forgery(road):
    case = road.to("filed")
    client = Client(enforce_csrf_checks=True)
    client.force_login(member("klara"), backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(act_url(case, "take_up"), {"seen": "x"}).status_code == 403


def test_take_hand_over_and_note(road, signed_in):
    case = road.to("filed")
    do(signed_in("klara"), case, "take")
    case.refresh_from_db()
    assert case.caseworker == member("klara")
    assert "/act/take/" not in signed_in("kamill").get(case_url(case)).content.decode()
    do(signed_in("klara"), case, "hand_over", {"to": member("kamill").pk, "note": "Kérlek, nézd meg."})
    case.refresh_from_db()
    assert case.caseworker == member("kamill")
    do(signed_in("csaba"), case, "note", {"text": "Holnap visszahív."})
    assert {note.text for note in case.notes.all()} == {"Kérlek, nézd meg.", "Holnap visszahív."}
    assert "Holnap visszahív." in signed_in("klara").get(case_url(case)).content.decode()


def test_the_same_note_twice_is_one(road, signed_in):
    case = road.to("filed")
    for _click in range(2):
        do(signed_in("klara"), case, "note", {"text": "Egyszer."})
    assert case.notes.count() == 1


def test_begin_takes_a_case_of_nobody(road, signed_in):
    case = road.to("filed")
    do(signed_in("klara"), case, "take_up")
    case.refresh_from_db()
    assert (case.state, case.caseworker) == ("under_review", member("klara"))


def test_nobody_is_filed_without_a_proved_identity(road, signed_in):
    case = road.to("checked")
    data = visit_data(case)
    del data[f"identity_{case.applicant_id}"]
    page = do(signed_in("csaba"), case, "record_visit", data).content.decode()
    assert "Without a proved identity" in page
    case.refresh_from_db()
    assert case.state == "checked"


def test_how_a_grown_up_spoke_is_never_filled_in_beforehand(road, signed_in):
    case = road.to("checked")
    client = signed_in("csaba")
    data = visit_data(case)
    del data[f"hungarian_{case.applicant_id}"]
    opened = client.get(act_url(case, "record_visit"))
    assert (
        "checked" not in opened.content.decode().split(f"hungarian_{case.applicant_id}", 1)[1].split("</fieldset>")[0]
    )

    page = client.post(act_url(case, "record_visit"), {**data, "seen": seen_on(opened)}).content.decode()

    assert "Say how well this person spoke Hungarian." in page
    case.refresh_from_db()
    assert case.state == "checked"


def test_children_are_not_asked(road):
    child = Person(born_on=clock.today().replace(year=clock.today().year - 13, day=1).isoformat())

    assert is_child(child)
    assert not is_child(Person(born_on="1990-05-01"))
    assert not is_child(Person(born_on="2020"))


def test_the_visit_keeps_what_was_shown(road, signed_in):
    paper = with_paper(road.case)
    case = road.to("checked")
    do(signed_in("csaba"), case, "record_visit", visit_data(case, originals=[str(paper.pk)], note="Időben jött."))
    visit = case.visits.get()
    assert visit.details[str(case.applicant_id)] == {
        "identity_ok": True,
        "signature_ok": True,
        "hungarian": "shown",
        "originals": [paper.pk],
    }
    assert visit.note == "Időben jött."
    spoken = case.findings.get(code="language", superseded_at=None)
    assert spoken.outcome == "met"


def test_a_recommendation_rests_on_grounds_of_its_kind(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    wrong = {"proposal": "grant", "refuse": ["no_language"], "reasoning": "x"}
    assert "Choose the grounds the proposal rests on." in do(client, case, "recommend", wrong).content.decode()
    both = {"proposal": "grant", "grant": ["ancestor"], "refuse": ["no_language"], "reasoning": "x"}
    assert "These grounds speak for the other proposal." in do(client, case, "recommend", both).content.decode()
    unreasoned = {"proposal": "grant", "grant": ["ancestor"]}
    assert "Say why" in do(client, case, "recommend", unreasoned).content.decode()
    do(
        client,
        case,
        "recommend",
        {"proposal": "refuse", "refuse": ["no_language", "record"], "reasoning": "Nem beszél."},
    )
    proposal = case.recommendations.get()
    assert (proposal.proposal, proposal.grounds) == ("refuse", ["no_language", "record"])


def test_grounds_are_proposed_from_the_findings(road, signed_in):
    case = road.to("under_review")
    page = signed_in("klara").get(act_url(case, "recommend")).content.decode()
    assert 'value="language"' in page
    chosen = [part.split(">")[0] for part in page.split("<input")[1:] if "checked" in part.split(">")[0]]
    assert any('value="language"' in each for each in chosen)
    assert not any('value="security"' in each for each in chosen)


def test_advice_goes_out_and_comes_back(road, signed_in):
    case = road.to("under_review")
    client = signed_in("klara")
    do(client, case, "ask_advice", {"note": "A szakhatóságot kérdeztük."})
    case.refresh_from_db()
    assert (case.state, case.due_on) == ("advice_requested", None)
    do(client, case, "record_advice", {"note": "Nincs ellenvetés."})
    case.refresh_from_db()
    assert case.state == "under_review"
    assert "Nincs ellenvetés." in client.get(case_url(case)).content.decode()


def test_from_the_proposal_to_the_oath(road, signed_in):
    """The second half of the road on the screens, each step by whose role it is."""
    case = road.to("recommended")
    denes, klara, csaba = signed_in("denes"), signed_in("klara"), signed_in("csaba")
    do(denes, case, "approve")
    do(denes, case, "send_to_president")
    do(denes, case, "record_grant", {"number": "KE/77/2026", "decided_on": today()})
    case.refresh_from_db()
    assert case.state == "granted"
    assert Decision.objects.get(application=case).number == "KE/77/2026"
    do(klara, case, "send_summons", {"office": personas.office().pk})
    do(klara, case, "deliver_summons", {"on": today()})
    slot = Slot.objects.create(office=personas.office(), purpose="oath", starts_at=clock.now() + timedelta(days=9))
    do(csaba, case, "appoint_oath", {"slot": slot.pk})
    case.refresh_from_db()
    assert case.state == "oath_booked"
    assert case.oath_appointments.get().at == slot.starts_at
    oath = {
        "form": "promise",
        "taken_on": today(),
        "place": "Csíkszereda",
        "received_by": "Csaba",
        "identity_matches": "on",
        "certificate_number": "T-77",
    }
    page = csaba.get(act_url(case, "record_oath")).content.decode()
    assert "Magyarországot hazámnak tekintem" in page
    assert "Isten engem úgy segéljen!" in page
    do(csaba, case, "record_oath", oath)
    case.refresh_from_db()
    assert case.state == "citizen"
    assert OathRecord.objects.get(application=case).form == "promise"


def test_an_oath_needs_the_same_person(road, signed_in):
    case = road.to("oath_booked")
    oath = {"form": "oath", "taken_on": today(), "place": "x", "received_by": "x", "certificate_number": "T-1"}
    page = do(signed_in("csaba"), case, "record_oath", oath).content.decode()
    assert "only where the identity matches" in page
    case.refresh_from_db()
    assert case.state == "oath_booked"


@pytest.mark.parametrize(
    ("act", "state", "data"),
    [
        ("record_grant", "before_president", {"number": "KE/1", "decided_on": "2199-01-01"}),
        ("deliver_summons", "summons_sent", {"on": "2199-01-01"}),
    ],
)
def test_days_to_come_are_refused(road, signed_in, act, state, data):
    case = road.to(state)
    who = "denes" if act == "record_grant" else "klara"
    assert "cannot lie ahead" in do(signed_in(who), case, act, data).content.decode()


def test_the_lapse_waits_for_the_year(road, signed_in):
    case = road.to("summons_sent")
    client = signed_in("denes")
    assert "The delivery of the summons is not recorded." in client.get(case_url(case)).content.decode()
    do(signed_in("klara"), case, "deliver_summons", {"on": a_year_ago().isoformat()})
    do(client, case, "lapse", {"note": "Két felhívásra sem jelent meg."})
    case.refresh_from_db()
    assert case.state == "lapsed"


def test_termination_is_reasoned_and_numbered(road, signed_in):
    case = road.to("information_requested")
    client = signed_in("denes")
    assert "write the reasons" in do(client, case, "terminate", {"number": "M/9"}).content.decode()
    do(client, case, "terminate", {"number": "M/9", "note": "A felhívásra nem válaszolt."})
    case.refresh_from_db()
    assert case.state == "terminated"
    decision = Decision.objects.get(application=case)
    assert (decision.kind, decision.reasoning) == ("termination", "A felhívásra nem válaszolt.")
    assert case.requests.get().state == "cancelled"


def test_unknown_acts_are_not_found(road, signed_in):
    case = road.to("filed")
    for act in ("submit", "finish_checks", "withdraw", "nothing"):
        assert signed_in("klara").get(act_url(case, act)).status_code == 404


def test_two_officers_take_a_case_and_one_has_it(road, signed_in):
    case = road.to("filed")
    klara, kamill = signed_in("klara"), signed_in("kamill")
    tokens = [seen_on(client.get(act_url(case, "take"))) for client in (klara, kamill)]
    klara.post(act_url(case, "take"), {"seen": tokens[0]})
    kamill.post(act_url(case, "take"), {"seen": tokens[1]})
    case.refresh_from_db()
    assert case.caseworker == member("klara")
