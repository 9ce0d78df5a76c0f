"""What can be read on a drawn paper, by the ids under which papers' fields are known; only what truly stands there."""

from datetime import date

from applications.demo.designs import DESIGNS
from applications.demo.people import Family, Paper
from applications.demo.sheet import Sheet, face_for

Fields = dict[str, list[str]]

_NAMES = {"father": "father_", "mother": "mother_", "husband": "husband_", "wife": "wife_"}


def printed_on(family: Family, paper: Paper, sheet: Sheet) -> Fields:
    """For each field every value that is right: days as ISO 8601, the rest as printed."""
    shown = {text for text, _ in sheet.placed}
    found = _of_record(family, paper, shown) if paper.form in DESIGNS else _of_other(family, paper, shown)
    return {name: values for name, values in found.items() if values}


def _stands(text: str, shown: set[str]) -> bool:
    return bool(text) and (text in shown or face_for("pen", text)[1] in shown)


def _of_record(family: Family, paper: Paper, shown: set[str]) -> Fields:
    values = paper.values
    fields: Fields = {"number": [values[key] for key in ("entry", "serial", "number") if _stands(values[key], shown)]}
    for name, prefix in {"name": "", **_NAMES}.items():
        fields[name] = _name(values, prefix, shown)
    marriage = DESIGNS[paper.form].record == "marriage"
    place = [values["place"]] if _stands(values["place"], shown) else []
    wedding = family.marriage_of(paper.about, paper.other) if marriage else None
    day = wedding.on if wedding else family.people[paper.about].born_on
    if "entered_on" in values and not marriage:
        day = date.fromisoformat(values["entered_on"])
    on = [day.isoformat()] if _stands(values["married" if marriage else "born"], shown) else []
    fields.update({"married_on": on, "married_place": place} if marriage else {"born_on": on, "born_place": place})
    issued = paper.issued_on or day
    if any(values["issued_on"] in text for text in shown):
        fields["issued_on"] = [issued.isoformat()]
    return fields


def _name(values: dict[str, str], prefix: str, shown: set[str]) -> list[str]:
    """A whole name where it is written in one, or its two parts where each has a line of its own."""
    whole = values.get(f"{prefix}name", "")
    if _stands(whole, shown):
        return [whole]
    parts = [values.get(f"{prefix}{part}", "") for part in ("surname", "given")]
    if all(_stands(part, shown) for part in parts):
        return [" ".join(parts), " ".join(reversed(parts))]
    return []


def _of_other(family: Family, paper: Paper, shown: set[str]) -> Fields:
    values, person = paper.values, family.people[paper.about]
    fields: Fields = {}
    if "mrz" in values:
        surname, given = values["surname"], values["given"]
        if {surname.upper(), given.upper()} <= {text.upper() for text in shown}:
            fields["name"] = [f"{surname} {given}", f"{given} {surname}"]
            fields["born_on"] = [values["born_on"]]
        fields["number"] = [values["number"]] if _stands(values["number"], shown) else []
        return fields
    if _stands(values.get("name", ""), shown):
        fields["name"] = [values["name"]]
    if values.get("number") and any(values["number"] in text for text in shown):
        fields["number"] = [values["number"]]
    if _stands(person.birthplace.hungarian, shown):
        fields["born_place"] = [person.birthplace.hungarian]
    day = person.born_on
    if paper.form == "translation" or any(f"{day:%Y. %m. %d.}" in text for text in shown):
        fields["born_on"] = [day.isoformat()]
    return fields
