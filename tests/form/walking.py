"""Walks the form as somebody at a browser does: page after page, with wishes for some of them."""

from collections.abc import Callable, Mapping

from django.test import Client
from django.urls import reverse

from applications.intake.models import Application
from portal.public.addresses import page_address
from portal.public.draft import open_draft
from portal.public.pages import form_for
from portal.public.step import Stop, first_open
from tests.form.filling import filled

Wishes = Mapping[str, Mapping[str, object]]
ByPerson = Callable[[Stop], Mapping[str, object]]
MOST_PAGES = 250


def nothing_more(_stop: Stop) -> Mapping[str, object]:
    """Wish nothing about single persons."""
    return {}


def started(client: Client) -> Application:
    """Return a new draft of the signed-in account."""
    client.post(reverse("public:start"))
    return Application.objects.latest("pk")


def answer(client: Client, application: Application, stop: Stop, wishes: Mapping[str, object]) -> None:
    """Open one page and answer it."""
    address = page_address(open_draft(application), stop)
    assert client.get(address).status_code == 200, stop.step.id
    sent = filled(form_for(open_draft(application), stop), stop.step.id, wishes)
    sent["version"] = "0"
    done = client.post(address, sent)
    assert done.status_code == 302, (stop.step.id, done.context["form"].errors)


def walk(
    client: Client, application: Application, wishes: Wishes, by_person: ByPerson = nothing_more, until: str = ""
) -> list[str]:
    """Answer page after page until none is left, or until the page ``until``; return the steps in order."""
    steps: list[str] = []
    for _ in range(MOST_PAGES):
        stop = first_open(open_draft(application).household)
        if stop is None or stop.step.id == until:
            return steps
        answer(client, application, stop, {**wishes.get(stop.step.id, {}), **by_person(stop)})
        steps.append(stop.step.id)
    raise AssertionError(f"The form does not end: {steps[-5:]}")
