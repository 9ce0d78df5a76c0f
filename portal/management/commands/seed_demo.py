"""`manage.py seed_demo`: invented cases in every state, so that the portal can be looked at and tried.

Runs once: what is there is left alone, what an interrupted run left out is made. Never in production.
The front door has it since only the form knows its own version.
"""

import fcntl
import os
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from applications.demo import accounts
from applications.demo.cases import QUICK, rest
from applications.demo.seeding import Plan, Seeding
from applications.demo.stock import Stock
from portal.public.step import form_version

BATCH = 8
SHORTEST_PAUSE, LONGEST_PAUSE = 0.25, 3.0
"""Seconds. SQLite's waiting writers look every tenth of a second whether it is their turn."""


class Breathing:
    """Pauses after each commit for as long as it took, so that whoever waits to write gets in.

    A lower priority of the process would do harm: it would hold the database's lock for longer.
    """

    def __init__(self) -> None:
        self.since = time.monotonic()

    def __call__(self) -> None:
        """Pause."""
        taken = time.monotonic() - self.since
        time.sleep(min(max(taken, SHORTEST_PAUSE), LONGEST_PAUSE))
        self.since = time.monotonic()


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the only demo run of this data folder; a second one waits until the first has ended."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class Command(BaseCommand):
    """Makes demo accounts, offices, times, and cases in every state."""

    help = "Make the demo accounts, offices and cases; once, and never in production."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how much is to be made."""
        parser.add_argument(
            "--quick",
            nargs="?",
            type=int,
            const=len(QUICK),
            metavar="N",
            help="only the first N cases, one in each important state",
        )
        parser.add_argument("--rest", action="store_true", help="the cases after those, giving way to everybody else")

    def handle(self, *_args: object, **options: int | bool | None) -> None:
        """Make what was asked for; without a choice everything."""
        if settings.PRODUCTION:
            raise CommandError("Demo data has no place in production (HONPOLGAR_MODE=production).")
        quick, only_rest = options["quick"], bool(options["rest"])
        with alone(settings.DATA_DIR / "demo.lock"):
            self._make(quick if quick is None else int(quick), only_rest=only_rest)

    def _make(self, quick: int | None, *, only_rest: bool) -> None:
        with translation.override("hu"):
            accounts.see_to_accounts()
            accounts.see_to_slots()
        seeding = Seeding(
            Stock(settings.DATA_DIR),
            form_version=form_version(),
            threads=1 if only_rest else max(2, os.cpu_count() or 1),
            breathe=Breathing() if only_rest else lambda: None,
        )
        made = 0
        if not only_rest:
            made += seeding.make(QUICK[: quick if quick is not None else len(QUICK)], made_one=self._told)
            made += seeding.brothers_draft()
        if only_rest or quick is None:
            made += self._make_rest(seeding)
        self.stdout.write(f"{made} demo cases made." if made else "The demo cases are there.")

    def _make_rest(self, seeding: Seeding) -> int:
        """Make the rest a few at a time, with a pause after each commit."""
        made, cases = 0, rest()
        while batch := list(islice(cases, BATCH)):
            made += seeding.make(batch, made_one=self._told)
        return made

    def _told(self, plan: Plan) -> None:
        self.stdout.write(f"{plan.case.state:<22} {plan.made.applicant.home_name} ({plan.made.country})")
