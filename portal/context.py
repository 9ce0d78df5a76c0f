"""What every template may ask for."""

from django.conf import settings
from django.http import HttpRequest


def installation(request: HttpRequest) -> dict[str, object]:
    """Return the installation's address, and whether it is a demonstration with a mailbox."""
    return {
        "demo": not settings.PRODUCTION,
        "demo_mailbox": not settings.PRODUCTION and not settings.EMAIL_URL,
        "site_url": settings.SITE_URL,
    }
