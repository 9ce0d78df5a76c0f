"""The names of facts and of papers, as a person says them: 'people.mother.born.on' is the mother's date of birth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rules.case import lines
from rules.dates import Span
from rules.facts import Facts
from rules.people import split, value_at
from rules.words import COUNTRIES, relation_words, shown_day, translate

FACTS: Final[Mapping[str, str]] = {
    "as_of": "the day of filing",
    "name": "name",
    "sex": "sex",
    "born": "birth",
    "born.on": "date of birth",
    "born.place": "place of birth",
    "born.area": "county or country of birth",
    "died": "date of death",
    "parents": "parents",
    "parents_married": "whether the parents were married",
    "children": "children",
    "citizenships": "citizenships",
    "citizenship_promised": "promised citizenship",
    "residences": "residences",
    "marriages": "marriages",
    "refugee": "refugee status",
    "capacity": "legal capacity",
    "hungarian": "knowledge of Hungarian",
    "convictions": "convictions",
    "prosecution": "criminal proceedings in Hungary",
    "prosecution_abroad": "criminal proceedings abroad",
    "security_objection": "objection of the security services",
    "livelihood": "livelihood",
    "home": "home",
    "exam": "examination",
    "hungarian_diploma": "diploma in Hungarian",
    "oath": "oath",
    "grant.on": "day of the grant",
    "grant.summons_delivered": "day the summons was delivered",
    "grant.oath_due": "day set for the oath",
    "grant.place_changes": "changes of the place of the oath",
    "grant.identity_matches": "identity at the oath",
    "grant.own_fault": "own fault in the delay",
    "wants.renounce": "wish to renounce",
    "domicile_right": "domicile right (illetőség)",
    "events": "events that can change a citizenship",
    "applies_with": "who applies together",
    "consent_of": "who consents",
    "custody": "who has parental authority",
    "probable_origin": "reliance on probable origin",
    "spouse_statement": "the spouse's statement",
    "registered_in_hungary": "registration in Hungary",
    "acquired_by_fraud": "how citizenship was acquired",
    "health_exempt": "exemption on grounds of health",
    "important_interest": "important interest of Hungary",
    "hungarian_diploma_country": "country of the Hungarian diploma",
    "acquired_by_fraud.acquired_on": "day on which citizenship was acquired",
    "acquired_by_fraud.false_statement": "false statement when citizenship was acquired",
}
# What is asked of one entry of a list: of the second marriage, its first day.
PARTS: Final[Mapping[str, str]] = {
    "from": "first day",
    "to": "last day",
    "until": "last day",
    "on": "day",
    "place": "place",
    "area": "area",
    "acquired_by": "how it was acquired",
    "kind": "kind",
    "by": "by whom",
    "country": "country",
    "lost_by": "how it was lost",
    "ended_by": "how it ended",
    "person": "who",
}
PAPERS: Final[Mapping[str, str]] = {
    "address_card": "address card",
    "address_register_extract": "extract from the address register",
    "adoption_decision": "decision on the adoption",
    "army_record": "army record",
    "birth_certificate": "birth certificate",
    "census": "record of a census or of an address",
    "church_register": "extract from a church register",
    "citizenship_certificate": "certificate of citizenship",
    "court_certificate": "certificate of the court",
    "court_judgment": "judgment of a court",
    "court_order": "court order",
    "criminal_record_extract": "extract from the criminal record",
    "death_certificate": "death certificate",
    "deprivation_decision": "decision on the deprivation of citizenship",
    "diploma": "diploma",
    "dismissal_document": "document of dismissal from citizenship",
    "document_examination": "examination of the document",
    "domicile_right_certificate": "certificate of domicile right",
    "employment_contract": "contract of employment",
    "exam_certificate": "certificate of the examination",
    "foreign_authority_certificate": "certificate of a foreign authority",
    "grant_document": "document of the grant",
    "host_statement": "statement of the host",
    "identity_card": "identity card",
    "income_certificate": "certificate of income",
    "marriage_certificate": "marriage certificate",
    "medical_certificate": "medical certificate",
    "naturalisation_document": "document of naturalisation",
    "official_language_remark": "remark of the official who heard the language",
    "parental_consent": "consent of the parents",
    "passport": "passport",
    "pension_decision": "decision on the pension",
    "refugee_decision": "decision on refugee status",
    "rental_contract": "rental contract",
    "renunciation_declaration": "declaration of renunciation",
    "resettlement_record": "record of the resettlement",
    "residence_permit": "residence permit",
    "school_certificate": "school certificate",
    "security_opinion": "opinion of the security services",
    "spouse_statement": "the spouse's statement",
    "stateless_decision": "decision on statelessness",
    "statement_of_interest": "statement of the important interest",
    "summons_receipt": "receipt of the summons",
    "title_deed": "title deed",
    "work_book": "work or servant's book",
}


def paper_name(kind: str, language: str) -> str:
    """The name of a kind of paper; a kind without a name is said as it is written."""
    return translate(PAPERS[kind], language) if kind in PAPERS else kind.replace("_", " ")


class _Family:
    """The words for one case in one language, each found once: an explanation names the same facts again and again."""

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts = facts
        self.language = language
        self._lines = lines(facts)
        self._people: dict[str, str] = {}
        self._facts: dict[str, str] = {}
        self._values: dict[str, str] = {}

    def person(self, person: str) -> str:
        found = self._people.get(person)
        if found is None:
            found = self._people[person] = self._person(person)
        return found

    def _person(self, person: str) -> str:
        line = self._lines.get(person)
        relation = relation_words(line, self.language) if line is not None else ""
        known = self.facts.people.get(person)
        name = known.name if known is not None and known.name else ""
        if name and relation:
            return f"{name} ({relation})"
        return name or relation or person

    def fact(self, path: str) -> str:
        found = self._facts.get(path)
        if found is None:
            person, fact = split(self.facts.people, path)
            words = _fact(fact, self.language)
            found = self._facts[path] = f"{self.person(person)} – {words}" if person else words
        return found

    def value(self, path: str) -> str:
        found = self._values.get(path)
        if found is None:
            value = value_at(self.facts, *split(self.facts.people, path))
            found = self._values[path] = _shown(value, self.language)
        return found


def _family(facts: Facts, language: str) -> _Family:
    family = facts.spoken.get(language)
    if not isinstance(family, _Family):
        family = facts.spoken[language] = _Family(facts, language)
    return family


def person_name(facts: Facts, person: str, language: str) -> str:
    """A person by the line from the applicant, after the name where there is one."""
    return _family(facts, language).person(person)


def fact_name(facts: Facts, path: str, language: str) -> str:
    """A fact and whose it is: "the applicant's mother – date of birth"."""
    return _family(facts, language).fact(path)


def _fact(fact: str, language: str) -> str:
    """The fact without its owner; of a list also which entry, and what of it."""
    if fact in FACTS:
        return translate(FACTS[fact], language)
    first, *rest = fact.split(".")
    words = translate(FACTS[first], language) if first in FACTS else first.replace("_", " ")
    for step in rest:
        if step.isdecimal() and len(step) < _LONG:
            words = f"{words} ({int(step) + 1})"
        else:
            words = f"{words}, {translate(PARTS[step], language) if step in PARTS else step.replace('_', ' ')}"
    return words


_LONG: Final = 6


def value_words(facts: Facts, path: str, language: str) -> str:
    """What the facts say at a path where that can be said in a word or two, else ''."""
    return _family(facts, language).value(path)


def _shown(value: object, language: str) -> str:
    if isinstance(value, Span):
        return shown_day(value.text(), language)
    if isinstance(value, bool):
        return translate("yes", language) if value else translate("no", language)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        words = [_shown(item, language) for item in value]
        return "; ".join(words) if all(words) else ""
    return _entry(value, language)


def _entry(value: object, language: str) -> str:
    """An entry of a list by its state and days: 'Hungary, 1 June 1901 – 26 July 1921'."""
    country = getattr(value, "country", None)
    if not isinstance(country, str):
        return ""
    words = translate(COUNTRIES.get(country, country), language)
    since, end = getattr(value, "since", None), getattr(value, "to", None)
    if isinstance(since, Span) or isinstance(end, Span):
        shown = [shown_day(each.text(), language) if isinstance(each, Span) else "…" for each in (since, end)]
        words = f"{words}, {' – '.join(shown)}"
    return words
