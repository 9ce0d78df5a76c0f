"""The answers of a page as lines of question and answer: for check-your-answers, the sheet and comparisons."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.public.showing import shown
from portal.public.step_form import StepForm, items_of


@dataclass(frozen=True)
class Line:
    """One answer: the field (``field/2`` for the second item), the question, the answer in words."""

    field: str
    label: str
    value: str


def lines_of(form: StepForm, answers: Mapping[str, object]) -> list[Line]:
    """Return a page's answers in the reader's language; what another answer makes pointless is left out."""
    lines = [
        Line(name, form.said(field.label or form.title), shown(field, answers.get(name)))
        for name, field in form.fields.items()
        if name in form.base_fields and counts(form, name, answers)
    ]
    if form.item is None:
        return lines
    for number, item in enumerate(items_of(answers), start=1):
        title = str(form.item_title) % {"number": number}
        lines += [
            Line(
                f"{name}/{number}",
                _("%(item)s: %(question)s") % {"item": title, "question": field.label},
                shown(field, item.get(name)),
            )
            for name, field in form.item.base_fields.items()
        ]
    return lines


def counts(form: StepForm, name: str, answers: Mapping[str, object]) -> bool:
    """Whether a field is asked for by the other answers of its page."""
    if name not in form.needs:
        return True
    other, values = form.needs[name]
    given = answers.get(other)
    raw = {True: "yes", False: "no"}.get(given, given) if isinstance(given, bool) else given
    return raw in values
