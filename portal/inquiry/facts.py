"""What the answers of the interview mean: facts as the law reads them (facts.schema.json). Silence stays silence."""

from collections.abc import Callable, Mapping
from datetime import date

from portal.inquiry.question import APPLICANT, Answer, Key, Told
from rules.history.territories import Belonged, belonged

Person = dict[str, object]
People = dict[str, Person]

SPOUSE, CHILD, ADOPTER = "spouse", "child", "adopter"
"""Ids of people beside the line; those of the line are their trails."""

NOWHERE = "ZZ"
"""A state that is not Hungary, which one does not matter (ISO 3166-1 leaves the code free)."""

BORDERS_STAND = "1946"
"""The first year of births after the last move of the border that took citizenship."""

CHILDREN_OF_LATER_TIMES = "1980"
"""Whose child was born from then on was hardly born before the treaty of 1921, which is the doubt that matters."""

SEX = {"m": "female", "f": "male"}
SIDES = {"both": "mf", "mother": "m", "father": "f"}
EVENT_OF_END = {
    "dismissal": "dismissed",
    "renunciation": "renounced",
    "deprivation": "deprived",
    "resettlement": "resettled",
    "exchange": "exchanged",
}


def person_id(trail: str) -> str:
    """Return the id under which facts speak of somebody on the line."""
    return trail or "applicant"


def facts_of(told: Told, today: date) -> dict[str, object]:
    """Return the facts that follow from what was told, as of today."""
    people: People = {person_id(APPLICANT): {}}
    for key, answer in told.items():
        if answer and key.question in MEANING:
            MEANING[key.question](people, key.trail, answer)
    for key, answer in told.items():
        if answer.get("was") == "stayed" and not lasted(told, key.trail):
            people[person_id(key.trail)]["citizenships"] = [
                {"country": "HU", "acquired_by": "birth", "lost_by": "other"}
            ]
            from_birth(people, key.trail)
    citizenships_of_applicant(people, told)
    if Key(APPLICANT, "registered") in told or Key(APPLICANT, "another") in told:
        # These are asked of nobody but those who wonder whether they could.
        people[person_id(APPLICANT)]["wants"] = {"renounce": True}
    return {"as_of": today.isoformat(), "applicant": person_id(APPLICANT), "people": people}


def known(**values: object) -> Person:
    """Return what is known; `since` is written as the schema's 'from'."""
    return {{"since": "from"}.get(name, name): value for name, value in values.items() if value not in (None, "")}


def of(people: People, trail: str) -> Person:
    """Return somebody on the line, adding him or her to the case."""
    return people.setdefault(person_id(trail), known(sex=SEX.get(trail[-1:])))


def parents(people: People, trail: str, sides: str) -> None:
    """Name the parents on these sides."""
    ties = [{"person": person_id(trail + side)} for side in sides]
    for side in sides:
        of(people, trail + side)
    of(people, trail)["parents"] = ties


def own_parents(people: People, trail: str, answer: Answer) -> None:
    """The applicant's parents by birth and, where there was one, by adoption."""
    parents(people, trail, SIDES.get(answer.get("known", ""), ""))
    if answer.get("adopted") in ("citizen", "other"):
        citizen = answer["adopted"] == "citizen"
        people[ADOPTER] = {"citizenships": [{"country": "HU"}]} if citizen else {"citizenships": [{"country": NOWHERE}]}
        ties = of(people, trail)["parents"]
        if isinstance(ties, list):
            ties.append({"person": ADOPTER, "by": "adoption"})


def up(people: People, trail: str, answer: Answer) -> None:
    """The parents through whom the line may go on; where neither comes from Hungary they stay not known."""
    if answer.get("from") in SIDES:
        parents(people, trail, SIDES[answer["from"]])


def birth(people: People, trail: str, answer: Answer) -> None:
    """Day and place; the area of the place where it is known, else its country."""
    area, _slash, name = answer.get("place", "").partition("/")
    born = known(on=answer.get("on"), place=name, area=area or answer.get("country"))
    if born:
        of(people, trail)["born"] = born
    from_birth(people, trail)


