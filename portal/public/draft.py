"""An application as the form works on it: its people, its saved pages, the path they make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from applications.core import clock
from applications.family.queries import Kin, kin_of
from applications.intake.models import Answers, Application
from applications.intake.queries import SavedPages, saved_pages
from portal.public.household import Asked, Household, line
from portal.public.relations import who
from portal.public.step import Stop, path


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
class Draft:
    """What the form knows of an application: everything is read once and late, answers are decrypted when looked at."""

    application: Application
    household: Household
    pages: SavedPages
    ties: StoredTies = field(repr=False)

    @cached_property
    def stops(self) -> list[Stop]:
        """The whole path."""
        return list(path(self.household))

    @property
    def names(self) -> Mapping[int, str]:
        """The names of everybody in the family; of somebody not named yet, an empty one."""
        return self.ties.kin.names

    @property
    def parents(self) -> Mapping[int, Mapping[str, int]]:
        """Each person's parents by birth, by role."""
        return self.ties.parents

    def name(self, person: int) -> str:
        """Return the name of a person, empty where it is not known yet."""
        family_name = getattr(self.application, "family_name", None)
        if person == self.household.applicant and family_name is not None and "kin" not in vars(self.ties):
            return f"{family_name} {getattr(self.application, 'given_name', '')}".strip()
        return self.names.get(person, "")

    def has(self, person: int) -> bool:
        """Whether a person belongs to the family."""
        return person == self.household.applicant or person in self.names

    def who(self, asked: Asked) -> str:
        """Return the words for a person of this household."""
        return who(asked, self.name(asked.person))

    def version(self, key: tuple[int, str]) -> int:
        """Return how often a page was saved, 0 for never."""
        page = self.pages.pages.get(key)
        return page.version if page else 0

    def with_page(self, row: Answers, *, same_people: bool = False) -> "Draft":
        """Return the draft as it is after a page was saved; ties are read anew unless the page left everybody as he or she was."""
        pages, ties = self.pages.with_page(row), self.ties if same_people else StoredTies(self.application)
        return replace(self, household=replace(self.household, answers=pages, ties=ties), pages=pages, ties=ties)

    def reached(self) -> Iterator[int]:
        """Yield everybody this application speaks of."""
        yield self.household.applicant
        yield from (each.person for each in line(self.household))
        yield from self.ties.spouses
        for child in self.ties.children:
            yield child
            yield from self.parents.get(child, {}).values()


def open_draft(application: Application) -> Draft:
    """Read the saved pages of an application; the rest is read when needed."""
    pages, ties = saved_pages(application), StoredTies(application)
    household = Household(applicant=application.applicant_id, answers=pages, today=clock.today(), ties=ties)
    return Draft(application, household, pages, ties)
