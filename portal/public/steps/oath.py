"""Oath or solemn promise, and where it is to be taken."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.step import step
from portal.public.step_form import StepForm


@step("oath-form")
class OathForm(StepForm):
    """Whether an oath or a solemn promise will be taken."""

    title = _("Will you take an oath or make a solemn promise?")
    why = _("You become a citizen on the day of your oath or promise. Both have the same effect; the choice is free.")
    proves = _("Nothing is needed.")
    law = "Ápt. 7. §"
    asks = "form"
    form = forms.ChoiceField(widget=forms.RadioSelect, choices=[("oath", _("Oath")), ("promise", _("Solemn promise"))])


@step("oath-place")
class OathPlace(StepForm):
    """Where the oath is to be taken."""

    title = _("Where do you want to take it?")
    why = _("The place named here counts. It can be changed once, at latest on the fifth day before the date.")
    proves = _("Nothing is needed.")
    law = "Ápt. 16. § (3)"
    where = forms.ChoiceField(
        label=_("Before whom?"),
        widget=forms.RadioSelect,
        choices=[
            ("mayor", _("Before the mayor of a town or village in Hungary")),
            ("mission", _("At a Hungarian mission")),
        ],
    )
    settlement = forms.CharField(label=_("Town or village in Hungary"), max_length=120)
    office = forms.ChoiceField(label=_("Mission"), choices=())
    needs = {"settlement": ("where", ("mayor",)), "office": ("where", ("mission",))}

    def __init__(self, *args: object, missions: Mapping[str, str] | None = None, **options: object) -> None:
        """``missions`` names the offices where oaths are taken by their ids."""
        self.missions = missions or {}
        super().__init__(*args, **options)  # type: ignore[arg-type]  # the base class's own

    def prepare(self) -> None:
        """Offer the missions that receive applicants."""
        self.fields["office"].choices = [("", ""), *self.missions.items()]  # type: ignore[attr-defined]  # a choice field
