"""The kinds of fields a form of ours has beyond Django's own: partial dates, places, names, countries.

Their cleaned values are what facts.schema.json and JSON can hold: "1912-05", {"name", "place"}, "RO", True.
All of them are drawn by templates/hon/field.html.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from portal.public.countries import country_choices, country_options, names_in, reader_language
from portal.public.markup import attributes
from portal.public.partial_dates import PartialDateError, iso_of, parts_of

Words = str | Promise


class PartsWidget(forms.Widget):
    """Year, month and day as three inputs, in the order of the reader's language.

    The value is an ISO string that may stop after the year or the month; what was typed wrongly is
    kept as the three strings, so that the page shows it again.
    """

    PARTS = ("year", "month", "day")
    LABELS: Mapping[str, Words] = {"year": _("Year"), "month": _("Month"), "day": _("Day")}
    WIDTHS: Mapping[str, str] = {"year": "w4", "month": "w2", "day": "w2"}

    def __init__(self, attrs: dict[str, object] | None = None, *, birthday: bool = False) -> None:
        """``birthday`` lets the browser offer the reader's own birth date."""
        super().__init__(attrs)
        self.birthday = birthday

    def value_from_datadict(self, data: Mapping[str, object], _files: object, name: str) -> tuple[str, ...]:
        """Return the three typed strings."""
        return tuple(str(data.get(f"{name}_{part}") or "").strip() for part in self.PARTS)

    def value_omitted_from_data(self, data: Mapping[str, object], _files: object, name: str) -> bool:
        """Whether none of the three inputs was sent."""
        return not any(f"{name}_{part}" in data for part in self.PARTS)

    def id_for_label(self, _id: str) -> str:
        """A group has a legend, not a label."""
        return ""

    def parts(self, name: str, id_: str, value: object, bad: frozenset[str]) -> list[tuple[dict[str, object], Words]]:
        """Return attributes and label of each input for ``value`` (ISO string or three typed strings).

        The parts named in ``bad`` are marked as wrong.
        """
        typed = dict(zip(self.PARTS, value if isinstance(value, tuple) else parts_of(str(value or "")), strict=True))
        order = self.PARTS if reader_language() == "hu" else tuple(reversed(self.PARTS))
        return [(self._attrs(part, name, id_, typed[part], bad=part in bad), self.LABELS[part]) for part in order]

    def _attrs(self, part: str, name: str, id_: str, text: str, *, bad: bool) -> dict[str, object]:
        return {
            "type": "text",
            "name": f"{name}_{part}",
            "id": f"{id_}_{part}",
            "value": text or None,
            "class": f"input input--{self.WIDTHS[part]}",
            "maxlength": 4 if part == "year" else 14,
            "inputmode": None if part == "month" else "numeric",
            "autocomplete": f"bday-{part}" if self.birthday else "off",
            "aria-invalid": "true" if bad else None,
        }


