"""The crispy pack: every kind of field is labelled, tied to its hint and errors, and escaped."""

import re
from html.parser import HTMLParser

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.template import Context, Template
from django.utils import translation

from portal.public.fields import CountryField, NameField, PartialDateField, PlaceField, YesNoField

DANGEROUS = '"><script>alert(1)</script>'
FORM = Template("{% load crispy_forms_tags %}{% include 'hon/error_summary.html' %}{% crispy form %}")


class Every(forms.Form):
    """One field of each kind."""

    name = NameField(label="Name", help_text="As in the record.")
    email = forms.EmailField(label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    number = forms.IntegerField(label="Number", widget=forms.NumberInput(attrs={"inputmode": "numeric"}))
    born = PartialDateField(label="Born", help_text="The year is enough.", birthday=True)
    place = PlaceField(label="Place")
    country = CountryField(label="Country")
    married = YesNoField(label="Married?")
    oath = forms.ChoiceField(label="Oath", choices=[("oath", "Oath"), ("pledge", "Pledge")], widget=forms.RadioSelect)
    languages = forms.MultipleChoiceField(
        label="Languages", choices=[("hu", "Hungarian"), ("ro", "Romanian")], widget=forms.CheckboxSelectMultiple
    )
    kind = forms.ChoiceField(label="Kind", choices=[("", "–"), ("Group", [("a", "A & B")]), ("c", DANGEROUS)])
    text = forms.CharField(label="Text", widget=forms.Textarea)
    paper = forms.FileField(label="Paper")
    secret = forms.CharField(label="Secret", widget=forms.PasswordInput)
    truth = forms.BooleanField(label="It is true.")
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, layout: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oath"].choice_hints = {"oath": "with the last sentence"}
        self.helper = FormHelper(self) if layout else FormHelper()
        self.helper.add_input(Submit("go", "Go on"))


class Page(HTMLParser):
    """Collects tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def controls(self) -> list[dict[str, str | None]]:
        """Return what can be filled in, seen by the reader."""
        return [a for tag, a in self.tags if tag in {"input", "select", "textarea"} and a.get("type") != "hidden"]

    def values(self, tag: str, name: str) -> list[str | None]:
        """Return an attribute of every tag of a name."""
        return [attrs.get(name) for each, attrs in self.tags if each == tag]


def drawn(form: forms.Form, **context: object) -> str:
    """Return a form as the pack draws it."""
    with translation.override("en"):
        return FORM.render(Context({"form": form, "csrf_token": "x", **context}))


@pytest.mark.parametrize("layout", [False, True])
@pytest.mark.parametrize("data", [None, {}], ids=["empty", "wrong"])
def test_every_control_has_a_label_and_what_ties_to_it_exists(data, layout):
    page = Page(drawn(Every(data, layout=layout)))
    ids = [attrs["id"] for _tag, attrs in page.tags if attrs.get("id")]
    labels = page.values("label", "for")

    assert len(ids) == len(set(ids))
    assert {control["id"] for control in page.controls()} == set(labels)
    for _tag, attrs in page.tags:
        for ident in (attrs.get("aria-describedby") or "").split():
            assert ident in ids
    assert page.values("form", "enctype") == ["multipart/form-data"]
    assert page.values("button", "name") == ["go"]


def test_the_browser_is_not_asked_to_judge():
    page = Page(drawn(Every({})))

    assert not [attrs for _tag, attrs in page.tags if "required" in attrs or "placeholder" in attrs]
    assert "novalidate" in dict(next(attrs for tag, attrs in page.tags if tag == "form"))


def test_nothing_is_styled_or_scripted_inline():
    html = drawn(Every({"name": DANGEROUS, "text": DANGEROUS, "place": DANGEROUS, "born_year": DANGEROUS}))

    assert "<script" not in html
    assert not re.search(r"\s(style|on\w+)=", html)


def test_each_error_leads_to_a_control_that_is_marked_as_wrong():
    form = Every({"born_year": "1912", "born_month": "13"})
    page = Page(drawn(form))
    targets = [href.removeprefix("#") for href in page.values("a", "href") if href]
    controls = {control["id"]: control for control in page.controls()}

    assert len(targets) == len(form.errors)
    assert set(targets) <= set(controls)
    assert "id_born_month" in targets
    assert controls["id_born_month"]["aria-invalid"] == "true"
    assert controls["id_born_year"].get("aria-invalid") is None


def test_a_nameless_error_names_its_field():
    html = drawn(Every({}))

    assert "Fill this in: E-mail" in html
    assert "Choose: Oath" in html
    assert "This field is required" not in html


def test_the_same_error_twice_is_told_apart():
    class Twins(forms.Form):
        """Two fields that say the same."""

        one = PartialDateField(label="Born")
        two = PartialDateField(label="Died")
        helper = FormHelper()

    html = drawn(Twins({"one_year": "x", "two_year": "y"}))

    assert "Born: The year must have four digits" in html
    assert "Died: The year must have four digits" in html


def test_what_was_filled_in_is_shown_again():
    data = {
        "name": "Kiss",
        "born_year": "1912",
        "born_month": "V",
        "place": "Torda",
        "place_place": "42",
        "country": "RO",
        "married": "no",
        "oath": "pledge",
        "languages": ["hu"],
        "kind": "a",
        "text": "first\nsecond",
        "secret": "s",
        "truth": "on",
        "kept": "k",
    }
    page = Page(drawn(Every(data)))
    inputs = {attrs.get("id") or attrs.get("name"): attrs for tag, attrs in page.tags if tag == "input"}

    assert inputs["id_name"]["value"] == "Kiss"
    assert (inputs["id_born_year"]["value"], inputs["id_born_month"]["value"]) == ("1912", "V")
    assert (inputs["id_place"]["value"], inputs["place_place"]["value"]) == ("Torda", "42")
    assert "checked" in inputs["id_married_1"]
    assert "checked" in inputs["id_oath_1"]
    assert ("checked" in inputs["id_languages_0"], "checked" in inputs["id_languages_1"]) == (True, False)
    assert "checked" in inputs["id_truth"]
    assert "value" not in inputs["id_secret"]
    chosen = [attrs["value"] for tag, attrs in page.tags if tag == "option" and "selected" in attrs]
    assert chosen == ["RO", "a"]
    assert inputs["id_kept"]["value"] == "k"


def test_zero_is_shown_as_zero():
    assert 'value="0"' in drawn(Every(initial={"number": 0}))


def test_the_question_of_a_page_is_its_heading():
    form = Every()
    form.helper.asks = "born"
    form.helper.layout = Layout("born", "name")
    html = drawn(form)

    assert "<legend><h1>Born</h1></legend>" in html
    assert html.count("<h1>") == 1


def test_autocomplete_and_inputmode_are_kept():
    page = Page(drawn(Every()))
    controls = {control["id"]: control for control in page.controls()}

    assert controls["id_email"]["autocomplete"] == "email"
    assert controls["id_born_year"]["autocomplete"] == "bday-year"
    assert controls["id_born_day"]["inputmode"] == "numeric"
    assert controls["id_number"]["inputmode"] == "numeric"


def test_an_unknown_kind_of_field_is_refused_loudly():
    class Odd(forms.Form):
        """A field whose widget the pack does not know."""

        when = forms.DateTimeField(widget=forms.SplitDateTimeWidget)
        helper = FormHelper()

    with pytest.raises(TypeError, match="SplitDateTimeWidget"):
        drawn(Odd())
