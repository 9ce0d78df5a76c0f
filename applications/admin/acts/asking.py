"""Requests for information: points proposed from the findings, written in the applicant's language."""

from collections.abc import Sequence
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications import pipeline
from applications.admin.acts.act import Data, Step
from applications.admin.acts.points import Proposed, proposed_points
from applications.admin.words import kind_words, language_now
from applications.casework.deadlines import REQUEST_DAYS
from applications.casework.models import InformationRequest, RequestedItem
from applications.casework.requests import Point
from applications.core import clock
from applications.core.models import User
from applications.documents.kinds import KINDS
from applications.documents.models import Paper
from applications.documents.queries import papers_of
from applications.family.models import Person
from applications.family.queries import everybody
from applications.intake.models import Application, Submission
from applications.intake.queries import latest_submission
from applications.intake.sheet import frozen_rows

BLANK = 3


class PointForm(forms.Form):
    """One point: whether it is asked, what an answer to it is, and the words."""

    asked = forms.BooleanField(label=_("Ask for this"), required=False)
    kind = forms.ChoiceField(label=_("The answer is"), choices=RequestedItem.Kind.choices)
    person = forms.TypedChoiceField(label=_("About"), coerce=int, empty_value=None, required=False)
    paper_kind = forms.ChoiceField(label=_("Kind of paper"), required=False)
    replaces = forms.TypedChoiceField(label=_("Instead of"), coerce=int, empty_value=None, required=False)
    step = forms.ChoiceField(label=_("Page of the form to correct"), required=False)
    question = forms.CharField(
        label=_("What the applicant reads"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000, required=False
    )
    finding_code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)

    def __init__(self, *args: object, offered: "Offered", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        for name, choices in (
            ("person", offered.people),
            ("paper_kind", offered.kinds),
            ("replaces", offered.papers),
            ("step", offered.steps),
        ):
            self.fields[name].choices = [("", "–"), *choices]  # type: ignore[attr-defined]  # a choice field, as declared

    def clean(self) -> dict[str, object]:
        """A point that is asked has words, and what its kind needs."""
        given = super().clean() or {}
        if not given.get("asked"):
            return given
        if not str(given.get("question", "")).strip():
            self.add_error("question", ValidationError(gettext("Write what the applicant is to do.")))
        kind = given.get("kind")
        if kind == RequestedItem.Kind.PAPER and not given.get("paper_kind"):
            self.add_error("paper_kind", ValidationError(gettext("Choose which kind of paper.")))
        if kind == RequestedItem.Kind.ANSWER and not given.get("step"):
            self.add_error("step", ValidationError(gettext("Choose which page is to be corrected.")))
        return given


class Offered:
    """What the points of a case may speak of: its people, papers, kinds of papers and pages of the form."""

    def __init__(self, case: Application) -> None:
        self.by_id: dict[int, Person] = everybody(case.family)
        self.papers_by_id: dict[int, Paper] = {paper.pk: paper for paper in papers_of(case.family_id)}
        self.people = [(str(pk), person.full_name or f"#{pk}") for pk, person in self.by_id.items()]
        self.kinds = [(kind.id, str(kind.title)) for kind in KINDS]
        self.papers = [
            (str(pk), f"{kind_words(paper.kind)} – {paper.person.full_name}") for pk, paper in self.papers_by_id.items()
        ]
        self.steps = pages_of(latest_submission(case))


def pages_of(submission: Submission | None) -> list[tuple[str, str]]:
    """Return the pages of the form that were answered, by step: section and first question, in the reader's language."""
    pages: dict[str, str] = {}
    for row in frozen_rows(submission.sheet) if submission else ():
        words = (row.section_hu, row.label_hu) if language_now() == "hu" else (row.section_en, row.label_en)
        pages.setdefault(row.step, " – ".join(words))
    return list(pages.items())


class RequestForm(forms.Form):
    """The letter around the points: introduction and deadline. The points are forms of their own."""

    introduction = forms.CharField(
        label=_("Introduction"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
        help_text=_("In the applicant’s language. May stay empty."),
    )
    due_on = forms.DateField(label=_("Answer by"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))

    def __init__(
        self, data: Data, *, initial: dict[str, object], proposals: Sequence[Proposed], offered: Offered
    ) -> None:
        super().__init__(data, initial=initial)
        self.offered = offered
        rows: list[dict[str, object]] = [vars(proposal) for proposal in proposals]
        rows += [{"kind": RequestedItem.Kind.TEXT}] * BLANK
        self.points = [
            PointForm(data, prefix=f"point-{number}", initial=row, offered=offered) for number, row in enumerate(rows)
        ]
        self.proposed = len(proposals)

    def clean_due_on(self) -> object:
        """The day to answer by lies ahead."""
        due = self.cleaned_data["due_on"]
        if due <= clock.today():
            raise ValidationError(gettext("The day to answer by must lie ahead."))
        return due

    def clean(self) -> dict[str, object]:
        """A request asks for something, and each point is sound."""
        given = super().clean() or {}
        sound = [point.is_valid() for point in self.points]
        if not all(sound):
            raise ValidationError(gettext("A point is not complete yet: see below."))
        if not any(point.cleaned_data["asked"] for point in self.points):
            raise ValidationError(gettext("Tick at least one point to ask for."))
        return given

    def chosen(self) -> list[Point]:
        """Return the points that are asked."""
        return [self.point(form.cleaned_data) for form in self.points if form.cleaned_data["asked"]]

    def point(self, given: dict[str, object]) -> Point:
        """Return one point with what its kind needs, and nothing of what it does not."""
        kind = str(given["kind"])
        is_paper = kind == RequestedItem.Kind.PAPER
        return Point(
            kind=kind,
            question=str(given["question"]),
            finding_code=str(given["finding_code"]),
            person=self.offered.by_id.get(given["person"]) if isinstance(given["person"], int) else None,
            paper_kind=str(given["paper_kind"]) if is_paper else "",
            replaces=self.offered.papers_by_id.get(given["replaces"])
            if is_paper and isinstance(given["replaces"], int)
            else None,
            step=str(given["step"]) if kind == RequestedItem.Kind.ANSWER else "",
        )


class RequestInformation(Step):
    """Ask the applicant for what is missing; the term stands still until the answer."""

    lead = _("Only what you tick opens for change. The term stands still until the answer has come.")
    template = "admin/case/request.html"
    done = _("The request is on its way. The term stands still until the answer.")

    def form(self, case: Application, officer: User, data: Data = None) -> RequestForm:
        """Return the form with the points the findings propose."""
        due = clock.today() + timedelta(days=REQUEST_DAYS)
        return RequestForm(data, initial={"due_on": due}, proposals=proposed_points(case), offered=Offered(case))

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Send it."""
        if not isinstance(form, RequestForm):
            raise TypeError("A request is made by its own form.")
        pipeline.request_information(
            case=case,
            points=form.chosen(),
            introduction=form.cleaned_data["introduction"],
            due_on=form.cleaned_data["due_on"],
            actor=officer,
        )


class CancelRequest(Step):
    """Take a request back: the applicant need not answer it any more."""

    lead = _("The applicant is told that nothing need be sent. What was asked stays in the file.")
    done = _("The request is cancelled.")

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Close the request that is open."""
        asked = case.requests.filter(state=InformationRequest.State.OPEN).first()
        if asked is None:
            super().perform(case=case, officer=officer, form=form)
        else:
            pipeline.close_request(request=asked, transition=self.way.id, actor=officer)
