"""An application as the form works on it: its people, its saved pages, the path they make."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from applications.core import clock
from applications.intake.models import Answers, Application
from applications.intake.queries import SavedPages, saved_pages
from portal.public.household import Asked, line
from portal.public.relations import who
from portal.public.step import Stop, left_out, path
from portal.public.stored import StoredHousehold, StoredTies


@dataclass(frozen=True)
class Draft:
    """What the form knows of an application: everything is read once and late, answers are decrypted when looked at."""

    application: Application
    household: StoredHousehold
    pages: SavedPages
    ties: StoredTies = field(repr=False)

    @cached_property
    def stops(self) -> list[Stop]:
        """The whole path."""
        return list(path(self.household))

    @cached_property
    def left_out(self) -> list[Stop]:
        """The pages that are not asked, since no answer to them can change anything."""
        return list(left_out(self.household))

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
        return self.saying(self.pages.with_page(row), self.ties if same_people else StoredTies(self.application))

    def without(self, keys: Iterable[tuple[int, str]]) -> "Draft":
        """Return the draft as it is after pages were dropped."""
        return self.saying(self.pages.without(keys), self.ties)

    def saying(self, pages: SavedPages, ties: StoredTies) -> "Draft":
        """Return the draft with other pages and ties."""
        household = replace(self.household, answers=pages, ties=ties)
        return replace(self, household=household, pages=pages, ties=ties)

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
    household = StoredHousehold(
        applicant=application.applicant_id,
        answers=pages,
        today=clock.today(),
        ties=ties,
        reference=application.reference,
    )
    return Draft(application, household, pages, ties)
