"""Where the applicant lives and can be reached."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.fields import CountryField, PartialDateField, PhoneField, PlaceField, YesNoField
from portal.public.household import Asked
from portal.public.step import step
from portal.public.step_form import Item, StepForm


@step("address")
class Address(StepForm):
    """The place of residence."""

    title = _("Where do you live?")
    leads = ("country",)
    why = _("Your address says which office is yours, and letters reach you there.")
    proves = _("Nothing is needed for the simplified route: you may live anywhere.")
    country = CountryField(label=_("Country"))
    region = forms.CharField(label=_("Province, county or state"), max_length=80, required=False)
    postcode = forms.CharField(label=_("Postal code"), max_length=12, required=False)
    town = forms.CharField(label=_("Town or village"), max_length=120)
    street = forms.CharField(label=_("Street and number"), max_length=160)
    since = PartialDateField(label=_("Since when have you lived there?"), required=False)
    postcode.width = "w10"  # type: ignore[attr-defined]  # read by the template pack
    postcode.widget.attrs["autocomplete"] = "postal-code"
    town.widget.attrs["autocomplete"] = "address-level2"
    street.widget.attrs["autocomplete"] = "address-line1"


@step("other-address")
class OtherAddress(StepForm):
    """The place of stay, and where letters go."""

    title = _("Do you have a second address?")
    why = _("The data sheet asks for a place of stay beside the residence. Tell us also if letters should go there.")
    proves = _("Nothing is needed.")
    any = YesNoField(label=_("I have a second address"))
    address = forms.CharField(label=_("The second address"), widget=forms.Textarea(attrs={"rows": 3}), max_length=400)
    letters = YesNoField(label=_("Shall letters go to the second address?"))
    needs = {"address": ("any", ("yes",)), "letters": ("any", ("yes",))}


@step("contact")
class Contact(StepForm):
    """How to reach the applicant, and in which language."""

    title = _("How can we reach you?")
    why = _("We tell you each step of your case. Letters of the law are Hungarian; we explain them in your language.")
    proves = _("Nothing is needed.")
    phone = PhoneField(
        label=_("Telephone"), help_text=_("With the country code, such as +40 264 123 456."), required=False
    )
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    language = forms.ChoiceField(
        label=_("Language of our letters to you"),
        widget=forms.RadioSelect,
        choices=[("hu", "Magyar"), ("en", "English")],
    )
    email.widget.attrs["autocomplete"] = "email"


@step("entry", shown_if=lambda asked: asked.said("address", "country") == "HU")
class Entry(StepForm):
    """When somebody who lives in Hungary came, and from where."""

    title = _("When did you come to Hungary?")
    why = _(
        "The data sheet asks those who live in Hungary when and with which document they entered, and where they lived before."
    )
    proves = _("Your residence card or registration certificate.")
    on = PartialDateField(label=_("Date of entry"), required=False)
    document = forms.CharField(label=_("Document with which you entered"), max_length=120, required=False)
    last_country = CountryField(label=_("Last country of residence before Hungary"), required=False)
    last_address = forms.CharField(label=_("Last address abroad"), max_length=200, required=False)
    born_here = forms.BooleanField(label=_("I have lived in Hungary since my birth"), required=False)


@step("lived-elsewhere")
class LivedElsewhere(StepForm):
    """Whether there were other residences."""

    title = _("Have you lived anywhere else in the last ten years?")
    leads = ("any",)
    why = _("The office asks the authorities of these places about your record.")
    proves = _("Nothing is needed now.")
    asks = "any"
    any = YesNoField()


class PreviousAddress(Item):
    """A place of residence given up."""

    country = CountryField(label=_("Country"))
    place = PlaceField(label=_("Town or village"))
    street = forms.CharField(label=_("Street and number"), max_length=160, required=False)
    since = PartialDateField(label=_("From when?"))
    until = PartialDateField(label=_("Until when?"))


def lived_elsewhere(asked: Asked) -> bool:
    """Whether earlier addresses are to be asked."""
    return asked.said("lived-elsewhere", "any") is True


@step("previous-addresses", shown_if=lived_elsewhere)
class PreviousAddresses(StepForm):
    """The residences of the last ten years."""

    title = _("Where have you lived in the last ten years?")
    why = _("The office asks the authorities of these places about your record.")
    proves = _("Nothing is needed now.")
    item, item_title, item_more = PreviousAddress, _("Earlier address %(number)s"), _("Add another address")

    def compare(self, given: Mapping[str, object]) -> None:
        """Nobody leaves a place before coming there."""
        for number in range(1, self.item_count + 1):
            since, until = str(given.get(f"since_{number}") or ""), str(given.get(f"until_{number}") or "")
            if since and until and until < since[: len(until)]:
                self.wrong(f"until_{number}", _("The end must not be before the beginning."))
