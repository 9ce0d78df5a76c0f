"""What stands in sentences: their full stop, sections of law, days of persons."""

from collections.abc import Iterable

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language

from applications.assessment import citations
from applications.family.days import short_day

register = template.Library()
register.filter(short_day)


@register.filter
def stopped(sentence: str | Promise) -> str:
    """Return a sentence with its full stop; a Hungarian day (2011. január 1.) ends with one already."""
    words = str(sentence)
    return words if words.endswith((".", "!", "?")) else f"{words}."


@register.filter
def cited(law: str | Iterable[str]) -> str | list[str]:
    """Return a citation, or each of several, as readers of the page's language know it."""
    language = get_language() or "hu"
    return citations.cited(law, language) if isinstance(law, str) else [citations.cited(each, language) for each in law]
