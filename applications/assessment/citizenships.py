"""Citizenships and the events that end them, from what was answered about one person.

A list that is given is complete (facts.schema.json): where an answer leaves open whether there is
more, the list is left out, and the law answers that it does not know.
"""

from applications.assessment.told import Told

Entry = dict[str, object]
Evidence = list[dict[str, object]]

EVENT_OF_END = {
    "renunciation": "renounced",
    "dismissal": "dismissed",
    "deprivation": "deprived",
    "resettlement": "resettled",
    "exchange": "exchanged",
    "withdrawal": "withdrawn",
    "naturalisation_abroad": "naturalised_abroad",
    "legitimation": "legitimated",
}
"""Ends of a citizenship that are acts of somebody; the others (cession, marriage, absence) the law works out."""


def entry(country: str, *, since: str = "", by: str = "", until: str = "", ended_by: str = "") -> Entry:
    """Return one citizenship; what is not known is left out."""
    found: Entry = {"country": country}
    for name, value in (("from", since), ("to", until), ("lost_by", ended_by), ("acquired_by", by)):
        if value and value != "unknown":
            found[name] = value
    return found


def of_applicant(told: Told) -> list[Entry] | None:
    """Return the citizenships of an applicant, or None while they are not known completely."""
    once = told.said("hungarian-before", "citizen")
    if not (told.has("nationalities") and told.has("former-nationalities")) or once not in ("yes", "no"):
        return None
    found = [entry(each["country"], since=each["since"], by=each["by"]) for each in told.items("nationalities")]
    if told.said("former-nationalities", "any") is True:
        found += [
            entry(each["country"], since=each["since"], by=each["by"], until=each["until"], ended_by=each["ended_by"])
            for each in told.items("former-nationality-list")
        ]
    if once == "yes":
        step = "hungarian-before-details"
        found.append(
            entry(
                "HU",
                since=told.text(step, "since"),
                by=told.text(step, "by"),
                until=told.text(step, "until"),
                ended_by=told.text(step, "ended_by") or "other",
            )
        )
    return found


def of_child(told: Told) -> list[Entry] | None:
    """Return the citizenships of a child included, or None while the page is not answered."""
    if not told.has("child-nationalities"):
        return None
    return [entry(each["country"], since=each["since"], by=each["by"]) for each in told.items("child-nationalities")]


def of_spouse(told: Told) -> list[Entry] | None:
    """Return the citizenships of a spouse, or None while the page is not answered."""
    if not told.has("spouse-nationality"):
        return None
    return [entry(each["country"]) for each in told.items("spouse-nationality")]


def of_ancestor(told: Told, born_on: str, evidence: Evidence) -> list[Entry] | None:
    """Return the citizenships of an ancestor, or None where they are not known.

    An end on an unknown day, or an end that nobody knows of, is given as ended on a day not known:
    the ancestor was a citizen, and whether children still got the citizenship stays open.
    """
    citizen, other = told.said("ancestor-hungarian", "citizen"), told.said("ancestor-nationality", "other")
    others = [entry(each["country"]) for each in told.items("ancestor-nationality")] if other == "listed" else []
    if citizen == "yes":
        hungarian = hungarian_time(told, born_on)
        return [{**hungarian, "evidence": evidence} if evidence else hungarian, *others]
    if citizen == "no" and other in ("listed", "none"):
        return others
    return None


def hungarian_time(told: Told, born_on: str) -> Entry:
    """Return when and how an ancestor was a Hungarian citizen."""
    step = "ancestor-citizenship"
    by, ended = told.text(step, "by"), told.said(step, "ended")
    since = told.text(step, "since") or (born_on if by in ("birth", "") else "")
    if ended == "no":
        return entry("HU", since=since, by=by)
    return entry(
        "HU",
        since=since,
        by=by,
        until=told.text(step, "until") if ended == "yes" else "",
        ended_by=(told.text(step, "ended_by") if ended == "yes" else "") or "other",
    )


def events_of_ancestor(told: Told, evidence: Evidence) -> list[Entry] | None:
    """Return the acts that could end an ancestor's citizenship, or None where they are not known.

    Asked only of those who were citizens; [] says that none of them happened.
    """
    left = told.said("ancestor-left", "left")
    ended = told.said("ancestor-citizenship", "ended")
    if told.said("ancestor-hungarian", "citizen") != "yes" or left not in ("yes", "no") or ended not in ("yes", "no"):
        return None
    found: list[Entry] = []
    if left == "yes":
        found.append(
            event("emigrated", told.text("ancestor-left", "on"), told.text("ancestor-left", "country"), evidence)
        )
    act = EVENT_OF_END.get(told.text("ancestor-citizenship", "ended_by"))
    if ended == "yes" and act:
        found.append(event(act, told.text("ancestor-citizenship", "until")))
    return found


def events_of_applicant(told: Told) -> list[Entry] | None:
    """Return the acts that ended an applicant's own citizenship; none where there was none."""
    once = told.said("hungarian-before", "citizen")
    if once == "no":
        return []
    act = EVENT_OF_END.get(told.text("hungarian-before-details", "ended_by"))
    return [event(act, told.text("hungarian-before-details", "until"))] if once == "yes" and act else None


def event(kind: str, on: str, country: str = "", evidence: Evidence | None = None) -> Entry:
    """Return one event; what is not known is left out."""
    found: Entry = {"kind": kind}
    for name, value in (("on", on), ("country", country), ("evidence", evidence)):
        if value:
            found[name] = value
    return found
