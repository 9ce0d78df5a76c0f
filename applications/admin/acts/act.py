"""An act: something an officer does with a case, with its form, its preview and its one call of a service."""

from collections.abc import Callable, Mapping

from django import forms
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications import pipeline
from applications.casework.services import hindrance, permitted
from applications.casework.workflow import Transition
from applications.core.models import User
from applications.correspondence.models import Message
from applications.intake.models import Application

Words = str | Promise
Data = Mapping[str, object] | None


class NoteForm(forms.Form):
    """Words to go with a step."""

    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=8000)


class ReasonForm(forms.Form):
    """Words without which a step is not taken."""

    note = forms.CharField(
        label=_("Reasons"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=8000,
        error_messages={"required": _("Write down the reason.")},
    )


class EmptyForm(forms.Form):
    """Nothing to say: the step itself is all."""


class Act:
    """What an officer can do with a case.

    ``id`` is part of its address. ``title`` is on its button, ``lead`` explains it above the form.
    ``permission`` is a key of core.roles.PERMISSIONS. ``template`` draws the form.
    """

    id: str = ""
    title: Words = ""
    lead: Words = ""
    permission: str = "work_cases"
    shortcut: str = ""
    sends_message: bool = False
    is_grave: bool = False
    form_class: type[forms.Form] = EmptyForm
    template: str = "admin/case/act.html"
    done: Words = _("Done.")

    def is_offered(self, case: Application, officer: User) -> bool:
        """Whether the act belongs to the case's state and the officer's role."""
        raise TypeError(f"{type(self).__name__} does not say when it is offered.")

    def hindrance(self, case: Application, officer: User) -> Words | None:
        """Return why the officer cannot do it now, or None."""
        return None

    def initial(self, case: Application, officer: User) -> dict[str, object]:
        """Return what the form starts with."""
        return {}

    def form(self, case: Application, officer: User, data: Data = None) -> forms.Form:
        """Return the form, bound where there is data."""
        return self.form_class(data, initial=self.initial(case, officer))

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Do it; raises CannotMove."""
        raise TypeError(f"{type(self).__name__} does not say what it does.")

    def context(self, case: Application, officer: User) -> dict[str, object]:
        """Return what the act's own template shows beside the form."""
        return {}


class Step(Act):
    """An act that takes one way of the table: offered, hindered and previewed as the table says."""

    def __init__(self, way: Transition) -> None:
        self.way = way
        self.id = way.id
        self.permission = way.permission
        self.shortcut = way.shortcut
        self.title = self.title or way.label
        self.sends_message = way.message is not None
        if self.form_class is EmptyForm and way.note:
            self.form_class = ReasonForm

    def is_offered(self, case: Application, officer: User) -> bool:
        """Where the table has this way from the case's state for a role of the officer's."""
        return case.state in self.way.sources and permitted(case=case, way=self.way, actor=officer)

    def hindrance(self, case: Application, officer: User) -> Words | None:
        """What the table's guard says."""
        return hindrance(case=case, way=self.way, actor=officer, proposal=pipeline.proposal_of(case))

    def perform(self, *, case: Application, officer: User, form: forms.Form) -> None:
        """Move the case."""
        pipeline.move(case=case, transition=self.way.id, actor=officer, note=str(form.cleaned_data.get("note", "")))


def rehearse(case: Application, perform: Callable[[], None]) -> list[Message]:
    """Return the messages that doing it would send: it is done, looked at, and rolled back.

    Nothing is previewed by other code than what will run. Raises CannotMove like the act itself.
    """
    state = (case.state, case.caseworker_id)
    with transaction.atomic():
        known = set(case.messages.values_list("pk", flat=True))
        perform()
        made = [message for message in case.messages.order_by("pk") if message.pk not in known]
        transaction.set_rollback(True)
    case.state, case.caseworker_id = state
    return made
