"""What facts are made from, and its two sources: the tables (here), and a draft as the form has it in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from applications.assessment.told import Pages, Told
from applications.documents.models import Paper
from applications.documents.queries import papers_of
from applications.family.kin import Parent, Relative, Wedding
from applications.family.queries import kin_of
from applications.intake.models import Application
from applications.intake.queries import persons_in, saved_pages


@dataclass(frozen=True)
class Known:
    """Everything facts are made from, read once: the graph, the saved pages, the papers.

    ``applying``: the applicant first, then the children included. ``marriages`` are the applicant's.
    """

    applicant: int
    applying: Sequence[int]
    people: Mapping[int, Relative]
    ties: Mapping[int, Sequence[Parent]]
    marriages: Sequence[Wedding]
    pages: Pages
    on: date
    papers: Sequence[Paper] = ()

    def told(self, person: int) -> Told:
        """Return the answers about a person."""
        return Told(person, self.pages)

    def relative(self, person: int) -> Relative:
        """Return what is known of a person without asking for answers."""
        return self.people.get(person) or Relative(person)

    def spoken_of(self) -> set[int]:
        """Return everybody the application speaks of: who applies, spouses, and all their ancestors."""
        found: set[int] = set()
        waiting = [*self.applying, *(marriage.spouse for marriage in self.marriages)]
        while waiting:
            person = waiting.pop()
            if person not in found:
                found.add(person)
                waiting += [tie.person for tie in self.ties.get(person, ())]
        return found


def known(application: Application, on: date) -> Known:
    """Read what facts about an application are made from."""
    kin = kin_of(application.family_id, application.applicant_id)
    return Known(
        applicant=application.applicant_id,
        applying=[person.pk for person in persons_in(application)],
        people=kin.people,
        ties=kin.ties,
        marriages=kin.marriages,
        pages=saved_pages(application),
        papers=list(papers_of(application.family_id)),
        on=on,
    )
