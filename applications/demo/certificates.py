"""Draws a record on its printed form: border, ground, headings, filled fields, seal and signature."""

from applications.demo.designs import DESIGNS, Design
from applications.demo.ornaments import frame, mark_as_specimen, rosette, seal, signature, waves
from applications.demo.people import Family, Paper
from applications.demo.records import values_of_birth, values_of_marriage
from applications.demo.sheet import Sheet

_REGISTRARS = {
    "hu": "Bodnár Gyula", "ro": "M. Popescu", "sr": "М. Петровић", "sh": "M. Petrović", "sk": "J. Novák", "uk": "О. Мельник",
    "en": "J. R. Miller", "de": "K. Weber", "es": "R. Gómez", "la": "Jos. Kereszty",
}  # fmt: skip
_LEGIBLE = {"pen": 17.0, "hand": 17.0, "typewriter": 11.5, "print": 11.0}


def draw_certificate(family: Family, paper: Paper, *, seed: int, design: Design | None = None) -> Sheet:
    """Return the sheet of a civil or church record; ``paper.values`` receives what is written on it.

    ``design`` is another form than the paper's own, as forgers print it.
    """
    design = design or DESIGNS[paper.form]
    values = (values_of_birth if design.record == "birth" else values_of_marriage)(family, paper, design.language)
    paper.values.update(values)
    sheet = Sheet(design.width, design.height, tint=design.tint, seed=seed)
    _print_ground(sheet, design)
    top = _headings(sheet, design, values)
    bottom = sheet.height - (44 if sheet.height > 200 else 38)
    if design.layout == "table":
        _table(sheet, design, values, top, bottom)
    else:
        _lines(sheet, design, values, top, bottom)
    _foot(sheet, design, values, bottom)
    mark_as_specimen(sheet)
    return sheet


def _print_ground(sheet: Sheet, design: Design) -> None:
    if design.ground:
        sheet.curves(waves(sheet.width, sheet.height), colour=design.ground, strength=0.62)
    if design.rosette:
        centre = sheet.width / 2, sheet.height * 0.54
        sheet.curves(rosette(*centre, min(sheet.width, sheet.height) * 0.3), colour=design.rosette, strength=0.55)
    if design.frame:
        frame(sheet, 6, colour=design.frame, ornate=design.ground is not None)
        if design.ground is None:
            sheet.box(8, 8, sheet.width - 16, sheet.height - 16, outline=design.frame, line=0.2)


def _headings(sheet: Sheet, design: Design, values: dict[str, str]) -> float:
    y = 13.0
    bold = "old" if design.printed == "old" else f"{design.printed}_bold"
    for text, points in design.headings:
        y += points * 0.5
        large = points >= 13
        face = bold if large else design.printed
        sheet.text(
            sheet.width / 2,
            y,
            text,
            face,
            points,
            anchor="ms",
            fit=None if large and len(text) < 30 else sheet.width - 40,
            tracking=0.5 if large and len(text) < 30 else 0,
        )
        y += 2.2
    if design.serial:
        sheet.text(sheet.width - 14, 16.5, values["serial"], "sans_bold", 9, fill=(170, 50, 50), anchor="rs")
    return y + 5


def _lines(sheet: Sheet, design: Design, values: dict[str, str], top: float, bottom: float) -> None:
    step = min(11.5, (bottom - top) / len(design.rows))
    label_points = 8.2 if sheet.width > 160 else 7.2
    longest = max(_width(sheet, label, design.printed, label_points) for label, _ in design.rows)
    column = min(14 + longest + 4, sheet.width * 0.5)
    for number, (label, key) in enumerate(design.rows):
        y = top + step * (number + 0.72)
        sheet.text(14, y, label, design.printed, label_points, fill=(70, 70, 80), fit=column - 16)
        sheet.dotted(column, y + 0.9, sheet.width - 14 - column)
        _fill(sheet, design, values[key], column + 2, y, sheet.width - 18 - column)


def _table(sheet: Sheet, design: Design, values: dict[str, str], top: float, bottom: float) -> None:
    step = min(19.0, (bottom - top) / len(design.rows))
    left, width, column = 14.0, sheet.width - 28, (sheet.width - 28) * 0.38
    for number, (label, key) in enumerate(design.rows):
        y = top + step * number
        sheet.box(left, y, width, step, outline=(90, 86, 80), line=0.18)
        sheet.line([(left + column, y), (left + column, y + step)], fill=(90, 86, 80), width=0.18)
        sheet.text(left + 2, y + step * 0.6, label, design.printed, 9, fill=(60, 58, 58), fit=column - 4)
        _fill(sheet, design, values[key], left + column + 3, y + step * 0.64, width - column - 6)


def _fill(sheet: Sheet, design: Design, value: str, x: float, y: float, width: float) -> None:
    points = _LEGIBLE[design.fill]
    if design.fill == "print":
        sheet.text(x, y, value, "sans_bold", points, fill=design.ink, fit=width)
    else:
        sheet.written(x, y, value, face=design.fill, points=points, fill=design.ink, fit=width)


def _foot(sheet: Sheet, design: Design, values: dict[str, str], bottom: float) -> None:
    if design.closing:
        sheet.text(sheet.width / 2, bottom + 5, design.closing, design.printed, 8.5, anchor="ms", fit=sheet.width - 36)
    y = sheet.height - 17
    room = sheet.width * 0.53 - 32
    _fill(sheet, design, f"{values['place']}, {values['issued_on']}", 14, y, room)
    sheet.dotted(14, y + 1, room)
    sheet.dotted(sheet.width - 66, y + 1, 50)
    sheet.text(sheet.width - 41, y + 5, design.official, design.printed, 8, fill=(70, 70, 80), anchor="ms")
    signature(sheet, sheet.width - 41, y - 3, _REGISTRARS[design.language])
    seal(
        sheet,
        sheet.width * 0.53,
        y - 4,
        f"{design.around} · {values['place']}",
        inside=values["year"],
        diameter=31,
        ink=design.seal_ink,
    )


def _width(sheet: Sheet, text: str, face: str, points: float) -> float:
    return len(text) * points * 0.172 if face else sheet.width
