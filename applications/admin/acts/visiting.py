"""The visit: what was shown in person, for each applicant, and the originals of the papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from applications import pipeline
from applications.admin.acts.act import Data, Step
from applications.admin.words import kind_words
from applications.casework.deadlines import months_later
from applications.casework.models import Slot
from applications.casework.visits import kept_booking
from applications.core import clock
from applications.core.models import Office, User
from applications.documents.models import Paper
from applications.documents.queries import papers_of
from applications.family.days import WHOLE
from applications.family.models import Person
from applications.intake.models import Application
from applications.intake.queries import persons_in

HUNGARIAN = [
    ("shown", _("Shown: a conversation in both directions")),
    ("partly", _("Partly: weaker than that")),
    ("none", _("Not shown")),
    ("not_asked", _("Not asked: under 14, or without legal capacity")),
]
FROM_MONTHS = 14 * 12
"""From which age Hungarian is asked about; of a grown-up nothing is ticked beforehand."""


def is_child(person: Person) -> bool:
    """Whether a person is known to be younger than Hungarian is asked of."""
    whole = len(person.born_on) == WHOLE
    return whole and clock.today() < months_later(date.fromisoformat(person.born_on), FROM_MONTHS)


@dataclass(frozen=True)
class Seen:
    """The fields about one person, for the template."""

    person: Person
    fields: Sequence[forms.BoundField]


class VisitForm(forms.Form):
    """What the officer saw: identity, language, signature of each person, the originals of the papers."""

    office = forms.ModelChoiceField(label=_("Office"), queryset=Office.objects.exclude(kind=Office.Kind.CENTRAL))
    note = forms.CharField(
        label=_("Remarks on the visit"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, data: Data, *, people: Sequence[Person], papers: Sequence[Paper], initial: dict[str, object]
    ) -> None:
        super().__init__(data, initial=initial)
        self.people, self.papers = people, papers
        language = (get_language() or "hu")[:2]
        office = self.fields["office"]
        office.label_from_instance = lambda row: row.name_in(language)  # type: ignore[attr-defined]  # a ModelChoiceField
        for person in people:
            self.fields[f"identity_{person.pk}"] = forms.BooleanField(
                label=_("Identity proved by a valid document with a photo"), required=False
            )
            self.fields[f"signature_{person.pk}"] = forms.BooleanField(
                label=_("Signed before me"),
                required=False,
                help_text=_("From the year in which the person is 12."),
            )
            self.fields[f"hungarian_{person.pk}"] = forms.ChoiceField(
                label=_("Knowledge of Hungarian"),
                choices=HUNGARIAN,
                widget=forms.RadioSelect,
                initial="not_asked" if is_child(person) else None,
                error_messages={"required": _("Say how well this person spoke Hungarian.")},
            )
        self.fields["originals"] = forms.MultipleChoiceField(
            label=_("Originals shown"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[(str(paper.pk), f"{kind_words(paper.kind)} – {paper.person.full_name}") for paper in papers],
        )

    @property
    def seen(self) -> list[Seen]:
        """Return the fields person by person."""
        names = ("identity", "signature", "hungarian")
        return [Seen(person, [self[f"{name}_{person.pk}"] for name in names]) for person in self.people]

    def clean(self) -> dict[str, object]:
        """Nobody is filed whose identity was not proved: that person has to come again."""
        given = super().clean() or {}
        for person in self.people:
            if not given.get(f"identity_{person.pk}"):
                self.add_error(
                    f"identity_{person.pk}",
                    ValidationError(gettext("Without a proved identity the case cannot be filed for this person.")),
                )
        return given

    def details(self) -> Mapping[str, Mapping[str, object]]:
        """Return what was seen by person id, as models.Visit keeps it."""
        given = self.cleaned_data
        shown = {int(pk) for pk in given["originals"]}
        return {
            str(person.pk): {
                "identity_ok": given[f"identity_{person.pk}"],
                "signature_ok": given[f"signature_{person.pk}"],
                "hungarian": given[f"hungarian_{person.pk}"].replace("not_asked", ""),
                "originals": [paper.pk for paper in self.papers if paper.pk in shown and paper.person_id == person.pk],
            }
            for person in self.people
        } | self.others(shown)

    def others(self, shown: set[int]) -> dict[str, Mapping[str, object]]:
        """Return the originals of papers about people who do not apply themselves: parents, ancestors."""
        own = {person.pk for person in self.people}
        found: dict[str, list[int]] = {}
        for paper in self.papers:
            if paper.pk in shown and paper.person_id not in own:
                found.setdefault(str(paper.person_id), []).append(paper.pk)
        return {person: {"originals": papers} for person, papers in found.items()}


class RecordVisit(Step):
    """Record what was shown when the family came: from that moment the case is filed."""

    lead = _("With this the application is filed and the terms begin. Only what you saw yourself is recorded.")
    template = "admin/case/visit.html"
    done = _("The visit is recorded: the application is filed.")

    def form(self, case: Application, officer: User, data: Data = None) -> VisitForm:
        """Return the form over the people and papers of the case."""
        booking = kept_booking(case, Slot.Purpose.FILING)
        office = booking.slot.office if booking else officer.office
        initial: dict[str, object] = {"office": office.pk if office else None}
        return VisitForm(data, people=persons_in(case), papers=list(papers_of(case.family_id)), initial=initial)

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Record it and file the case."""
        if not isinstance(form, VisitForm):
            raise TypeError("A visit is recorded by its own form.")
        pipeline.record_visit(
            case=case,
            office=form.cleaned_data["office"],
            clerk=officer,
            details=form.details(),
            note=form.cleaned_data["note"],
        )
