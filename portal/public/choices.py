"""Choices that several pages offer; their values are those of facts.schema.json where the law reads them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Choices = list[tuple[str, str | Promise]]

SEX: Choices = [("female", _("Female")), ("male", _("Male"))]
YES_NO_UNKNOWN: Choices = [("yes", _("Yes")), ("no", _("No")), ("unknown", _("I do not know"))]
ACQUIRED: Choices = [
    ("birth", _("By birth")),
    ("naturalisation", _("By naturalisation")),
    ("renaturalisation", _("By renaturalisation")),
    ("declaration", _("By declaration")),
    ("marriage", _("By marriage")),
    ("adoption", _("By adoption")),
    ("legitimation", _("By legitimation")),
    ("annexation", _("By a change of borders")),
    ("other", _("In another way")),
]
ENDED: Choices = [
    ("renunciation", _("By renunciation")),
    ("dismissal", _("By dismissal at one’s own request")),
    ("deprivation", _("By deprivation")),
    ("marriage", _("By marriage")),
    ("legitimation", _("By legitimation")),
    ("trianon", _("By the Treaty of Trianon, 1921")),
    ("armistice_1945", _("By the end of the re-annexation, 1945")),
    ("absence", _("By ten years of absence")),
    ("resettlement", _("By resettlement to Germany after the war")),
    ("exchange", _("By the exchange of population with Czechoslovakia")),
    ("naturalisation_abroad", _("By becoming a citizen elsewhere")),
    ("withdrawal", _("By withdrawal")),
    ("other", _("In another way, or I do not know")),
]
