"""The name wished for, and what the registration of the birth in Hungary needs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.fields import NameField, PartialDateField, YesNoField
from portal.public.step import step
from portal.public.step_form import StepForm

DETAILS = ("family_name", "given_name", "grounds")


class RequestedNameForm(StepForm):
    """Whether another name is asked for, and which."""

    wants = YesNoField(label=_("Another name is asked for"))
    family_name = NameField(label=_("Family name wished for"))
    given_name = NameField(label=_("Given name or names wished for"), help_text=_("Two at most."))
    grounds = forms.MultipleChoiceField(
        label=_("What is asked for?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("own", _("An own former Hungarian family name")),
            ("ancestor", _("The former Hungarian family name of an ancestor")),
            ("gender_ending", _("To drop an ending that shows the sex")),
            ("one_of_several", _("To drop one of several family names")),
            ("hungarian_form", _("The Hungarian form of a given name")),
        ],
    )
    ancestor = NameField(label=_("The ancestor who bore it"), max_length=160, required=False)
    needs = dict.fromkeys(DETAILS, ("wants", ("yes",)))

    def clean_given_name(self) -> str:
        """Hungarian registers take two given names at most."""
        given = str(self.cleaned_data["given_name"])
        if len(given.split()) > 2:  # noqa: PLR2004 - the registers' own limit
            raise forms.ValidationError(_("Hungarian registers take two given names at most."))
        return given


class BirthRecordForm(StepForm):
    """The foreign birth certificate from which the birth is registered."""

    registered = YesNoField(label=_("The birth is already in a Hungarian register"))
    number = forms.CharField(label=_("Number of the birth certificate"), max_length=60)
    authority = forms.CharField(label=_("Authority that issued it"), max_length=160)
    issued_on = PartialDateField(label=_("Date of issue"))
    given_names = NameField(
        label=_("Given names to be registered"),
        max_length=80,
        help_text=_("Two at most, in their order."),
        required=False,
    )
    personal_number = forms.CharField(
        label=_("Hungarian personal number"), max_length=20, required=False, help_text=_("If there is one.")
    )
    needs = dict.fromkeys(("number", "authority", "issued_on"), ("registered", ("no",)))


@step("requested-name")
class RequestedName(RequestedNameForm):
    """The name the applicant wishes to bear."""

    title = _("Do you want to bear another name in Hungary?")
    why = _("A Hungarian form of your name can be asked for together with the application. It may also stay as it is.")
    proves = _("Records in which you or an ancestor bore the name.")


@step("birth-record")
class BirthRecord(BirthRecordForm):
    """What the sheet for the registration of the applicant's birth asks beside."""

    title = _("Is your birth registered in Hungary?")
    why = _("A sheet for the registration of your birth is handed in with the application.")
    proves = _("Your birth certificate: its number, authority and date stand on it.")
