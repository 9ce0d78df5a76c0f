"""The papers that prove a condition: named as in the form where it knows the kind, else as the law names them."""

from collections.abc import Iterable, Mapping
from typing import Final

from applications.documents.kinds import KIND
from portal.public.countries import reader_language
from rules.names import paper_name

SAME_KIND: Final[Mapping[str, str]] = {
    "domicile_right_certificate": "domicile_certificate",
    "army_record": "military_record",
    "parental_consent": "consent_of_parent",
    "court_order": "custody_decision",
    "medical_certificate": "medical_proof",
    "diploma": "school_certificate",
}
"""Kinds of the form under other ids."""

BY_THE_OFFICE: Final = frozenset(
    {"official_language_remark", "criminal_record_extract", "court_certificate", "security_opinion"}
)
"""Papers that the authorities write or ask for themselves: nobody has to bring them."""


def paper_names(kinds: Iterable[str]) -> list[str]:
    """Return the names of the papers one has to find, each once, in the reader's language."""
    found = [name_of(kind) for kind in kinds if kind not in BY_THE_OFFICE]
    return list(dict.fromkeys(found))


def name_of(kind: str) -> str:
    """Return the name of one kind of paper."""
    known = KIND.get(SAME_KIND.get(kind, kind))
    if known:
        return str(known.title)
    words = paper_name(kind, reader_language())
    return words[:1].upper() + words[1:]