def from_birth(people: People, trail: str) -> None:
    """A Hungarian citizenship by birth runs from the birthday."""
    person = of(people, trail)
    born, entries = person.get("born"), person.get("citizenships")
    day = born.get("on") if isinstance(born, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if entry.get("acquired_by") == "birth" and entry["country"] == "HU" and day:
            entry["from"] = day


def citizen(people: People, trail: str, answer: Answer) -> None:
    """A forebear's citizenship. Who was one at a time nobody knows, was one once; a 'no' names another state.

    A parent of somebody born in Hungary is the exception: there the state itself matters and is asked for.
    """
    person, was = of(people, trail), answer.get("was")
    if was == "stayed":
        person["citizenships"] = [{"country": "HU", "acquired_by": "birth"}]
    elif was in ("ended", "once"):
        # It ended on a day not known until told otherwise: what the children got of it stays open.
        begun = {"acquired_by": "birth"} if was == "ended" else {}
        person["citizenships"] = [{"country": "HU", "lost_by": "other", **begun}]
    elif was == "no" and not (len(trail) == 1 and born_in_hungary(people)):
        person["citizenships"] = [{"country": NOWHERE}]
    from_birth(people, trail)


def lasted(told: Told, trail: str) -> bool:
    """Whether 'it never ended' may be believed: not of somebody over whose birthplace the border moved.

    Families remember that a forebear was Hungarian, rarely what the treaties of 1921 and 1945 did to the citizenship.
    Where that is possible the end stays not known, and the birth is asked for.
    """
    born = told.get(Key(trail, "birth")) or told.get(Key(trail, "came"))
    if not born:
        child = told.get(Key(trail[:-1], "birth")) or told.get(Key(trail[:-1], "came")) or {}
        return child.get("on", "") >= CHILDREN_OF_LATER_TIMES
    area = born.get("place", "").partition("/")[0] or born.get("country", "")
    outside = bool(area) and belonged(area) is Belonged.NO
    return area.startswith("HU") or outside or born.get("on", "") >= BORDERS_STAND


def born_in_hungary(people: People) -> bool:
    """Whether the applicant says so."""
    born = people[person_id(APPLICANT)].get("born")
    return isinstance(born, dict) and str(born.get("area") or "").startswith("HU")


def end(people: People, trail: str, answer: Answer) -> None:
    """When and how it ended, and the act that ended it."""
    person, how = of(people, trail), answer.get("how", "other")
    entry = known(country="HU", acquired_by="birth", to=answer.get("on"), lost_by=how)
    person["citizenships"] = [entry]
    from_birth(people, trail)
    if how in EVENT_OF_END:
        person["events"] = [known(kind=EVENT_OF_END[how], on=answer.get("on"))]


def foreign(people: People, trail: str, answer: Answer) -> None:
    """The state of a foreign parent."""
    if answer.get("country"):
        of(people, trail)["citizenships"] = [{"country": answer["country"]}]


def lost(people: People, trail: str, answer: Answer) -> None:
    """The act that ended the applicant's own citizenship."""
    kind = EVENT_OF_END.get(answer.get("how", ""))
    if kind:
        of(people, trail)["events"] = [known(kind=kind, on=answer.get("on"))]


def ends(people: People, trail: str, answer: Answer) -> None:
    """Acts that could end a citizenship; 'none' is an answer too."""
    what = answer.get("what", "")
    of(people, trail)["events"] = [] if what == "none" else [known(kind=what, on=answer.get("on"))]


def domicile(people: People, trail: str, answer: Answer) -> None:
    """The commune of legal domicile."""
    area, _slash, name = answer.get("place", "").partition("/")
    of(people, trail)["domicile_right"] = [known(place=name, area=area or answer.get("country"))]


def wed(people: People, trail: str, answer: Answer) -> None:
    """A woman's marriages before October 1957; with somebody else than the forebear they stay not known."""
    if answer.get("whom") == "no":
        of(people, trail)["marriages"] = []
    elif answer.get("whom") == "line":
        father = person_id(trail[:-1] + "f")
        if father in people:
            of(people, trail)["marriages"] = [known(to=father, since=answer.get("on"))]


def spouse(people: People, trail: str, answer: Answer) -> None:
    """The marriage with a citizen; other marriages open no way."""
    if answer.get("is") == "no":
        of(people, trail)["marriages"] = []
        return
    people[SPOUSE] = {"citizenships": [{"country": "HU"}]}
    death = "death" if answer.get("is") == "widowed" else ""
    of(people, trail)["marriages"] = [known(to=SPOUSE, since=answer.get("on"), ended_by=death)]


def children(people: People, trail: str, answer: Answer) -> None:
    """A common child, or a minor one who is a citizen."""
    applicant = of(people, trail)
    if answer.get("are") == "none":
        applicant["children"] = []
        return
    ties = [{"person": person_id(trail)}]
    if answer.get("are") == "common" and SPOUSE in people:
        ties.append({"person": SPOUSE})
    born = known(on=answer.get("on"))
    people[CHILD] = known(born=born or None, parents=ties)
    if answer.get("are") == "citizen":
        people[CHILD]["citizenships"] = [{"country": "HU"}]
    applicant["children"] = [CHILD]


def residence(people: People, trail: str, answer: Answer) -> None:
    """The residence in Hungary that lasts."""
    where = answer.get("where", "")
    here = known(country="HU", since=answer.get("on"), kind=where)
    of(people, trail)["residences"] = [] if where == "no" else [here]


def record(people: People, trail: str, answer: Answer) -> None:
    """Convictions and proceedings."""
    going_on = answer.get("proceedings")
    of(people, trail).update(
        known(
            convictions=answer.get("convicted"),
            prosecution=going_on == "hungary" if going_on else None,
            prosecution_abroad=going_on == "abroad" if going_on else None,
        )
    )


def exam(people: People, trail: str, answer: Answer) -> None:
    """The examination, or what stands in its place."""
    has = answer.get("has", "")
    person = of(people, trail)
    person["exam"] = "passed" if has == "passed" else "not_passed"
    if has != "passed":
        person["hungarian_diploma"] = has in ("degree", "degree_abroad")
        person["health_exempt"] = has == "health"
    if has in ("degree", "degree_abroad"):
        person["hungarian_diploma_country"] = "HU" if has == "degree" else NOWHERE


def together(people: People, trail: str, answer: Answer) -> None:
    """A parent who applies as well."""
    parent = {"mother": "m", "father": "f"}.get(answer.get("with", ""))
    of(people, trail)["applies_with"] = [parent] if parent in people else []


def one(fact: str, field: str, values: Mapping[str, object]) -> Callable[[People, str, Answer], None]:
    """Return the meaning of a plain choice: one fact from one field."""

    def mean(people: People, trail: str, answer: Answer) -> None:
        of(people, trail)[fact] = values[answer[field]]

    return mean


def citizenships_of_applicant(people: People, told: Told) -> None:
    """The applicant's list, from two pages: what Hungarian papers say, and the nationalities of today.

    It is told once one of them says something; a 'no' alone is no list.
    """
    ever = told.get(Key(APPLICANT, "hungarian"), {}).get("ever")
    answer = told.get(Key(APPLICANT, "nationality"))
    lost_how = told.get(Key(APPLICANT, "lost"), {})
    entries: list[Person] = []
    if ever == "now":
        entries.append({"country": "HU"})
    elif ever == "once":
        entries.append(known(country="HU", to=lost_how.get("on"), lost_by=lost_how.get("how") or "other"))
    for field, by in (("country", "by"), ("second", "")):
        if answer and answer.get(field):
            acquired = answer.get(by)
            entries.append(known(country=answer[field], acquired_by=None if acquired == "none" else acquired))
    if told.get(Key(APPLICANT, "another"), {}).get("has") == "held":
        entries.append({"country": NOWHERE})
    if entries or (answer and answer.get("by") == "none"):
        people[person_id(APPLICANT)]["citizenships"] = entries


YES_NO = {"yes": True, "no": False}
MEANING: Mapping[str, Callable[[People, str, Answer], None]] = {
    "lost": lost,
    "parents": own_parents,
    "birth": birth,
    "came": birth,
    "married": one("parents_married", "were", YES_NO),
    "citizen": citizen,
    "end": end,
    "foreign": foreign,
    "up": up,
    "ends": ends,
    "domicile": domicile,
    "wed": wed,
    "language": one("hungarian", "level", {"well": "claimed", "little": "claimed", "none": "none"}),
    "record": record,
    "capacity": one("capacity", "ruled", {"yes": "limited", "no": "full"}),
    "spouse": spouse,
    "children": children,
    "residence": residence,
    "means": lambda people, trail, answer: of(people, trail).update(
        {name: YES_NO[answer[name]] for name in ("livelihood", "home")}
    ),
    "exam": exam,
    "refugee": one("refugee", "is", YES_NO),
    "together": together,
    "registered": one("registered_in_hungary", "is", YES_NO),
    "another": one("citizenship_promised", "has", {"held": None, "promised": True, "no": False}),
}
