"""The kinds of papers of simplified naturalisation, as a table: what each proves, about whom, and what to bring.

Source: the lists of the consulates for the preferential procedure (certificates, proofs of ancestors, registration of
birth and marriage). A kind is one row; the form, the back office and the checks read it from here.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class About(StrEnum):
    """Whom a paper can be about."""

    APPLICANT = "applicant"
    ANCESTOR = "ancestor"
    CHILD = "child"
    SPOUSE = "spouse"
    MARRIAGE = "marriage"


APPLICANT, ANCESTOR, CHILD, SPOUSE, MARRIAGE = About
ANYBODY: Final = frozenset({APPLICANT, ANCESTOR, CHILD, SPOUSE})
FAMILY: Final = frozenset({APPLICANT, CHILD, SPOUSE})


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper.

    `title` names it, `proves` says in a sentence what it is good for. `translation_needed`: a certified Hungarian
    translation belongs to it unless the paper is in Hungarian or an agreement spares it. `original_stays`: the original
    or a certified copy stays in the file; of other papers it is enough to show the original. `single_page_ok`: one
    picture is usually the whole paper. `has_mrz`: carries a machine-readable zone.
    """

    id: str
    title: Promise
    proves: Promise
    about: frozenset[About]
    translation_needed: bool = False
    original_stays: bool = False
    single_page_ok: bool = True
    has_mrz: bool = False


