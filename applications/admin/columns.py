"""What a case looks like in a list: tags that do not speak by colour alone, due days in words."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from applications.casework.workflow import STATE, TURN_STAFF, Turn
from applications.family.days import short_day
from applications.intake.models import Application


def tag(tone: str, words: object) -> SafeString:
    """Return words as a tag in one of the tones of the style sheet (ok, look, stop, wait, none)."""
    return format_html('<span class="tag tag--{}">{}</span>', tone, words)


def name_column(case: Application) -> str:
    """The applicant's name, or a dash where none is known yet."""
    return case.applicant.full_name or "–"


def born_column(case: Application) -> str:
    """The applicant's date of birth as it is known."""
    return short_day(case.applicant.born_on) or "–"


def state_column(case: Application) -> SafeString:
    """The office's name of the state, as a tag."""
    state = STATE[case.state]
    return tag(state.tone, state.staff)


def turn_column(case: Application) -> str:
    """Who must act now, in two words."""
    return str(TURN_STAFF[Turn(case.waits_for)])


def day_column(at: datetime | None) -> str:
    """The day of an instant in the installation's time zone."""
    return date_format(timezone.localtime(at), "SHORT_DATE_FORMAT") if at else "–"


def due_column(case: Application, today: date) -> str:
    """The due day; where it is over or near, as a tag that says so."""
    if case.due_on is None or case.closed_at is not None:
        return "–"
    days = (case.due_on - today).days
    day = date_format(case.due_on, "SHORT_DATE_FORMAT")
    if days < 0:
        return tag("stop", _("%(day)s, %(days)d days late") % {"day": day, "days": -days})
    if days <= 7:  # noqa: PLR2004 - a week is near
        return tag("look", day)
    return day
