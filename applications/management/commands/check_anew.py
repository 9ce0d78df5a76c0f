"""Has the papers of open cases checked anew after the checks have changed."""

from django.core.management.base import BaseCommand

from applications import pipeline


class Command(BaseCommand):
    """Asks for the jobs; the workers do them behind what waits already. Run again it asks for nothing twice."""

    help = "Have papers of open cases checked anew that older versions of the checks examined."

    def handle(self, **_options: object) -> None:
        """Say how many papers are to be checked."""
        self.stdout.write(f"Papers to be checked anew: {pipeline.check_anew()}")
