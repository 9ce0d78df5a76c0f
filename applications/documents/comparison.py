"""What comparison checks see: papers of a case with the examinations of their files, and what the answers say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product

from applications.documents.examination import Examination, MrzReading, Page, PrintedField, Word
from applications.documents.laid import Laid, PagePair
from applications.documents.verdict import Evidence


@dataclass(frozen=True, slots=True)
class ComparedPaper:
    """A paper of the case with the examinations of its files, in their order; `about` is the id of a person.

    `parts` says of each file which part of the paper it is, the original or its translation; () where it is all one.
    """

    id: str
    kind: str
    sha256s: tuple[str, ...]
    examinations: tuple[Examination, ...]
    about: str = ""
    parts: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages in order; evidence of comparisons counts pages through all files, from 1."""
        return tuple(page for examination in self.examinations for page in examination.pages)

    @property
    def mrz(self) -> MrzReading | None:
        """The best machine-readable zone of its files: a valid one before a faulty one."""
        readings = [examination.mrz for examination in self.examinations if examination.mrz is not None]
        return max(readings, key=lambda reading: (reading.valid, reading.confidence), default=None)

    @property
    def zone_evidence(self) -> tuple[Evidence, ...]:
        """Where on the paper that zone stands."""
        for before, examination in self._placed:
            if examination.mrz is not None and examination.mrz is self.mrz:
                return (Evidence(before + examination.mrz.page, examination.mrz.box),)
        return ()

    @property
    def words(self) -> tuple[Word, ...]:
        """The text of its files, pages counted through all of them as in `pages`."""
        return tuple(
            replace(word, page=before + word.page) for before, examination in self._placed for word in examination.words
        )

    @property
    def fields(self) -> tuple[PrintedField, ...]:
        """What the text of its files says, pages counted through all of them."""
        return tuple(
            replace(field, page=before + field.page)
            for before, examination in self._placed
            for field in examination.fields
        )

    def says(self, name: str) -> tuple[PrintedField, ...]:
        """Every reading of one field of PRINTED_FIELDS: a translation says again what the original says."""
        return tuple(field for field in self.fields if field.name == name)

    @property
    def _placed(self) -> Iterator[tuple[int, Examination]]:
        before = 0
        for examination in self.examinations:
            yield before, examination
            before += len(examination.pages)


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody by the names he or she ever bore; `partners` are the whole names of husbands and wives.

    `circle` holds the ids of the persons among whose papers a certificate of a marriage of this person is kept.
    """

    person: str = ""
    family_names: tuple[str, ...] = ()
    given_names: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    circle: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """Every whole name, family name first as Hungarians write it."""
        return tuple(f"{family} {given}" for family, given in product(self.family_names, self.given_names))


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people who married, as answered; the date may lack day or month or be unknown."""

    one: Kin
    other: Kin
    married_on: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedPerson:
    """What the answers say of the person whom a paper is about; empty or None where nothing was answered.

    `born_on` is an ISO date that may lack day or month (1931-05, 1931). `sex` is "female", "male" or None.
    `nationalities` are ISO 3166 codes of two or three letters. `couples` are this person's marriages and that of the
    parents, whose certificate is often kept among the papers of the child.
    """

    family_names: tuple[str, ...] = ()
    given_names: tuple[str, ...] = ()
    born_on: str | None = None
    sex: str | None = None
    document_number: str | None = None
    nationalities: tuple[str, ...] = ()
    person: str = ""
    born_place: str | None = None
    father: Kin | None = None
    mother: Kin | None = None
    couples: tuple[Couple, ...] = ()
    partners: tuple[str, ...] = ()
    circle: frozenset[str] = frozenset()

    @property
    def kin(self) -> Kin:
        """The person alone: names and marriages."""
        return Kin(self.person, self.family_names, self.given_names, self.partners, self.circle)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison check sees: the paper, the other papers of the case, the answers, and the day.

    `laid` says of pages that were laid on each other (worth_laying) how far they agree.
    """

    paper: ComparedPaper
    others: tuple[ComparedPaper, ...]
    expected: ExpectedPerson
    on: date
    laid: Mapping[PagePair, Laid] = field(default_factory=dict)