KINDS: Final = (
    Kind(
        "passport",
        _("Passport"),
        _("Who you are and which country’s citizen you are. Upload the page with the photo."),
        FAMILY,
        has_mrz=True,
    ),
    Kind(
        "id_card",
        _("Identity card"),
        _("Who you are and which country’s citizen you are. Upload both sides."),
        FAMILY,
        single_page_ok=False,
        has_mrz=True,
    ),
    Kind(
        "birth_certificate",
        _("Birth certificate"),
        _("When and where a person was born and who the parents are: a link of the family line."),
        ANYBODY,
        translation_needed=True,
        original_stays=True,
    ),
    Kind(
        "marriage_certificate",
        _("Marriage certificate"),
        _("Who married whom and when, and how a name changed: a link of the family line."),
        ANYBODY | {MARRIAGE},
        translation_needed=True,
        original_stays=True,
    ),
    Kind(
        "divorce_decree",
        _("Final divorce decree"),
        _("That an earlier marriage ended by divorce, and on which day."),
        ANYBODY | {MARRIAGE},
        translation_needed=True,
        original_stays=True,
        single_page_ok=False,
    ),
    Kind(
        "death_certificate",
        _("Death certificate"),
        _("That a person has died; for a marriage, that it ended by the death of a spouse."),
        frozenset({ANCESTOR, SPOUSE, MARRIAGE}),
        translation_needed=True,
        original_stays=True,
    ),
    Kind(
        "church_register",
        _("Church register extract"),
        _("Baptism, marriage or burial before civil registration, or where civil records are lost."),
        ANYBODY | {MARRIAGE},
        translation_needed=True,
    ),
    Kind(
        "citizenship_certificate",
        _("Old citizenship or option certificate"),
        _("That the ancestor was a Hungarian citizen on the day it was made."),
        frozenset({APPLICANT, ANCESTOR}),
        translation_needed=True,
    ),
    Kind(
        "domicile_certificate",
        _("Certificate of domicile right (illetőség)"),
        _("In which commune the ancestor had the right of domicile: strong proof of citizenship before 1945."),
        frozenset({ANCESTOR}),
        translation_needed=True,
    ),
    Kind(
        "military_record",
        _("Military record book"),
        _("Service in the Hungarian army, with birth and domicile: supports that the ancestor was a citizen."),
        frozenset({ANCESTOR}),
        single_page_ok=False,
    ),
    Kind(
        "old_passport",
        _("Old Hungarian passport"),
        _("That the ancestor travelled as a Hungarian citizen, and when he or she left."),
        frozenset({APPLICANT, ANCESTOR}),
        single_page_ok=False,
    ),
    Kind(
        "school_certificate",
        _("School report or diploma"),
        _("Where a person went to school and in which language."),
        frozenset({APPLICANT, ANCESTOR}),
        translation_needed=True,
    ),
    Kind(
        "census_or_address_record",
        _("Census, address or voter record"),
        _("Where the ancestor lived on a certain day."),
        frozenset({ANCESTOR}),
        translation_needed=True,
    ),
    Kind(
        "work_book",
        _("Work or servant’s book"),
        _("Where the ancestor came from and worked: supports origin from Hungary."),
        frozenset({ANCESTOR}),
        single_page_ok=False,
    ),
    Kind(
        "emigration_record",
        _("Ship list or emigration record"),
        _("When the ancestor left the country, and as whose citizen."),
        frozenset({ANCESTOR}),
        translation_needed=True,
    ),
    Kind(
        "naturalisation_record",
        _("Foreign naturalisation record"),
        _("When a person became a citizen of another country, or that he or she never did."),
        frozenset({APPLICANT, ANCESTOR}),
        translation_needed=True,
    ),
    Kind(
        "former_citizenship_proof",
        _("Proof of former Hungarian citizenship and its end"),
        _("That you were a Hungarian citizen before, and how this ended."),
        frozenset({APPLICANT}),
        single_page_ok=False,
    ),
    Kind(
        "cv_handwritten",
        _("Curriculum vitae in your own hand"),
        _("Your life in your own words and handwriting, in Hungarian; from the age of 18."),
        frozenset({APPLICANT}),
        original_stays=True,
    ),
    Kind(
        "photo",
        _("Photo of the face"),
        _("How you look today: one face, looking straight ahead, before a light background."),
        frozenset({APPLICANT, CHILD}),
    ),
    Kind(
        "consent_of_parent",
        _("Consent of the other parent"),
        _("That the other parent agrees to the child’s application."),
        frozenset({CHILD}),
        translation_needed=True,
        original_stays=True,
    ),
    Kind(
        "custody_decision",
        _("Decision on custody or guardianship"),
        _("Who may act for the child, or for an adult under guardianship."),
        frozenset({APPLICANT, CHILD}),
        translation_needed=True,
        single_page_ok=False,
    ),
    Kind(
        "spouse_statement",
        _("Statement of the Hungarian spouse"),
        _("That the marriage still stands; made in person or before a notary."),
        frozenset({SPOUSE, MARRIAGE}),
        original_stays=True,
    ),
    Kind(
        "medical_proof",
        _("Medical certificate"),
        _("Why a person cannot write, sign or speak, so that help can be given."),
        frozenset({APPLICANT}),
        translation_needed=True,
    ),
    Kind(
        "name_proof",
        _("Proof of a name"),
        _("That you or an ancestor bore the name you ask for, or that two spellings are one person."),
        frozenset({APPLICANT, ANCESTOR}),
        translation_needed=True,
    ),
    Kind(
        "power_of_attorney",
        _("Power of attorney"),
        _("That somebody else may act for you in this matter."),
        frozenset({APPLICANT}),
        original_stays=True,
    ),
    Kind(
        "other",
        _("Another paper"),
        _("Anything else that helps; say in the description what it shows."),
        ANYBODY | {MARRIAGE},
        single_page_ok=False,
    ),
)

KIND: Final = {kind.id: kind for kind in KINDS}
"""The table by id; ids are stored with papers and never change."""


def kinds_about(about: About) -> tuple[Kind, ...]:
    """The kinds that can speak of such a person, in the order of the table."""
    return tuple(kind for kind in KINDS if about in kind.about)


def choices() -> list[tuple[str, Promise]]:
    """Id and title of every kind, for form fields and filters."""
    return [(kind.id, kind.title) for kind in KINDS]
