"""Parts of a page that are the same for every reader of a language: rendered once, kept by the process."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from applications.core.models import User
from applications.correspondence.queries import unread_count

register = template.Library()


@lru_cache(maxsize=256)
def kept(name: str, _language: str, words: tuple[tuple[str, object], ...]) -> SafeString:
    """Return the template ``name`` rendered with ``words`` alone, in the active language."""
    return SafeString(get_template(name).render(dict(words)))


@register.simple_tag
def steady(name: str, **words: object) -> SafeString:
    """Return a part that depends on nothing but ``words`` and the language; it sees no request and no user.

    While templates are being written (DEBUG) it is rendered anew each time.
    """
    draw = kept.__wrapped__ if settings.DEBUG else kept
    return draw(name, get_language() or "", tuple(sorted(words.items())))


TOKEN, PATH = "~token~", "~path~"
"""Stand in a kept header where a request puts its own."""


@register.simple_tag(takes_context=True)
def masthead(context: Context) -> SafeString:
    """Return the header of a page; one that stands for another address names that as ``here``."""
    request = context.get("request")
    return header(
        user=context.get("user"),
        section=str(context.get("section") or ""),
        demo=bool(context.get("demo")),
        mailbox=bool(context.get("demo_mailbox")),
        token=str(context.get("csrf_token") or ""),
        address=str(context.get("here") or (request.get_full_path() if request else "/")),
    )


def header(*, user: object, section: str, demo: bool, mailbox: bool, token: str, address: str) -> SafeString:
    """Return a header: kept for readers with the same links, with this request's address and token put in."""
    signed_in = isinstance(user, User)
    whole = steady(
        "pages/header.html",
        section=section,
        signed_in=signed_in,
        staff=isinstance(user, User) and user.is_staff,
        unread=unread_count(user) if isinstance(user, User) else 0,
        demo=demo,
        mailbox=mailbox,
        token=TOKEN,
        path=PATH,
    )
    return SafeString(whole.replace(TOKEN, escape(token)).replace(PATH, escape(address)))
