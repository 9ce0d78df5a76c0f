"""What a citizen is asked who wonders whether citizenship can be given up."""

from django.utils.translation import gettext_lazy as _

from portal.inquiry.question import About, Question, one_of, yes_no

RENOUNCING = (
    Question(
        "registered",
        facts=("registered_in_hungary",),
        about=About.APPLICANT,
        title=_("Do you have a registered address in Hungary?"),
        hint=_("Only somebody who lives abroad can renounce Hungarian citizenship."),
        fields=(yes_no("is"),),
        proof=("address_register_extract",),
    ),
    Question(
        "another",
        facts=("citizenship_promised",),
        about=About.APPLICANT,
        title=_("Do you have another nationality?"),
        hint=_("Nobody may become stateless by renouncing."),
        fields=(
            one_of(
                "has",
                options=(
                    ("held", _("Yes")),
                    ("promised", _("No, but a state has promised me its own")),
                    ("no", _("No")),
                ),
            ),
        ),
        proof=("passport", "foreign_authority_certificate"),
    ),
)
