"""What a page of the form is made of: a few fields, why they are asked, and what proves the answer."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from portal.public.frames import Fields
from portal.public.household import Asked

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise


class Group:
    """Fields of one item of a list under a legend, with a button that takes the item out."""

    def __init__(self, legend: str, fields: Sequence[str], *, number: int, removable: bool) -> None:
        self.legend, self.fields, self.number, self.removable = legend, fields, number, removable

    def render(self, form: forms.Form, context: Context, template_pack: str = "hon", **options: object) -> SafeString:
        """Return the item as a fieldset (a layout object of crispy)."""
        drawn = Fields(self.fields).render(form, context, template_pack=template_pack, **options)
        button = format_html(
            '<button class="link" name="remove" value="{}" formnovalidate>{}<span class="unseen"> {}</span></button>',
            self.number,
            _("Remove"),
            self.legend,
        )
        return format_html(
            '<fieldset class="field item"><legend>{}</legend>{}{}</fieldset>',
            self.legend,
            drawn,
            button if self.removable else "",
        )


class Item(forms.Form):
    """The fields that one item of a repeating page has."""


class StepForm(forms.Form):
    """A page of the form.

    ``title`` may hold %(who)s, in place of which the person is put ("your father’s mother"). ``asks``
    names the only field, whose label is then the page's heading. ``describes`` says which column of
    the person's own row is written from which field. ``needs`` maps a field to another field and the
    raw values of that one for which it is required; for all others it is emptied. ``leads`` names the
    fields on whose answers it depends which pages are asked. ``item`` makes a repeating page: its
    fields come once an item, numbered from 1, and are saved under "items".
    """

    title: Words = ""
    why: Words = ""
    proves: Words = ""
    law: str = ""
    asks: str = ""
    leads: Sequence[str] = ()
    describes: Mapping[str, str] = {}
    needs: Mapping[str, tuple[str, tuple[str, ...]]] = {}
    item: type[Item] | None = None
    item_title: Words = ""
    item_more: Words = ""
    items_min = 1
    items_max = 12

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        asked: Asked,
        who: str = "",
        initial: Mapping[str, object] | None = None,
        blank_items: int = 0,
    ) -> None:
        """``initial`` is what is saved; ``blank_items`` adds empty items to a repeating page."""
        self.asked, self.subject = asked, who
        self.saved_items = items_of(initial or {})
        self.item_count = self.items_min
        flat = dict(initial or {})
        if self.item:
            self.item_count = self.posted_count(data) if data is not None else self.drawn_count(blank_items)
            for number, saved in enumerate(self.saved_items, start=1):
                flat.update({f"{name}_{number}": value for name, value in saved.items()})
        super().__init__(data, initial=flat, auto_id="id_%s")
        for number in range(1, self.item_count + 1) if self.item else ():
            for name, declared in self.item.base_fields.items():  # type: ignore[union-attr]  # an item, as just asked
                self.fields[f"{name}_{number}"] = copy.deepcopy(declared)
        if self.item and data is not None:
            self.relax_blank_items()
        self.require_needed()
        self.prepare()
        if self.asks:
            self.fields[self.asks].label = self.heading

    def prepare(self) -> None:
        """Fill in what depends on the person asked about: choices, labels, hints. The base class has nothing to fill in."""

    # -- words -----------------------------------------------------------------------------------

    def said(self, words: Words) -> str:
        """Return ``words`` with the person put in, in the reader's language."""
        text = str(words)
        return text % {"who": self.subject} if "%(who)s" in text else text

    @cached_property
    def heading(self) -> str:
        """The page's title about this person, with a capital letter in front."""
        text = self.said(self.title)
        return text[:1].upper() + text[1:]

    @cached_property
    def helper(self) -> FormHelper:
        """How crispy draws the page: inside the template's own form tag."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.asks = self.asks
        helper.layout = self.grouped() if self.item else Layout(Fields(list(self.fields)))
        return helper

    def grouped(self) -> Layout:
        """Return the layout of a repeating page: own fields, then one group an item."""
        names = list(self.item.base_fields) if self.item else []
        groups = [
            Group(
                str(self.item_title) % {"number": number},
                [f"{name}_{number}" for name in names],
                number=number,
                removable=self.item_count > 1 or self.items_min == 0,
            )
            for number in range(1, self.item_count + 1)
        ]
        return Layout(Fields(list(self.base_fields)), *groups)

    @property
    def repeats(self) -> bool:
        """Whether the page has items (a template must not touch ``item``: it would make one)."""
        return self.item is not None

    @property
    def takes_more(self) -> bool:
        """Whether one more item may be added."""
        return self.repeats and self.item_count < self.items_max

    # -- repeating -------------------------------------------------------------------------------

    def drawn_count(self, blank_items: int) -> int:
        """Return how many items to draw: those saved, at least one, and blank ones if asked for."""
        return min(max(self.items_min, len(self.saved_items) + blank_items, 1), self.items_max)

    def posted_count(self, data: QueryDict) -> int:
        """Return how many items were sent: as many as the hidden count says, within the limits."""
        text = str(data.get("items") or "")
        sent = int(text) if text.isascii() and text.isdigit() else 0
        return min(max(self.items_min, sent, 1), self.items_max)

    def relax_blank_items(self) -> None:
        """Let items that were left wholly empty pass, except as many as the page must have."""
        kept = 0
        for number in range(1, self.item_count + 1):
            names = [name for name in self.fields if name.endswith(f"_{number}") and name not in self.base_fields]
            if any(self.is_sent(name) for name in names):
                kept += 1
            elif self.items_needed() <= kept or number > self.items_needed():
                for name in names:
                    self.fields[name].required = False

    def items_needed(self) -> int:
        """Return how many items must be given; a page may ask for none where another answer says so."""
        return self.items_min

    def is_sent(self, name: str) -> bool:
        """Whether anything was put into a field."""
        value = self.fields[name].widget.value_from_datadict(self.data, self.files, name)
        if isinstance(value, Mapping):
            return bool(value.get("name"))
        return any(value) if isinstance(value, tuple | list) else bool(value)

    # -- cleaning --------------------------------------------------------------------------------

    def require_needed(self) -> None:
        """Make fields required where another answer makes them so; drawn for the first time they are not called optional."""
        for name, (other, values) in self.needs.items():
            self.fields[name].required = not self.is_bound or self.data.get(other) in values

    def clean(self) -> dict[str, object]:
        """Empty what another answer makes pointless, and compare answers with each other (``compare``)."""
        for name, (other, values) in self.needs.items():
            if self.data.get(other) not in values:
                self.cleaned_data[name] = self.fields[name].to_python(None) if name in self.cleaned_data else None
                self.errors.pop(name, None)
        self.compare(self.cleaned_data)
        return self.cleaned_data

    def compare(self, given: Mapping[str, object]) -> None:
        """Report answers that cannot both be true by ``wrong``. The base class knows of none."""

    def wrong(self, name: str, words: Words, *, parts: tuple[str, ...] = ()) -> None:
        """Report a field as wrong, the reason beside it."""
        self.add_error(name, ValidationError(words, code="compared", params={"parts": parts} if parts else None))

    def answers(self) -> dict[str, object]:
        """Return the cleaned answers as they are saved: JSON values by field, items in a list."""
        if not self.item:
            return dict(self.cleaned_data)
        saved = {name: self.cleaned_data.get(name) for name in self.base_fields}
        items = [
            {name: self.cleaned_data.get(f"{name}_{number}") for name in self.item.base_fields}
            for number in range(1, self.item_count + 1)
        ]
        return {
            **saved,
            "items": [each for each in items if any(value not in (None, "", []) for value in each.values())],
        }

    def described(self, answers: Mapping[str, object]) -> dict[str, str]:
        """Return what the answers say for the person's own row (family.services.SEARCHED)."""
        return {column: plain(answers, source) for column, source in self.describes.items()}

    # -- declarations ----------------------------------------------------------------------------

    @classmethod
    def all_fields(cls) -> Iterator[tuple[str, forms.Field]]:
        """Yield every declared field with its name, those of an item too."""
        yield from cls.base_fields.items()
        if cls.item:
            yield from ((f"items.{name}", field) for name, field in cls.item.base_fields.items())


Grow = Callable[[Asked, Mapping[str, object]], None]


def items_of(data: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return the items of a repeating page's answers."""
    items = data.get("items")
    return [each for each in items if isinstance(each, Mapping)] if isinstance(items, list) else []


def plain(answers: Mapping[str, object], source: str) -> str:
    """Return a field's text, or that of a part of it: "place.name"."""
    name, _dot, part = source.partition(".")
    value = answers.get(name)
    if part:
        value = value.get(part) if isinstance(value, Mapping) else None
    return str(value or "")


def without_item(data: QueryDict, form: type[StepForm], number: int) -> QueryDict:
    """Return posted data from which item ``number`` is taken out; later ones move up."""
    left = data.copy()
    count = int(str(left.get("items") or "0")) if str(left.get("items") or "0").isdigit() else 0
    names = list(form.item.base_fields) if form.item else []
    for place in range(number, count + 1):
        for name in names:
            for ending in ("", "_year", "_month", "_day", "_place"):
                moved = data.getlist(f"{name}_{place + 1}{ending}")
                if moved and place < count:
                    left.setlist(f"{name}_{place}{ending}", moved)
                else:
                    left.pop(f"{name}_{place}{ending}", None)
    left["items"] = str(max(count - 1, 0))
    return left
