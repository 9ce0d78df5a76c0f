"""A small atlas of the demo room: towns, their names in each language and the state a record was made in.

Own general knowledge, kept apart from the gazetteer of the rules on purpose.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

State = Literal["HU", "RO", "YU", "CS", "SU", "RS", "SK", "UA", "US", "CA", "DE", "AR", "AU", "IL", "AT", "MD"]

# Civil administration in fact, not the treaties: a registrar wrote in the language of whoever paid him.
HUNGARY_LEFT = date(1919, 6, 1)
HUNGARY_AWAY_AGAIN = date(1944, 10, 15)


@dataclass(frozen=True)
class Town:
    """One settlement: its names, today's administrative area and the dates Hungary ruled it again.

    ``names`` maps a language ('hu', 'ro', 'sr', 'sk', 'uk', 'en', 'de', 'es') to the name in that language;
    ``area`` is an ISO 3166-2 code, ``megye`` the county of the Kingdom ('' outside of it).
    """

    key: str
    names: dict[str, str]
    area: str
    megye: str = ""
    regained: date | None = None
    older: tuple[tuple[date, str], ...] = field(default=())

    @property
    def country(self) -> str:
        """ISO 3166-1 code of today's country."""
        return self.area[:2]

    @property
    def hungarian(self) -> str:
        """The Hungarian name, or the local one where Hungarian has none of its own."""
        return self.names.get("hu") or self.local

    @property
    def local(self) -> str:
        """Today's name in the language of the country, in the script its registrars use."""
        return self.names[OFFICIAL.get(self.country, "en")]

    def state_on(self, day: date) -> State:
        """Which state kept the register here on ``day``."""
        if self.megye and (day < HUNGARY_LEFT or self.ruled_again_on(day)):
            return "HU"
        return _state_since_trianon(self.country, day)

    def ruled_again_on(self, day: date) -> bool:
        """Was the town under Hungarian rule a second time, between an award and the autumn of 1944?"""
        return self.regained is not None and self.regained <= day < HUNGARY_AWAY_AGAIN

    def name_on(self, day: date) -> str:
        """The name a registrar wrote on ``day``."""
        if self.state_on(day) == "HU":
            return self.hungarian
        for until, name in self.older:
            if day < until:
                return name
        return self.local


OFFICIAL = {"HU": "hu", "RO": "ro", "RS": "sr", "SK": "sk", "UA": "uk", "AT": "de", "DE": "de", "AR": "es", "MD": "ro"}
_HEIRS: dict[str, tuple[tuple[date, State], ...]] = {
    "RS": ((date(2006, 6, 5), "YU"),),
    "SK": ((date(1993, 1, 1), "CS"),),
    "UA": ((date(1944, 10, 15), "CS"), (date(1991, 8, 24), "SU")),
}
_TODAY: dict[str, State] = {
    "RO": "RO", "RS": "RS", "SK": "SK", "UA": "UA", "HU": "HU", "US": "US", "CA": "CA",
    "DE": "DE", "AR": "AR", "AU": "AU", "IL": "IL", "AT": "AT", "MD": "MD",
}  # fmt: skip


def _state_since_trianon(country: str, day: date) -> State:
    for until, state in _HEIRS.get(country, ()):
        if day < until:
            return state
    return _TODAY[country]


_NORTH = date(1940, 9, 10)
_FELVIDEK = date(1938, 11, 8)
_RUTHENIA = date(1939, 3, 18)
_DELVIDEK = date(1941, 4, 16)
_RO_RENAMED = date(1974, 10, 16)


def _ro(key: str, hungarian: str, romanian: str, area: str, megye: str, regained: date | None = _NORTH) -> Town:
    older = ((_RO_RENAMED, "Cluj"),) if key == "kolozsvar" else ()
    return Town(key, {"hu": hungarian, "ro": romanian}, f"RO-{area}", megye, regained, older)


def _rs(key: str, hungarian: str, serbian: str, area: str, megye: str, regained: date | None = _DELVIDEK) -> Town:
    older: tuple[tuple[date, str], ...] = ()
    if key == "nagybecskerek":
        older = ((date(1935, 2, 18), "Veliki Bečkerek"), (date(1946, 10, 2), "Petrovgrad"))
    return Town(key, {"hu": hungarian, "sr": serbian}, f"RS-{area}", megye, regained, older)


def _sk(key: str, hungarian: str, slovak: str, area: str, megye: str, regained: date | None = _FELVIDEK) -> Town:
    return Town(key, {"hu": hungarian, "sk": slovak}, f"SK-{area}", megye, regained)


def _ua(key: str, hungarian: str, czech: str, ukrainian: str, megye: str, regained: date = _FELVIDEK) -> Town:
    older = ((date(1944, 10, 15), czech), *(((date(1946, 6, 25), "Севлюш"),) if key == "nagyszolos" else ()))
    return Town(key, {"hu": hungarian, "uk": ukrainian}, "UA-21", megye, regained, older)


def _hu(key: str, hungarian: str, area: str, megye: str) -> Town:
    return Town(key, {"hu": hungarian}, f"HU-{area}", megye)


