"""Which document proves what, and what each person still needs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import KIND, Kind
from applications.documents.models import Paper
from portal.public.draft import Draft
from portal.public.household import About, Asked, ends_line
from portal.public.step import path

BIRTH = ("birth_certificate", "church_register")
CITIZEN_PROOFS = (
    "citizenship_certificate",
    "domicile_certificate",
    "military_record",
    "old_passport",
    "school_certificate",
    "census_or_address_record",
    "work_book",
)


@dataclass(frozen=True)
class Need:
    """A paper somebody needs: any of ``kinds`` does, the first is the usual one; why; whether it may follow later."""

    person: int
    kinds: tuple[str, ...]
    words: str | Promise
    can_wait: bool = False

    @property
    def usual(self) -> Kind:
        """The kind that is usually brought."""
        return KIND[self.kinds[0]]

    def met_by(self, papers: Iterable[Paper]) -> list[Paper]:
        """Return the papers that serve this need."""
        return [paper for paper in papers if paper.person_id == self.person and paper.kind in self.kinds]


def needs(draft: Draft) -> list[Need]:
    """Return what everybody on the path needs, as far as the answers say."""
    people: dict[int, Asked] = {}
    for stop in path(draft.household):
        people.setdefault(stop.asked.person, stop.asked)
    makers = {
        About.APPLICANT: applicant_needs,
        About.SPOUSE: spouse_needs,
        About.ANCESTOR: ancestor_needs,
        About.CHILD: child_needs,
    }
    return [need for asked in people.values() for need in makers[asked.about](asked)]


def applicant_needs(asked: Asked) -> Iterator[Need]:
    """Yield what the applicant needs."""
    person = asked.person
    document = ("id_card", "passport") if asked.said("document", "kind") == "id_card" else ("passport", "id_card")
    yield Need(person, document, _("Who you are, and your nationality."))
    yield Need(person, ("birth_certificate",), _("Your birth, your parents: the first link of the line."))
    age = asked.age("birth")
    if age is None or age >= 18:  # noqa: PLR2004 - adults, LAW of the curriculum vitae
        kinds = ("medical_proof", "cv_handwritten") if asked.said("cv", "can_write") is False else ("cv_handwritten",)
        yield Need(
            person, kinds, _("Your curriculum vitae in your own hand; it may be brought to the visit."), can_wait=True
        )
    yield Need(person, ("photo",), _("A photo of your face; at the visit one can be taken too."), can_wait=True)
    if asked.said("hungarian-before", "citizen") == "yes":
        yield Need(person, ("former_citizenship_proof",), _("That you were a citizen, and how it ended."))
    if asked.said("requested-name", "wants") is True:
        yield Need(person, ("name_proof",), _("That you or an ancestor bore the name."), can_wait=True)
    if asked.said("birth-name", "reason") in ("decision", "other"):
        yield Need(person, ("name_proof",), _("The change of your name."))


def spouse_needs(asked: Asked) -> Iterator[Need]:
    """Yield the papers of a marriage."""
    yield Need(asked.person, ("marriage_certificate",), _("The marriage: it is registered in Hungary."))
    ended = asked.said("marriage-end", "ended_by")
    if ended in ("divorce", "annulment"):
        yield Need(asked.person, ("divorce_decree",), _("The end of this marriage."))
    if ended == "death":
        yield Need(asked.person, ("death_certificate",), _("The end of this marriage."))


def ancestor_needs(asked: Asked) -> Iterator[Need]:
    """Yield what proves an ancestor's link of the line."""
    yield Need(asked.person, BIRTH, _("Birth and parents: a link of the line."))
    if asked.said("ancestor-parents-marriage", "married") == "yes":
        yield Need(
            asked.person,
            ("marriage_certificate", "church_register"),
            _("The marriage of the parents, and names changed by it."),
            can_wait=True,
        )
    if ends_line(asked.household, asked.person):
        yield Need(
            asked.person, CITIZEN_PROOFS, _("Any one paper that shows that this ancestor was a Hungarian citizen.")
        )


def child_needs(asked: Asked) -> Iterator[Need]:
    """Yield what a child included needs."""
    yield Need(asked.person, ("birth_certificate",), _("The birth, and who the parents are."))
    yield Need(asked.person, ("passport", "id_card"), _("Who the child is, and its nationality."))
    yield Need(asked.person, ("photo",), _("A photo of the face; at the visit one can be taken too."), can_wait=True)
    if asked.said("child-consent", "how") == "notary":
        yield Need(asked.person, ("consent_of_parent",), _("That the other parent agrees."))
    if asked.said("child-custody", "holder") in ("applicant", "guardian"):
        yield Need(asked.person, ("custody_decision",), _("Who has parental authority."))


def kinds_for(draft: Draft, person: int) -> Sequence[Kind]:
    """Return the kinds of papers that can speak of a person of the household."""
    about = next((stop.asked.about for stop in draft.stops if stop.asked.person == person), About.ANCESTOR)
    return [kind for kind in KIND.values() if str(about) in {str(each) for each in kind.about}]
