"""How far the checks of a waiting file are, in words; the row in the database says it."""

from dataclasses import dataclass

from django.utils.functional import Promise

from applications.documents.check_groups import groups_of
from applications.documents.models import CheckedFile


@dataclass(frozen=True)
class Progress:
    """A group of checks: its id, the words for 'is done' and for 'is being done', and which it is: done, now or next."""

    id: str
    done: Promise
    doing: Promise
    state: str


def progress_of(checked: CheckedFile, kind: str) -> list[Progress]:
    """Return the groups of checks of a waiting file in their order; all are 'next' while it waits for its turn."""
    groups = groups_of(kind)
    place = next((place for place, group in enumerate(groups) if group.id == checked.checking), None)

    def state(at: int) -> str:
        return "next" if place is None or at > place else "now" if at == place else "done"

    return [Progress(group.id, group.done, group.doing, state(at)) for at, group in enumerate(groups)]
