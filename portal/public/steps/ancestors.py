"""The line to a Hungarian citizen: parents and further ancestors, as far as the one who was a citizen."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.choices import ACQUIRED, ENDED, YES_NO_UNKNOWN
from portal.public.fields import CountryField, NameField, PartialDateField, PlaceField, YesNoField
from portal.public.household import CESSION, ROLES, About, Asked, ends_line, known_parents, line
from portal.public.step import ANYTHING, Whose, step
from portal.public.step_form import Item, StepForm

PARENTS = Whose("the parents", lambda asked: len(asked.trail) <= 1)
GRANDPARENTS = Whose("parents and grandparents", lambda asked: len(asked.trail) <= 2)  # noqa: PLR2004 - generations


def is_relied_on(asked: Asked) -> bool:
    """Whether this is the nearest ancestor who was a citizen: the one whose residence and departure the sheet wants."""
    citizens = (each.person for each in line(asked.household) if ends_line(asked.household, each.person))
    return next(citizens, None) == asked.person


RELIED_ON = Whose("the ancestor relied on", is_relied_on)

LAST_KNOWN = _("Leave out what you do not know. The year alone helps already.")


class KnownParents(StepForm):
    """Which parents somebody knows something about."""

    known = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        choices=[("father", _("The father")), ("mother", _("The mother")), ("none", _("I know nothing about either"))],
        error_messages={"required": _("Choose the father, the mother or both, or that you know nothing more.")},
    )

    def compare(self, given: Mapping[str, object]) -> None:
        """Nothing known goes with neither of them."""
        known = given.get("known")
        if isinstance(known, list) and "none" in known and len(known) > 1:
            self.wrong("known", _("Choose either parents or that you know nothing about them."))


@step("parents")
class Parents(KnownParents):
    """The applicant's parents."""

    title = _("About which of your parents can you tell us something?")
    leads = ("known",)
    why = _("The line to a Hungarian citizen starts with your parents. It may go through either of them; both count.")
    proves = _("Your birth certificate names them.")
    law = "Ápt. 4. § (3)"
    asks = "known"


@step("adoption")
class Adoption(StepForm):
    """Whether the applicant was adopted."""

    title = _("Were you adopted?")
    why = _("Citizenship by descent follows the parents by birth; an adoption can open a way of its own.")
    proves = _("The decision about the adoption.")
    adopted = YesNoField(label=_("I was adopted"))
    on = PartialDateField(label=_("When?"))
    father_name = NameField(label=_("Name of the adoptive father"), required=False, max_length=160)
    mother_name = NameField(label=_("Name of the adoptive mother"), required=False, max_length=160)
    by_citizen = forms.ChoiceField(
        label=_("Was one of them a Hungarian citizen then?"), widget=forms.RadioSelect, choices=YES_NO_UNKNOWN
    )
    needs = {"on": ("adopted", ("yes",)), "by_citizen": ("adopted", ("yes",))}


@step("ancestor-name", about=About.ANCESTOR, shared=True, settles=ANYTHING, sheet=GRANDPARENTS)
class AncestorName(StepForm):
    """The name at birth of an ancestor."""

    title = _("What was the name of %(who)s at birth?")
    why = _("The records of the line are found and connected by names at birth.")
    proves = _("The birth certificate of the child, which names the parents.")
    family_name = NameField(label=_("Family name at birth"))
    given_name = NameField(label=_("Given name or names"))
    later_name = NameField(
        label=_("A name borne later"),
        required=False,
        max_length=160,
        help_text=_("For example by marriage, or translated."),
    )
    describes = {"family_name": "family_name", "given_name": "given_name"}


