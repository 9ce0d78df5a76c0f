"""The file checks in groups, as who waits for them is told about: safe, readable, and so on, in the order they run."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.documents.check import checks


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Checks that run after each other: an id, what is true when all are done, what they do meanwhile.

    A group begins with the first of the checks in `begins` that concerns the paper, and ends where another begins.
    """

    id: str
    done: Promise
    doing: Promise
    begins: frozenset[str]


GROUPS: Final = (
    CheckGroup("safe", _("Safe to open"), _("Looking whether it is safe to open"), frozenset({"size"})),
    CheckGroup("readable", _("Readable"), _("Looking whether it can be read"), frozenset({"readable"})),
    CheckGroup("face", _("Face found"), _("Looking for the face"), frozenset({"portrait"})),
    CheckGroup("text", _("Text read"), _("Reading the text"), frozenset({"mrz", "text"})),
)


def group_begun_by(check_id: str) -> CheckGroup | None:
    """The group that begins with a check, or None where it is in the middle of one."""
    return next((group for group in GROUPS if check_id in group.begins), None)


def groups_of(kind: str | None) -> list[CheckGroup]:
    """The groups that a paper of this kind goes through, in the order in which they run."""
    begun = (group_begun_by(declared.id) for declared in checks("file") if declared.concerns(kind))
    return list(dict.fromkeys(group for group in begun if group))
