"""The menu of the back office, by work and by role."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.core.models import User


@dataclass(frozen=True)
class Entry:
    """A line of the menu: its words, the name of its address, and the permissions any of which shows it."""

    title: str | Promise
    name: str
    permissions: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A line of the menu as one reader sees it."""

    title: str | Promise
    url: str
    is_here: bool


ENTRIES = (
    Entry(_("My day"), "admin:index", ("see_cases",)),
    Entry(_("Cases"), "admin:applications_application_changelist", ("see_cases",)),
    Entry(_("President’s list"), "admin:president", ("record_decisions",)),
    Entry(_("Messages"), "admin:applications_message_changelist", ("see_cases",)),
    Entry(_("Journal"), "admin:applications_journalentry_changelist", ("audit",)),
    Entry(_("Accounts"), "admin:applications_user_changelist", ("manage_users",)),
    Entry(_("Offices"), "admin:applications_office_changelist", ("manage_users",)),
    Entry(_("Appointment times"), "admin:applications_slot_changelist", ("manage_users",)),
    Entry(_("Jobs"), "admin:applications_job_changelist", ("manage_users", "audit")),
    Entry(_("Health"), "admin:health", ("manage_users",)),
)


def for_reader(request: HttpRequest) -> list[Shown]:
    """Return the menu of whoever asks; strangers get none."""
    user = request.user
    if not isinstance(user, User):
        return []
    root = reverse("admin:index")
    shown = []
    for entry in ENTRIES:
        if any(user.may(permission) for permission in entry.permissions):
            url = reverse(entry.name)
            here = request.path == url if url == root else request.path.startswith(url)
            shown.append(Shown(entry.title, url, here))
    return shown
