"""Write docs/workflow.md from the table of the workflow."""

from django.conf import settings
from django.core.management.base import BaseCommand

from applications.casework.diagram import document


class Command(BaseCommand):
    """``manage.py write_workflow``."""

    help = "Writes docs/workflow.md from the table of states and transitions."

    def handle(self, *args: object, **options: object) -> None:
        """Write the page."""
        target = settings.BASE_DIR / "docs" / "workflow.md"
        target.write_text(document(), encoding="utf-8")
        self.stdout.write(f"{target.name} is written.")
