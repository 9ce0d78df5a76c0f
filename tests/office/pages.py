"""How a browser without JavaScript goes through the screens of a case."""

import re
from collections.abc import Mapping

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from applications.intake.models import Application


def case_url(case: Application) -> str:
    """Return the address of the case page."""
    return reverse("admin:applications_application_change", args=[case.pk])


def act_url(case: Application, act: str) -> str:
    """Return the address of an act's screen."""
    return reverse("admin:case_act", args=[case.pk, act])


def seen_on(response: HttpResponse) -> str:
    """Return what a screen was drawn from."""
    found = re.search(r'name="seen" value="([^"]+)"', response.content.decode())
    assert found, response.content.decode()[-2000:]
    return found[1]


def do(client: Client, case: Application, act: str, data: Mapping[str, object] | None = None) -> HttpResponse:
    """Open an act's screen, send it, confirm the preview where there is one; return where it leads."""
    opened = client.get(act_url(case, act))
    assert opened.status_code == 200, opened.status_code
    sent = {**(data or {}), "seen": seen_on(opened)}
    answer = client.post(act_url(case, act), sent)
    if answer.status_code == 200 and b'name="confirm"' in answer.content:
        answer = client.post(act_url(case, act), {**sent, "confirm": "1"})
    if answer.status_code == 200:
        return answer
    return client.get(answer["Location"])
