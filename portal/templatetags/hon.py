"""What the crispy pack ``hon`` needs to draw any field in one template, without a template a widget.

A bound field becomes one plain object, which hon/field.html prints.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django import forms, template
from django.forms.widgets import ChoiceWidget, Input
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.public.fields import CountrySelect, PartsWidget, PlaceWidget
from portal.public.markup import attributes, choice, field_input, options, part, select, text_area

register = template.Library()

NOTHING = SafeString("")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything hon/field.html prints about one field.

    ``control`` is the HTML of what is filled in; ``described`` the attribute that ties hint and
    errors to a group; ``target`` the id the error summary leads to; ``needs`` says when it is asked at all.
    """

    kind: str
    id: str
    label: object
    hint: object
    errors: list[str]
    optional: bool
    described: SafeString
    control: SafeString
    target: str
    needs: SafeString = NOTHING

    @property
    def grouped(self) -> bool:
        """Whether several controls stand under one legend."""
        return self.kind == "group"


@register.filter
def drawn(bound: forms.BoundField) -> Drawn:
    """Return ``bound`` as the plain object hon/field.html prints, whatever its widget."""
    errors = words_of(bound)
    described = described_by(bound, errors)
    kind, control, target = control_of(bound, errors, described)
    return Drawn(
        kind=kind,
        id=bound.auto_id,
        label=bound.label,
        hint=bound.help_text,
        errors=errors,
        optional=not bound.field.required,
        described=described,
        control=control,
        target=target,
        needs=needed_by(bound),
    )


def needed_by(bound: forms.BoundField) -> SafeString:
    """Return the attributes that say with which answers of another field this one is asked; needed.js reads them."""
    other, values = getattr(bound.form, "needs", {}).get(bound.name, ("", ()))
    return SafeString(attributes({"data-needs": other, "data-values": " ".join(values)})) if other else NOTHING


def words_of(bound: forms.BoundField) -> list[str]:
    """Return the field's errors; Django's nameless "this field is required" becomes one that names the field."""
    if not bound.form.is_bound or not bound.errors:
        return []
    nameless = str(forms.Field.default_error_messages["required"])
    wish = _("Choose: %(label)s") if isinstance(bound.field, forms.ChoiceField) else _("Fill this in: %(label)s")
    named = wish % {"label": bound.label}
    return [named if str(error) == nameless else str(error) for error in bound.errors]


