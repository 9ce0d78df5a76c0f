"""What each PDF says: plain values in both languages, gathered in the transaction that causes the letter.

One function a kind (pdfs.py); the keys are those its source in templates/letters reads.
"""

from collections.abc import Mapping

from django.conf import settings

from applications.casework.models import InformationRequest, RequestedItem
from applications.core import clock
from applications.core.models import Office
from applications.correspondence.both import Both, both, both_days, both_names, both_partial
from applications.correspondence.pdfs import PDF
from applications.correspondence.typesetting import qr_code
from applications.decisions.models import Decision, OathAppointment, OathRecord
from applications.documents.kinds import KIND
from applications.family.models import Person
from applications.intake.models import Application

Draft = dict[str, object]

FORM_WORDS: Mapping[str, Both] = {
    OathRecord.Form.OATH: {"hu": "Az állampolgári esküt", "en": "took the oath of citizenship"},
    OathRecord.Form.PROMISE: {"hu": "Az állampolgári fogadalmat", "en": "made the solemn promise of citizenship"},
}


def address_of(case: Application) -> str:
    """Return the address that the QR code leads to: the tracker for the applicant, the case for the office."""
    return f"{settings.SITE_URL}/case/{case.reference}/"


def common(case: Application, kind: str) -> Draft:
    """Return what every PDF of a case says."""
    address = address_of(case)
    return {
        "reference": case.reference,
        "language": case.language,
        "title": both(PDF[kind].title),
        "demo": not settings.PRODUCTION,
        "address": address,
        "qr": qr_code(address),
        "applicant": both_names(case.applicant),
        "children": [named(child) for child in case.children.order_by("born_on", "pk")],
        "office": names_of(case.office) if case.office else None,
        "made": both_days(clock.today()),
    }


def names_of(office: Office) -> Both:
    """Return an office's name in both languages."""
    return {language: office.name_in(language) for language in ("hu", "en")}


def named(person: Person) -> Draft:
    """Return a person's name with birth in words."""
    return {**both_names(person), "born": birth_of(person)}


def birth_of(person: Person) -> Both:
    """Return place and day of birth in words, as far as known."""
    days = both_partial(person.born_on) if person.born_on else {"hu": "", "en": ""}
    parts = {"hu": [person.birth_place, days["hu"]], "en": [days["en"], person.birth_place]}
    return {language: ", ".join(part for part in said if part) for language, said in parts.items()}


# -- letters -------------------------------------------------------------------------------------


def information_request(request: InformationRequest) -> Draft:
    """Return what a request for information says."""
    return {
        **common(request.application, "information_request"),
        "introduction": request.introduction,
        "due": both_days(request.due_on),
        "points": [
            {"question": item.question, "about": about_of(item)}
            for item in request.items.select_related("person").order_by("pk")
        ],
    }


def about_of(item: RequestedItem) -> Both:
    """Return which paper a point is about, in words; empty for other points."""
    if item.kind != RequestedItem.Kind.PAPER or item.paper_kind not in KIND:
        return {"hu": "", "en": ""}
    names = both_names(item.person) if item.person else {"hu": "", "en": ""}
    return {
        language: ": ".join(part for part in (names[language], title) if part)
        for language, title in both(KIND[item.paper_kind].title).items()
    }


def decided(decision: Decision, kind: str) -> Draft:
    """Return what a letter about a decision says: the notice of a grant or refusal, or the termination."""
    return {
        **common(decision.application, kind),
        "number": decision.number,
        "decided": both_days(decision.decided_on),
        "reasoning": decision.reasoning,
    }


def summons(appointment: OathAppointment) -> Draft:
    """Return what the summons to the oath says."""
    office = appointment.office
    return {
        **common(appointment.application, "summons"),
        "place": {"name": names_of(office), "address": f"{office.address}, {office.city}"},
    }


def oath(record: OathRecord, decision: Decision, kind: str) -> Draft:
    """Return what the certificate and the record of the oath say."""
    case = record.application
    return {
        **common(case, kind),
        "number": record.certificate_number,
        "decision": decision.number,
        "decided": both_days(decision.decided_on),
        "born": birth_of(case.applicant),
        "form": {"id": record.form, **FORM_WORDS[record.form]},
        "taken": both_days(record.taken_on),
        "place": {"hu": record.place, "en": record.place},
        "received_by": record.received_by,
        "identity": record.identity_matches,
    }
