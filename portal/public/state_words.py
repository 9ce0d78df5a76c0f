"""What each state means for the applicant, what happens next, and what its due day is the last day for."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class StateWords:
    """``now`` says what is going on, ``next`` what follows, ``by`` stands before the due day ("" where none is told)."""

    now: Words
    next: Words
    by: Words = ""


BY_OFFICE = _("We lay your case before the President by")
REVIEW = StateWords(
    _("A caseworker examines your answers and papers."),
    _(
        "If everything is clear, a proposal is made and a second officer looks at it. If something is missing, we write to you."
    ),
    BY_OFFICE,
)
STATE_WORDS: Mapping[str, StateWords] = {
    "submitted": StateWords(
        _("We have your answers and papers and are checking them."),
        _("When the checks are finished we write to you, and you can book your visit."),
        _("We finish by"),
    ),
    "checked": StateWords(
        _("The checks are finished. Below you see for each paper what was found."),
        _("Book your visit: everybody who applies comes once, with the originals and the printed packet."),
        _("Book by"),
    ),
    "visit_booked": StateWords(
        _("We expect everybody who applies, with the originals and the printed packet."),
        _(
            "At the visit we look at the originals, talk with you in Hungarian, and you sign. From that day your application is filed."
        ),
    ),
    "filed": StateWords(
        _("You have signed, and the time of the procedure runs."),
        _("A caseworker takes up your case. There is nothing for you to do now."),
        BY_OFFICE,
    ),
    "information_requested": StateWords(
        _("Something is missing or not clear, and we asked you for it."),
        _("When you have answered, we go on. Until then the time of the procedure stands still."),
        _("Answer by"),
    ),
    "under_review": REVIEW,
    "advice_requested": StateWords(
        _("We have asked another authority for its opinion."),
        _("When its answer is here, we go on. Until then the time of the procedure stands still."),
    ),
    "recommended": REVIEW,
    "approved": StateWords(
        _("Our proposal is ready."),
        _("It is laid before the President of the Republic, who decides."),
        BY_OFFICE,
    ),
    "before_president": StateWords(
        _("Your case is before the President of the Republic."),
        _("The law sets no time limit for the decision. We tell you as soon as it is here."),
    ),
    "granted": StateWords(
        _("The President has granted your application."),
        _("The office where you will take the oath summons you. You become a citizen on the day of the oath."),
        _("You are summoned by"),
    ),
    "summons_sent": StateWords(
        _("You are summoned to the oath or solemn promise."),
        _("Choose a day. The year to take it runs from the day on which the summons was delivered."),
    ),
    "oath_booked": StateWords(
        _("We expect you at the time and place below."),
        _("On that day you become a Hungarian citizen. Bring a valid document that proves your identity."),
    ),
    "citizen": StateWords(
        _("Congratulations! You have taken the oath or made the promise."),
        _("Your birth and marriage are entered in the Hungarian register, and you receive an identity card. Welcome!"),
    ),
    "refused": StateWords(
        _("The President did not grant your application. No reasons are given, and there is no remedy."),
        _("You may apply again at any time, above all with new papers."),
    ),
    "withdrawn": StateWords(
        _("You withdrew your application; the procedure has ended."),
        _("You may start a new application at any time. Your family’s answers and papers are kept in your account."),
    ),
    "terminated": StateWords(
        _("We terminated the procedure. The reasons, and what you can do against it, are in the decision below."),
        _("You may apply again at any time."),
    ),
    "lapsed": StateWords(
        _("No oath was taken within the year, so the grant has lapsed."),
        _("If this was not your fault, write to the office that summoned you. You may also apply again."),
    ),
    "annulled": StateWords(
        _("The grant was annulled before the oath."),
        _("If you do not agree, write to the office where you filed the application."),
    ),
}