@register.filter
def problems(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Return (id to lead to, words) for each error of ``form``, in reading order; the id of the whole form is "".

    Words that stand at several fields are told apart by the fields' labels.
    """
    found = [(drawn(bound), bound) for bound in form if bound.errors]
    said = Counter(words for field, _bound in found for words in field.errors)
    whole = [("", str(error)) for error in form.non_field_errors()]
    return whole + [
        ("" if field.kind == "hidden" else field.target, f"{field.label}: {words}" if said[words] > 1 else words)
        for field, _bound in found
        for words in field.errors
    ]


def described_by(bound: forms.BoundField, errors: list[str]) -> SafeString:
    """Return the aria attribute that ties the field's hint and errors to it."""
    ids = [f"{bound.auto_id}_helptext"] if bound.help_text else []
    if errors:
        ids.append(f"{bound.auto_id}_error")
    return SafeString(attributes({"aria-describedby": " ".join(ids)})) if ids else NOTHING


Control = tuple[str, SafeString, str]


def control_of(bound: forms.BoundField, errors: list[str], described: str) -> Control:
    """Return the field's kind ("one", "group", "checkbox" or "hidden"), its HTML, and where its errors lead."""
    for widget, draw in DRAWERS:
        if isinstance(bound.field.widget, widget):
            return draw(bound, bool(errors), described)
    raise TypeError(f"The pack does not know how to draw {type(bound.field.widget).__name__}.")


def common(bound: forms.BoundField, *, invalid: bool) -> dict[str, object]:
    """Return the attributes of a single control. ``required`` stays out: the server answers in the page's own words."""
    widget = bound.field.widget
    attrs: dict[str, object] = {"name": bound.html_name, "id": bound.auto_id, **widget.attrs}
    for unwanted in ("required", "placeholder", "cols"):
        attrs.pop(unwanted, None)
    width = getattr(bound.field, "width", "")
    attrs["class"] = " ".join(filter(None, ("input", width and f"input--{width}", widget.attrs.get("class"))))
    attrs["multiple"] = getattr(widget, "allow_multiple_selected", False)
    attrs["disabled"] = bound.field.disabled
    attrs["aria-invalid"] = "true" if invalid else None
    return attrs


def draw_input(bound: forms.BoundField, invalid: bool, described: str) -> Control:  # noqa: FBT001 - one signature for all
    """Draw a text input or one of its relations: e-mail, number, file, password."""
    widget = bound.field.widget
    attrs = common(bound, invalid=invalid)
    if isinstance(widget, Input):
        attrs.setdefault("type", widget.input_type)
        if not isinstance(widget, forms.FileInput | forms.PasswordInput):
            attrs["value"] = widget.format_value(bound.value()) or None
    return "one", field_input(attrs, described), bound.auto_id


def draw_hidden(bound: forms.BoundField, _invalid: bool, _described: str) -> Control:  # noqa: FBT001 - one signature for all
    """Draw a hidden input."""
    widget = bound.field.widget
    value = widget.format_value(bound.value())
    attrs = {"type": "hidden", "name": bound.html_name, "id": bound.auto_id, **widget.attrs, "value": value}
    return "hidden", field_input(attrs), bound.auto_id


def draw_place(bound: forms.BoundField, invalid: bool, described: str) -> Control:  # noqa: FBT001 - one signature for all
    """Draw a settlement's name, and the hidden input that keeps the picked one."""
    widget = bound.field.widget
    kept = widget.kept(bound.html_name, bound.value()) if isinstance(widget, PlaceWidget) else NOTHING
    text = draw_input(bound, invalid, described)[1]
    return "one", SafeString(f'<div class="suggest">{text}{kept}</div>'), bound.auto_id


def draw_text_area(bound: forms.BoundField, invalid: bool, described: str) -> Control:  # noqa: FBT001 - one signature for all
    """Draw a text of several lines."""
    text = bound.field.widget.format_value(bound.value()) or ""
    return "one", text_area(common(bound, invalid=invalid), str(text), described), bound.auto_id


def draw_select(bound: forms.BoundField, invalid: bool, described: str) -> Control:  # noqa: FBT001 - one signature for all
    """Draw a drop-down list."""
    widget = bound.field.widget
    chosen = [str(value) for value in widget.format_value(bound.value())]
    if isinstance(widget, CountrySelect):
        tags = widget.ready(chosen)
    else:
        tags = "".join(options(widget.choices, chosen)) if isinstance(widget, ChoiceWidget) else ""
    return "one", select(common(bound, invalid=invalid), tags, described), bound.auto_id


def draw_checkbox(bound: forms.BoundField, invalid: bool, described: str) -> Control:  # noqa: FBT001 - one signature for all
    """Draw a single checkbox with its label beside it."""
    attrs = {
        "type": "checkbox",
        "name": bound.html_name,
        "id": bound.auto_id,
        **bound.field.widget.attrs,
        "checked": bool(bound.value()),
        "disabled": bound.field.disabled,
        "aria-invalid": "true" if invalid else None,
        "required": None,
    }
    return "checkbox", SafeString(choice(attrs, bound.label, more=described)), bound.auto_id


def draw_choices(bound: forms.BoundField, invalid: bool, _described: str) -> Control:  # noqa: FBT001 - one signature for all
    """Draw radios or checkboxes, without the empty choice of an optional field."""
    widget = bound.field.widget
    if not isinstance(widget, ChoiceWidget):
        raise TypeError(f"{type(widget).__name__} has no choices.")
    hints = getattr(bound.field, "choice_hints", {})
    selected = {str(value) for value in widget.format_value(bound.value())}
    attrs: dict[str, object] = {key: value for key, value in widget.attrs.items() if key not in {"id", "class"}}
    attrs |= {"type": "checkbox" if widget.allow_multiple_selected else "radio", "name": bound.html_name}
    attrs["disabled"] = bound.field.disabled
    attrs["aria-invalid"] = "true" if invalid and widget.allow_multiple_selected else None
    shown = [(value, label) for value, label in widget.choices if value not in ("", None)]
    html = "".join(
        choice(
            {**attrs, "value": value, "id": f"{bound.auto_id}_{number}", "checked": str(value) in selected},
            label,
            hints.get(value, ""),
        )
        for number, (value, label) in enumerate(shown)
    )
    row = " choices--row" if getattr(bound.field, "row", False) else ""
    return "group", SafeString(f'<div class="choices{row}">{html}</div>'), f"{bound.auto_id}_0"


def draw_parts(bound: forms.BoundField, invalid: bool, _described: str) -> Control:  # noqa: FBT001 - one signature for all
    """Draw year, month and day; errors lead to the first part that is wrong."""
    widget = bound.field.widget
    if not isinstance(widget, PartsWidget):
        raise TypeError(f"{type(widget).__name__} has no parts.")
    wrong = wrong_parts(bound) if invalid else frozenset()
    parts = widget.parts(bound.html_name, bound.auto_id, bound.value(), wrong)
    target = next((str(attrs["id"]) for attrs, _label in parts if attrs["aria-invalid"]), str(parts[0][0]["id"]))
    html = "".join(part(attrs, label) for attrs, label in parts)
    return "group", SafeString(f'<div class="parts">{html}</div>'), target


def wrong_parts(bound: forms.BoundField) -> frozenset[str]:
    """Return the names of the parts that the field's errors name, all where none is named."""
    named: set[str] = set()
    for error in bound.form.errors.as_data().get(bound.name, []):
        if error.params:
            named.update(str(name) for name in error.params.get("parts", ()))
    return frozenset(named or PartsWidget.PARTS)


Draw = Callable[[forms.BoundField, bool, str], Control]
DRAWERS: tuple[tuple[type[forms.Widget], Draw], ...] = (
    (PartsWidget, draw_parts),
    (PlaceWidget, draw_place),
    (forms.HiddenInput, draw_hidden),
    (forms.CheckboxInput, draw_checkbox),
    (forms.Textarea, draw_text_area),
    (forms.RadioSelect, draw_choices),
    (forms.Select, draw_select),
    (Input, draw_input),
)
