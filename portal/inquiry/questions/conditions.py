"""What else the ways ask of the applicant: language, record, marriage, residence, means, examination."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.inquiry.question import About, Question, Told, one_of, said, when, yes_no


def capacity_helps(told: Told, trail: str) -> bool:
    """Whether a court's ruling could spare something the applicant lacks."""
    return said(told, trail, "language", "level") == "none" or said(told, trail, "exam", "has") == "none"


CONDITIONS = (
    Question(
        "language",
        facts=("hungarian",),
        about=About.APPLICANT,
        title=_("How well do you speak Hungarian?"),
        hint=_("It is heard in a conversation when you hand in the application. A dialect is no obstacle."),
        fields=(
            one_of(
                "level",
                options=(
                    ("well", _("Well enough for everyday conversation")),
                    ("little", _("A little")),
                    ("none", _("Not at all")),
                ),
            ),
        ),
        proof=("official_language_remark",),
    ),
    Question(
        "record",
        facts=("convictions", "prosecution"),
        about=About.APPLICANT,
        title=_("Do you have a clean record?"),
        hint=_("A conviction stops to count after some years. Nothing of this page goes into the link you can share."),
        fields=(
            one_of(
                "convicted",
                _("Convicted of a crime, in any country"),
                options=(
                    ("none", pgettext_lazy("convicted", "Never")),
                    ("spent", _("Yes, but it is spent")),
                    ("unspent", _("Yes, and it still counts")),
                ),
            ),
            one_of(
                "proceedings",
                _("Criminal proceedings going on"),
                options=(("no", _("No")), ("hungary", _("Yes, in Hungary")), ("abroad", _("Yes, in another country"))),
            ),
        ),
        proof=("criminal_record_extract",),
        private=True,
    ),
    Question(
        "capacity",
        facts=("capacity",),
        about=About.APPLICANT,
        title=_("Has a court limited your legal capacity?"),
        fields=(yes_no("ruled"),),
        proof=("court_order",),
        private=True,
        worth=capacity_helps,
    ),
    Question(
        "spouse",
        facts=("marriages",),
        about=About.APPLICANT,
        title=_("Are you married to a Hungarian citizen?"),
        fields=(
            one_of(
                "is",
                _("Your marriage"),
                options=(
                    ("citizen", _("Yes")),
                    ("widowed", _("I was, until my spouse died")),
                    ("no", _("No")),
                ),
            ),
            when(_("Since when are you married?"), hint=_("Only if you are or were.")),
        ),
        proof=("marriage_certificate", "citizenship_certificate"),
    ),
    Question(
        "children",
        facts=("children",),
        about=About.APPLICANT,
        title=_("Do you have children?"),
        fields=(
            one_of(
                "are",
                _("Children"),
                options=(
                    ("common", _("Yes, with my Hungarian spouse")),
                    ("citizen", _("Yes, one under 18 who is a Hungarian citizen, but not with a Hungarian spouse")),
                    ("none", _("None of these")),
                ),
            ),
            when(_("When was the eldest of them born?")),
        ),
        proof=("birth_certificate",),
    ),
    Question(
        "residence",
        facts=("residences",),
        about=About.APPLICANT,
        title=_("Do you live in Hungary?"),
        fields=(
            one_of(
                "where",
                _("Home in Hungary"),
                options=(
                    ("domicile", _("Yes, with a registered address (lakóhely)")),
                    ("stay", _("Yes, with a place of stay only")),
                    ("no", _("No")),
                ),
            ),
            when(_("Without a break since when?"), hint=_("Only if you live there.")),
        ),
        proof=("address_card", "residence_permit"),
    ),
    Question(
        "means",
        facts=("livelihood", "home"),
        about=About.APPLICANT,
        title=_("Do you have a livelihood and a home in Hungary?"),
        fields=(
            yes_no("livelihood", _("My livelihood is secured")),
            yes_no("home", _("I have a place to live")),
        ),
        proof=("income_certificate", "title_deed", "rental_contract"),
    ),
    Question(
        "exam",
        facts=("exam", "hungarian_diploma", "hungarian_diploma_country", "health_exempt"),
        about=About.APPLICANT,
        title=_("Have you passed the examination in constitutional studies?"),
        hint=_("A degree taken in Hungarian, or lasting ill health, can stand in its place."),
        fields=(
            one_of(
                "has",
                options=(
                    ("passed", _("Yes")),
                    ("degree", _("No, but I have a degree taken in Hungarian, in Hungary")),
                    ("degree_abroad", _("No, but I have a degree taken in Hungarian, in another country")),
                    ("health", _("No, lasting ill health prevents it")),
                    ("none", _("None of these")),
                ),
            ),
        ),
        proof=("exam_certificate", "diploma", "medical_certificate"),
        private=True,
    ),
    Question(
        "refugee",
        facts=("refugee",),
        about=About.APPLICANT,
        title=_("Has Hungary recognised you as a refugee?"),
        fields=(yes_no("is"),),
        proof=("refugee_decision",),
        private=True,
    ),
    Question(
        "together",
        facts=("applies_with",),
        about=About.APPLICANT,
        title=_("Does a parent apply together with you?"),
        fields=(
            one_of(
                "with",
                options=(("mother", _("Yes, my mother")), ("father", _("Yes, my father")), ("no", _("No"))),
            ),
        ),
        proof=("birth_certificate",),
    ),
)
