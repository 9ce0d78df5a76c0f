"""What other states do when their citizen becomes a Hungarian one: advice, never a condition.

One line a state, as its law stood in November 2026. ``effect`` is a key of EFFECTS; ``sure`` is
False where the source was second-hand or the practice is unsettled, and the page says so.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.public.countries import names_in, reader_language

EFFECTS: dict[str, tuple[str | Promise, str]] = {
    "keeps": (_("you keep it"), "ok"),
    "reports": (_("you keep it, but must report it"), "look"),
    "conditions": (_("you lose it unless a condition is met"), "look"),
    "loses": (_("you lose it"), "stop"),
    "may_lose": (_("it may be taken from you"), "look"),
    "unclear": (_("unclear: ask beforehand"), "wait"),
}


@dataclass(frozen=True, slots=True)
class OtherState:
    """One state's rule: ISO code, effect, its law, the year since when, whether the source is sure."""

    code: str
    effect: str
    law: str = ""
    since: str = ""
    sure: bool = True

    @property
    def country(self) -> str:
        """The state's name in the reader's language."""
        return names_in(reader_language())[self.code]

    @property
    def words(self) -> str | Promise:
        """What happens, in words."""
        return EFFECTS[self.effect][0]

    @property
    def tone(self) -> str:
        """The tag that goes with the words: ok, look, stop or wait."""
        return EFFECTS[self.effect][1]


STATES = (
    OtherState("SK", "conditions", "Act 40/1993, section 9", "2022"),
    OtherState("UA", "unclear", "Constitution 4; Multiple Citizenship Act", "2026", sure=False),
    OtherState("AT", "conditions", "StbG §§ 27–28"),
    OtherState("DE", "keeps", "StARModG", "2024"),
    OtherState("RS", "keeps", "Citizenship Act 2004"),
    OtherState("RO", "keeps", "Act 21/1991"),
    OtherState("HR", "keeps", "Croatian Citizenship Act"),
    OtherState("SI", "keeps", "Citizenship Act", sure=False),
    OtherState("CZ", "keeps", "Act 186/2013", "2014"),
    OtherState("PL", "keeps", "Citizenship Act 2009"),
    OtherState("NL", "conditions", "RWN art. 15", sure=False),
    OtherState("US", "keeps", "INA s. 349"),
    OtherState("CA", "keeps", "Citizenship Act", "1977"),
    OtherState("AU", "keeps", "Citizenship Act", "2002"),
    OtherState("NZ", "keeps", "Citizenship Act 1977", sure=False),
    OtherState("GB", "keeps", "BNA 1981"),
    OtherState("IE", "keeps", sure=False),
    OtherState("IL", "keeps", "Nationality Law 5712-1952"),
    OtherState("JP", "loses", "Nationality Act art. 11"),
    OtherState("CN", "loses", "Nationality Law 1980 art. 3, 9", sure=False),
    OtherState("IN", "loses", "Constitution art. 9; Citizenship Act s. 9"),
    OtherState("KR", "loses", "Nationality Act art. 15", sure=False),
    OtherState("SG", "may_lose", "Constitution art. 134", sure=False),
    OtherState("RU", "reports", "Act 138-FZ", "2023", sure=False),
    OtherState("BY", "reports", sure=False),
    OtherState("MD", "keeps", "Act 1024/2000", sure=False),
    OtherState("GE", "conditions", "Organic Law on Citizenship", sure=False),
    OtherState("KZ", "loses", "Constitution art. 10", sure=False),
    OtherState("TR", "reports", "Act 5901 art. 44", sure=False),
    OtherState("FR", "keeps", "", "1973"),
    OtherState("IT", "keeps", "Act 91/1992", "1992"),
    OtherState("ES", "conditions", "CC art. 24", sure=False),
    OtherState("PT", "keeps"),
    OtherState("BE", "keeps", "", "2008", sure=False),
    OtherState("CH", "keeps", "", "1992"),
    OtherState("SE", "keeps", "", "2001"),
    OtherState("NO", "keeps", "", "2020"),
    OtherState("DK", "keeps", "", "2015"),
    OtherState("FI", "keeps", "", "2003"),
    OtherState("EE", "may_lose", "Citizenship Act s. 29", sure=False),
    OtherState("LV", "keeps", "", "2013", sure=False),
    OtherState("LT", "conditions", sure=False),
    OtherState("BG", "keeps"),
    OtherState("GR", "keeps", sure=False),
    OtherState("BA", "unclear", "Citizenship Act art. 17", sure=False),
    OtherState("ME", "conditions", "Citizenship Act", sure=False),
    OtherState("MK", "keeps", sure=False),
    OtherState("AL", "keeps"),
    OtherState("BR", "keeps", "Constitution, amendment 131", "2023", sure=False),
    OtherState("AR", "keeps"),
    OtherState("MX", "keeps", "Constitution art. 37", sure=False),
    OtherState("ZA", "keeps", "Citizenship Act s. 6", sure=False),
)


def in_reading_order() -> list[OtherState]:
    """Return the states in the order of their names in the reader's language."""
    place = {code: number for number, code in enumerate(names_in(reader_language()))}
    return sorted(STATES, key=lambda state: place[state.code])
