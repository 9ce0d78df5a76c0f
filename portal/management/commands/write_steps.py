"""Writes docs/steps.md: every page of the form with its fields, from the declarations."""

from collections.abc import Iterator

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from portal.public.step import Step, all_steps
from portal.public.steps import SECTIONS

PATH = settings.BASE_DIR / "docs" / "steps.md"


class Command(BaseCommand):
    """Writes the list of pages."""

    help = "Write docs/steps.md from the declared pages of the form."

    def handle(self, **_options: object) -> None:
        """Write the file."""
        PATH.write_text(written(), encoding="utf-8")


def written() -> str:
    """Return the list of pages as Markdown."""
    with translation.override("en"):
        return "\n".join(lines()) + "\n"


def lines() -> Iterator[str]:
    """Yield the lines: a table a section."""
    yield "# The pages of the form"
    yield ""
    yield "Written by `manage.py write_steps` from `portal/public/steps/`. Addresses: `/apply/<reference>/<page>/` for the"
    yield "applicant, `/apply/<reference>/<person>/<page>/` for others. A field `a` has the id `id_a`; a date has"
    yield "`a_year`, `a_month`, `a_day`; a place keeps its gazetteer id in `a_place`; item 2 of a list has `a_2`, and `items`"
    yield "counts them. Buttons are called `go`: `next`, `later`, `more`; `remove` takes an item out. *shared*: the answers belong to the"
    yield "family, not to one application. *settles*: the page is left out while none of these facts about the person can change"
    yield "what the law says (`*`: any of them); the data sheet wants it of those named all the same, and with saved answers it stays."
    for section in SECTIONS:
        yield from (
            "",
            f"## {section.title} (`{section.id}`)",
            "",
            "| page | about | question | fields |",
            "| --- | --- | --- | --- |",
        )
        yield from (row(step) for step in all_steps().values() if step.section == section.id)


def row(step: Step) -> str:
    """Return a page's line in its table; fields in brackets may be left out."""
    fields = [f"`{name}`" if field.required else f"[`{name}`]" for name, field in step.form.all_fields()]
    shared = (", shared" if step.shared else "") + (f", {settling(step)}" if step.settles else "")
    title = str(step.form.title) % {"who": "…"} if "%(who)s" in str(step.form.title) else str(step.form.title)
    return f"| `{step.id}` | {step.about}{shared} | {title} | {' '.join(fields)} |"


def settling(step: Step) -> str:
    """Return which facts a page is asked for alone, and of whom the sheet wants it all the same."""
    facts = " ".join(f"`{fact}`" for fact in step.settles)
    return f"settles {facts}" + (f" (sheet: {step.sheet.words})" if step.sheet.words else "")
