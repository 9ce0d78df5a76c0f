"""Every e-mail: its id and its subject. The words are in templates/emails/<id>.{hu,en}.html.

To add one, add a row and its two templates; a start-up check finds a missing one. The plain text is read
off the HTML (plain_text.py), so that both always say the same.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class LetterKind:
    """An e-mail that tells an applicant something; ``subject`` may hold %(reference)s."""

    id: str
    subject: str | Promise


LETTERS: tuple[LetterKind, ...] = (
    LetterKind("submitted", _("We have received your application %(reference)s")),
    LetterKind("checked", _("%(reference)s: checked, please book your visit")),
    LetterKind("taken_back", _("%(reference)s: you can correct your answers")),
    LetterKind("visit_booked", _("%(reference)s: your visit is booked")),
    LetterKind("visit_cancelled", _("%(reference)s: your visit is cancelled")),
    LetterKind("visit_reminder", _("%(reference)s: your visit is near")),
    LetterKind("filed", _("%(reference)s: your application is filed")),
    LetterKind("information_requested", _("%(reference)s: we need something from you")),
    LetterKind("request_reminder", _("%(reference)s: we are waiting for your answer")),
    LetterKind("request_cancelled", _("%(reference)s: you need not answer our request")),
    LetterKind("request_expired", _("%(reference)s: the time to answer is over")),
    LetterKind("answer_received", _("%(reference)s: your answer has arrived")),
    LetterKind("advice_requested", _("%(reference)s: we have asked another authority")),
    LetterKind("before_president", _("%(reference)s is before the President")),
    LetterKind("granted", _("%(reference)s: your application was granted")),
    LetterKind("refused", _("%(reference)s: your application was refused")),
    LetterKind("summons", _("%(reference)s: choose a day for your oath")),
    LetterKind("oath_booked", _("%(reference)s: your oath is booked")),
    LetterKind("oath_cancelled", _("%(reference)s: the oath appointment is cancelled")),
    LetterKind("citizen", _("%(reference)s: welcome, you are a Hungarian citizen")),
    LetterKind("withdrawn", _("%(reference)s: you withdrew your application")),
    LetterKind("terminated", _("%(reference)s: the procedure was terminated")),
    LetterKind("lapsed", _("%(reference)s: the grant has lapsed")),
    LetterKind("annulled", _("%(reference)s: the grant was annulled")),
)
LETTER = {letter.id: letter for letter in LETTERS}