@step("ancestor-birth", about=About.ANCESTOR, shared=True, settles=ANYTHING, sheet=GRANDPARENTS)
class AncestorBirth(StepForm):
    """When and where an ancestor was born."""

    title = _("When and where was %(who)s born?")
    leads = ("on",)
    why = _("The year and the place say which law decided about citizenship.")
    proves = _("Birth certificate, church register, military book, old passport.")
    law = "Ápt. 1. § (4)"
    on = PartialDateField(label=_("Date of birth"), help_text=LAST_KNOWN, required=False)
    place = PlaceField(
        label=_("Place of birth"),
        required=False,
        help_text=_(
            "As in the record: we find it by its Hungarian, Romanian, Slovak, Serbian, Ukrainian or German name."
        ),
    )
    country = CountryField(label=_("Country to which this place belongs today"), required=False)
    describes = {"born_on": "on", "birth_place": "place.name", "birth_area": "place.area"}


@step("ancestor-hungarian", about=About.ANCESTOR, shared=True, settles=ANYTHING, sheet=GRANDPARENTS)
class AncestorHungarian(StepForm):
    """Whether an ancestor was ever a Hungarian citizen."""

    title = _("Was %(who)s ever a Hungarian citizen?")
    leads = ("citizen",)
    why = _(
        "One ancestor who was a citizen at any time is enough. Who lived in the lands that belonged to Hungary until 1921 "
        "usually was one."
    )
    proves = _(
        "Old passport, certificate of citizenship, military book, certificate of domicile (illetőség), school report."
    )
    law = "Ápt. 4. § (3)"
    asks = "citizen"
    citizen = forms.ChoiceField(widget=forms.RadioSelect, choices=YES_NO_UNKNOWN)


class OtherNationality(Item):
    """A nationality of an ancestor."""

    country = CountryField(label=_("Country"), help_text=_("The state of today that followed it, if it is no more."))


@step("ancestor-nationality", about=About.ANCESTOR, shared=True, settles=ANYTHING, sheet=GRANDPARENTS)
class AncestorNationality(StepForm):
    """The nationalities of an ancestor beside Hungarian."""

    title = _("Which other nationality did %(who)s have?")
    why = _("The data sheet asks for it, and it shows whether you are a citizen already.")
    proves = _("A passport, identity card or register entry, if you have one.")
    other = forms.ChoiceField(
        label=_("Other nationality"),
        widget=forms.RadioSelect,
        choices=[
            ("listed", _("One or more, which I name below")),
            ("none", _("None")),
            ("unknown", _("I do not know")),
        ],
    )
    item, item_title, item_more = OtherNationality, _("Nationality %(number)s"), _("Add another nationality")
    items_max = 4

    def items_needed(self) -> int:
        """Countries are needed only where some are to be named."""
        return 1 if self.data.get("other") == "listed" else 0

    def answers(self) -> dict[str, object]:
        """Keep countries only where some are named."""
        saved = super().answers()
        return saved if saved["other"] == "listed" else {**saved, "items": []}


def was_citizen(asked: Asked) -> bool:
    """Whether this ancestor was a Hungarian citizen, by what was answered."""
    return ends_line(asked.household, asked.person)


@step(
    "ancestor-citizenship", about=About.ANCESTOR, shared=True, shown_if=was_citizen, settles=("citizenships", "events")
)
class AncestorCitizenship(StepForm):
    """From when to when an ancestor was a citizen."""

    title = _("When was %(who)s a Hungarian citizen?")
    why = _("Each time is judged by its own law. A citizenship that was lost later still counts for you.")
    proves = _("Old passport, certificate of citizenship, military book, certificate of domicile (illetőség).")
    law = "Ápt. 4. § (3)"
    by = forms.ChoiceField(
        label=_("How did the citizenship begin?"), choices=[("", ""), *ACQUIRED, ("unknown", _("I do not know"))]
    )
    since = PartialDateField(label=_("From when?"), required=False, help_text=_("Not needed if it was by birth."))
    ended = forms.ChoiceField(
        label=_("Did it end?"),
        widget=forms.RadioSelect,
        choices=[
            ("no", _("No: a citizen to this day, or until death")),
            ("yes", _("Yes")),
            ("unknown", _("I do not know")),
        ],
    )
    until = PartialDateField(label=_("When did it end?"), required=False)
    ended_by = forms.ChoiceField(label=_("How did it end?"), choices=[("", ""), *ENDED])
    needs = {"ended_by": ("ended", ("yes",))}


