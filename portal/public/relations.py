"""How the form speaks of a person: "your father’s mother", a spouse's or child's name."""

from django.utils.translation import gettext as _

from portal.public.household import About, Asked


def who(asked: Asked, name: str) -> str:
    """Return the words for a person in the reader's language, to be put into titles in place of %(who)s."""
    if asked.about is About.ANCESTOR:
        return ancestor(asked.trail)
    if name or asked.about is About.APPLICANT:
        return name
    if asked.about is About.CHILD:
        return _("child no. %(number)s") % {"number": asked.number}
    return _("your spouse") if asked.number == 1 else _("your earlier spouse")


def ancestor(trail: tuple[str, ...]) -> str:
    """Return the words for an ancestor by the way up from the applicant."""
    *further, first = reversed(trail)
    words = _("your father") if first == "father" else _("your mother")
    for role in reversed(further):
        words = (_("%(who)s’s father") if role == "father" else _("%(who)s’s mother")) % {"who": words}
    return words
