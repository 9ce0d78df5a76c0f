"""Pages of an account that django-allauth does not have: language, overview, the offer of a second factor."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.i18n import set_language

from applications.core.models import User
from portal.accounts import services


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language and stay on the page; remember it in a cookie and with the account."""
    chosen = request.POST.get("language", "")
    if isinstance(request.user, User) and chosen in dict(settings.LANGUAGES):
        services.keep_language(user=request.user, language=chosen)
    return set_language(request)


@login_required
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """Show what can be changed about the account."""
    return render(
        request, "accounts/account.html", {"section": "account", "second_factor": is_mfa_enabled(request.user)}
    )


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Offer a second factor once, after the first sign-in; it may be put off."""
    if not isinstance(request.user, User):
        return redirect(settings.LOGIN_URL)
    home = "admin:index" if request.user.is_staff else settings.LOGIN_REDIRECT_URL
    if request.method == "POST":
        services.note_second_factor_offered(user=request.user)
        return redirect("mfa_index" if request.POST.get("answer") == "now" else home)
    if is_mfa_enabled(request.user):
        services.note_second_factor_offered(user=request.user)
        return redirect(home)
    return render(request, "accounts/second_factor.html", {"section": "account"})


@never_cache
@require_GET
def stay(request: HttpRequest) -> HttpResponse:
    """Prolong the session of a reader who is still there; 401 where it has ended already."""
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    request.session.modified = True
    return HttpResponse(status=204)


@never_cache
@require_GET
def expired(request: HttpRequest) -> HttpResponse:
    """Say that the session ended, and that nothing saved was lost."""
    return render(request, "accounts/expired.html", {"next": request.GET.get("next", "")})
