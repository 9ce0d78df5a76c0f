"""What the applicant is, was and lost."""

from django.utils.translation import gettext_lazy as _

from portal.inquiry.question import About, Field, Kind, Question, Told, one_of, said, when


def once_citizen(told: Told, trail: str) -> bool:
    """Whether the applicant says to have lost Hungarian citizenship."""
    return said(told, trail, "hungarian", "ever") == "once"


NATIONALITY = (
    Question(
        "hungarian",
        facts=("citizenships",),
        about=About.APPLICANT,
        title=_("Have you ever been a Hungarian citizen?"),
        hint=_("By your papers. If you only wonder whether you are one through your family, choose the last answer."),
        fields=(
            one_of(
                "ever",
                options=(
                    ("now", _("Yes, I am one today")),
                    ("once", _("Yes, but it ended")),
                    ("no", _("No, or not that I have a paper of it")),
                ),
            ),
        ),
        proof=("citizenship_certificate", "passport"),
    ),
    Question(
        "lost",
        facts=("events", "citizenships"),
        about=About.APPLICANT,
        title=_("How did your Hungarian citizenship end?"),
        hint=_("What was taken away or given up between 1947 and 1990 can often be had back by a mere declaration."),
        fields=(
            one_of(
                "how",
                _("How it ended"),
                options=(
                    ("dismissal", _("By dismissal at one’s own request")),
                    ("deprivation", _("By deprivation")),
                    ("resettlement", _("By resettlement to Germany after the war")),
                    ("renunciation", _("By renunciation")),
                    ("other", _("In another way, or I do not know")),
                ),
            ),
            when(_("When did it end?")),
        ),
        proof=("dismissal_document", "deprivation_decision", "resettlement_record"),
        worth=once_citizen,
    ),
    Question(
        "nationality",
        facts=("citizenships",),
        about=About.APPLICANT,
        title=_("Which nationality do you have today?"),
        hint=_("Beside Hungarian, if you have that."),
        fields=(
            Field("country", Kind.COUNTRY, _("Country"), optional=True),
            one_of(
                "by",
                _("How did you get it?"),
                options=(
                    ("birth", _("By birth")),
                    ("naturalisation", _("By naturalisation")),
                    ("other", _("In another way")),
                    ("none", _("I have no nationality (stateless)")),
                ),
                optional=True,
            ),
            Field("second", Kind.COUNTRY, _("A second one"), optional=True),
        ),
        proof=("passport",),
    ),
)
