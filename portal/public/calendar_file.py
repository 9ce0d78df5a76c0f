"""Appointments and deadlines as calendar files (RFC 5545)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.http import HttpResponse

from applications.core import clock

LINE = 73


@dataclass(frozen=True)
class Event:
    """An entry of a calendar: an instant with a length, or a whole day (``minutes`` 0)."""

    id: str
    at: datetime | date
    minutes: int
    title: str
    place: str
    words: str
    remind: timedelta


def calendar_file(event: Event) -> str:
    """Return the text of a calendar with one event and a reminder."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Honpolgar//Tracker//HU",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{event.id}",
        f"DTSTAMP:{stamp(clock.now())}",
        *times(event),
        f"SUMMARY:{escaped(event.title)}",
        f"LOCATION:{escaped(event.place)}",
        f"DESCRIPTION:{escaped(event.words)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(event.title)}",
        f"TRIGGER:-P{event.remind.days}D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def times(event: Event) -> list[str]:
    """Return the lines for beginning and end."""
    if isinstance(event.at, datetime):
        return [f"DTSTART:{stamp(event.at)}", f"DTEND:{stamp(event.at + timedelta(minutes=event.minutes))}"]
    return [f"DTSTART;VALUE=DATE:{event.at:%Y%m%d}", f"DTEND;VALUE=DATE:{event.at + timedelta(days=1):%Y%m%d}"]


def stamp(moment: datetime) -> str:
    """Return an instant as calendars write it, in UTC."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Return a text with the signs escaped that have a meaning of their own."""
    return text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\r\n", "\n").replace("\n", r"\n")


def folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, never cutting a character; later pieces begin with a space."""
    piece, first = "", True
    for character in line:
        if len((piece + character).encode()) > LINE:
            yield piece if first else f" {piece}"
            piece, first = "", False
        piece += character
    yield piece if first else f" {piece}"


def calendar_response(event: Event, name: str) -> HttpResponse:
    """Answer with an event as a file to open in a calendar."""
    response = HttpResponse(calendar_file(event), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response
