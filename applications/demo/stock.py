"""The stock of the demo: some forty distinct papers of thirteen families, drawn once and kept in the data folder.

Two hundred cases share them, as cousins share the certificate of one great-grandfather; so each is
checked once, by its SHA-256.
"""

import json
import multiprocessing
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from applications.demo.drawing import paper_file
from applications.demo.families import family
from applications.demo.people import Family, Paper, Trouble

SEED = 1848
DAY = date(2024, 6, 3)
EDITION = "1"
"""Part of the folder's name: to be raised when drawings change, so that kept papers are drawn anew."""


@dataclass(frozen=True)
class Entry:
    """A family of the stock: its number under SEED, what is planted, how many papers are kept beside the identity."""

    number: int
    troubles: tuple[Trouble, ...] = ()
    papers: int = 2


ILONA = Entry(2772, papers=9)
ENTRIES = (
    ILONA,
    Entry(42, papers=1),
    Entry(1, papers=1),
    Entry(52, (Trouble.PASSPORT_BIRTH_DATE,)),
    Entry(44),
    Entry(6, (Trouble.PASSPORT_EXPIRED,), papers=1),
    Entry(48, (Trouble.ENCRYPTED,), papers=3),
    Entry(29, (Trouble.BLURRED,), papers=3),
    Entry(67, (Trouble.PASSPORT_ALTERED,)),
    Entry(82, (Trouble.CONSENT_MISSING,), papers=3),
    Entry(363, (Trouble.MISSING_LINK,), papers=1),
    Entry(30),
    Entry(5, (Trouble.NEVER_HUNGARIAN,), papers=1),
)
_FIRST_KINDS = ("passport", "id_card", "photo", "cv_handwritten", "consent_of_parent")


@cache
def stock_family(place: int) -> Family:
    """Family ``place`` of ENTRIES with the papers that the stock keeps of it."""
    entry = ENTRIES[place]
    country = "RO" if Trouble.NEVER_HUNGARIAN in entry.troubles else None
    made = family(SEED, entry.number, country=country, troubles=entry.troubles, filed_on=DAY)
    made.papers = _kept(made, entry)
    return made


def _kept(made: Family, entry: Entry) -> list[Paper]:
    """The identity paper, whatever was planted, the applicant's own record, and the ancestor's."""
    if entry is ILONA:
        about = {*made.line, made.spouse}
        return [paper for paper in made.papers if paper.about in about and paper.kind != "consent_of_parent"]
    identity = [paper for paper in made.papers if paper.kind in ("passport", "id_card")]
    spoilt = [paper for paper in made.papers if paper.trouble and paper not in identity]
    records = [paper for paper in made.papers if paper.kind not in _FIRST_KINDS and not paper.translation_of]
    ancestors = [paper for paper in records if paper.about == made.line[-1]]
    own = [paper for paper in records if paper.about == "applicant"]
    chosen: list[Paper] = []
    for paper in (*spoilt, *ancestors, *own):
        if paper not in chosen:
            chosen.append(paper)
    return [*identity, *chosen[: entry.papers]]


class Stock:
    """The drawn files in a folder: made where they are missing, read where they are there."""

    def __init__(self, data_folder: Path) -> None:
        self.folder = data_folder / f"demo-papers-{EDITION}"

    def path(self, made: Family, paper: Paper) -> Path:
        """Where the file of a paper lies; what is written on it lies beside it as JSON."""
        return self.folder / f"{made.number:04}-{paper.name}"

    def content(self, made: Family, paper: Paper) -> bytes:
        """The bytes of a paper; ``paper.values`` then says what is written on it."""
        path = self.path(made, paper)
        if not path.exists():
            self.draw([(made, paper)])
        paper.values.update(json.loads(path.with_name(f"{path.name}.json").read_text(encoding="utf-8")))
        return path.read_bytes()

    def draw(self, wanted: Iterable[tuple[Family, Paper]]) -> int:
        """Draw what is missing of the papers wanted, on all processors; return how many were drawn."""
        missing = {self.path(*pair): pair for pair in wanted if not self.path(*pair).exists()}
        if not missing:
            return 0
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if len(missing) < 4:
            for path, (made, paper) in missing.items():
                _draw_into(path, made, paper)
            return len(missing)
        with ProcessPoolExecutor(os.cpu_count(), mp_context=multiprocessing.get_context("spawn")) as pool:
            list(pool.map(_draw_into, missing, *zip(*missing.values(), strict=True)))
        return len(missing)


def _draw_into(path: Path, made: Family, paper: Paper) -> None:
    """Draw one file; it appears whole or not at all."""
    content = paper_file(made, paper)
    beside = path.with_name(f"{path.name}.json")
    beside.write_text(json.dumps(paper.values, ensure_ascii=False), encoding="utf-8")
    half = path.with_name(f"{path.name}.part")
    half.write_bytes(content)
    half.replace(path)


def all_papers() -> list[tuple[Family, Paper]]:
    """Every paper of the stock with its family."""
    return [(made, paper) for made in map(stock_family, range(len(ENTRIES))) for paper in made.papers]
