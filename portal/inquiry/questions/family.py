"""Birth, parents and forebears: who was a citizen, and what ended it."""

from django.utils.translation import gettext_lazy as _

from portal.inquiry.question import APPLICANT, About, Field, Key, Kind, Question, Told, one_of, said, when, yes_no

BIRTH = ("birth_certificate", "church_register")
CITIZENSHIP = ("citizenship_certificate", "passport", "army_record", "domicile_right_certificate")
NO_NAMES = _("We never ask for names.")
BORN = (
    when(_("Date of birth")),
    Field("place", Kind.PLACE, _("Place of birth"), hint=_("The town or village, in any language."), optional=True),
    Field("country", Kind.COUNTRY, _("Country to which this place belongs today"), optional=True),
)


def citizenship_ended(told: Told, trail: str) -> bool:
    """Whether a forebear's citizenship is said to have ended."""
    return said(told, trail, "citizen", "was") == "ended"


def born_here_to_a_foreigner(told: Told, trail: str) -> bool:
    """Whether the parent's state matters: for children of foreigners who were born in Hungary."""
    born = said(told, APPLICANT, "birth", "place").startswith("HU") or said(told, APPLICANT, "birth", "country") == "HU"
    return born and len(trail) == 1 and said(told, trail, "citizen", "was") == "no"


def birthplace_tells(told: Told, trail: str) -> bool:
    """Whether a birthplace says something: of an origin from Hungary, or of a border that moved over a citizen's home.

    The first is for those born before 1921, so hardly for a parent.
    """
    forebear = len(trail) > 1 or said(told, trail, "citizen", "was") == "stayed"
    return forebear and Key(trail, "birth") not in told


def birth_not_told(told: Told, trail: str) -> bool:
    """Whether birth was not asked for already, as a sign of the origin."""
    return Key(trail, "came") not in told


def is_woman(_told: Told, trail: str) -> bool:
    """Whether a forebear is a woman: only a woman's marriage could take or give citizenship."""
    return trail.endswith("m")


