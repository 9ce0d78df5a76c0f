"""The law as it is in force on a day: every rule with its section, its wordings and what proves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from applications.core import clock
from portal.public.countries import reader_language
from rules.listing import Chapter, Entry, Wording, chapters, shared


class DayForm(forms.Form):
    """The day whose law is shown."""

    on = forms.DateField(
        label=_("The law on this day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Enter a whole date, such as 2012-05-31.")},
    )
    on.width = "w10"  # type: ignore[attr-defined]  # what our own pack reads


@dataclass(frozen=True, slots=True)
class Shown:
    """A condition as the page prints it: the wording in force on the day, what was before, what comes later."""

    entry: Entry
    now: Wording | None
    earlier: Sequence[Wording]
    later: Sequence[Wording]


@dataclass(frozen=True, slots=True)
class ShownChapter:
    """A procedure as the page prints it, with the conditions that it alone asks."""

    chapter: Chapter
    exists: bool
    own: Sequence[Shown]
    asked: Sequence[Entry]
    opening: Entry | None


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """Show every rule with the wording of a day, today's where no day or a faulty one is asked for."""
    asked = "on" in request.GET
    form = DayForm(request.GET) if asked else DayForm(initial={"on": clock.today()})
    day = form.cleaned_data["on"] if asked and form.is_valid() else clock.today()
    read = read_in(reader_language())
    context = {
        "form": form,
        "day": day,
        "is_today": day == clock.today(),
        "chapters": [chapter_on(chapter, day) for chapter in read],
        "shared": [shown_on(entry, day) for entry in shared(read)],
        "english_text": reader_language() != "en",
    }
    return render(request, "pages/law.html", context)


@cache
def read_in(language: str) -> tuple[Chapter, ...]:
    """Return the law in a language, read once: it does not change while the portal runs."""
    return chapters(language)


def chapter_on(chapter: Chapter, day: date) -> ShownChapter:
    """Return a procedure as it stands on a day."""
    return ShownChapter(
        chapter=chapter,
        exists=chapter.exists(day),
        own=[shown_on(entry, day) for entry in chapter.own],
        asked=[entry for entry in chapter.entries if not entry.opens],
        opening=next((entry for entry in chapter.entries if entry.opens), None),
    )


def shown_on(entry: Entry, day: date) -> Shown:
    """Return a condition as it stands on a day."""
    now = entry.on(day)
    others = [wording for wording in entry.wordings if wording is not now]
    return Shown(
        entry=entry,
        now=now,
        earlier=[wording for wording in others if wording.is_earlier(day)],
        later=[wording for wording in others if not wording.is_earlier(day)],
    )
