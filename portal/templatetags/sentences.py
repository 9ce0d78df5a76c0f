"""What stands in sentences: sections of law, days of persons."""

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

from applications.assessment import citations
from applications.family.days import short_day

register = template.Library()
register.filter(short_day)


@register.filter
def cited(law: str | Iterable[str]) -> str | list[str]:
    """Return a citation, or each of several, as readers of the page's language know it."""
    language = get_language() or "hu"
    return citations.cited(law, language) if isinstance(law, str) else [citations.cited(each, language) for each in law]
