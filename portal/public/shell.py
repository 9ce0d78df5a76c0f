"""Draws a page of the form around its fields, and keeps what does not change between two readers.

The page's template is rendered once a language with marks in the place of what a request puts in, and is
cut at the marks; later only these values are joined in, escaped as the template would. A page with errors
or messages is rendered whole, by the same template.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template import Context
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.context import installation
from portal.public.step_form import StepForm
from portal.templatetags.steady import header

TEMPLATE = "public/step.html"
MARK = "\x00"
"""Stands around the name of a value in a kept page; no template and no word has it."""


def mark(name: str) -> SafeString:
    """Return what stands for a value in a kept page."""
    return SafeString(f"{MARK}{name}{MARK}")


@dataclass(frozen=True)
class Outline:
    """What decides how a page looks around its fields, under the names a form has for it."""

    asks: str
    repeats: bool
    takes_more: bool
    item_more: str
    heading: str = mark("heading")
    item_count: str = mark("item_count")
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class SignedIn:
    """Whoever reads: only who is signed in sees a page of the form."""

    is_authenticated: bool = True


VALUES = ("heading", "item_count", "back", "caption", "version", "fields", "leave_out_link", "masthead", "csrf_token")


@lru_cache(maxsize=1024)
def kept(outline: Outline, _language: str, steady_words: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Return a page in pieces: by turns what stands there for everybody, and the name of a value."""
    words = {**{name: mark(name) for name in VALUES}, **dict(steady_words)}
    whole = get_template(TEMPLATE).render({**words, "form": outline, "user": SignedIn()})
    return tuple(whole.split(MARK))


def fields_of(form: StepForm) -> SafeString:
    """Return the fields as crispy draws the form's layout."""
    return SafeString(form.helper.render_layout(form, Context({"form": form, "asks": form.asks}), "hon"))


def header_for(request: HttpRequest, token: str) -> SafeString:
    """Return the header that stands over every page of the form."""
    known = installation(request)
    return header(
        user=request.user,
        section="application",
        demo=bool(known["demo"]),
        mailbox=bool(known["demo_mailbox"]),
        token=token,
        address=request.get_full_path(),
    )


def page_around(
    request: HttpRequest, form: StepForm, words: Mapping[str, str], steady_words: Mapping[str, str], *, status: int
) -> HttpResponse:
    """Answer with a page of the form.

    ``words`` are this request's values (of VALUES: back, caption, version, leave_out_link), ``steady_words`` those
    that are the same for every reader of the language.
    """
    token = get_token(request)
    values: dict[str, str] = {**words, "masthead": header_for(request, token), "fields": fields_of(form)}
    if settings.DEBUG or form.errors or len(get_messages(request)):
        return render(request, TEMPLATE, {**values, **steady_words, "form": form}, status=status)
    outline = Outline(form.asks, form.repeats, form.takes_more, str(form.item_more))
    pieces = kept(outline, get_language() or "", tuple(steady_words.items()))
    values |= {"heading": form.heading, "item_count": str(form.item_count), "csrf_token": token}
    content = "".join(conditional_escape(values[piece]) if number % 2 else piece for number, piece in enumerate(pieces))
    return HttpResponse(content, status=status)
