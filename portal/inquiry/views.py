"""The pages of the interview. Nothing is kept: the answers travel in the form, and leaner ones in the link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from applications.core import clock
from portal.inquiry.forms import QuestionForm
from portal.inquiry.interview import Interview, interview
from portal.inquiry.links import BrokenLink, read, reduced, written
from portal.inquiry.question import Answer, Key
from portal.inquiry.result import Result

SECTION = {"section": "inquiry"}


@require_safe
def intro(request: HttpRequest) -> HttpResponse:
    """Say what is asked, how long it takes and that nothing is kept."""
    return render(request, "inquiry/intro.html", SECTION)


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest) -> HttpResponse:
    """Ask one question after the other; the last answer is followed by the result."""
    try:
        if request.method == "POST":
            return answered(request)
        given, more = read(request.META.get("QUERY_STRING", ""))
    except BrokenLink:
        return broken(request)
    return go_on(request, interview(given, clock.today(), more=more), more=more)


@require_safe
def result(request: HttpRequest) -> HttpResponse:
    """Show what the answers of a link come to: never more of them than a link may hold."""
    try:
        given, more = read(request.META.get("QUERY_STRING", ""))
    except BrokenLink:
        return broken(request)
    done = interview(reduced(given), clock.today(), more=more)
    return show(request, done, more=more, shared=True)


def answered(request: HttpRequest) -> HttpResponse:
    """Take what a page sent: an answer, 'I do not know', a step back, a change, or the wish to be asked for all ways."""
    given, more = read(str(request.POST.get("answers") or ""))
    today = clock.today()
    word, _colon, text = str(request.POST.get("go") or "").partition(":")
    before = interview(given, today, more=more)
    if word == "more":
        return go_on(request, interview(given, today, more=True), more=True)
    if word == "on":
        return go_on(request, before, more=more)
    if word == "change":
        return ask(request, before, key_of(text, before), more=more)
    asked = str(request.POST.get("ask") or "")
    if word == "back":
        return step_back(request, before, asked, more=more)
    key = key_of(asked, before)
    form = QuestionForm(key, request.POST)
    if word != "unknown" and not form.is_valid():
        return ask(request, before, key, more=more, form=form)
    answer: Answer = {} if word == "unknown" else form.answer()
    # In the place of an answer that is changed, so that those behind it are asked for again only where they must be.
    return go_on(request, interview({**given, key: answer}, today, more=more), more=more)


def step_back(request: HttpRequest, before: Interview, asked: str, *, more: bool) -> HttpResponse:
    """Ask the question before this one again, with its answer; before the result stands the last one."""
    keys = list(before.told)
    texts = [key.text for key in keys]
    place = texts.index(asked) if asked in texts else len(keys)
    if place == 0:
        return redirect("inquiry:intro")
    return ask(request, before, keys[place - 1], more=more)


def key_of(text: str, before: Interview) -> Key:
    """Return the question a page is about: one that was asked or is open. Raises BrokenLink."""
    for key in (*before.told, before.open):
        if key is not None and key.text == text:
            return key
    raise BrokenLink


def go_on(request: HttpRequest, now: Interview, *, more: bool) -> HttpResponse:
    """Ask what is open, or show the result."""
    return show(request, now, more=more) if now.open is None else ask(request, now, now.open, more=more)


def ask(
    request: HttpRequest, now: Interview, key: Key, *, more: bool, form: QuestionForm | None = None
) -> HttpResponse:
    """Draw a question."""
    keys = list(now.told)
    context = {
        **SECTION,
        "form": form or QuestionForm(key, answer=now.told.get(key)),
        "key": key.text,
        "answers": written(now.told, more=more),
        "number": (keys.index(key) if key in keys else len(keys)) + 1,
        "here": f"{reverse('inquiry:questions')}?{written(reduced_without_private(now), more=more)}",
    }
    return render(request, "inquiry/question.html", context)


def reduced_without_private(now: Interview) -> dict[Key, Answer]:
    """Return the answers for a link in which the interview goes on: what may not stand in it is asked again."""
    lean = reduced(now.told)
    return {key: answer for key, answer in lean.items() if answer or not now.told[key]}


def show(request: HttpRequest, now: Interview, *, more: bool, shared: bool = False) -> HttpResponse:
    """Draw the result."""
    found = Result(now, more=more)
    address = f"{reverse('inquiry:result')}?{found.link}"
    context = {
        **SECTION,
        "result": found,
        "answers": written(now.told, more=more),
        "shared": shared,
        "here": address,
        "link": request.build_absolute_uri(address),
        "start": f"{reverse('public:start')}?{found.link}",
    }
    return render(request, "inquiry/result.html", context)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that a link or a form is not one of ours, or not whole any more."""
    return render(request, "inquiry/broken.html", SECTION, status=400)
