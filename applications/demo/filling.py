"""Fills an application from an invented family: answers, people and papers, through the services that the form uses."""

from dataclasses import dataclass, field

from applications import pipeline
from applications.core import clock
from applications.core.models import Office, User
from applications.demo.answers import Page, pages_of
from applications.demo.files import MIME_TYPES
from applications.demo.people import Family, Paper
from applications.demo.stock import Stock
from applications.documents.models import Paper as PaperRow
from applications.documents.queries import papers_of, unexamined
from applications.documents.services import Brought, add_paper, examine, receive
from applications.family import services as kin
from applications.family.models import Marriage, Person
from applications.family.queries import place_named
from applications.intake.models import Application
from applications.intake.services import choose_language, keep_children, save_answers, start

_PART = {True: "translation", False: "original"}


@dataclass
class Filling:
    """One application being filled: whose persons stand for whom of the invented family."""

    made: Family
    account: User
    form_version: str
    language: str = "hu"
    persons: dict[str, Person] = field(default_factory=dict)

    def draft(self, *, office: Office | None, steps: int | None = None, applicant: Person | None = None) -> Application:
        """Start an application and answer its pages, all of them or the first ``steps``."""
        application = start(account=self.account, applicant=applicant, language=self.language)
        choose_language(application=application, language=self.language)
        self.persons["applicant"] = application.applicant
        self._ancestors(application)
        pages = pages_of(
            self.made, document=self.document(), email=self.account.email, office=office.pk if office else None,
            language=self.language,
        )  # fmt: skip
        for number, page in enumerate(pages):
            if steps is not None and number >= steps:
                break
            self._save(application, page)
        return application

    def document(self) -> dict[str, object]:
        """The answers about the identity document, as its owner reads them off it."""
        paper = next((paper for paper in self.made.papers if paper.kind in ("passport", "id_card")), None)
        issued = self.made.filed_on.replace(year=self.made.filed_on.year - 2, day=1)
        number = paper.values.get("number", "") if paper else ""
        expires = paper.values.get("expires_on", "") if paper else ""
        return {
            "kind": paper.kind if paper else "passport",
            "number": number or f"{self.made.country}{self.made.applicant.born_on:%d%m%y}",
            "country": self.made.country,
            "authority": "",
            "issued_on": (paper.issued_on if paper and paper.issued_on else issued).isoformat(),
            "expires_on": expires or issued.replace(year=issued.year + 10).isoformat(),
        }

    def bring(self, application: Application, papers: list[Paper], stock: Stock) -> None:
        """Upload papers of the stock; a translation goes to the paper it translates."""
        chain = application.reference
        brought: dict[tuple[str, str], PaperRow] = {}
        for paper in papers:
            about = self.persons.get(paper.about)
            if about is None:
                continue
            row = brought.get((paper.kind, paper.about)) if paper.translation_of else None
            row = row or add_paper(person=about, kind=paper.kind, actor=self.account, chain=chain)
            brought[paper.kind, paper.about] = row
            file = Brought(paper.name, MIME_TYPES[paper.file_type], stock.content(self.made, paper))
            receive(paper=row, files=[file], actor=self.account, chain=chain, part=_PART[bool(paper.translation_of)])

    def borrow(self, application: Application, lender: Family, stock: Stock) -> None:
        """Upload the record of another family's ancestor as if it were about this one's."""
        paper = next(paper for paper in lender.papers if paper.about == lender.line[-1])
        about, chain = self.persons[self.made.line[-1]], application.reference
        row = add_paper(person=about, kind=paper.kind, actor=self.account, chain=chain)
        file = Brought(paper.name, MIME_TYPES[paper.file_type], stock.content(lender, paper))
        receive(paper=row, files=[file], actor=self.account, chain=chain, part=_PART[False])

    def _ancestors(self, application: Application) -> None:
        """Make the persons of the line and their parents, as the pages about parents do."""
        for key in ["applicant", *self.made.line[1:-1]]:
            child = self.persons[key]
            for role in ("father", "mother"):
                parent = getattr(self.made.people[key], role)
                if parent and (key == "applicant" or parent in self.made.line):
                    self.persons[parent] = kin.set_parent(child=child, role=role)

    def _save(self, application: Application, page: Page) -> None:
        if page.step == "spouse-name":
            self._spouse()
        if page.about not in self.persons:
            return
        data = dict(page.data)
        if page.step == "child-other-parent":
            data["parent"] = str(self.persons["spouse"].pk)
        person = self.persons[page.about]
        save_answers(
            application=application, person=person, step=page.step, data=located(data), actor=self.account,
            shared=page.shared, form_version=self.form_version, describes=page.describes or None,
        )  # fmt: skip
        if page.step == "children-count":
            self._children(application)
        elif page.step == "child-other-parent":
            kin.set_other_parent(child=person, parent=application.applicant, other=self.persons["spouse"])
        elif page.step == "marriage":
            place = data["place"]
            name, area = (place["name"], place["area"]) if isinstance(place, dict) else ("", "")
            kin.describe_marriage(
                person=application.applicant, spouse=person, married_on=str(data["on"]), place=name, area=area
            )

    def _spouse(self) -> None:
        applicant = self.persons["applicant"]
        kin.keep_spouses(person=applicant, count=1)
        self.persons["spouse"] = Marriage.objects.select_related("spouse").get(person=applicant).spouse

    def _children(self, application: Application) -> None:
        application.applicant.refresh_from_db()
        keep_children(application=application, count=len(self.made.children))
        rows = application.children.order_by("pk")
        self.persons.update(zip(self.made.children, rows, strict=True))


def examine_papers(application: Application) -> int:
    """Have the sandbox look at every file of a family that was never looked at; return how many there were."""
    waiting = unexamined(papers_of(application.family_id))
    for checked in waiting:
        examine(checked)
    return len(waiting)


def located(data: dict[str, object]) -> dict[str, object]:
    """Give each place of an answer its id and area where the gazetteer knows exactly one place of that name."""
    return {name: _located(value) for name, value in data.items()}


def _located(value: object) -> object:
    if isinstance(value, list):
        return [located(dict(item)) if isinstance(item, dict) else item for item in value]
    if not isinstance(value, dict) or "place" not in value or "area" not in value:
        return value
    found = place_named(value["name"], country=value["country"])
    return {**value, "place": found.pk, "area": found.area or found.country} if found else value


def declared(application: Application, form_version: str) -> None:
    """Save the declaration that everything is true, as sending does."""
    save_answers(
        application=application, person=application.applicant, step="declaration", actor=application.account, shared=False,
        data={"true": True, "warned": True, "privacy": True, "at": clock.now().isoformat()}, form_version=form_version,
    )  # fmt: skip


def submitted(application: Application, form_version: str) -> None:
    """Declare and submit."""
    declared(application, form_version)
    pipeline.submit(application=application, actor=application.account, form_version=form_version)
