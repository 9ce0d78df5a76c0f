"""Measures the processor time of requests inside this process, from the first middleware to the last byte."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest
from django.middleware.csrf import _get_new_csrf_string
from django.template.base import Template
from django.test import RequestFactory
from django.test.utils import _TestState

from applications.core.models import User
from tests.browser.conftest import session_of

Make = Callable[[], HttpRequest]
WARM_UP = 5
URLS = "tests.bench.urls"


@dataclass(frozen=True)
class Cost:
    """What a request costs: the median processor time in milliseconds."""

    name: str
    milliseconds: float

    def times(self, floor: "Cost") -> float:
        """Return how many times the floor this is."""
        return self.milliseconds / floor.milliseconds


class Reader:
    """Somebody signed in, whose requests go through every middleware, the check of forgeries too."""

    def __init__(self, user: User) -> None:
        self.secret = _get_new_csrf_string()
        self.factory = RequestFactory(headers={"host": "localhost"})
        self.factory.cookies.load(
            {"sessionid": session_of(user), settings.CSRF_COOKIE_NAME: self.secret, settings.LANGUAGE_COOKIE_NAME: "en"}
        )

    def get(self, address: str) -> HttpRequest:
        """Return a request for a page."""
        return self.factory.get(address)

    def post(self, address: str, sent: Mapping[str, object]) -> HttpRequest:
        """Return a request that sends a form without files, as browsers do."""
        content = urlencode({**sent, "csrfmiddlewaretoken": self.secret}, doseq=True)
        return self.factory.post(address, content, content_type="application/x-www-form-urlencoded")


@dataclass(frozen=True)
class Work:
    """A request to measure: its name, how one is made, and the status of its answer."""

    name: str
    make: Make
    status: int = 200


def costs(*works: Work, rounds: int = 60) -> list[Cost]:
    """Return the cost of each request. They take turns, so that a busy moment of the machine falls on all of them."""
    handler = BaseHandler()
    handler.load_middleware()
    taken: dict[str, list[float]] = {work.name: [] for work in works}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", _TestState.saved_data.template_render)
        gc.collect()
        for number in range(WARM_UP + rounds):
            for work in works:
                spent = timed(handler, work)
                if number >= WARM_UP:
                    taken[work.name].append(spent)
    return [Cost(name, statistics.median(spent)) for name, spent in taken.items()]


def timed(handler: BaseHandler, work: Work) -> float:
    """Return the milliseconds of processor time that one request takes."""
    request = work.make()
    request.urlconf = URLS
    began = time.process_time()
    answer = handler.get_response(request)
    content = answer.content
    spent = time.process_time() - began
    assert answer.status_code == work.status, (work.name, answer.status_code, content[:300])
    return spent * 1000


def told(floor: Cost, costs: list[Cost], goals: Sequence[float] = ()) -> None:
    """Print a table of costs and their ratios to the floor, with the goals where there are any."""
    say(f"\n  {floor.name:<58} {floor.milliseconds:8.2f} ms   1.00")
    for each, goal in zip_longest(costs, goals):
        wanted = f"  goal {goal:.1f}: {'reached' if each.times(floor) <= goal else 'missed'}" if goal else ""
        say(f"  {each.name:<58} {each.milliseconds:8.2f} ms {each.times(floor):6.2f}{wanted}")


def say(line: str) -> None:
    """Print a line whatever else is captured."""
    sys.stdout.write(f"{line}\n")
