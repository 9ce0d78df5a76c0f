"""The rows of the queue, drawn at once: cell by cell, Django's own list spends most of a page on them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils import timezone
from django.utils.dateformat import format as written
from django.utils.formats import get_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from applications.admin.columns import due_column, tag
from applications.casework.workflow import STATES, TURN_STAFF
from applications.family.days import WHOLE
from applications.intake.models import Application

ROW = (
    '<tr><td class="action-checkbox"><input type="checkbox" name="_selected_action" value="{}" class="action-select" '
    'aria-label="{}"></td><th scope="row" class="field-reference"><a href="{}">{}</a></th>'
    '<td class="field-applicant_name">{}</td><td class="field-born">{}</td><td class="field-state_tag">{}</td>'
    '<td class="field-turn">{}</td><td class="field-due">{}</td><td class="field-caseworker">{}</td>'
    '<td class="field-submitted">{}</td></tr>'
)


def rows(cases: Iterable[Application], *, pattern: str, with_boxes: bool, today: date) -> Iterator[SafeString]:
    """Yield a table row for each case; ``pattern`` is the address of the case page with {} for the number.

    The words of states and turns are looked up once a page, not once a cell.
    """
    states: Mapping[str, SafeString] = {state.id: tag(state.tone, state.staff) for state in STATES}
    turns = {turn.value: escape(words) for turn, words in TURN_STAFF.items()}
    short = get_format("SHORT_DATE_FORMAT")
    row = ROW if with_boxes else ROW[: ROW.index("<td")] + ROW[ROW.index("<th") :]
    for case in cases:
        box = (case.pk, case.reference) if with_boxes else ()
        yield format_html(
            row,
            *box,
            pattern.format(case.pk),
            case.reference,
            case.applicant.full_name or "–",
            born(case.applicant.born_on, short),
            states[case.state],
            turns[case.waits_for],
            due_column(case, today),
            str(case.caseworker or "–"),
            written(timezone.localtime(case.submitted_at), short) if case.submitted_at else "–",
        )


def born(iso: str, short: str) -> str:
    """Return a date of birth in the short form of the page; one that is cut short as it is known."""
    return written(date.fromisoformat(iso), short) if len(iso) == WHOLE else iso or "–"
