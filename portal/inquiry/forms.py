"""The form of a question, made from its declaration."""

from collections.abc import Callable, Mapping

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.inquiry.links import BETWEEN, LONGEST_PLACE
from portal.inquiry.papers import paper_names
from portal.inquiry.question import APPLICANT, Answer, Field, Key, Kind
from portal.inquiry.questions import QUESTION
from portal.public.countries import country_name
from portal.public.fields import CountryField, PartialDateField
from portal.public.relations import ancestor
from rules import gazetteer

ROLE = {"m": "mother", "f": "father"}


def who(trail: str) -> str:
    """Return the words for somebody on the line: "your mother’s father"."""
    return ancestor(tuple(ROLE[side] for side in trail))


def heading(key: Key) -> str:
    """Return the question as it is asked about this person."""
    question = QUESTION[key.question]
    if key.trail == APPLICANT:
        return str(question.title)
    words = str(question.title_of) % {"who": who(key.trail)}
    return words[:1].upper() + words[1:]


class QuestionForm(forms.Form):
    """One question about one person."""

    def __init__(self, key: Key, data: Mapping[str, object] | None = None, *, answer: Answer | None = None) -> None:
        """`answer` is what was said before."""
        self.key, self.question = key, QUESTION[key.question]
        self.asks = self.question.fields[0].name if len(self.question.fields) == 1 else ""
        super().__init__(data, initial=shown(answer or {}), auto_id="id_%s")
        for field in self.question.fields:
            self.fields[field.name] = made(field)
        if self.asks:
            self.fields[self.asks].label = self.heading
            self.fields[self.asks].help_text = str(self.question.hint or self.question.fields[0].hint)

    @cached_property
    def heading(self) -> str:
        """The question in words."""
        return heading(self.key)

    @property
    def papers(self) -> list[str]:
        """What proves the answer."""
        return paper_names(self.question.proof)

    @cached_property
    def helper(self) -> FormHelper:
        """How crispy draws it: inside the template's own form tag."""
        helper = FormHelper(self)
        helper.form_tag, helper.disable_csrf, helper.asks = False, True, self.asks
        return helper

    def clean(self) -> dict[str, object]:
        """Find the place, and refuse a page on which nothing was said."""
        if "place" in self.cleaned_data:
            self.find_place()
        if not self.errors and not any(self.cleaned_data.values()):
            raise forms.ValidationError(_("Answer what you can, or choose “I do not know”."), code="empty")
        if self.cleaned_data.get("by") in ("birth", "naturalisation", "other") and not self.cleaned_data.get("country"):
            self.add_error("country", _("Choose the country."))
        if self.cleaned_data.get("by") == "none" and self.cleaned_data.get("country"):
            self.add_error("by", _("Leave the country empty if you have no nationality."))
        return self.cleaned_data

    def find_place(self) -> None:
        """Write the place with the area that the gazetteer has for it; ask for the country where it has several."""
        name = " ".join(str(self.cleaned_data["place"]).replace(BETWEEN, " ").replace("/", " ").split())
        country = str(self.cleaned_data.get("country") or "")
        if not name:
            return
        areas = areas_of(name, country)
        countries = sorted({area[:2] for area in areas})
        if len(countries) > 1:
            listed = ", ".join(country_name(code) for code in countries)
            self.add_error(
                "country", gettext("There are places of this name in %(list)s: choose one.") % {"list": listed}
            )
            return
        # Several places of one name in a country: no more is sure than the country.
        area = areas[0] if len(areas) == 1 else countries[0] if countries else country
        self.cleaned_data["place"] = f"{area}/{name}"
        self.cleaned_data["country"] = country or area[:2]

    def answer(self) -> Answer:
        """Return what was said, empty fields left out."""
        return {name: str(value) for name, value in self.cleaned_data.items() if value}


def areas_of(name: str, country: str) -> list[str]:
    """Return the areas in which the gazetteer has a place of exactly this name, each once."""
    wanted = gazetteer.fold(name)
    found = [
        place.area
        for place in gazetteer.search(name, gazetteer.MOST_FOUND)
        if country in ("", place.country) and any(gazetteer.fold(each) == wanted for each in place.names)
    ]
    return list(dict.fromkeys(found))


def made(field: Field) -> forms.Field:
    """Return the form's field for a declared one."""
    new = MAKERS[field.kind](field)
    new.label, new.help_text, new.required = str(field.label), str(field.hint), not field.optional
    return new


def choice(field: Field) -> forms.Field:
    """Return radios, with an empty one behind them where nothing need be chosen."""
    choices = [*([("", "")] if field.optional else []), *field.options]
    return forms.ChoiceField(widget=forms.RadioSelect, choices=choices)


MAKERS: Mapping[Kind, Callable[[Field], forms.Field]] = {
    Kind.CHOICE: choice,
    Kind.DAY: lambda _field: PartialDateField(),
    Kind.COUNTRY: lambda _field: CountryField(),
    Kind.PLACE: lambda _field: forms.CharField(max_length=LONGEST_PLACE),
}


def shown(answer: Answer) -> dict[str, str]:
    """Return an answer as the fields show it: a place by its name, with its country."""
    initial = dict(answer)
    if "place" in initial:
        area, _slash, initial["place"] = initial["place"].partition("/")
        initial.setdefault("country", area[:2])
    return initial
