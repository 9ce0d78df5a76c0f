"""Minor children who are included in the application, each with pages of its own."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.choices import ACQUIRED, SEX, YES_NO_UNKNOWN
from portal.public.fields import CountryField, NameField, PartialDateField, PlaceField, YesNoField
from portal.public.household import ADULT_AGE, LANGUAGE_AGE, PUNISHABLE_AGE, About, Asked
from portal.public.step import step
from portal.public.step_form import Item, StepForm
from portal.public.steps.registration import BirthRecordForm, RequestedNameForm


@step("children")
class Children(StepForm):
    """Whether children are included."""

    title = _("Do you want to include minor children?")
    leads = ("any",)
    why = _("Children under 18 may apply together with a parent, in one application.")
    proves = _("The birth certificate of each child, and the consent of both parents.")
    law = "Ápt. 4. § (5)"
    asks = "any"
    any = YesNoField()


@step("children-count", shown_if=lambda asked: asked.said("children", "any") is True)
class ChildrenCount(StepForm):
    """How many children are included."""

    title = _("How many children do you want to include?")
    leads = ("number",)
    why = _("We then ask about each of them.")
    proves = _("The birth certificate of each child.")
    asks = "number"
    number = forms.IntegerField(min_value=1, max_value=12, help_text=_("Count only children under 18."))
    number.width = "w2"  # type: ignore[attr-defined]  # read by the template pack


@step("child-name", about=About.CHILD)
class ChildName(StepForm):
    """The name of a child."""

    title = _("What is the name of %(who)s?")
    why = _("It connects the child’s papers with the application.")
    proves = _("The child’s birth certificate.")
    family_name = NameField(label=_("Family name"))
    given_name = NameField(label=_("Given name or names"))
    birth_name = NameField(
        label=_("Whole name at birth"), required=False, max_length=160, help_text=_("Only if it was another one.")
    )
    sex = forms.ChoiceField(label=_("Sex in the civil register"), widget=forms.RadioSelect, choices=SEX)
    describes = {"family_name": "family_name", "given_name": "given_name", "birth_name": "birth_name", "sex": "sex"}


@step("child-birth", about=About.CHILD)
class ChildBirth(StepForm):
    """When and where a child was born."""

    title = _("When and where was %(who)s born?")
    leads = ("on",)
    why = _("The age decides who signs and whether Hungarian is asked.")
    proves = _("The child’s birth certificate, with a Hungarian translation.")
    on = PartialDateField(label=_("Date of birth"), whole=True)
    place = PlaceField(label=_("Place of birth"))
    country = CountryField(label=_("Country to which this place belongs today"))
    region = forms.CharField(label=_("Province, county or state"), required=False, max_length=80)
    hungarian_place = forms.CharField(
        label=_("Hungarian name of the place, if it has one"), required=False, max_length=120
    )
    describes = {"born_on": "on", "birth_place": "place.name", "birth_area": "place.area"}

    def compare(self, given: Mapping[str, object]) -> None:
        """Only minors are included; an adult applies alone."""
        born = str(given.get("on") or "")
        today = self.asked.household.today
        if (born and born[:4] < str(today.year - ADULT_AGE)) or (
            born and born <= today.replace(year=today.year - ADULT_AGE, day=min(today.day, 28)).isoformat()
        ):
            self.wrong(
                "on", _("Only children under 18 can be included. An adult makes an application of his or her own.")
            )


class ChildNationality(Item):
    """A nationality of a child."""

    country = CountryField(label=_("Country"))
    since = PartialDateField(label=_("Since when?"), required=False)
    by = forms.ChoiceField(label=_("How was it got?"), choices=[("", ""), *ACQUIRED])


@step("child-nationalities", about=About.CHILD)
class ChildNationalities(StepForm):
    """The nationalities of a child."""

    title = _("Which nationalities does %(who)s have?")
    why = _("Hungary lets a child keep them.")
    proves = _("A valid passport or identity card of the child.")
    item, item_title, item_more = ChildNationality, _("Nationality %(number)s"), _("Add another nationality")
    items_max = 6


@step("child-document", about=About.CHILD)
class ChildDocument(StepForm):
    """The identity document of a child."""

    title = _("Which identity document does %(who)s have?")
    why = _("Every child comes to the visit, whatever its age, and is identified with a document with a photo.")
    proves = _("The document itself.")
    kind = forms.ChoiceField(
        label=_("Kind of document"),
        widget=forms.RadioSelect,
        choices=[
            ("passport", _("Passport")),
            ("id_card", _("Identity card")),
            ("none", _("None yet")),
        ],
    )
    number = forms.CharField(label=_("Document number"), max_length=30)
    country = CountryField(label=_("Issuing country"))
    expires_on = PartialDateField(label=_("Valid until"), whole=True, future=True)
    needs = dict.fromkeys(("number", "country", "expires_on"), ("kind", ("passport", "id_card")))


@step("child-other-parent", about=About.CHILD)
class ChildOtherParent(StepForm):
    """Who the other parent of a child is."""

    title = _("Who is the other parent of %(who)s?")
    leads = ("parent",)
    why = _("Whoever has parental authority must agree to the application.")
    proves = _("The child’s birth certificate.")
    asks = "parent"
    parent = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[
            ("other", _("Somebody not named yet")),
            ("none", _("No other parent is registered")),
        ],
    )

    def __init__(self, *args: object, spouses: Mapping[int, str] | None = None, **options: object) -> None:
        """``spouses`` names the applicant's spouses by their ids."""
        self.spouses = spouses or {}
        super().__init__(*args, **options)  # type: ignore[arg-type]  # the base class's own

    def prepare(self) -> None:
        """Offer the spouses who are named already."""
        choices = list(self.base_fields["parent"].choices)  # type: ignore[attr-defined]  # a choice field
        self.fields["parent"].choices = [  # type: ignore[attr-defined]  # a choice field
            *((str(person), name) for person, name in self.spouses.items() if name),
            *choices,
        ]


