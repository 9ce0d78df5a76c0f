"""Draws the fields of a page by the crispy pack, and keeps what does not change between two readers.

Everything around a field's control (label, hint, marks) depends on the page, the field and the language
alone. The pack's template is rendered for it once; later only the control is drawn anew. A field with
errors is always rendered whole.
"""

from collections.abc import Sequence
from typing import NamedTuple

from crispy_forms.utils import render_field
from django import forms
from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.templatetags.hon import control_of, described_by


class Frame(NamedTuple):
    """What stands before and after a field's control."""

    before: str
    after: str


class Whose(NamedTuple):
    """What a frame depends on beside its field: the page, the language, the words about a person, whether it may stay empty."""

    page: str
    field: str
    language: str
    subject: str
    required: bool


class Fields:
    """Fields of a page, one below the other (a layout object of crispy)."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names

    def render(self, form: forms.Form, context: Context, template_pack: str = "hon", **_options: object) -> SafeString:
        """Return the fields as the pack draws them."""
        page, language = f"{type(form).__module__}.{type(form).__qualname__}", get_language() or ""
        return SafeString("".join(drawn(form, name, context, template_pack, page, language) for name in self.names))


def drawn(form: forms.Form, name: str, context: Context, template_pack: str, page: str, language: str) -> str:
    """Return one field: from its kept frame, or rendered whole where it has errors."""
    bound = form[name]
    if form.is_bound and bound.errors:
        return str(render_field(name, form, context, template_pack=template_pack))
    control = control_of(bound, [], described_by(bound, []))[1]
    asks = getattr(form, "asks", "")
    whose = Whose(
        page,
        name,
        language,
        getattr(form, "subject", "") if asks == name else "",
        bound.field.required,
    )
    frame = kept_frame(whose) if not settings.DEBUG else None
    if frame is None:
        frame = framed(bound, asks, control)
        keep(whose, frame)
    return f"{frame.before}{control}{frame.after}"


_frames: dict[Whose, Frame] = {}
MOST_FRAMES = 5000


def kept_frame(whose: Whose) -> Frame | None:
    """Return a frame that was made before, or None."""
    return _frames.get(whose)


def keep(whose: Whose, frame: Frame) -> None:
    """Keep a frame; words about persons (their names) must not fill the memory, so all are forgotten when there are many."""
    if len(_frames) >= MOST_FRAMES:
        _frames.clear()
    _frames[whose] = frame


def framed(bound: forms.BoundField, asks: str, control: str) -> Frame:
    """Render a field by the pack's template and cut its control out."""
    whole = get_template("hon/field.html").render({"field": bound, "asks": asks})
    before, _control, after = whole.partition(control)
    return Frame(before, after)