@step("ancestor-left", about=About.ANCESTOR, shared=True, shown_if=was_citizen, settles=("events",), sheet=RELIED_ON)
class AncestorLeft(StepForm):
    """Whether and when an ancestor left Hungary."""

    title = _("Did %(who)s leave Hungary for good?")
    why = _("Before 1929, ten years away could end the citizenship. Borders that moved are not leaving.")
    proves = _("Ship’s list, foreign register entry, naturalisation paper.")
    law = "1879. évi L. tc. 31. §"
    left = forms.ChoiceField(label=_("Left Hungary for good"), widget=forms.RadioSelect, choices=YES_NO_UNKNOWN)
    on = PartialDateField(label=_("When?"), required=False, help_text=LAST_KNOWN)
    country = CountryField(label=_("To which country?"), required=False)
    lived_in = PlaceField(label=_("Last residence in Hungary of that time"), required=False)


def before_cession(asked: Asked) -> bool:
    """Whether this citizen may have lived on the day the Treaty of Trianon took effect."""
    born = str(asked.said("ancestor-birth", "on") or "")
    return was_citizen(asked) and (not born or born < CESSION[: len(born)] or born == CESSION[: len(born)])


@step("ancestor-domicile", about=About.ANCESTOR, shared=True, shown_if=before_cession, settles=("domicile_right",))
class AncestorDomicile(StepForm):
    """The commune of legal domicile in 1921."""

    title = _("To which commune did %(who)s belong in 1921?")
    why = _(
        "In 1921 not the birthplace but the commune of legal domicile (illetőség) decided who lost Hungarian citizenship."
    )
    proves = _("A certificate of domicile (illetőségi bizonyítvány), an entry in the commune’s register.")
    law = "1921. évi XXXIII. tc. 61. cikk"
    known = YesNoField(label=_("I know the commune"))
    place = PlaceField(label=_("Commune of legal domicile"))
    needs = {"place": ("known", ("yes",))}


@step("ancestor-life", about=About.ANCESTOR, shared=True, shown_if=was_citizen, settles=("died",))
class AncestorLife(StepForm):
    """Whether an ancestor lives."""

    title = _("Is %(who)s alive?")
    why = _("A death record can prove names and citizenship, and ends the time to be looked at.")
    proves = _("The death certificate.")
    alive = forms.ChoiceField(label=_("Alive"), widget=forms.RadioSelect, choices=YES_NO_UNKNOWN)
    on = PartialDateField(label=_("Date of death"), required=False, help_text=LAST_KNOWN)
    place = PlaceField(label=_("Place of death"), required=False)

    def described(self, answers: Mapping[str, object]) -> dict[str, str]:
        """Return the date of death of somebody who died."""
        return {"died_on": str(answers.get("on") or "") if answers.get("alive") == "no" else ""}


@step(
    "ancestor-parents",
    about=About.ANCESTOR,
    shared=True,
    shown_if=lambda asked: not was_citizen(asked),
    settles=("parents",),
    sheet=PARENTS,
    leads_up=True,
)
class AncestorParents(KnownParents):
    """The parents of an ancestor who was no citizen, or of whom it is not known."""

    title = _("About which parents of %(who)s can you tell us something?")
    leads = ("known",)
    why = _("The line goes on until a Hungarian citizen. Stop where your knowledge ends.")
    proves = _("The birth certificate names them.")
    law = "Ápt. 4. § (3)"
    asks = "known"


