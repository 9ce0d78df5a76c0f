"""Cases in any state, made by the same services that make them in life."""

from datetime import date, timedelta
from io import BytesIO

from django.utils import timezone
from PIL import Image, ImageDraw

from applications import pipeline
from applications.casework.models import InformationRequest, Slot
from applications.casework.requests import Point
from applications.core import clock, jobs
from applications.core.models import User
from applications.documents import services as documents
from applications.documents.models import Paper
from applications.family.models import Parentage, Person
from applications.family.services import describe, set_parent
from applications.intake.models import Application
from applications.intake.services import start
from tests import personas

GROUNDS = {"grant": ["ancestor", "language"], "refuse": ["no_language"]}


def family_of(applicant: Person, name: str = "Kovács") -> None:
    """Give an applicant a father and a grandfather."""
    describe(
        person=applicant,
        changes={
            "family_name": name,
            "given_name": "Ilona",
            "birth_name": f"{name} Ilona",
            "sex": "female",
            "born_on": "1985-06-01",
            "birth_place": "Kolozsvár",
            "birth_area": "RO-CJ",
        },
    )
    father = set_parent(child=applicant, role="father")
    describe(person=father, changes={"family_name": name, "given_name": "István", "born_on": "1955-03-02"})
    grandfather = set_parent(child=father, role="father")
    describe(
        person=grandfather,
        changes={"family_name": name, "given_name": "János", "born_on": "1912-02-11", "birth_place": "Kolozsvár"},
    )


def draft(account: User, name: str = "Kovács") -> Application:
    """Return a draft with a family."""
    case = start(account=account, language="hu")
    family_of(case.applicant, name)
    return case


def scan(words: str = "Certificat de naștere", size: tuple[int, int] = (1240, 1754)) -> bytes:
    """Return a page with some print on it, as PNG."""
    image = Image.new("L", size, 255)
    pen = ImageDraw.Draw(image)
    for row in range(60, size[1] - 60, 40):
        pen.text((80, row), f"{words} {row} " * 6, fill=0)
    out = BytesIO()
    image.save(out, "PNG", dpi=(150, 150))
    return out.getvalue()


def with_paper(
    case: Application, person: Person | None = None, kind: str = "birth_certificate", content: bytes | None = None
) -> Paper:
    """Bring a paper about a person of the case; of its own where no content is given."""
    about = person or case.applicant
    paper = documents.add_paper(person=about, kind=kind, actor=case.account, chain=case.reference)
    brought = documents.Brought("scan.png", "image/png", content or scan(f"{kind} {about.pk}"))
    documents.receive(paper=paper, files=[brought], actor=case.account, chain=case.reference)
    return paper


def ancestors(case: Application) -> list[Person]:
    """Return the father and the grandfather."""
    father = Parentage.objects.get(child=case.applicant, role="father").parent
    return [father, Parentage.objects.get(child=father, role="father").parent]


def do_jobs() -> None:
    """Do what workers would do."""
    jobs.drain()


