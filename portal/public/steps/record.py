"""Criminal record, proceedings, and earlier applications."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.choices import YES_NO_UNKNOWN
from portal.public.fields import CountryField, PartialDateField, YesNoField
from portal.public.step import step
from portal.public.step_form import Item, StepForm


@step("convictions")
class Convictions(StepForm):
    """Whether the applicant has been convicted."""

    title = _("Have you ever been convicted of a crime, in any country?")
    leads = ("any",)
    why = _("A clean record under Hungarian law is a condition. A conviction stops to count after some years.")
    proves = _("The office asks the registers itself.")
    law = "Ápt. 4. § (1) b)"
    asks = "any"
    any = YesNoField()


class Conviction(Item):
    """A conviction."""

    country = CountryField(label=_("Country"))
    court = forms.CharField(label=_("Court and number"), max_length=160)
    on = PartialDateField(label=_("Date of the judgment"))
    offence = forms.CharField(label=_("What for?"), max_length=200)
    sentence = forms.CharField(label=_("Sentence"), max_length=200)
    spent = forms.ChoiceField(
        label=_("Has it been spent (are its consequences over)?"), widget=forms.RadioSelect, choices=YES_NO_UNKNOWN
    )


@step("conviction-list", shown_if=lambda asked: asked.said("convictions", "any") is True)
class ConvictionList(StepForm):
    """The convictions."""

    title = _("Which convictions were there?")
    why = _("An officer compares them with Hungarian law. Something hidden weighs more than something told.")
    proves = _("The judgment, and the paper that says the consequences are over.")
    law = "Ápt. 4. § (1) b)"
    item, item_title, item_more = Conviction, _("Conviction %(number)s"), _("Add another conviction")


@step("proceedings")
class Proceedings(StepForm):
    """Whether criminal proceedings are going on."""

    title = _("Are criminal proceedings going on against you?")
    leads = ("hungary", "abroad")
    why = _(
        "Proceedings before a Hungarian court are an obstacle while they last. Those abroad are weighed by an officer."
    )
    proves = _("The office asks the authorities itself.")
    law = "Ápt. 4. § (1) b)"
    hungary = YesNoField(label=_("In Hungary"))
    abroad = YesNoField(label=_("In another country"))


class Proceeding(Item):
    """Criminal proceedings that are going on."""

    country = CountryField(label=_("Country"))
    authority = forms.CharField(label=_("Court or authority, and number"), max_length=160)
    offence = forms.CharField(label=_("What for?"), max_length=200)
    since = PartialDateField(label=_("Since when?"), required=False)


@step(
    "proceeding-list",
    shown_if=lambda asked: True in (asked.said("proceedings", "hungary"), asked.said("proceedings", "abroad")),
)
class ProceedingList(StepForm):
    """The proceedings."""

    title = _("Which proceedings are going on?")
    why = _("An officer needs to know what they are about.")
    proves = _("A paper of the court or authority, if you have one.")
    law = "Ápt. 4. § (1) b)"
    item, item_title, item_more = Proceeding, _("Proceedings %(number)s"), _("Add further proceedings")


@step("earlier-applications")
class EarlierApplications(StepForm):
    """Whether Hungarian citizenship was asked for before."""

    title = _("Have you ever applied for Hungarian citizenship before?")
    leads = ("any",)
    why = _("An earlier file may hold papers that help you now.")
    proves = _("The letter about the decision, if you have it.")
    asks = "any"
    any = YesNoField()


class EarlierApplication(Item):
    """An earlier application."""

    on = PartialDateField(label=_("When?"))
    where = forms.CharField(label=_("Where did you hand it in?"), max_length=160)
    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        choices=[
            ("", ""),
            ("refused", _("Refused")),
            ("withdrawn", _("Withdrawn")),
            ("terminated", _("Terminated")),
            ("granted", _("Granted")),
            ("pending", _("Still pending")),
            ("unknown", _("I do not know")),
        ],
    )
    number = forms.CharField(label=_("File number"), max_length=60, required=False)


@step("earlier-application-list", shown_if=lambda asked: asked.said("earlier-applications", "any") is True)
class EarlierApplicationList(StepForm):
    """The earlier applications."""

    title = _("Which applications have you made before?")
    why = _("An earlier file may hold papers that help you now.")
    proves = _("The letter about the decision, if you have it.")
    item, item_title, item_more = EarlierApplication, _("Earlier application %(number)s"), _("Add another application")
