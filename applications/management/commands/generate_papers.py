"""Write invented families and their papers into a folder, with the truth about each beside them."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from applications.demo.drawing import paper_file
from applications.demo.families import COUNTRIES, family
from applications.demo.people import Trouble, truth
from applications.demo.plans import TooManyTroublesError


class Command(BaseCommand):
    """Generate families: one folder each, with truth.json and the files of their papers."""

    help = "Invents families of the Carpathian basin and the diaspora and draws their papers; the same seed, the same files."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Seed, folder, number of families, and what to plant."""
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--out", type=Path, required=True, help="the folder to write into; made where it is missing"
        )
        parser.add_argument("--families", type=int, default=5)
        parser.add_argument("--country", choices=sorted(COUNTRIES), help="only families whose members live there today")
        parser.add_argument("--trouble", choices=[each.value for each in Trouble], action="append", default=[])

    def handle(self, *_args: object, **options: object) -> None:
        """Write the families and say what was written."""
        out, seed = options["out"], options["seed"]
        if not isinstance(out, Path) or not isinstance(seed, int):
            raise TypeError("--out is a folder and --seed a number")
        troubles = tuple(Trouble(name) for name in options["trouble"])  # type: ignore[attr-defined]  # a list of choices
        country = str(options["country"]) if options["country"] else None
        for number in range(int(str(options["families"]))):
            try:
                made = family(seed, number, country=country, troubles=troubles)
            except TooManyTroublesError as error:
                raise CommandError(str(error)) from error
            folder = out / f"family-{number:04}"
            folder.mkdir(parents=True, exist_ok=True)
            for paper in made.papers:
                (folder / paper.name).write_bytes(paper_file(made, paper))
            (folder / "truth.json").write_text(json.dumps(truth(made), ensure_ascii=False, indent=1), encoding="utf-8")
            print(f"{folder}: {made.applicant.home_name}, {made.country}, {len(made.papers)} papers")
