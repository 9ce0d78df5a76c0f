"""The whole law as a list: routes, their conditions, and every wording, for whoever checks the law.

One reading (`chapters`) serves the Markdown of the documentation, the JSON and the public page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rules.law import BUILT_IN, Law
from rules.names import paper_name
from rules.rule import ALWAYS, Rule
from rules.words import shown_day, translate


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a condition: sections, first and last day ('' for open ends), text, papers that prove it."""

    since: str
    until: str
    law: tuple[str, ...]
    text: str
    proof: tuple[str, ...]
    needs: tuple[str, ...]
    title: str
    language: str

    def in_force(self, day: date) -> bool:
        """Is this wording in force on the day?"""
        return (not self.since or self.since <= day.isoformat()) and (not self.until or day.isoformat() <= self.until)

    def is_earlier(self, day: date) -> bool:
        """Had this wording ended before the day?"""
        return bool(self.until) and self.until < day.isoformat()

    @property
    def days(self) -> str:
        """The days in force in words: 'from 1 January 2011', 'until 31 January 2020', 'at all times'."""
        return _days(self.since, self.until, self.language)

    @property
    def papers(self) -> tuple[str, ...]:
        """The names of the papers that can prove it."""
        return tuple(paper_name(kind, self.language) for kind in self.proof)


@dataclass(frozen=True, slots=True)
class Entry:
    """A condition with its wordings, the earliest first. opens: it only says since when its route exists."""

    id: str
    title: str
    wordings: tuple[Wording, ...]
    routes: tuple[str, ...]
    opens: bool

    def on(self, day: date) -> Wording | None:
        """The wording in force on a day, or None."""
        return next((wording for wording in self.wordings if wording.in_force(day)), None)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A route: its sections, since when it exists ('' for always), all its conditions."""

    id: str
    title: str
    law: tuple[str, ...]
    since: str
    entries: tuple[Entry, ...]
    language: str

    @property
    def days(self) -> str:
        """Since when it exists, in words."""
        return _days(self.since, "", self.language)

    @property
    def own(self) -> tuple[Entry, ...]:
        """The conditions that no other route asks, without the one that it exists."""
        return tuple(entry for entry in self.entries if len(entry.routes) == 1 and not entry.opens)

    def exists(self, day: date) -> bool:
        """Does the procedure exist on the day?"""
        return self.since <= day.isoformat()


def chapters(language: str, law: Law = BUILT_IN) -> tuple[Chapter, ...]:
    """Every route of the law with its conditions, in the words of a language."""
    asked_by: dict[str, list[str]] = {}
    for each in law.routes.values():
        for condition in each.conditions:
            asked_by.setdefault(condition, []).append(each.id)
    entries = {
        identity: Entry(
            identity,
            translate(law.conditions[identity][-1].title, language),
            tuple(_wording(rule, language) for rule in sorted(law.conditions[identity], key=lambda rule: rule.since)),
            tuple(routes),
            identity == f"{routes[0]}_exists",
        )
        for identity, routes in asked_by.items()
    }
    return tuple(
        Chapter(
            each.id,
            translate(each.title, language),
            each.cites,
            _day(each.since),
            tuple(entries[condition] for condition in each.conditions),
            language,
        )
        for each in law.routes.values()
    )


def shared(read: tuple[Chapter, ...]) -> tuple[Entry, ...]:
    """The conditions that several routes ask, in the order in which they are first asked."""
    several = {entry.id: entry for chapter in read for entry in chapter.entries if len(entry.routes) > 1}
    return tuple(several.values())


def _wording(rule: Rule, language: str) -> Wording:
    return Wording(
        _day(rule.since),
        _day(rule.until),
        rule.cites,
        rule.text,
        rule.proof,
        rule.needs + rule.reads,
        translate(rule.title, language),
        language,
    )


def _days(since: str, until: str, language: str) -> str:
    since, until = (shown_day(day, language) if day else "" for day in (since, until))
    if not since:
        words = translate("until {until}", language) if until else translate("at all times", language)
    elif until:
        words = translate("from {since} to {until}", language)
    else:
        words = translate("from {since}", language)
    return words.replace("{since}", since).replace("{until}", until)


def _day(day: date | None) -> str:
    return "" if day is None or day == ALWAYS else day.isoformat()


def law_as_json(law: Law = BUILT_IN) -> str:
    """All routes and rules as one JSON object."""
    read = chapters("en", law)
    written = {entry.id: entry for chapter in read for entry in chapter.entries}
    return json.dumps(
        {
            "routes": [
                {"id": each.id, "title": each.title, "law": each.law, "since": each.since,
                 "conditions": [entry.id for entry in each.entries]}
                for each in read
            ],
            "rules": [
                {"id": entry.id, "title": wording.title, "law": wording.law, "since": wording.since,
                 "until": wording.until, "text": wording.text, "proof": wording.proof, "needs": wording.needs}
                for entry in written.values() for wording in entry.wordings
            ],
        },
        ensure_ascii=False,
        indent=1,
    )  # fmt: skip


def law_as_markdown(language: str, law: Law = BUILT_IN) -> str:
    """All routes with their conditions, then every wording with section, days in force, text and proof."""
    read = chapters(language, law)
    lines = ["# " + translate("The rules of the law", language) + (f": {law.name}" if law.name else ""), ""]
    lines += [
        translate("Written by `python -m rules law` from the code of the rules, with all wordings by date.", language),
        "",
    ]
    lines += [f"- [{each.title}](#{_anchor(each)})" for each in read]
    lines.append(f"- [{translate('Conditions of several procedures', language)}](#shared)")
    for each in read:
        lines += ["", f'<a id="{_anchor(each)}"></a>', "", f"## {each.title}", ""]
        lines += [_line(each.id, each.law, each.days), ""]
        lines += [f"- [{entry.title}](#{_anchor(entry)})" for entry in each.entries if not entry.opens]
        for entry in each.own:
            lines += _entry(entry, language)
    lines += ["", '<a id="shared"></a>', "", f"## {translate('Conditions of several procedures', language)}"]
    for entry in shared(read):
        lines += _entry(entry, language)
    return "\n".join(lines)


def _anchor(what: Chapter | Entry) -> str:
    return f"{'route' if isinstance(what, Chapter) else 'rule'}-{what.id}"


def _line(identity: str, law: tuple[str, ...], days: str) -> str:
    return f"`{identity}` · {'; '.join(law)} · {days}"


def _entry(entry: Entry, language: str) -> Iterator[str]:
    yield from ("", f'<a id="{_anchor(entry)}"></a>', "", f"### {entry.title}")
    for wording in entry.wordings:
        yield from ("", _line(entry.id, wording.law, wording.days), "", wording.text)
        if wording.papers:
            yield from ("", f"{translate('Proof', language)}: {', '.join(wording.papers)}")