TOWNS = {
    town.key: town
    for town in (
        _ro("kolozsvar", "Kolozsvár", "Cluj-Napoca", "CJ", "Kolozs"),
        _ro("torda", "Torda", "Turda", "CJ", "Torda-Aranyos", None),
        _ro("marosvasarhely", "Marosvásárhely", "Târgu Mureș", "MS", "Maros-Torda"),
        _ro("szovata", "Szováta", "Sovata", "MS", "Maros-Torda"),
        _ro("szekelyudvarhely", "Székelyudvarhely", "Odorheiu Secuiesc", "HR", "Udvarhely"),
        _ro("korond", "Korond", "Corund", "HR", "Udvarhely"),
        _ro("csikszereda", "Csíkszereda", "Miercurea Ciuc", "HR", "Csík"),
        _ro("gyergyoszentmiklos", "Gyergyószentmiklós", "Gheorgheni", "HR", "Csík"),
        _ro("sepsiszentgyorgy", "Sepsiszentgyörgy", "Sfântu Gheorghe", "CV", "Háromszék"),
        _ro("kezdivasarhely", "Kézdivásárhely", "Târgu Secuiesc", "CV", "Háromszék"),
        _ro("nagyvarad", "Nagyvárad", "Oradea", "BH", "Bihar"),
        _ro("szatmarnemeti", "Szatmárnémeti", "Satu Mare", "SM", "Szatmár"),
        _ro("zilah", "Zilah", "Zalău", "SJ", "Szilágy"),
        _ro("arad", "Arad", "Arad", "AR", "Arad", None),
        _ro("temesvar", "Temesvár", "Timișoara", "TM", "Temes", None),
        _ro("deva", "Déva", "Deva", "HD", "Hunyad", None),
        Town("jasi", {"hu": "Jászvásár", "ro": "Iași"}, "RO-IS"),
        _rs("szabadka", "Szabadka", "Subotica", "01", "Bács-Bodrog"),
        _rs("topolya", "Topolya", "Bačka Topola", "01", "Bács-Bodrog"),
        _rs("zenta", "Zenta", "Senta", "03", "Bács-Bodrog"),
        _rs("magyarkanizsa", "Magyarkanizsa", "Kanjiža", "03", "Bács-Bodrog"),
        _rs("zombor", "Zombor", "Sombor", "05", "Bács-Bodrog"),
        _rs("ujvidek", "Újvidék", "Novi Sad", "06", "Bács-Bodrog"),
        _rs("temerin", "Temerin", "Temerin", "06", "Bács-Bodrog"),
        _rs("nagybecskerek", "Nagybecskerek", "Zrenjanin", "02", "Torontál", None),
        _sk("dunaszerdahely", "Dunaszerdahely", "Dunajská Streda", "TA", "Pozsony"),
        _sk("komarom", "Komárom", "Komárno", "NI", "Komárom"),
        _sk("ersekujvar", "Érsekújvár", "Nové Zámky", "NI", "Nyitra"),
        _sk("losonc", "Losonc", "Lučenec", "BC", "Nógrád"),
        _sk("rimaszombat", "Rimaszombat", "Rimavská Sobota", "BC", "Gömör és Kis-Hont"),
        _sk("rozsnyo", "Rozsnyó", "Rožňava", "KI", "Gömör és Kis-Hont"),
        _sk("kassa", "Kassa", "Košice", "KI", "Abaúj-Torna"),
        _ua("ungvar", "Ungvár", "Užhorod", "Ужгород", "Ung"),
        _ua("munkacs", "Munkács", "Mukačevo", "Мукачево", "Bereg"),
        _ua("beregszasz", "Beregszász", "Berehovo", "Берегове", "Bereg"),
        _ua("nagyszolos", "Nagyszőlős", "Sevluš", "Виноградів", "Ugocsa", _RUTHENIA),
        _ua("tecso", "Técső", "Tiačevo", "Тячів", "Máramaros", _RUTHENIA),
        _hu("budapest", "Budapest", "BU", "Pest-Pilis-Solt-Kiskun"),
        _hu("szeged", "Szeged", "CS", "Csongrád"),
        _hu("debrecen", "Debrecen", "HB", "Hajdú"),
        _hu("miskolc", "Miskolc", "BZ", "Borsod"),
        _hu("gyor", "Győr", "GS", "Győr"),
        _hu("pecs", "Pécs", "BA", "Baranya"),
        _hu("mako", "Makó", "CS", "Csanád"),
        _hu("nyiregyhaza", "Nyíregyháza", "SZ", "Szabolcs"),
        Town("newyork", {"en": "New York"}, "US-NY"),
        Town("cleveland", {"en": "Cleveland"}, "US-OH"),
        Town("toronto", {"en": "Toronto"}, "CA-ON"),
        Town("buenosaires", {"es": "Buenos Aires"}, "AR-C"),
        Town("sydney", {"en": "Sydney"}, "AU-NSW"),
        Town("telaviv", {"en": "Tel-Aviv"}, "IL-TA"),
        Town("muenchen", {"hu": "München", "de": "München"}, "DE-BY"),
    )
}

COUNTIES_OF_ROMANIA = {
    "CJ": "Cluj", "MS": "Mureș", "HR": "Harghita", "CV": "Covasna", "BH": "Bihor", "SM": "Satu Mare",
    "SJ": "Sălaj", "AR": "Arad", "TM": "Timiș", "HD": "Hunedoara", "IS": "Iași",
}  # fmt: skip


def towns_of(country: str, *, kingdom_only: bool = True) -> list[Town]:
    """Towns of today's ``country`` (ISO 3166-1), by default those that belonged to the Kingdom."""
    return [town for town in TOWNS.values() if town.country == country and (town.megye or not kingdom_only)]
