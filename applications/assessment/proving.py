"""Rules' papers as the portal's kinds: what each person of an application still has to prove, and with which papers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import rules
from applications.assessment import facts
from applications.documents.kinds import KIND, About
from applications.intake.models import Application
from applications.intake.queries import persons_in
from rules.proving import Proof, proofs

KINDS_OF_PAPER: Mapping[str, tuple[str, ...]] = {
    "army_record": ("military_record",),
    "census": ("census_or_address_record",),
    "court_order": ("custody_decision",),
    "dismissal_document": ("former_citizenship_proof",),
    "domicile_right_certificate": ("domicile_certificate",),
    "identity_card": ("id_card",),
    "parental_consent": ("consent_of_parent",),
    "passport": ("passport", "old_passport"),
}
"""Papers that rules call differently from documents.kinds; others have one name. Of several the first that can be about the person."""


@dataclass(frozen=True)
class ToProve:
    """A fact about a person of the family, the kinds of papers any of which proves it, the sections that ask for it."""

    person: int
    fact: str
    kinds: tuple[str, ...]
    law: tuple[str, ...]
    hungarian: bool


def to_prove(application: Application, abouts: Mapping[int, About], on: date, route: str) -> list[ToProve]:
    """Return what the rules rest on for everybody who applies, as the draft stands; each fact of a person once.

    ``abouts`` says what each person is in this application: a kind of paper that cannot be about such a person is
    left out, and so is a person who is not named there.
    """
    found: dict[tuple[int, str], ToProve] = {}
    for person in persons_in(application):
        known = facts.build(application=application, person=person, on=on)
        for proof in proofs(rules.assess(known, as_of=on, routes=[route]), route):
            for each in translated(proof, abouts):
                found.setdefault((each.person, each.fact), each)
    return list(found.values())


def translated(proof: Proof, abouts: Mapping[int, About]) -> Iterator[ToProve]:
    """Yield a proof in the portal's words, where it is about somebody it knows."""
    number = proof.person.removeprefix("p")
    person = int(number) if number.isdigit() else 0
    kinds = kinds_of(proof.papers, abouts[person]) if person in abouts else ()
    if kinds:
        yield ToProve(person, proof.fact, kinds, proof.law, proof.hungarian)


def kinds_of(papers: Sequence[str], about: About) -> tuple[str, ...]:
    """Return the kinds of documents.kinds that papers of the rules are, as far as they can be about such a person."""
    fitting = (
        next((kind for kind in KINDS_OF_PAPER.get(paper, (paper,)) if kind in KIND and about in KIND[kind].about), "")
        for paper in papers
    )
    return tuple(dict.fromkeys(filter(None, fitting)))
