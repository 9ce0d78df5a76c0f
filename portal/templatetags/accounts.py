"""What the sign-in page asks about the reader's session."""

from django import template
from django.conf import settings
from django.http import HttpRequest

from portal.accounts.middleware import TOUCH_SECONDS

register = template.Library()


@register.simple_tag(takes_context=True)
def session_ended(context: template.Context) -> bool:
    """Whether this browser still sends the cookie of a session that is no more: its owner was signed in."""
    request = context.get("request")
    if not isinstance(request, HttpRequest) or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.session.is_empty() and "next" in request.GET


@register.simple_tag
def session_seconds() -> int:
    """Return how long, at least, this session lasts without another page being asked for, in seconds."""
    return int(settings.SESSION_COOKIE_AGE) - TOUCH_SECONDS


BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


@register.filter
def device_name(user_agent: str) -> str:
    """Return browser and system as people call them, read off what the browser says of itself."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return " · ".join(filter(None, (browser, system))) or user_agent[:60]
