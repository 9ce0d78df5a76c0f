"""The words of the sandbox: the choices of each fact, and what the law says of faulty ones."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

import rules
from rules.names import PARTS
from rules.words import translate

CHOICES: Mapping[str, str | Promise] = {
    "female": pgettext_lazy("fact", "female"),
    "male": pgettext_lazy("fact", "male"),
    "capacity.full": pgettext_lazy("fact", "full"),
    "capacity.limited": pgettext_lazy("fact", "limited by a court"),
    "capacity.none": pgettext_lazy("fact", "removed by a court"),
    "hungarian.shown": pgettext_lazy("fact", "shown to an official"),
    "hungarian.partly": pgettext_lazy("fact", "shown, but not enough"),
    "hungarian.claimed": pgettext_lazy("fact", "claimed, not heard yet"),
    "hungarian.none": pgettext_lazy("fact", "none"),
    "convictions.none": pgettext_lazy("fact", "no conviction"),
    "convictions.spent": pgettext_lazy("fact", "spent"),
    "convictions.unspent": pgettext_lazy("fact", "not spent"),
    "passed": pgettext_lazy("fact", "passed"),
    "not_passed": pgettext_lazy("fact", "not passed"),
    "taken": pgettext_lazy("fact", "taken"),
    "refused": pgettext_lazy("fact", "refused"),
    "not_yet": pgettext_lazy("fact", "not yet"),
    "domicile": pgettext_lazy("fact", "domicile (lakóhely)"),
    "stay": pgettext_lazy("fact", "stay"),
    "death": pgettext_lazy("fact", "death"),
    "divorce": pgettext_lazy("fact", "divorce"),
    "annulment": pgettext_lazy("fact", "annulment"),
    "birth": pgettext_lazy("fact", "birth"),
    "adoption": pgettext_lazy("fact", "adoption"),
    "naturalisation": pgettext_lazy("fact", "naturalisation"),
    "renaturalisation": pgettext_lazy("fact", "re-naturalisation"),
    "declaration": pgettext_lazy("fact", "declaration"),
    "marriage": pgettext_lazy("fact", "marriage"),
    "legitimation": pgettext_lazy("fact", "legitimation"),
    "annexation": pgettext_lazy("fact", "annexation of territory"),
    "presumption": pgettext_lazy("fact", "presumption"),
    "other": pgettext_lazy("fact", "otherwise"),
    "trianon": pgettext_lazy("fact", "Treaty of Trianon"),
    "armistice_1945": pgettext_lazy("fact", "armistice of 1945"),
    "absence": pgettext_lazy("fact", "ten years’ absence"),
    "dismissal": pgettext_lazy("fact", "dismissal"),
    "renunciation": pgettext_lazy("fact", "renunciation"),
    "deprivation": pgettext_lazy("fact", "deprivation"),
    "resettlement": pgettext_lazy("fact", "resettlement"),
    "exchange": pgettext_lazy("fact", "exchange of population"),
    "withdrawal": pgettext_lazy("fact", "withdrawal"),
    "naturalisation_abroad": pgettext_lazy("fact", "naturalisation abroad"),
    "emigrated": pgettext_lazy("fact", "emigrated"),
    "returned": pgettext_lazy("fact", "returned"),
    "absence_interrupted": pgettext_lazy("fact", "absence interrupted"),
    "passport_expired": pgettext_lazy("fact", "passport expired"),
    "naturalised_abroad": pgettext_lazy("fact", "naturalised abroad"),
    "legitimated": pgettext_lazy("fact", "legitimated"),
    "acknowledged": pgettext_lazy("fact", "acknowledged by the father"),
    "option": pgettext_lazy("fact", "option"),
    "resettled": pgettext_lazy("fact", "resettled"),
    "exchanged": pgettext_lazy("fact", "exchanged"),
    "deprived": pgettext_lazy("fact", "deprived"),
    "dismissed": pgettext_lazy("fact", "dismissed"),
    "renounced": pgettext_lazy("fact", "renounced"),
    "withdrawn": pgettext_lazy("fact", "withdrawn"),
    "declared": pgettext_lazy("fact", "declared"),
    "oath": pgettext_lazy("fact", "oath taken"),
}
LABELS: Mapping[str, str | Promise] = {
    "parents.person": pgettext_lazy("fact", "parent"),
    "parents.by": pgettext_lazy("fact", "by birth or adoption"),
    "parents.on": pgettext_lazy("fact", "day of the adoption"),
    "marriages.to": pgettext_lazy("fact", "spouse"),
    "marriages.from": pgettext_lazy("fact", "day of the wedding"),
    "marriages.until": pgettext_lazy("fact", "day it ended"),
}
FAULTS: Mapping[str, str | Promise] = {
    "is not among the people": gettext_lazy("Choose somebody of this case."),
    "names more than two parents by birth": gettext_lazy("Nobody has more than two parents by birth."),
    "somebody would be their own ancestor": gettext_lazy("Somebody would be his or her own ancestor."),
    "more than": gettext_lazy("These are more than any real family has."),
    "has more than": gettext_lazy("These are more than any real family has."),
    "is longer than": gettext_lazy("This is too long."),
    "is needed here": gettext_lazy("This is needed as soon as the entry says anything."),
    "must be an area code": gettext_lazy("Write the code of an area such as RO-CJ, or of a country such as RO."),
    "must be a country code": gettext_lazy("Write the code of a country, such as RO."),
    "is not a date": gettext_lazy("Write a date such as 1912, 1912-05 or 1912-05-31."),
    "must be a whole date": gettext_lazy("Enter a whole date, such as 2012-05-31."),
    "must be a whole number": gettext_lazy("Write a whole number, 0 or more."),
    "is needed": gettext_lazy("This is needed: the law of this day applies."),
    "is before the law": gettext_lazy("The law of so early a day is not known here."),
}


def choice_words(fact: str, value: str) -> str | Promise:
    """Return the name of a choice of a fact such as ``hungarian`` or ``citizenships.acquired_by``."""
    return CHOICES.get(f"{fact}.{value}") or CHOICES.get(value) or value.replace("_", " ")


def part_words(fact: str, part: str, language: str) -> str:
    """Return the name of a part of an entry, such as the country of a citizenship."""
    return str(LABELS.get(f"{fact}.{part}") or translate(PARTS.get(part, part), language))


def fault_words(error: rules.FactsError) -> str | Promise:
    """Return what is wrong with a fact in the reader's language."""
    for beginning, words in FAULTS.items():
        if error.message.startswith(beginning):
            return words
    return gettext_lazy("The law cannot judge this: check what you entered.")