class PartialDateField(forms.Field):
    """A date of which month or day may be unknown; cleans to "1912", "1912-05" or "1912-05-03", "" when empty.

    ``whole`` wants all three parts; ``future`` allows days to come; ``earliest`` is the first year
    taken. Errors name the part that is wrong (``params["parts"]``), so the summary leads to it.
    """

    widget = PartsWidget
    default_error_messages = {"required": _("Enter the year. The year alone is enough if that is all you know.")}

    def __init__(
        self,
        *,
        whole: bool = False,
        future: bool = False,
        earliest: int = 1700,
        birthday: bool = False,
        **kwargs: object,
    ) -> None:
        kwargs.setdefault("widget", PartsWidget(birthday=birthday))
        super().__init__(**kwargs)  # type: ignore[arg-type]  # Django's own keyword arguments
        self.whole, self.future, self.earliest = whole, future, earliest

    def to_python(self, value: object) -> str:
        """Return the ISO string of what was typed; an ISO string is taken as it is."""
        typed = value if isinstance(value, tuple) else parts_of(str(value or ""))
        year, month, day = (str(part) for part in typed)
        if not (year or month or day):
            return ""
        try:
            return iso_of(year, month, day, whole=self.whole, future=self.future, earliest=self.earliest)
        except PartialDateError as error:
            raise ValidationError(
                str(error.message), code=error.code, params={"parts": error.parts, **error.details}
            ) from error

    def validate(self, value: object) -> None:
        """An empty required date is an error of its year."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required", params={"parts": ("year",)})

    def has_changed(self, initial: object, data: object) -> bool:
        """Whether the typed parts say another date than ``initial`` (ISO string)."""
        typed = tuple(data) if isinstance(data, Sequence) and not isinstance(data, str) else parts_of(str(data or ""))
        return typed != parts_of(str(initial or ""))


class PlaceWidget(forms.TextInput):
    """A settlement's name, and, where the reader picked one that the gazetteer knows, its id.

    Without JavaScript it is a text field; with it, suggestions come from ``data-suggest``.
    """

    def __init__(self, attrs: dict[str, object] | None = None, *, source: str = "/places/") -> None:
        super().__init__({"autocomplete": "off", "data-suggest": source, **(attrs or {})})

    def value_from_datadict(self, data: Mapping[str, object], _files: object, name: str) -> dict[str, str]:
        """Return the typed name and the id of the picked place."""
        return {"name": str(data.get(name) or "").strip(), "place": str(data.get(f"{name}_place") or "").strip()}

    def format_value(self, value: object) -> str:
        """Return the name to show."""
        return str(value.get("name") or "") if isinstance(value, Mapping) else str(value or "")

    def kept(self, name: str, value: object) -> SafeString:
        """Return the hidden input that keeps the id of the picked place."""
        place = str(value.get("place") or "") if isinstance(value, Mapping) else ""
        return SafeString(
            f"<input{attributes({'type': 'hidden', 'name': f'{name}_place', 'value': place, 'data-place': True})}>"
        )


class PlaceField(forms.Field):
    """A settlement; cleans to {"name": as typed, "place": gazetteer id or ""}, or None when empty.

    Whether the id is one of the gazetteer's, and still fits the name, is for the caller to ask.
    """

    widget = PlaceWidget
    default_error_messages = {
        "long": _("The name of the place must be 120 characters or fewer."),
    }

    def clean(self, value: object) -> dict[str, str] | None:
        """Return name and id, or None."""
        place = value if isinstance(value, Mapping) else {"name": str(value or ""), "place": ""}
        name = " ".join(str(place.get("name") or "").split())
        if not name:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if len(name) > 120:  # noqa: PLR2004 - family.Place.name
            raise ValidationError(self.error_messages["long"], code="long")
        return {"name": name, "place": str(place.get("place") or "")[:20]}

    def has_changed(self, initial: object, data: object) -> bool:
        """Whether another name or another picked place was sent."""
        before = initial if isinstance(initial, Mapping) else {"name": str(initial or ""), "place": ""}
        after = data if isinstance(data, Mapping) else {"name": str(data or ""), "place": ""}
        return any(str(before.get(key) or "") != str(after.get(key) or "") for key in ("name", "place"))


class YesNoField(forms.TypedChoiceField):
    """Yes or no as two radios; cleans to True, False, or None when an optional one is left open."""

    widget = forms.RadioSelect
    row = True

    def __init__(self, *, yes: Words = "", no: Words = "", **kwargs: object) -> None:
        options: dict[str, object] = {
            "choices": [("yes", yes or _("Yes")), ("no", no or _("No"))],
            "coerce": "yes".__eq__,
            "empty_value": None,
        }
        super().__init__(**{**options, **kwargs})  # type: ignore[arg-type]  # Django's own keyword arguments

    def prepare_value(self, value: object) -> object:
        """Show a stored True or False as the radio it stands for."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class CountrySelect(forms.Select):
    """A list of some 250 countries, whose tags are written once a language."""

    def ready(self, selected: list[str]) -> str:
        """Return the ``<option>`` tags with ``selected`` marked."""
        tags = country_options(reader_language())
        for code in filter(None, selected):
            tags = tags.replace(f'value="{code}"', f'value="{code}" selected', 1)
        return tags


class CountryField(forms.ChoiceField):
    """A country of today; cleans to its ISO 3166-1 alpha-2 code."""

    widget = CountrySelect
    width = "w20"

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"choices": country_choices, **kwargs})  # type: ignore[arg-type]  # Django's own keyword arguments

    def valid_value(self, value: object) -> bool:
        """Whether this is a country's code; found by looking it up, not by going through all of them."""
        return str(value) in names_in(reader_language())


class NameField(forms.CharField):
    """A person's name in any script: letters, marks, spaces, hyphens, apostrophes and full stops."""

    default_error_messages = {
        "characters": _(
            "A name may only hold letters, spaces, hyphens, apostrophes and full stops: %(found)s is not one."
        ),
        "max_length": _("The name must be %(limit_value)d characters or fewer."),
    }

    def __init__(self, *, autocomplete: str = "off", **kwargs: object) -> None:
        super().__init__(**{"max_length": 80, **kwargs})  # type: ignore[arg-type]  # Django's own keyword arguments
        self.widget.attrs.update({"autocomplete": autocomplete, "spellcheck": "false"})

    def to_python(self, value: object) -> str:
        """Return the name in composed form (ő is one letter) with single spaces."""
        return " ".join(unicodedata.normalize("NFC", str(super().to_python(value) or "")).split())

    def validate(self, value: str) -> None:
        """Refuse what no name holds, and show it."""
        super().validate(value)
        for letter in value:
            if unicodedata.category(letter)[0] not in "LM" and letter not in " -–'’.·":
                raise ValidationError(self.error_messages["characters"], code="characters", params={"found": letter})


class PhoneField(forms.CharField):
    """A telephone number as people write it; cleans to digits with an optional leading plus."""

    width = "w20"
    default_error_messages = {
        "digits": _("Enter a telephone number with 7 to 15 digits, such as +40 264 123 456."),
    }

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"max_length": 40, **kwargs})  # type: ignore[arg-type]  # Django's own keyword arguments
        self.widget.attrs.update({"type": "tel", "inputmode": "tel", "autocomplete": "tel"})

    def clean(self, value: object) -> str:
        """Return the number without spaces and punctuation."""
        text = str(super().clean(value))
        if not text:
            return ""
        number = re.sub(r"[\s()./–-]", "", text)
        if not re.fullmatch(r"(\+|00)?\d{7,15}", number):
            raise ValidationError(self.error_messages["digits"], code="digits")
        return "+" + number.removeprefix("00") if number.startswith("00") else number
