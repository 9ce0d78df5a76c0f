"""Which document proves what, and what each person still needs.

What the law rests on follows from the rules, asked of the draft as it stands; only what the law of procedure wants
whatever the outcome (who you are, your curriculum vitae, a photo, the registration of a marriage) is declared here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.assessment.proving import ToProve, to_prove
from applications.core import clock
from applications.documents import kinds
from applications.documents.kinds import KIND, Kind
from applications.documents.models import Paper
from portal.public.draft import Draft
from portal.public.household import ADULT_AGE, About, Asked
from portal.public.outlook import ROUTE
from portal.public.step import path

DECREE = "Decree 125/1993,"
REGISTRATION = "Act I of 2010"
"""Cited as in the rules."""


@dataclass(frozen=True)
class Need:
    """A paper somebody needs: any of ``kinds`` does, the first is the usual one; why; by which law; whether it may follow."""

    person: int
    kinds: tuple[str, ...]
    words: str | Promise
    law: tuple[str, ...] = ()
    can_wait: bool = False

    @property
    def usual(self) -> Kind:
        """The kind that is usually brought."""
        return KIND[self.kinds[0]]

    @property
    def others(self) -> Sequence[Kind]:
        """The kinds that do as well."""
        return [KIND[kind] for kind in self.kinds[1:]]

    def met_by(self, papers: Iterable[Paper]) -> list[Paper]:
        """Return the papers that serve this need."""
        return [paper for paper in papers if paper.person_id == self.person and paper.kind in self.kinds]


def needs(draft: Draft) -> list[Need]:
    """Return what everybody on the path needs, as far as the answers say: a person's papers in one place."""
    people: dict[int, Asked] = {}
    for stop in path(draft.household):
        people.setdefault(stop.asked.person, stop.asked)
    by_law = of_the_law(draft, people)
    found: list[Need] = []
    for person, asked in people.items():
        own = [need for need in by_law if need.person == person]
        found += merged(list(by_procedure(asked)), own)
    return found


def of_the_law(draft: Draft, people: Mapping[int, Asked]) -> list[Need]:
    """Return what the rules rest on. The one call that asks them: facts of the draft are built here and nowhere else."""
    abouts = {person: kinds.About(asked.about.value) for person, asked in people.items()}
    proved = to_prove(draft.application, abouts, clock.today(), ROUTE)
    return [needed(each, people[each.person]) for each in proved]


def needed(proof: ToProve, asked: Asked) -> Need:
    """Return a fact to be proved as its owner is told of it."""
    words = words_of(proof, asked)
    comes_along = proof.fact == "consent_of" and asked.said("child-consent", "how") != "notary"
    return Need(proof.person, proof.kinds, words, proof.law, can_wait=proof.fact == "parents_married" or comes_along)


def words_of(proof: ToProve, asked: Asked) -> str | Promise:
    """Return what a paper proves, in a sentence."""
    if proof.fact == "citizenships":
        if asked.about is About.ANCESTOR:
            return _("Any one paper that shows that this ancestor was a Hungarian citizen.")
        return _("That you were a citizen, and how it ended.") if proof.hungarian else IDENTITY[asked.about]
    if proof.fact == "parents" and asked.about in FIRST_LINKS:
        return FIRST_LINKS[asked.about]
    return WORDS[proof.fact]


IDENTITY: Mapping[About, str | Promise] = {
    About.APPLICANT: _("Who you are, and your nationality."),
    About.CHILD: _("Who the child is, and its nationality."),
}
FIRST_LINKS: Mapping[About, str | Promise] = {
    About.APPLICANT: _("Your birth, your parents: the first link of the line."),
    About.CHILD: _("The birth, and who the parents are."),
}
WORDS: Mapping[str, str | Promise] = {
    "born": _("When and where: it can make the origin from Hungary probable."),
    "parents": _("Birth and parents: a link of the line."),
    "parents_married": _("The marriage of the parents, and names changed by it."),
    "consent_of": _("That the other parent agrees."),
    "custody": _("Who has parental authority."),
}


def merged(found: list[Need], by_law: Iterable[Need]) -> list[Need]:
    """Return needs of one person with those of the law; where one paper serves both, they are one with everybody's law."""
    for need in by_law:
        place = next((place for place, other in enumerate(found) if need.kinds[0] in other.kinds), None)
        if place is None:
            found.append(need)
        else:
            other = found[place]
            found[place] = replace(
                other,
                kinds=tuple(dict.fromkeys(other.kinds + need.kinds)),
                law=tuple(dict.fromkeys(other.law + need.law)),
                can_wait=other.can_wait and need.can_wait,
            )
    return found


def by_procedure(asked: Asked) -> Iterator[Need]:
    """Yield what the law of procedure wants of somebody, whatever the rules say."""
    makers = {About.APPLICANT: of_applicant, About.SPOUSE: of_spouse, About.CHILD: of_child}
    if asked.about in makers:
        yield from makers[asked.about](asked)


def of_applicant(asked: Asked) -> Iterator[Need]:
    """Yield what the applicant brings: identity, curriculum vitae, photo, and what proves a name."""
    person = asked.person
    document = ("id_card", "passport") if asked.said("document", "kind") == "id_card" else ("passport", "id_card")
    yield Need(person, document, IDENTITY[About.APPLICANT], (f"{DECREE} 2. § (1)",))
    age = asked.age("birth")
    if age is None or age >= ADULT_AGE:
        helped = asked.said("cv", "can_write") is False
        yield Need(
            person,
            ("medical_proof", "cv_handwritten") if helped else ("cv_handwritten",),
            _("Your curriculum vitae in your own hand; it may be brought to the visit."),
            (f"{DECREE} 2. § (1a)" if helped else f"{DECREE} 2. §",),
            can_wait=True,
        )
    yield Need(
        person,
        ("photo",),
        _("A photo of your face; at the visit one can be taken too."),
        (f"{DECREE} 2. §",),
        can_wait=True,
    )
    if asked.said("requested-name", "wants") is True:
        yield Need(person, ("name_proof",), _("That you or an ancestor bore the name."), (REGISTRATION,), can_wait=True)
    if asked.said("birth-name", "reason") in ("decision", "other"):
        yield Need(person, ("name_proof",), _("The change of your name."), (REGISTRATION,))


def of_spouse(asked: Asked) -> Iterator[Need]:
    """Yield the papers from which a marriage, and its end, is registered."""
    law = (REGISTRATION,)
    yield Need(asked.person, ("marriage_certificate",), _("The marriage: it is registered in Hungary."), law)
    ended = asked.said("marriage-end", "ended_by")
    if ended in ("divorce", "annulment"):
        yield Need(asked.person, ("divorce_decree",), _("The end of this marriage."), law)
    if ended == "death":
        yield Need(asked.person, ("death_certificate",), _("The end of this marriage."), law)


def of_child(asked: Asked) -> Iterator[Need]:
    """Yield what a child included brings: identity and photo."""
    yield Need(asked.person, ("passport", "id_card"), IDENTITY[About.CHILD], (f"{DECREE} 2. § (1)",))
    yield Need(
        asked.person,
        ("photo",),
        _("A photo of the face; at the visit one can be taken too."),
        (f"{DECREE} 2. §",),
        can_wait=True,
    )
