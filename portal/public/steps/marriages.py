"""Marital status and every marriage: with whom, when, how it ended, and what its registration in Hungary needs."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.fields import CountryField, NameField, PartialDateField, PlaceField, YesNoField
from portal.public.household import About, Asked, was_married
from portal.public.step import step
from portal.public.step_form import Item, StepForm

BEFORE = [("single", _("Single")), ("divorced", _("Divorced")), ("widowed", _("Widowed"))]


@step("marital-status")
class MaritalStatus(StepForm):
    """The marital status of today."""

    title = _("What is your marital status?")
    leads = ("status",)
    why = _("Your marriages are registered in Hungary together with your birth when you become a citizen.")
    proves = _("Marriage certificate; final divorce decree; death certificate of a spouse.")
    asks = "status"
    status = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[
            ("single", _("Single, never married")),
            ("married", _("Married")),
            ("divorced", _("Divorced")),
            ("widowed", _("Widowed")),
            ("partnership", _("In a registered partnership")),
        ],
    )


def married_once(asked: Asked) -> bool:
    """Whether there are marriages to ask about."""
    return was_married(asked.household)


@step("marriages", shown_if=married_once)
class Marriages(StepForm):
    """How many marriages there were."""

    title = _("How many times have you been married?")
    leads = ("number",)
    why = _("Every marriage has to be registered, with its end where it has ended.")
    proves = _("A certificate of each marriage.")
    asks = "number"
    number = forms.IntegerField(
        min_value=1,
        max_value=8,
        help_text=_("Count the present marriage too. We then ask about each, the latest first."),
    )
    number.width = "w2"  # type: ignore[attr-defined]  # read by the template pack

    def prepare(self) -> None:
        """A registered partnership is no marriage: there may have been none."""
        if self.asked.said("marital-status", "status") == "partnership":
            self.fields["number"] = forms.IntegerField(
                min_value=0, max_value=8, help_text=self.fields["number"].help_text
            )


@step("spouse-name", about=About.SPOUSE)
class SpouseName(StepForm):
    """The names of a spouse."""

    title = _("What is the name of %(who)s?")
    why = _("The register of marriages records both names.")
    proves = _("The marriage certificate.")
    family_name = NameField(label=_("Family name"))
    given_name = NameField(label=_("Given name or names"))
    birth_family_name = NameField(
        label=_("Family name at birth"), help_text=_("Only if it was another one."), required=False
    )
    birth_given_name = NameField(label=_("Given name or names at birth"), required=False)
    sex = forms.ChoiceField(
        label=_("Sex in the civil register"),
        widget=forms.RadioSelect,
        choices=[("female", _("Female")), ("male", _("Male"))],
    )
    describes = {"family_name": "family_name", "given_name": "given_name", "sex": "sex"}

    def described(self, answers: Mapping[str, object]) -> dict[str, str]:
        """Add the name at birth."""
        given = str(answers.get("birth_given_name") or answers.get("given_name") or "")
        birth = f"{answers['birth_family_name']} {given}".strip() if answers.get("birth_family_name") else ""
        return {**super().described(answers), "birth_name": birth}


@step("spouse-birth", about=About.SPOUSE)
class SpouseBirth(StepForm):
    """When and where a spouse was born."""

    title = _("When and where was %(who)s born?")
    why = _("The register of marriages records it.")
    proves = _("The marriage certificate, or the spouse’s birth certificate.")
    on = PartialDateField(label=_("Date of birth"), help_text=_("Leave out what you do not know."), required=False)
    place = PlaceField(label=_("Place of birth"), required=False)
    country = CountryField(label=_("Country to which this place belongs today"), required=False)
    describes = {"born_on": "on", "birth_place": "place.name", "birth_area": "place.area"}


class SpouseNationality(Item):
    """A nationality of a spouse."""

    country = CountryField(label=_("Country"))


@step("spouse-nationality", about=About.SPOUSE)
class SpouseNationalities(StepForm):
    """The nationalities of a spouse."""

    title = _("Which nationalities does or did %(who)s have?")
    why = _("The register of marriages records it; a Hungarian spouse opens another route as well.")
    proves = _("A passport or identity card.")
    item, item_title, item_more = SpouseNationality, _("Nationality %(number)s"), _("Add another nationality")
    items_max = 4


@step("marriage", about=About.SPOUSE)
class MarriageOf(StepForm):
    """When and where the marriage was concluded."""

    title = _("When and where did you marry %(who)s?")
    why = _("A marriage can change names, and before 1957 it could change citizenship.")
    proves = _("The marriage certificate, with a Hungarian translation.")
    on = PartialDateField(label=_("Date of the marriage"))
    place = PlaceField(label=_("Place of the marriage"))
    country = CountryField(label=_("Country to which this place belongs today"))
    own_status_before = forms.ChoiceField(
        label=_("Your marital status before it"), choices=BEFORE, widget=forms.RadioSelect
    )
    spouse_status_before = forms.ChoiceField(
        label=_("The spouse’s marital status before it"),
        choices=[*BEFORE, ("unknown", _("I do not know"))],
        widget=forms.RadioSelect,
    )


@step("marriage-end", about=About.SPOUSE)
class MarriageEnd(StepForm):
    """Whether and how the marriage ended."""

    title = _("Has the marriage with %(who)s ended?")
    why = _("The register records the end of a marriage too.")
    proves = _("The final divorce decree, or the death certificate of the spouse.")
    ended_by = forms.ChoiceField(
        label=_("The marriage"),
        widget=forms.RadioSelect,
        choices=[
            ("lasts", _("It has not ended")),
            ("divorce", _("It ended by divorce")),
            ("death", _("It ended by the death of the spouse")),
            ("annulment", _("It was annulled")),
        ],
    )
    on = PartialDateField(label=_("When did it end?"))
    authority = forms.CharField(
        label=_("Court or authority, and number of the decision"), max_length=200, required=False
    )
    needs = {"on": ("ended_by", ("divorce", "death", "annulment"))}


@step("marriage-record", about=About.SPOUSE)
class MarriageRecord(StepForm):
    """What the sheet for the registration of a marriage asks beside."""

    title = _("Is this marriage registered in Hungary?")
    leads = ("registered",)
    why = _("One sheet for the registration of each marriage is handed in with the application.")
    proves = _("The marriage certificate: its number, authority and date stand on it.")
    registered = YesNoField(label=_("The marriage is already in a Hungarian register"))
    number = forms.CharField(label=_("Number of the marriage certificate"), max_length=60)
    authority = forms.CharField(label=_("Authority that issued it"), max_length=160)
    issued_on = PartialDateField(label=_("Date of issue"))
    own_name_after = NameField(label=_("Your name after the marriage"), max_length=160)
    spouse_name_after = NameField(label=_("The spouse’s name after the marriage"), max_length=160)
    needs = dict.fromkeys(
        ("number", "authority", "issued_on", "own_name_after", "spouse_name_after"), ("registered", ("no",))
    )


@step("spouse-parents", about=About.SPOUSE, shown_if=lambda asked: asked.said("marriage-record", "registered") is False)
class SpouseParents(StepForm):
    """The parents of a spouse, for the registration of the marriage."""

    title = _("Who are the parents of %(who)s?")
    why = _("The sheet for the registration of the marriage asks for them.")
    proves = _("The marriage certificate, or the spouse’s birth certificate.")
    father_name = NameField(label=_("Father’s name at birth"), required=False, max_length=160)
    mother_name = NameField(label=_("Mother’s name at birth"), required=False, max_length=160)
