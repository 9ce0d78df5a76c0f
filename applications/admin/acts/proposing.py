"""The review: begin it, propose, look at a colleague's proposal, record what another authority says."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications import pipeline
from applications.admin.acts.act import Data, NoteForm, Step
from applications.assessment.models import Finding
from applications.assessment.queries import current, outcome_of
from applications.core.models import User
from applications.decisions.grounds import GROUND, GROUNDS, suggested
from applications.decisions.models import Recommendation
from applications.intake.models import Application


class BeginReview(Step):
    """Begin the review; a case of nobody becomes the officer's own."""

    done = _("The review has begun.")

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Take the case where nobody has it, and move it."""
        pipeline.begin_review(case=case, actor=officer)


class RecommendForm(forms.Form):
    """A proposal, the grounds it rests on, and why."""

    proposal = forms.ChoiceField(label=_("Proposal"), choices=Recommendation.Proposal.choices, widget=forms.RadioSelect)
    grant = forms.MultipleChoiceField(label=_("Grounds to grant"), widget=forms.CheckboxSelectMultiple, required=False)
    refuse = forms.MultipleChoiceField(
        label=_("Grounds to refuse"), widget=forms.CheckboxSelectMultiple, required=False
    )
    reasoning = forms.CharField(
        label=_("Reasoning"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20000,
        help_text=_("For the second officer and the President. The applicant does not see it."),
        error_messages={"required": _("Say why, so that the second officer can follow.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        for kind in ("grant", "refuse"):
            rows = [ground for ground in GROUNDS if ground.supports == kind]
            self.fields[kind].choices = [(ground.id, ground.title) for ground in rows]  # type: ignore[attr-defined]  # a choice field, as declared
            self.fields[kind].choice_hints = {ground.id: ground.law for ground in rows}  # type: ignore[attr-defined]  # read by the template pack

    def clean(self) -> dict[str, object]:
        """A proposal rests on grounds of its own kind only."""
        given = super().clean() or {}
        proposal = str(given.get("proposal", ""))
        if proposal and not given.get(proposal):
            self.add_error(proposal, ValidationError(gettext("Choose the grounds the proposal rests on.")))
        other = "refuse" if proposal == "grant" else "grant"
        if proposal and given.get(other):
            self.add_error(other, ValidationError(gettext("These grounds speak for the other proposal.")))
        return given


class Recommend(Step):
    """Propose to grant or to refuse."""

    lead = _("A second officer approves your proposal or returns it. The President decides.")
    form_class = RecommendForm
    template = "admin/case/recommend.html"
    done = _("Your proposal waits for a second officer.")

    def answers(self, case: Application) -> list[tuple[str, str]]:
        """Return (condition, outcome that counts) for the findings of the law."""
        return [
            (finding.code, outcome_of(finding)) for finding in current(case) if finding.source == Finding.Source.RULE
        ]

    def initial(self, case: Application, officer: User) -> dict[str, object]:
        """Start with what the findings speak for; to refuse only where a condition is not met."""
        answers = self.answers(case)
        refuse = suggested("refuse", answers)
        if refuse:
            return {"proposal": "refuse", "refuse": refuse}
        return {"proposal": "grant", "grant": suggested("grant", answers)}

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Write the proposal."""
        given = form.cleaned_data
        pipeline.recommend(
            case=case,
            proposal=given["proposal"],
            grounds=given[given["proposal"]],
            reasoning=given["reasoning"],
            actor=officer,
        )


class SecondLook(Step):
    """Approve a proposal or return it; the table keeps the proposer out."""

    template = "admin/case/second_look.html"
    approves = True

    def context(self, case: Application, officer: User) -> dict[str, object]:
        """Show the proposal with its grounds and reasoning."""
        return {"proposal": proposal_shown(case)}

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Write what the second officer made of it."""
        pipeline.second_look(case=case, approved=self.approves, actor=officer, note=form.cleaned_data["note"])


class Approve(SecondLook):
    """Approve a colleague's proposal."""

    form_class = NoteForm
    done = _("The proposal is approved.")


class ReturnProposal(SecondLook):
    """Return a colleague's proposal to review."""

    lead = _("Say what is missing: your colleague reads it, the applicant does not.")
    approves = False
    done = _("The proposal went back to review.")


def proposal_shown(case: Application) -> dict[str, object] | None:
    """Return the newest proposal with its grounds in words, or None."""
    row = case.recommendations.select_related("by", "second").order_by("-at", "-pk").first()
    if row is None:
        return None
    return {"row": row, "grounds": [GROUND[ground] for ground in row.grounds if ground in GROUND]}


class RecordAdvice(Step):
    """Record what another authority answered."""

    done = _("The opinion is recorded.")

    def form(self, case: Application, officer: User, data: Data = None) -> forms.Form:
        """Ask for the opinion in words."""
        form = super().form(case, officer, data)
        form.fields["note"].label = _("What does the other authority say?")
        return form


class AskAdvice(Step):
    """Ask another authority; the clock stands still until it answers."""

    lead = _(
        "The applicant is told that another authority was asked, and which steps wait for it. The term stands still meanwhile."
    )
    done = _("The case waits for the other authority.")

    def form(self, case: Application, officer: User, data: Data = None) -> forms.Form:
        """Ask whom and what."""
        form = super().form(case, officer, data)
        form.fields["note"].label = _("Which authority is asked, and what?")
        return form
