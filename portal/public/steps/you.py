"""Who the applicant is: names, sex, birth, nationalities, earlier Hungarian citizenship, identity document."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.choices import ACQUIRED, ENDED, SEX, YES_NO_UNKNOWN
from portal.public.fields import CountryField, NameField, PartialDateField, PlaceField, YesNoField
from portal.public.household import Asked
from portal.public.step import step
from portal.public.step_form import Item, StepForm


@step("name")
class Name(StepForm):
    """The name borne today."""

    title = _("What is your name?")
    why = _("Your name connects your papers with your application.")
    proves = _("Your valid passport or identity card.")
    family_name = NameField(label=_("Family name"), help_text=_("As in your passport."), autocomplete="family-name")
    given_name = NameField(label=_("Given name or names"), autocomplete="given-name")
    describes = {"family_name": "family_name", "given_name": "given_name"}


@step("birth-name")
class BirthName(StepForm):
    """The name at birth, where it is another."""

    title = _("Were you born under this name?")
    why = _(
        "Records of your birth, and of your parents, carry the name you had then. Each change of a name has to be shown."
    )
    proves = _("Your birth certificate; a marriage certificate or a decision about the change of name.")
    same = YesNoField(label=_("My name at birth was the same"))
    birth_family_name = NameField(label=_("Family name at birth"), help_text=_("Only if it was another one."))
    birth_given_name = NameField(label=_("Given name or names at birth"))
    reason = forms.ChoiceField(
        label=_("How did your name change?"),
        widget=forms.RadioSelect,
        choices=[
            ("marriage", _("By marriage")),
            ("decision", _("By a decision of an authority or a court")),
            ("spelling", _("Only its spelling or language changed")),
            ("other", _("In another way")),
        ],
    )
    needs = dict.fromkeys(("birth_family_name", "birth_given_name", "reason"), ("same", ("no",)))

    def described(self, answers: Mapping[str, object]) -> dict[str, str]:
        """Return the name at birth, which is empty where it is the present one."""
        return {
            "birth_name": f"{answers.get('birth_family_name') or ''} {answers.get('birth_given_name') or ''}".strip()
        }


@step("former-names")
class FormerNames(StepForm):
    """Whether there were further names."""

    title = _("Have you ever borne any other name?")
    leads = ("any",)
    why = _("Older papers may carry it, such as the name of an earlier marriage.")
    proves = _("Marriage certificates and decisions about a change of name.")
    asks = "any"
    any = YesNoField()


class FormerName(Item):
    """A name borne once."""

    family_name = NameField(label=_("Family name"))
    given_name = NameField(label=_("Given name or names"))
    until = PartialDateField(label=_("Until when did you bear it?"), required=False)


@step("former-name-list", shown_if=lambda asked: asked.said("former-names", "any") is True)
class FormerNameList(StepForm):
    """The names borne once."""

    title = _("Which other names have you borne?")
    why = _("Older papers may carry them.")
    proves = _("Marriage certificates and decisions about a change of name.")
    item, item_title, item_more = FormerName, _("Former name %(number)s"), _("Add another name")


@step("sex")
class Sex(StepForm):
    """Sex as registers record it."""

    title = _("What is your sex in the civil register?")
    why = _("The registers and the certificate of citizenship record it.")
    proves = _("Your birth certificate or passport.")
    asks = "sex"
    sex = forms.ChoiceField(widget=forms.RadioSelect, choices=SEX)
    describes = {"sex": "sex"}


@step("birth")
class Birth(StepForm):
    """When and where the applicant was born."""

    title = _("When and where were you born?")
    leads = ("country", "on")
    why = _("The law in force on that day says whether you became a citizen by birth.")
    proves = _("Your birth certificate, with a Hungarian translation.")
    law = "Ápt. 3. §"
    on = PartialDateField(label=_("Date of birth"), whole=True, earliest=1900, birthday=True)
    place = PlaceField(
        label=_("Place of birth"), help_text=_("The town or village as in your birth certificate, in any language.")
    )
    country = CountryField(label=_("Country to which this place belongs today"))
    region = forms.CharField(label=_("Province, county or state"), required=False, max_length=80)
    describes = {"born_on": "on", "birth_place": "place.name", "birth_area": "place.area"}


def born_abroad(asked: Asked) -> bool:
    """Whether the place of birth does not lie in Hungary today."""
    return asked.said("birth", "country") != "HU"


@step("birth-place-name", shown_if=born_abroad)
class BirthPlaceName(StepForm):
    """How a place of birth abroad is written in Hungarian registers."""

    title = _("How shall your place of birth be written in Hungary?")
    why = _("A place that has a Hungarian name can be registered with both names, or with the Hungarian one alone.")
    proves = _("Nothing is needed: the office knows the official Hungarian names.")
    form = forms.ChoiceField(
        label=_("Place of birth in the Hungarian register"),
        widget=forms.RadioSelect,
        choices=[
            ("both", _("Foreign and Hungarian name")),
            ("hungarian", _("Hungarian name only")),
            ("none", _("The place has no Hungarian name, or I do not know")),
        ],
    )
    hungarian_name = forms.CharField(label=_("Hungarian name of the place"), max_length=120)
    needs = {"hungarian_name": ("form", ("both", "hungarian"))}


class Nationality(Item):
    """A nationality held today."""

    country = CountryField(label=_("Country"))
    since = PartialDateField(label=_("Since when?"), help_text=_("The year is enough."), required=False)
    by = forms.ChoiceField(label=_("How did you get it?"), choices=[("", ""), *ACQUIRED])


@step("nationalities")
class Nationalities(StepForm):
    """Every nationality held today."""

    title = _("Which nationalities do you have today?")
    why = _(
        "Hungary lets you keep them. Some other states take their nationality from those who become citizens elsewhere."
    )
    proves = _("A valid passport or identity card of each country.")
    stateless = forms.BooleanField(label=_("I have no nationality (stateless)"), required=False)
    item, item_title, item_more = Nationality, _("Nationality %(number)s"), _("Add another nationality")
    items_max = 6

    def items_needed(self) -> int:
        """A stateless person has none to give."""
        return 0 if self.data.get("stateless") else 1

    def compare(self, given: Mapping[str, object]) -> None:
        """Nobody is stateless and has a nationality, or has one twice."""
        countries = [given.get(f"country_{number}") for number in range(1, self.item_count + 1)]
        named = [country for country in countries if country]
        if given.get("stateless") and named:
            self.wrong("stateless", _("Leave this box empty, or leave the nationalities empty."))
        for number, country in enumerate(countries, start=1):
            if country and country in countries[: number - 1]:
                self.wrong(f"country_{number}", _("This country is already in the list."))


@step("former-nationalities")
class FormerNationalities(StepForm):
    """Whether there were further nationalities."""

    title = _("Have you ever had another nationality that has ended?")
    leads = ("any",)
    why = _(
        "Your nationalities since birth show under which law your citizenship is to be judged. Hungarian comes on a page of its own."
    )
    proves = _("A certificate about its end.")
    asks = "any"
    any = YesNoField()


class FormerNationality(Item):
    """A nationality held once."""

    country = CountryField(label=_("Country"), help_text=_("The state of today that followed it, if it is no more."))
    since = PartialDateField(label=_("From when?"), required=False)
    by = forms.ChoiceField(label=_("How did you get it?"), choices=[("", ""), *ACQUIRED])
    until = PartialDateField(label=_("Until when?"), required=False)
    ended_by = forms.ChoiceField(label=_("How did it end?"), choices=[("", ""), *ENDED])


@step("former-nationality-list", shown_if=lambda asked: asked.said("former-nationalities", "any") is True)
class FormerNationalityList(StepForm):
    """The nationalities that have ended."""

    title = _("Which nationalities have you had before?")
    why = _("They show under which law your citizenship is to be judged.")
    proves = _("A certificate about the end of each.")
    item, item_title, item_more = FormerNationality, _("Former nationality %(number)s"), _("Add another nationality")


@step("hungarian-before")
class HungarianBefore(StepForm):
    """Whether the applicant was once a Hungarian citizen."""

    title = _("Have you ever been a Hungarian citizen?")
    leads = ("citizen",)
    why = _("Who once was a citizen may ask to be one again, and who still is one need not apply at all.")
    proves = _("A former Hungarian passport, identity card or certificate of citizenship.")
    law = "Ápt. 5. §"
    asks = "citizen"
    citizen = forms.ChoiceField(widget=forms.RadioSelect, choices=YES_NO_UNKNOWN)


@step("hungarian-before-details", shown_if=lambda asked: asked.said("hungarian-before", "citizen") == "yes")
class HungarianBeforeDetails(StepForm):
    """From when to when, and how it ended."""

    title = _("When were you a Hungarian citizen?")
    why = _("How your citizenship ended decides how you may get it back.")
    proves = _("A certificate of the former citizenship and of its end.")
    law = "Ápt. 5. §"
    since = PartialDateField(label=_("From when?"), required=False)
    by = forms.ChoiceField(label=_("How did you get it?"), choices=[("", ""), *ACQUIRED])
    until = PartialDateField(label=_("Until when?"), required=False)
    ended_by = forms.ChoiceField(label=_("How did it end?"), choices=[("", ""), *ENDED])

    def compare(self, given: Mapping[str, object]) -> None:
        """It cannot end before it began."""
        if (
            given.get("until")
            and given.get("since")
            and str(given["until"]) < str(given["since"])[: len(str(given["until"]))]
        ):
            self.wrong("until", _("It cannot have ended before it began."))


@step("document")
class Document(StepForm):
    """The identity document that will be shown."""

    title = _("Which identity document will you show?")
    why = _("At the visit you identify yourself with it. We compare it with the copy that you upload.")
    proves = _("The document itself: it must be valid on the day of the visit.")
    kind = forms.ChoiceField(
        label=_("Kind of document"),
        widget=forms.RadioSelect,
        choices=[
            ("passport", _("Passport")),
            ("id_card", _("Identity card")),
            ("other", _("Another document with a photo")),
        ],
    )
    number = forms.CharField(label=_("Document number"), max_length=30)
    country = CountryField(label=_("Issuing country"))
    authority = forms.CharField(label=_("Issuing authority"), max_length=120, required=False)
    issued_on = PartialDateField(label=_("Date of issue"), whole=True)
    expires_on = PartialDateField(
        label=_("Valid until"),
        whole=True,
        future=True,
        required=False,
        help_text=_("Leave empty if it has no end date."),
    )
    number.width = "w20"  # type: ignore[attr-defined]  # read by the template pack

    def compare(self, given: Mapping[str, object]) -> None:
        """A document must still be valid, and is issued before it expires."""
        expires, issued = str(given.get("expires_on") or ""), str(given.get("issued_on") or "")
        if expires and issued and expires <= issued:
            self.wrong("expires_on", _("The end of validity must be after the date of issue."))
        elif expires and expires < self.asked.household.today.isoformat():
            self.wrong("expires_on", _("This document has expired. You need a valid one at the visit."))
