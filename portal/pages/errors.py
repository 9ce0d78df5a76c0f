"""Pages for what went wrong: each says what happened, what is safe, and what to do now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what no browser of ours sends: nothing was changed."""
    return render(request, "400.html", status=400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer somebody who is signed in but may not see this."""
    return render(request, "403.html", status=403)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose page was too old: somebody signed in or out since it was opened."""
    return render(request, "403_csrf.html", {"reason": reason}, status=403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere, without saying whether somebody else's page is there."""
    return render(request, "404.html", status=404)


@requires_csrf_token
def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Answer somebody who tried too often in a short time."""
    return render(request, "429.html", status=429)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when the portal itself failed: in both languages, asking nothing of database or session."""
    return HttpResponse(get_template("500.html").render(), status=500)
