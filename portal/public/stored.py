"""The household of an application as the database has it: read late, and asked about once a version of its answers."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from applications.assessment.told import OF_THE_LINE
from applications.family.kin import Kin
from applications.family.queries import kin_of
from applications.intake.models import Application
from applications.intake.queries import SavedPages
from portal.public.household import Household
from portal.public.open_facts import OpenFacts

MOST_REMEMBERED = 5000
_remembered: dict[bytes, OpenFacts] = {}
"""What the law still wants of drafts, by a fingerprint of all it follows from: ids and names of facts.

The page after a saving asks for it in the next moment. A process remembers for itself; what it does not, it asks anew.
"""


@dataclass(frozen=True)
class StoredTies:
    """The ties of an application's household, read when the path first needs them."""

    application: Application

    @cached_property
    def kin(self) -> Kin:
        """Everybody in the family."""
        return kin_of(self.application.family_id, self.application.applicant_id)

    @property
    def parents(self) -> Mapping[int, Mapping[str, int]]:
        """Each person's parents by birth, by role."""
        return self.kin.parents

    @property
    def spouses(self) -> tuple[int, ...]:
        """The applicant's spouses; marriages are told newest first."""
        return self.kin.spouses

    @cached_property
    def children(self) -> tuple[int, ...]:
        """The children included."""
        return tuple(self.application.children.order_by("pk").values_list("pk", flat=True))


@dataclass(frozen=True)
class StoredHousehold(Household):
    """The household of an application: what is open about its line is worked out once a version of its answers."""

    answers: SavedPages
    reference: str = ""

    @cached_property
    def open(self) -> OpenFacts:
        """The facts about the line that can still change an outcome."""
        kin, pages = self.ties.kin, self.answers.versions(OF_THE_LINE)
        people = sorted(person._replace(name="") for person in kin.people.values())
        told = repr((self.reference, self.today, pages, people, sorted(kin.ties.items()), kin.marriages))
        key = hashlib.blake2b(told.encode(), digest_size=16).digest()
        found = _remembered.get(key)
        if found is None:
            if len(_remembered) >= MOST_REMEMBERED:
                _remembered.clear()
            found = _remembered[key] = self.ask()
        return found
