"""Write a set of papers of many countries, years and layouts into a folder, genuine and forged, with their truth."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from random import Random

from django.core.management.base import BaseCommand

from applications.demo.copies import CHANGES, copy_file
from applications.demo.forgeries import NothingToForgeError
from applications.demo.paper_set import FORGED_EVERY, Truth, paper_file

COPY_EVERY = 10


class Command(BaseCommand):
    """Make papers: pictures, and truth.jsonl with a line for each."""

    help = (
        "Draws papers, scans or photographs them, forges some, copies some with changes; the same seed, the same files."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Folder, seed and number."""
        parser.add_argument("out", type=Path, help="the folder to write into; made where it is missing")
        parser.add_argument("--seed", default="1")
        parser.add_argument("--count", type=int, default=40)

    def handle(self, *_args: object, **options: object) -> None:
        """Write the papers and say how many."""
        out, count, seed = options["out"], options["count"], str(options["seed"])
        if not isinstance(out, Path) or not isinstance(count, int):
            raise TypeError("the folder is a path and --count a number")
        out.mkdir(parents=True, exist_ok=True)
        with (out / "truth.jsonl").open("w", encoding="utf-8") as lines:
            for number in range(count):
                truth, data = _paper(seed, number)
                name = f"{number:05}-{truth.form}.jpg"
                (out / name).write_bytes(data)
                lines.write(json.dumps({"number": number, "file": name, **asdict(truth)}, ensure_ascii=False) + "\n")
        print(f"{count} papers in {out}")


def _paper(seed: str, number: int) -> tuple[Truth, bytes]:
    """Every tenth paper nearly is an earlier one; of the others every eighth is forged."""
    rng = Random(f"{seed}/copies/{number}")  # noqa: S311 - not for secrets
    while number % COPY_EVERY == COPY_EVERY - 1:
        earlier = rng.randrange(number)
        if earlier % COPY_EVERY == COPY_EVERY - 1 or earlier % FORGED_EVERY == FORGED_EVERY - 1:
            continue
        try:
            return copy_file(seed, earlier, rng.choice(CHANGES))
        except NothingToForgeError:
            continue
    return paper_file(seed, number)