@step(
    "child-other-parent-details",
    about=About.CHILD,
    shown_if=lambda asked: asked.said("child-other-parent", "parent") == "other",
)
class ChildOtherParentDetails(StepForm):
    """The other parent, where he or she is not a spouse named already."""

    title = _("What do you know about the other parent of %(who)s?")
    why = _("The sheet for the registration of the birth asks for both parents.")
    proves = _("The child’s birth certificate.")
    family_name = NameField(label=_("Family name at birth"))
    given_name = NameField(label=_("Given name or names"))
    on = PartialDateField(label=_("Date of birth"), required=False)
    place = PlaceField(label=_("Place of birth"), required=False)
    country = CountryField(label=_("Nationality"), required=False)
    alive = forms.ChoiceField(label=_("Alive"), widget=forms.RadioSelect, choices=YES_NO_UNKNOWN)


@step("child-parents-married", about=About.CHILD)
class ChildParentsMarried(StepForm):
    """Whether the parents of a child were married at its birth."""

    title = _("Were the parents of %(who)s married to each other at the birth?")
    why = _("The sheet for the registration of the birth asks it.")
    proves = _("The marriage certificate, or the acknowledgement of paternity.")
    married = YesNoField(label=_("They were married to each other"))
    paternity = forms.ChoiceField(
        label=_("What does the father’s entry rest on?"),
        widget=forms.RadioSelect,
        choices=[
            ("acknowledgement", _("Acknowledgement")),
            ("court", _("A judgment")),
            ("none", _("No father is registered")),
        ],
    )
    needs = {"paternity": ("married", ("no",))}


@step("child-custody", about=About.CHILD)
class ChildCustody(StepForm):
    """Who has parental authority."""

    title = _("Who has parental authority over %(who)s?")
    leads = ("holder",)
    why = _("Everyone who has it must agree to the application.")
    proves = _("A final judgment or a decision of an authority, where it is not both parents.")
    holder = forms.ChoiceField(
        label=_("Parental authority"),
        widget=forms.RadioSelect,
        choices=[
            ("both", _("Both parents")),
            ("applicant", _("I alone")),
            ("guardian", _("A guardian, or somebody else")),
        ],
    )
    details = forms.CharField(
        label=_("Judgment or decision: court, number, date"), widget=forms.Textarea(attrs={"rows": 3}), max_length=600
    )
    needs = {"details": ("holder", ("applicant", "guardian"))}


