"""Occupation and schooling."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.fields import CountryField, PartialDateField, PlaceField, YesNoField
from portal.public.step import step
from portal.public.step_form import Item, StepForm


@step("occupation")
class Occupation(StepForm):
    """What the applicant does."""

    title = _("What is your occupation?")
    why = _("The data sheet asks it. It decides nothing on the simplified route.")
    proves = _("Nothing is needed.")
    occupation = forms.CharField(
        label=_("Occupation"),
        max_length=120,
        help_text=_("For example: nurse, student, retired, at home with children."),
    )
    workplace = forms.CharField(label=_("Employer or school"), max_length=160, required=False)


@step("schooling")
class Schooling(StepForm):
    """The highest school finished."""

    title = _("What is your highest schooling?")
    why = _("The data sheet asks it. It decides nothing on the simplified route.")
    proves = _("Nothing is needed.")
    level = forms.ChoiceField(
        label=_("Highest school finished"),
        widget=forms.RadioSelect,
        choices=[
            ("none", _("None, or less than eight classes")),
            ("primary", _("Primary school (eight classes)")),
            ("vocational", _("Vocational school")),
            ("secondary", _("Secondary school with leaving examination")),
            ("higher", _("College or university")),
        ],
    )
    school = forms.CharField(label=_("Name of the school"), max_length=160, required=False)
    country = CountryField(label=_("Country of the school"), required=False)


@step("hungarian-school")
class HungarianSchool(StepForm):
    """Whether schools in Hungarian were attended."""

    title = _("Have you ever learned at a school in Hungarian?")
    leads = ("any",)
    why = _("It supports your knowledge of Hungarian, which is heard at the visit.")
    proves = _("School reports or a leaving certificate in Hungarian.")
    asks = "any"
    any = YesNoField()


class School(Item):
    """A school in Hungarian."""

    school = forms.CharField(label=_("Name of the school"), max_length=160)
    place = PlaceField(label=_("Town or village"))
    since = PartialDateField(label=_("From when?"), required=False)
    until = PartialDateField(label=_("Until when?"), required=False, future=True)


@step("hungarian-school-list", shown_if=lambda asked: asked.said("hungarian-school", "any") is True)
class HungarianSchoolList(StepForm):
    """The schools in Hungarian."""

    title = _("Which schools did you attend in Hungarian?")
    why = _("They support your knowledge of Hungarian, which is heard at the visit.")
    proves = _("School reports or a leaving certificate in Hungarian.")
    item, item_title, item_more = School, _("School %(number)s"), _("Add another school")
