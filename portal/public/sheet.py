"""The data sheet of an application: every answer on its path, in both languages, for freezing and printing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import translation

from applications.intake.models import Application
from applications.intake.sheet import Row, written_by
from portal.public.answer_lines import Line, lines_of
from portal.public.draft import Draft, open_draft
from portal.public.pages import form_for
from portal.public.step import Stop
from portal.public.steps import SECTION


@dataclass(frozen=True)
class Answered:
    """A page with its answers in words: the question of the page, whom it is about, its lines."""

    stop: Stop
    heading: str
    who: str
    lines: list[Line]

    @property
    def is_saved(self) -> bool:
        """Whether the page was answered at all."""
        return bool(self.lines)


def answered(draft: Draft) -> Iterator[Answered]:
    """Yield every page on the path in the reader's language; one that was never saved has no lines."""
    for stop in draft.stops:
        form = form_for(draft, stop) if stop.key in draft.pages else None
        heading = form.heading if form else stop.step.form(asked=stop.asked, who=draft.who(stop.asked)).heading
        lines = lines_of(form, draft.pages[stop.key]) if form else []
        yield Answered(stop, heading, draft.who(stop.asked), lines)


@dataclass(frozen=True)
class Words:
    """What one row says in one language."""

    section: str
    person: str
    label: str
    value: str


def words_in(language: str, draft: Draft) -> dict[tuple[int, str, str], Words]:
    """Return the answers in a language by person, step and field."""
    with translation.override(language):
        return {
            (*page.stop.key, line.field): Words(
                str(SECTION[page.stop.step.section].title),
                draft.name(page.stop.asked.person) or page.who,
                line.label,
                line.value,
            )
            for page in answered(draft)
            for line in page.lines
        }


@written_by
def rows(application: Application) -> list[Row]:
    """Write the sheet of an application: its answers in both languages, in the order of the form."""
    draft = open_draft(application)
    hungarian, english = words_in("hu", draft), words_in("en", draft)
    sections = {stop.step.id: stop.step.section for stop in draft.stops}
    return [
        Row(
            section=sections[step],
            section_hu=hu.section,
            section_en=english[person, step, field].section,
            person=person,
            person_hu=hu.person,
            person_en=english[person, step, field].person,
            step=step,
            field=field,
            label_hu=hu.label,
            label_en=english[person, step, field].label,
            value_hu=hu.value,
            value_en=english[person, step, field].value,
        )
        for (person, step, field), hu in hungarian.items()
    ]
