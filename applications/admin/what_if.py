"""What if? An officer changes facts of a case and sees what the law would answer; nothing is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

import rules
from applications.admin.base import officer_of
from applications.admin.trial_family import imagined
from applications.admin.trial_form import MOST, TrialForm
from applications.admin.trial_inputs import areas, countries
from applications.admin.trial_words import choice_words
from applications.admin.words import OUTCOME_TONE, language_now
from applications.assessment.facts import Facts, fact_id
from applications.assessment.models import Finding
from applications.assessment.trial import Outcome, Turned, altered, frozen_facts, outcomes, turning
from applications.assessment.wording import rule_title
from applications.casework.queries import visible_cases
from applications.casework.readings import look
from applications.family.models import Person
from applications.family.queries import everybody
from applications.intake.models import Application
from applications.intake.queries import latest_submission, persons_in
from rules.facts import ParentTie
from rules.kinds import KINDS, OF_ANYBODY, kind_of, single_facts
from rules.names import fact_name, person_name, value_words
from rules.people import split, value_at

STATED, TITLES = 20, 3


@dataclass(frozen=True)
class Answer:
    """One side of a comparison: tone and words of the outcome, the reasons, the sections."""

    tone: str
    words: str
    sentences: Sequence[str]
    law: str


@dataclass(frozen=True)
class Condition:
    """A condition before and after, as the page prints it, with the titles of the routes that ask it."""

    id: str
    title: str
    before: Answer | None
    after: Answer | None
    routes: Sequence[str]


@dataclass(frozen=True)
class Route:
    """A route before and after."""

    id: str
    title: str
    before: Answer
    after: Answer
    changed: bool
    own: bool


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the sandbox of a case; sent, it answers and forgets. 404 for cases the reader may not open."""
    officer = officer_of(request)
    case = get_object_or_404(visible_cases(officer).select_related("applicant", "family", "account"), pk=pk)
    finding = finding_asked(case, request.GET.get("finding", ""))
    applying = persons_in(case)
    person = person_asked(applying, request.GET.get("person", ""), finding)
    raw = stated(case, person)
    address = reverse("admin:applications_application_change", args=[case.pk])
    try:
        before = rules.assess(raw)
    except rules.FactsError:
        messages.warning(request, _("The facts of this case cannot be tried: they were signed in an older form."))
        return redirect(address)
    look(case=case, officer=officer, subject="what-if")
    language = language_now()
    serves = turning(case, before)
    sent = request.POST if request.method == "POST" else None
    first = [path for path in finding.would_change if isinstance(path, str)] if finding else []
    paths = sent.getlist("path")[:MOST] if sent is not None else [*first, *serves][:STATED]
    family = imagined(raw, sent)
    form = TrialForm(sent, raw=raw, paths=paths, serves=served(serves, language), language=language, family=family)
    tried = sent is not None and form.is_valid()
    after = rules.assess(altered(form.raw, form.changes)) if tried else before
    found = outcomes(case, before, after)
    context = {
        **admin.site.each_context(request),
        "title": _("What if?"),
        "case": case,
        "case_url": address,
        "applying": applying,
        "person": person,
        "form": form,
        "tried": tried,
        "changes": changes(form, before, after, language) if tried else [],
        "routes": [route(each, language) for each in found],
        "conditions": conditions(found, language),
        "law_url": f"{reverse('pages:law')}?on={after.as_of.isoformat()}",
        "all_facts": [(path, fact_name(form.facts, path, language)) for path in all_facts(form.facts)],
        "all_areas": areas(),
        "all_countries": countries(language),
    }
    return render(request, "admin/case/what_if.html", context)


def finding_asked(case: Application, number: str) -> Finding | None:
    """Return the finding of the law whose facts are to be tried first; None where none is asked for."""
    if not number.isdecimal():
        return None
    return Finding.objects.filter(application=case, source=Finding.Source.RULE, pk=number).first()


def person_asked(applying: Sequence[Person], number: str, finding: Finding | None) -> Person:
    """Return whose facts are tried: the person asked for, the one a finding is about, or the applicant."""
    wanted = finding.person_id if finding else int(number) if number.isdecimal() else applying[0].pk
    for person in applying:
        if person.pk == wanted:
            return person
    raise Http404