def other_must_agree(asked: Asked) -> bool:
    """Whether somebody beside the applicant must agree."""
    return asked.said("child-custody", "holder") in ("both", "guardian")


@step("child-consent", about=About.CHILD, shown_if=other_must_agree)
class ChildConsent(StepForm):
    """How the other one agrees."""

    title = _("How will the other parent or guardian of %(who)s agree?")
    why = _("Without this agreement the child’s application cannot go on. It can be given later.")
    proves = _("A declaration signed at the visit, or certified by a notary.")
    law = "Ápt. 4. § (5)"
    how = forms.ChoiceField(
        label=_("The consent"),
        widget=forms.RadioSelect,
        choices=[
            ("visit", _("In person, at the visit")),
            ("notary", _("In writing, certified by a notary: I upload it")),
            ("later", _("It is not clear yet")),
            ("dead", _("The other parent has died")),
        ],
    )


@step("child-address", about=About.CHILD)
class ChildAddress(StepForm):
    """Where a child lives."""

    title = _("Does %(who)s live with you?")
    why = _("The data sheet asks for the child’s address.")
    proves = _("Nothing is needed.")
    with_applicant = YesNoField(label=_("Lives at my address"))
    address = forms.CharField(label=_("Address of the child"), widget=forms.Textarea(attrs={"rows": 3}), max_length=400)
    needs = {"address": ("with_applicant", ("no",))}


def old_enough(asked: Asked) -> bool:
    """Whether Hungarian may be asked: from the 14th birthday, which may come during the case."""
    age = asked.age("child-birth")
    return age is not None and age >= LANGUAGE_AGE - 1


@step("child-hungarian", about=About.CHILD, shown_if=old_enough)
class ChildHungarian(StepForm):
    """How well a child of 13 or more speaks Hungarian."""

    title = _("How well does %(who)s speak Hungarian?")
    why = _("From the 14th birthday on, Hungarian is heard at the visit.")
    proves = _("The conversation at the visit; school reports help.")
    law = "Ápt. 4. § (3)"
    asks = "level"
    level = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[
            ("fluent", _("Fluently")),
            ("everyday", _("Well enough for everyday conversation")),
            ("little", _("A little")),
            ("none", _("Not at all")),
        ],
    )


def may_be_punished(asked: Asked) -> bool:
    """Whether there can be a record: a child under 12 cannot be punished (Btk. 16. §)."""
    age = asked.age("child-birth")
    return age is not None and age >= PUNISHABLE_AGE


@step("child-record", about=About.CHILD, shown_if=may_be_punished)
class ChildRecord(StepForm):
    """Convictions and proceedings of a child of 12 or more."""

    title = _("Does %(who)s have a criminal record?")
    why = _("A clean record under Hungarian law is a condition for everybody who can be punished, from the age of 12.")
    proves = _("The office asks the registers itself.")
    law = "Ápt. 4. § (1) b)"
    convicted = YesNoField(label=_("Convicted of a crime, in any country"))
    proceedings = YesNoField(label=_("Criminal proceedings are going on in Hungary"))
    details = forms.CharField(
        label=_("Court, number, date, what for"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
    )


@step("child-requested-name", about=About.CHILD)
class ChildRequestedName(RequestedNameForm):
    """The name a child is to bear."""

    title = _("Shall %(who)s bear another name in Hungary?")
    why = _("A name can be asked for in its Hungarian form, together with the application.")
    proves = _("Records in which an ancestor bears the name.")


@step("child-birth-record", about=About.CHILD)
class ChildBirthRecord(BirthRecordForm):
    """What the sheet for the registration of a child's birth asks beside."""

    title = _("Is the birth of %(who)s registered in Hungary?")
    why = _("A sheet for the registration of each birth is handed in with the application.")
    proves = _("The birth certificate: its number, authority and date stand on it.")
