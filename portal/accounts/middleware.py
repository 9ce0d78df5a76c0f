"""Keeps a session alive while its owner is at work, without a write at every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from applications.core import clock

TOUCH_SECONDS = 600
SEEN = "seen_at"


class SessionInUseMiddleware:
    """Prolong the session of a signed-in reader, at most once in ten minutes.

    Without it a session would end a fixed time after signing in, in the middle of somebody's work.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Note the present minute in the session where the last note is old."""
        if request.user.is_authenticated:
            now = int(clock.now().timestamp())
            if now - int(request.session.get(SEEN, 0)) > TOUCH_SECONDS:
                request.session[SEEN] = now
        return self.get_response(request)
