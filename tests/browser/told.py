"""What an invented family tells on each page of the form: values of fields, as a browser sends them."""

from collections.abc import Mapping
from datetime import date

from applications.demo.people import Family, Person, Trouble
from portal.public.household import About, Asked
from tests.form.filling import dated

Told = Mapping[str, object]


def key_of(asked: Asked) -> str:
    """Return the family's own key for a person the form asks about."""
    if asked.about is About.CHILD:
        return f"child_{asked.number}"
    if asked.about is About.SPOUSE:
        return "spouse"
    key = "applicant"
    for role in asked.trail:
        key = role if key == "applicant" else f"{key}s_{role}"
    return key


def told(family: Family, asked: Asked, step: str) -> Told:
    """Return the answers of a page about a person; fields that are not named are for the page to make up."""
    person = family.people.get(key_of(asked))
    answers = {**common(family, step), **(about(family, person, step) if person else {})}
    return sent(answers)


def sent(answers: Told) -> Told:
    """Return answers with days divided into year, month and day."""
    out: dict[str, object] = {}
    for name, value in answers.items():
        out.update(dated(name, value.isoformat()) if isinstance(value, date) else {name: value})
    return out


def common(family: Family, step: str) -> Told:
    """Return what does not depend on whom a page is about."""
    home = family.applicant.birthplace
    passport = next(paper for paper in family.papers if paper.kind == "passport")
    pages: dict[str, Told] = {
        "nationalities": {
            "country_1": family.country,
            "by_1": "birth",
            **dated("since_1", str(family.applicant.born_on.year)),
        },
        "document": {
            "kind": "passport",
            "number": passport.values.get("number", "059000123"),
            "country": family.country,
            "issued_on": passport.issued_on or date(2024, 1, 8),
            "expires_on": date.fromisoformat(passport.values["expires_on"]),
        },
        "address": {
            "country": family.country,
            "town": home.name_on(family.filed_on),
            "street": "Petőfi u. 12",
            "postcode": "400001",
        },
        "contact": {"phone": "+40 264 123 456", "language": "en"},
        "marital-status": {"status": "married" if family.spouse else "single"},
        "marriages": {"number": "1"},
        "marriage-end": {"ended_by": "lasts"},
        "occupation": {"occupation": family.applicant.occupation},
        "schooling": {"level": "secondary"},
        "parents": {"known": ["father", "mother"]},
        "children": {"any": "yes" if family.children else "no"},
        "children-count": {"number": str(len(family.children))},
        "hungarian": {
            "level": "fluent" if Trouble.NO_HUNGARIAN not in family.troubles else "none",
            "learned": ["home"],
        },
        "capacity": {"capacity": "full"},
        "cv": {"can_write": "yes", "draft": "Kolozsváron születtem, ott jártam iskolába."},
        "convictions": {"any": "yes" if Trouble.CONVICTION in family.troubles else "no"},
        "ancestor-nationality": {"other": "none"},
        "ancestor-citizenship": {"by": "birth", "ended": "unknown"},
        "child-consent": {"how": "visit"},
        "child-hungarian": {"level": "fluent"},
        "oath-form": {"form": "oath"},
        "oath-place": {"where": "mission"},
    }
    return pages.get(step, {})


def about(family: Family, person: Person, step: str) -> Told:
    """Return what a page says about one person of the family."""
    names = {"family_name": person.family_name, "given_name": person.given.hu}
    born = {"on": person.born_on, "place": person.birthplace.hungarian, "country": person.birthplace.country}
    known = [role for role, key in (("father", person.father), ("mother", person.mother)) if key]
    wedding = family.marriage_of(*(parent.key for parent in family.parents_of(person.key))) if known else None
    is_citizen = person.key == family.ancestor.key and Trouble.NEVER_HUNGARIAN not in family.troubles
    in_line = person.key in family.line
    pages: dict[str, Told] = {
        **{page: {**names, "sex": person.sex} for page in ("name", "spouse-name", "child-name", "ancestor-name")},
        **dict.fromkeys(("birth", "spouse-birth", "child-birth", "ancestor-birth"), born),
        "sex": {"sex": person.sex},
        "marriage": {
            "on": wedding_of(family) or date(2010, 5, 8),
            "place": person.birthplace.hungarian,
            "country": family.country,
            "own_status_before": "single",
            "spouse_status_before": "single",
        },
        "ancestor-hungarian": {"citizen": "yes" if is_citizen else "no"},
        "ancestor-left": {"left": "no"},
        "ancestor-domicile": {"known": "yes", "place": person.birthplace.hungarian},
        "ancestor-life": {"alive": "no", "on": person.died_on} if person.died_on else {"alive": "unknown"},
        "ancestor-parents": {"known": known if in_line and known else ["none"]},
        "ancestor-parents-marriage": {
            "married": "yes" if wedding else "unknown",
            "mother_otherwise": "no",
            **({"on": wedding.on} if wedding else {}),
        },
        "parents-marriage": {
            "married": "yes" if wedding else "unknown",
            "mother_otherwise": "no",
            **({"on": wedding.on} if wedding else {}),
        },
    }
    return pages.get(step, {})


def wedding_of(family: Family) -> date | None:
    """Return when the applicant married."""
    own = family.marriage_of("applicant")
    return own.on if own else None
