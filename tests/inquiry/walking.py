"""Answers the interview by a script, in memory or through its pages."""

import html
import re
from collections.abc import Callable, Mapping
from datetime import date

from django.test import Client

from portal.inquiry.interview import Interview, interview
from portal.inquiry.question import Answer, Key
from portal.inquiry.result import Result

TODAY = date(2026, 11, 21)
QUESTIONS = "/check/questions/"
Script = Mapping[str, Answer]

NO_TIE: Script = {
    "hungarian": {"ever": "no"},
    "nationality": {"country": "BR", "by": "birth"},
    "parents": {"known": "both", "adopted": "no"},
    "birth": {"on": "1980-05-17", "country": "BR"},
    "married": {"were": "yes"},
    "ends": {"what": "none"},
    "*.citizen": {"was": "no"},
    "*.up": {"from": "none"},
    "*.married": {"were": "yes"},
    "language": {"level": "well"},
    "record": {"convicted": "none", "proceedings": "no"},
    "spouse": {"is": "no"},
    "children": {"are": "none"},
    "residence": {"where": "no"},
}
CITIZENS_CHILD: Script = {**NO_TIE, "m.citizen": {"was": "stayed"}, "m.birth": {"on": "1955"}}
GRANDCHILD: Script = {
    **NO_TIE,
    "nationality": {"country": "RO", "by": "birth"},
    "birth": {"on": "1980-05-17", "place": "RO-CJ/Kolozsvár", "country": "RO"},
    "m.up": {"from": "father"},
    "m.birth": {"on": "1955", "country": "RO"},
    "mf.citizen": {"was": "ended"},
    "mf.end": {"how": "trianon", "on": "1921-07-26"},
    "mf.birth": {"on": "1890-03-02", "place": "RO-CJ/Kolozsvár", "country": "RO"},
}
PROBABLE: Script = {
    **GRANDCHILD,
    "mf.citizen": {},
    "mf.came": {"on": "1890-03-02", "place": "RO-CJ/Kolozsvár", "country": "RO"},
}
SPOUSE: Script = {
    **NO_TIE,
    "spouse": {"is": "citizen", "on": "2019-02-03"},
    "children": {"are": "common", "on": "2020-04-05"},
}


def scripted(script: Script, key: Key) -> Answer:
    """Return the script's answer to a question, 'I do not know' where it has none."""
    general = f"*.{key.question}" if key.trail else key.question
    return script.get(key.text, script.get(general, {}))


class Asking(dict[Key, Answer]):
    """Answers that are given when they are asked for, once each."""

    def __init__(self, answer: Callable[[Key], Answer]) -> None:
        super().__init__()
        self.answer = answer

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: Key) -> Answer:
        self[key] = self.answer(key)
        return self[key]


def walked(answer: Callable[[Key], Answer], *, more: bool = False) -> Interview:
    """Walk the interview to its end."""
    return interview(Asking(answer), TODAY, more=more)


def result_of(script: Script, *, more: bool = False) -> Result:
    """Return what a script comes to."""
    return Result(walked(lambda key: scripted(script, key), more=more), more=more)


def verdicts(script: Script, *, more: bool = False) -> dict[str, str]:
    """Return how each way looks."""
    return {way.route: way.verdict.value for way in result_of(script, more=more).ways}


def hidden(page: str, name: str) -> str:
    """Return the value of the last hidden field of a name, "" where there is none."""
    found = re.findall(rf'<input type="hidden" name="{name}" value="([^"]*)"', page)
    return html.unescape(found[-1]) if found else ""


def posted(answer: Answer) -> dict[str, str]:
    """Return an answer as a browser sends it."""
    data = dict(answer)
    if "on" in data:
        data |= dict(zip(("on_year", "on_month", "on_day"), data.pop("on").split("-"), strict=False))
    if "place" in data:
        data["place"] = data["place"].partition("/")[2]
    return data


def through_pages(client: Client, script: Script) -> tuple[str, list[str]]:
    """Answer page after page; return the page at the end and the headings on the way."""
    page, headings = client.get(QUESTIONS).content.decode(), []
    while hidden(page, "ask"):
        headings.append(
            html.unescape(
                re.sub(r"<[^>]+>", "", re.search(r"<h1>(.*?)</h1>|<legend>(.*?)</legend>", page, re.S)[0])
            ).strip()
        )
        trail, _dot, question = hidden(page, "ask").rpartition(".")
        answer = scripted(script, Key(trail, question))
        data = {"answers": hidden(page, "answers"), "ask": hidden(page, "ask"), "go": "next" if answer else "unknown"}
        sent = client.post(QUESTIONS, {**data, **posted(answer)})
        assert sent.status_code == 200
        assert "field--bad" not in sent.content.decode(), (hidden(page, "ask"), answer)
        page = sent.content.decode()
    return page, headings