class ParentsMarriageForm(StepForm):
    """Whether somebody's parents were married to each other."""

    married = forms.ChoiceField(
        label=_("Were they married to each other at the birth?"), widget=forms.RadioSelect, choices=YES_NO_UNKNOWN
    )
    on = PartialDateField(label=_("Date of the marriage"), required=False, help_text=LAST_KNOWN)
    place = PlaceField(label=_("Place of the marriage"), required=False)
    mother_otherwise = forms.ChoiceField(
        label=_("Was the mother ever married to somebody else?"),
        widget=forms.RadioSelect,
        choices=YES_NO_UNKNOWN,
        help_text=_("Before 1957 a marriage could change the citizenship of a woman."),
    )

    def prepare(self) -> None:
        """Ask about the mother only where something is known about her."""
        if "mother" not in known_parents(self.asked.household, self.asked.person):
            del self.fields["mother_otherwise"]


def parents_known(asked: Asked) -> bool:
    """Whether a parent of this person is known at all."""
    if asked.about is About.ANCESTOR and was_citizen(asked):
        return False
    return bool(known_parents(asked.household, asked.person))


@step(
    "ancestor-parents-marriage",
    about=About.ANCESTOR,
    shared=True,
    shown_if=parents_known,
    settles=("parents_married", "mother.marriages"),
    leads_up=True,
)
class AncestorParentsMarriage(ParentsMarriageForm):
    """The marriage of an ancestor's parents."""

    title = _("Were the parents of %(who)s married?")
    why = _("Until 1957 a child born in wedlock followed the father, a child born out of wedlock the mother.")
    proves = _("The marriage certificate of the parents. For a line through a woman it also shows her change of name.")
    law = "1879. évi L. tc. 3. §"


@step("parents-marriage", shown_if=parents_known)
class ParentsMarriage(ParentsMarriageForm):
    """The marriage of the applicant's parents."""

    title = _("Were your parents married?")
    why = _("The sheet for the registration of your birth asks it, and until 1957 it decided whom a child followed.")
    proves = _("The marriage certificate of your parents.")


def grandparents_left(household_of: Asked) -> list[tuple[str, str]]:
    """Return which of the four grandparents have no pages of their own, by trail."""
    trails = {each.trail for each in line(household_of.household)}
    parents = known_parents(household_of.household, household_of.household.applicant)
    return [(side, role) for side in ROLES for role in ROLES if side in parents and (side, role) not in trails]


@step("grandparents", shown_if=lambda asked: bool(grandparents_left(asked)))
class Grandparents(StepForm):
    """The grandparents who are not part of the line."""

    title = _("What are the names of your other grandparents?")
    why = _("The data sheet asks for all four grandparents. Those who are part of the line have pages of their own.")
    proves = _("Nothing is needed for grandparents outside the line.")
    father_father = NameField(label=_("Father’s father"), required=False, max_length=160, help_text=_("Name at birth"))
    father_mother = NameField(label=_("Father’s mother"), required=False, max_length=160, help_text=_("Name at birth"))
    mother_father = NameField(label=_("Mother’s father"), required=False, max_length=160, help_text=_("Name at birth"))
    mother_mother = NameField(label=_("Mother’s mother"), required=False, max_length=160, help_text=_("Name at birth"))

    def prepare(self) -> None:
        """Leave out those who have pages of their own."""
        wanted = {f"{side}_{role}" for side, role in grandparents_left(self.asked)}
        for name in set(self.fields) - wanted:
            del self.fields[name]


def no_citizen_named(asked: Asked) -> bool:
    """Whether no ancestor on the line is said to have been a citizen."""
    return not any(ends_line(asked.household, each.person) for each in line(asked.household))


@step("origin", shown_if=no_citizen_named, settles=("probable_origin",))
class Origin(StepForm):
    """Origin from Hungary made probable without a citizen ancestor."""

    title = _("Can you make your origin from Hungary probable?")
    why = _(
        "Who cannot prove a citizen among the ancestors may make the origin from Hungary probable. An officer weighs it."
    )
    proves = _("Church registers, family papers, anything that shows where your family comes from.")
    law = "Ápt. 4. § (3)"
    relies = YesNoField(label=_("I rely on my probable origin from Hungary"))
    reasons = forms.CharField(
        label=_("What makes it probable?"), widget=forms.Textarea(attrs={"rows": 6}), max_length=4000
    )
    needs = {"reasons": ("relies", ("yes",))}
