"""How sections of law are cited to readers of Hungarian: rules write Acts and decrees in English.

What is cited in Hungarian already (Ápt. 4. § (3), Ptk. 2:10. §) stays as it is.
"""

import re
from typing import Final

_FORMS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"Act ([IVXLCDM]+) of ([0-9]{4})(?:,(?= [0-9a]))?"), r"\2. évi \1. törvény"),
    (re.compile(r"Act of ([0-9]{4}) on suspension"), r"az állampolgárság felfüggesztéséről szóló \1. évi törvény"),
    (re.compile(r"Decree ([0-9]+)/([0-9]{4}) ME\b(?:,(?= [0-9]))?"), r"\1/\2. M. E. rendelet"),
    (re.compile(r"Decree 125/1993(?:,(?= [0-9]))?"), "125/1993. (IX. 22.) Korm. rendelet"),
    (re.compile(r"Decree ([0-9]+)/([0-9]{4})(?:,(?= [0-9]))?"), r"\1/\2. Korm. rendelet"),
    (re.compile(r"Fundamental Law ([A-Z])\(([0-9]+)\)"), r"Alaptörvény \1) cikk (\2) bekezdés"),
    (re.compile(r"Fundamental Law ([A-Z])\b"), r"Alaptörvény \1) cikk"),
    (re.compile(r"\bart\. ([0-9]+)"), r"\1. cikk"),
)


def cited(law: str, language: str) -> str:
    """Return a citation, or several in one text, as readers of a language ("hu" or "en") know them."""
    if not language.startswith("hu"):
        return law
    for form, words in _FORMS:
        law = form.sub(words, law)
    return law