FAMILY = (
    Question(
        "parents",
        facts=("parents",),
        about=About.APPLICANT,
        title=_("Do you know who your parents are?"),
        hint=NO_NAMES,
        fields=(
            one_of(
                "known",
                _("By birth I know"),
                options=(
                    ("both", _("Both parents")),
                    ("mother", _("Only my mother; no father is on record")),
                    ("father", _("Only my father; no mother is on record")),
                ),
            ),
            one_of(
                "adopted",
                _("Were you adopted?"),
                options=(
                    ("no", _("No")),
                    ("citizen", _("Yes, by a Hungarian citizen")),
                    ("other", _("Yes, by somebody else")),
                ),
            ),
        ),
        proof=("birth_certificate", "adoption_decision"),
    ),
    Question(
        "birth",
        facts=("born",),
        about=About.BOTH,
        title=_("When and where were you born?"),
        title_of=_("When and where was %(who)s born?"),
        hint=_("The year and the country help already. The law in force on that day decides."),
        fields=BORN,
        proof=BIRTH,
        worth=birth_not_told,
    ),
    Question(
        "married",
        facts=("parents_married",),
        about=About.BOTH,
        title=_("Were your parents married to each other when you were born?"),
        title_of=_("Were the parents of %(who)s married to each other at the birth?"),
        hint=_("Until 1957 a child born in wedlock followed the father, a child born out of wedlock the mother."),
        fields=(yes_no("were"),),
        proof=("marriage_certificate", "birth_certificate"),
    ),
    Question(
        "citizen",
        facts=("citizenships",),
        about=About.FOREBEAR,
        title_of=_("Was %(who)s ever a Hungarian citizen?"),
        hint=_(
            "Who lived in the lands that belonged to Hungary until 1921 usually was one. If the border moved over the "
            "home, the citizenship usually ended: choose the second answer."
        ),
        fields=(
            one_of(
                "was",
                options=(
                    ("stayed", _("Yes, from birth, and it never ended")),
                    ("ended", _("Yes, but it ended")),
                    ("once", _("Yes, but I do not know from when to when")),
                    ("no", _("No")),
                ),
            ),
        ),
        proof=CITIZENSHIP,
    ),
    Question(
        "end",
        facts=("citizenships",),
        about=About.FOREBEAR,
        title_of=_("When and how did the Hungarian citizenship of %(who)s end?"),
        fields=(
            one_of(
                "how",
                _("How it ended"),
                options=(
                    ("trianon", _("By the Treaty of Trianon, 1921")),
                    ("armistice_1945", _("By the end of the re-annexation, 1945")),
                    ("absence", _("By ten years of absence")),
                    ("marriage", _("By marriage")),
                    ("dismissal", _("By dismissal at one’s own request")),
                    ("deprivation", _("By deprivation")),
                    ("resettlement", _("By resettlement to Germany after the war")),
                    ("exchange", _("By the exchange of population with Czechoslovakia")),
                    ("other", _("In another way, or I do not know")),
                ),
            ),
            when(_("When did it end?")),
        ),
        proof=("citizenship_certificate", "dismissal_document", "foreign_authority_certificate"),
        worth=citizenship_ended,
    ),
    Question(
        "foreign",
        facts=("citizenships",),
        about=About.FOREBEAR,
        title_of=_("Of which country was %(who)s a citizen when you were born?"),
        fields=(Field("country", Kind.COUNTRY, _("Country")),),
        proof=("passport", "foreign_authority_certificate"),
        worth=born_here_to_a_foreigner,
    ),
    Question(
        "came",
        facts=("parents", "citizenships"),
        about=About.FOREBEAR,
        title_of=_("When and where was %(who)s born?"),
        hint=_(
            "A birth in the lands of Hungary before 1921 can make the origin probable, and shows whether the border "
            "moved over the home."
        ),
        fields=BORN,
        proof=BIRTH,
        worth=birthplace_tells,
    ),
    Question(
        "up",
        facts=("parents",),
        about=About.FOREBEAR,
        title_of=_("Were the parents of %(who)s, or their forebears, from Hungary?"),
        hint=_("From today’s Hungary, or from a land that belonged to Hungary before 1921."),
        fields=(
            one_of(
                "from",
                options=(
                    ("both", _("Both sides were")),
                    ("father", _("The father’s side was")),
                    ("mother", _("The mother’s side was")),
                    ("none", _("Neither, as far as I know")),
                ),
            ),
        ),
        proof=BIRTH,
    ),
    Question(
        "ends",
        facts=("events",),
        about=About.BOTH,
        title=_("Has one of these ever happened to you?"),
        title_of=_("Has one of these ever happened to %(who)s?"),
        hint=_("Each of them could end Hungarian citizenship."),
        fields=(
            one_of(
                "what",
                _("What happened"),
                options=(
                    ("none", _("None of these")),
                    ("emigrated", _("Left Hungary for good")),
                    ("naturalised_abroad", _("Became a citizen of another country")),
                    ("dismissed", _("Was dismissed from Hungarian citizenship at one’s own request")),
                    ("renounced", _("Renounced Hungarian citizenship")),
                    ("deprived", _("Was deprived of Hungarian citizenship")),
                    ("resettled", _("Was resettled to Germany after the war")),
                ),
            ),
            when(_("When?")),
        ),
        proof=("citizenship_certificate", "dismissal_document", "naturalisation_document"),
    ),
    Question(
        "domicile",
        facts=("domicile_right",),
        about=About.FOREBEAR,
        title_of=_("To which commune did %(who)s belong in 1921?"),
        hint=_(
            "The commune of legal domicile (illetőség), often where the father came from: not the birthplace decided."
        ),
        fields=(
            Field("place", Kind.PLACE, _("Commune of legal domicile")),
            Field("country", Kind.COUNTRY, _("Country to which this place belongs today"), optional=True),
        ),
        proof=("domicile_right_certificate",),
    ),
    Question(
        "wed",
        facts=("marriages",),
        about=About.FOREBEAR,
        title_of=_("Did %(who)s marry before 1 October 1957?"),
        hint=_("Until then a marriage could take or give a woman’s citizenship."),
        fields=(
            one_of(
                "whom",
                _("Marriage before October 1957"),
                options=(
                    ("no", _("No")),
                    ("line", _("Yes, only the other parent of the child who leads to you")),
                    ("other", _("Yes, somebody else")),
                ),
            ),
            when(_("When?")),
        ),
        proof=("marriage_certificate",),
        worth=is_woman,
    ),
)