class Road:
    """Walks a case along the road with the cast, one state after the other."""

    def __init__(self, account: User | None = None, name: str = "Kovács") -> None:
        self.account = account or personas.applicant(f"u{User.objects.count()}")
        self.case = draft(self.account, name)
        self.clerk = member("csaba")
        self.caseworker = member("klara")
        self.decider = member("denes")

    def to(self, state: str) -> Application:
        """Walk to a state of the main road and return the case."""
        road = {
            "draft": self.stay,
            "submitted": self.submit,
            "checked": self.check,
            "visit_booked": self.book,
            "filed": self.visit,
            "under_review": self.begin,
            "information_requested": self.ask,
            "advice_requested": self.advise,
            "recommended": self.recommend,
            "approved": self.approve,
            "before_president": self.lay,
            "granted": self.grant,
            "summons_sent": self.summon,
            "oath_booked": self.fix,
            "citizen": self.swear,
            "refused": self.refuse,
            "withdrawn": self.withdraw,
            "terminated": self.terminate,
            "lapsed": self.lapse,
            "annulled": self.annul,
        }
        road[state]()
        self.case.refresh_from_db()
        assert self.case.state == state
        return self.case

    def stay(self) -> None:
        """Stay a draft."""

    def submit(self) -> None:
        pipeline.submit(application=self.case, actor=self.account, form_version="1")

    def check(self) -> None:
        self.submit()
        do_jobs()
        self.case.refresh_from_db()

    def slot(self, purpose: str = "filing") -> Slot:
        return Slot.objects.create(
            office=personas.office(),
            purpose=purpose,
            starts_at=clock.now() + timedelta(days=3, minutes=Slot.objects.count()),
        )

    def book(self) -> None:
        self.check()
        pipeline.book_visit(case=self.case, slot=self.slot(), actor=self.account)

    def visit(self) -> None:
        self.check()
        pipeline.record_visit(
            case=self.case,
            office=personas.office(),
            clerk=self.clerk,
            details={
                str(self.case.applicant_id): {
                    "identity_ok": True,
                    "hungarian": "shown",
                    "signature_ok": True,
                    "originals": [],
                }
            },
        )

    def begin(self) -> None:
        self.visit()
        pipeline.begin_review(case=self.case, actor=self.caseworker)

    def ask(self) -> InformationRequest:
        self.begin()
        return pipeline.request_information(
            case=self.case,
            points=[Point(kind="text", question="Hol született az édesapja?")],
            introduction="",
            due_on=clock.today() + timedelta(days=45),
            actor=self.caseworker,
        )

    def advise(self) -> None:
        self.begin()
        pipeline.move(case=self.case, transition="ask_advice", actor=self.caseworker, note="A levéltárat.")

    def recommend(self, proposal: str = "grant") -> None:
        self.begin()
        pipeline.recommend(
            case=self.case,
            proposal=proposal,
            grounds=GROUNDS[proposal],
            reasoning="Az iratok alapján.",
            actor=self.caseworker,
        )

    def approve(self, proposal: str = "grant") -> None:
        self.recommend(proposal)
        pipeline.second_look(case=self.case, approved=True, actor=self.decider)

    def lay(self, proposal: str = "grant") -> None:
        self.approve(proposal)
        pipeline.move(case=self.case, transition="send_to_president", actor=self.decider)

    def grant(self) -> None:
        self.lay()
        pipeline.record_decision(
            case=self.case, kind="grant", number="KE/1/2026", decided_on=clock.today(), actor=self.decider
        )

    def refuse(self) -> None:
        self.lay("refuse")
        pipeline.record_decision(
            case=self.case, kind="refusal", number="KE/2/2026", decided_on=clock.today(), actor=self.decider
        )

    def summon(self) -> None:
        self.grant()
        pipeline.send_summons(case=self.case, office=personas.office(), actor=self.caseworker)

    def fix(self) -> None:
        self.summon()
        pipeline.appoint_oath(case=self.case, slot=self.slot("oath"), actor=self.clerk)

    def swear(self) -> None:
        self.fix()
        pipeline.record_oath(
            case=self.case,
            actor=self.clerk,
            form="oath",
            taken_on=clock.today(),
            place="Csíkszereda",
            received_by="Csaba",
            identity_matches=True,
            certificate_number="T-1",
        )

    def withdraw(self) -> None:
        self.begin()
        pipeline.move(case=self.case, transition="withdraw", actor=self.account)

    def terminate(self) -> None:
        self.begin()
        pipeline.terminate(
            case=self.case, number="M/1", reasoning="A kérelmező nem működött közre.", actor=self.decider
        )

    def lapse(self) -> None:
        self.summon()
        pipeline.deliver_summons(case=self.case, on=a_year_ago(), actor=self.caseworker)
        pipeline.move(case=self.case, transition="lapse", actor=self.decider, note="Nem jelent meg.")

    def annul(self) -> None:
        self.grant()
        pipeline.move(case=self.case, transition="annul", actor=self.decider, note="Hamis irat.")


def a_year_ago() -> date:
    """Return a day more than a year before today."""
    return timezone.localdate(clock.now()) - timedelta(days=400)


def member(name: str) -> User:
    """Return a member of the cast, made once."""
    return User.objects.filter(email=f"{name}@example.hu").first() or personas.staff(name)
