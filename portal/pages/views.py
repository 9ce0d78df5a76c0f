"""The public pages: words, no data."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from portal.pages.nationalities import in_reading_order
from portal.public.countries import reader_language

GUIDANCE = {
    "road": _("The road, step by step"),
    "papers": _("Which papers you need"),
    "language": _("The Hungarian you need"),
    "rights": _("What citizenship brings"),
    "other-nationality": _("Your other nationality"),
}


def article(request: HttpRequest, name: str, **context: object) -> HttpResponse:
    """Return the article ``name`` in the reader's language."""
    words = {
        "guidance": GUIDANCE,
        "operator": settings.OPERATOR,
        "contact": settings.CONTACT,
        "draft_days": settings.DRAFT_DAYS,
    }
    return render(request, f"pages/{reader_language()}/{name}.html", {**words, **context})


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what this is, for whom, and how the road goes."""
    return article(request, "home", section="home")


@require_safe
def guidance(request: HttpRequest, topic: str = "") -> HttpResponse:
    """Show a topic of the guidance, or their list."""
    if topic and topic not in GUIDANCE:
        raise Http404
    extra = {"nationalities": in_reading_order()} if topic == "other-nationality" else {}
    return article(request, topic or "guidance", section="guidance", topic=topic, **extra)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement (Directive 2016/2102)."""
    return article(request, "accessibility")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Show the privacy notice (GDPR 13)."""
    return article(request, "privacy")


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show help and contact."""
    return article(request, "help")


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """Show the terms of this independent installation."""
    return article(request, "terms")
