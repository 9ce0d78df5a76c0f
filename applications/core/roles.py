"""Who may do what: the roles of the back office and the permissions each of them carries.

The groups in the database are made from this table after every migration; a person's role is the
group he or she is in. Applicants are in none.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    """A role: the group's name, the word people read, and the permissions (see PERMISSIONS)."""

    id: str
    title: str | Promise
    permissions: frozenset[str]


PERMISSIONS = {
    "see_cases": _("Can open cases"),
    "work_cases": _("Can take, prepare and recommend cases"),
    "record_visits": _("Can record visits and oaths"),
    "approve_proposals": _("Can approve or return proposals"),
    "record_decisions": _("Can record the President's decisions"),
    "audit": _("Can read everything, journal included"),
    "manage_users": _("Can manage users and offices"),
}

CLERK = Role("clerk", _("Clerk"), frozenset({"see_cases", "record_visits"}))
CASEWORKER = Role("caseworker", _("Caseworker"), frozenset({"see_cases", "work_cases", "record_visits"}))
DECIDER = Role(
    "decider", _("Deciding officer"), frozenset({"see_cases", "work_cases", "approve_proposals", "record_decisions"})
)
AUDITOR = Role("auditor", _("Auditor"), frozenset({"see_cases", "audit"}))
ADMINISTRATOR = Role("administrator", _("Administrator"), frozenset({"manage_users"}))

ROLES = {role.id: role for role in (CLERK, CASEWORKER, DECIDER, AUDITOR, ADMINISTRATOR)}

ALONE = frozenset({AUDITOR.id, ADMINISTRATOR.id})
"""Roles that go with no other: who reads all or manages accounts handles no case."""