def stated(case: Application, person: Person) -> Facts:
    """Return the frozen facts about a person of the case, with names; 404 where nothing was signed."""
    submission = latest_submission(case)
    if submission is None or fact_id(person) not in submission.facts:
        raise Http404
    names = {fact_id(each): each.full_name for each in everybody(case.family).values()}
    return frozen_facts(case, submission, person, names)


def served(serves: Mapping[str, Sequence[str]], language: str) -> dict[str, str]:
    """Return for each path the titles of the conditions it can turn."""
    words = {}
    for path, conditions in serves.items():
        titles = dict.fromkeys(rule_title(condition, language) for condition in conditions)
        words[path] = _("Can turn: %(titles)s") % {"titles": "; ".join(list(titles)[:TITLES])}
    return words


def changes(
    form: TrialForm, before: rules.Assessment, after: rules.Assessment, language: str
) -> list[tuple[str, str, str]]:
    """Return (fact, what stands, what is tried) of each changed fact, in words."""
    if before.facts is None or after.facts is None:
        return []
    words = {path: fact_name(form.facts, path, language) for path in form.family.touched}
    words |= {path: asked.words for path, asked in form.asked.items() if path in form.changes}
    return [
        (each, said(before.facts, path, language), said(after.facts, path, language)) for path, each in words.items()
    ]


def said(facts: rules.Facts, path: str, language: str) -> str:
    """Return what facts say at a path in a word or two."""
    value = value_at(facts, *split(facts.people, path))
    if value is None:
        return _("not known")
    if value == ():
        return _("none")
    fact = split(facts.people, path)[1]
    kind = kind_of(fact)
    if kind and kind.form == "choice":
        return str(choice_words(fact, str(value)))
    if isinstance(value, tuple) and all(isinstance(each, ParentTie) for each in value):
        return "; ".join(person_name(facts, each.person, language) for each in value)
    return value_words(facts, path, language) or (str(value) if isinstance(value, str) else _("a list"))


def route(outcome: Outcome, language: str) -> Route:
    """Return a route as the page prints it."""
    return Route(
        id=outcome.route,
        title=rule_title(f"route.{outcome.route}", language),
        before=answer(outcome.before),
        after=answer(outcome.after),
        changed=outcome.changed,
        own=outcome.own,
    )


def conditions(found: Sequence[Outcome], language: str) -> list[Condition]:
    """Return each condition that differs once, of the case's own routes and of those whose outcome differs."""
    differing: dict[str, Turned] = {}
    routes: dict[str, list[str]] = {}
    for outcome in found:
        for turned in outcome.turned if outcome.own or outcome.changed else ():
            differing.setdefault(turned.id, turned)
            routes.setdefault(turned.id, []).append(rule_title(f"route.{outcome.route}", language))
    return [
        Condition(
            id=identity,
            title=rule_title(identity, language),
            before=reasoned(turned.before, language),
            after=reasoned(turned.after, language),
            routes=routes[identity],
        )
        for identity, turned in differing.items()
    ]


def answer(outcome: str, sentences: Sequence[str] = (), law: str = "") -> Answer:
    """Return an outcome with its tone and words."""
    known = Finding.Outcome(outcome)
    return Answer(OUTCOME_TONE[known], str(known.label), sentences, law)


def reasoned(found: rules.Condition | None, language: str) -> Answer | None:
    """Return the answer of a condition with its reasons; None where the law of the day does not ask it."""
    if found is None:
        return None
    return answer(found.answer, [reason.render(language) for reason in found.because], "; ".join(found.law))


def all_facts(facts: rules.Facts) -> Iterator[str]:
    """Yield the path of every fact that can be tried: all of the applicant's, of others what matters for anybody."""
    yield "as_of"
    for person in facts.people:
        kinds = KINDS if person == facts.applicant_id else OF_ANYBODY
        yield from (f"people.{person}.{fact}" for fact in single_facts(kinds))
