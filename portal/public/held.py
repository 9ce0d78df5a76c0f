"""Answers that were sent after the session had ended: kept until the person has signed in again."""

import json
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import resolve_url

from applications.core.encryption import UnreadableValue, decrypt, encrypt

HELD = "held_answers"
LARGEST = 64 * 1024

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """Send who is not signed in to the sign-in page; what he or she sent is held, encrypted, in the session."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method == "POST":
            hold(request)
        query = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{resolve_url(settings.LOGIN_URL)}?{query}")

    return guarded


def hold(request: HttpRequest) -> None:
    """Keep the posted fields (never files) of one page until the next sign-in."""
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    content = json.dumps({"path": request.path, "data": sent.urlencode()})
    if sent and len(content) <= LARGEST:
        request.session[HELD] = encrypt(content.encode()).decode()


def taken_back(request: HttpRequest) -> QueryDict | None:
    """Return, once, the fields held for the page of this request, or None."""
    token = request.session.get(HELD)
    if not isinstance(token, str):
        return None
    try:
        content = json.loads(decrypt(token.encode()))
    except UnreadableValue:
        content = {}
    if content.get("path") not in (None, request.path):
        return None
    del request.session[HELD]
    return QueryDict(content["data"], mutable=True) if content else None
