"""Taking an application back to correct it, and withdrawing it: each asks once more before it acts."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from applications import pipeline
from applications.casework.services import CannotMove
from applications.casework.workflow import TRANSITION
from portal.public import access, held


class WithdrawForm(forms.Form):
    """A word of confirmation, and why if one likes."""

    sure = forms.BooleanField(
        label=gettext_lazy("I withdraw my application. The procedure ends with it."),
        error_messages={"required": gettext_lazy("Confirm that you want to withdraw.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("You need not give a reason."),
    )


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once more, then withdraw the application."""
    application = access.own_application(request, reference)
    if application.state not in TRANSITION["withdraw"].sources:
        messages.warning(request, _("This application cannot be withdrawn any more."))
        return redirect("public:case", reference=application.reference)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            pipeline.withdraw(case=application, actor=access.account(request), note=form.cleaned_data["reason"])
        except CannotMove as refused:
            messages.warning(request, str(refused.reason))
        return redirect("public:case", reference=application.reference)
    return render(
        request,
        "public/tracker/withdraw.html",
        {
            "section": "application",
            "application": application,
            "form": form,
        },
        status=422 if form.errors else 200,
    )


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once more, then open the application for corrections."""
    application = access.own_application(request, reference)
    if application.state not in TRANSITION["take_back"].sources:
        messages.warning(request, _("This application cannot be taken back now. Cancel a booked visit first."))
        return redirect("public:case", reference=application.reference)
    if request.method == "POST":
        try:
            pipeline.move(case=application, transition="take_back", actor=access.account(request))
        except CannotMove as refused:
            messages.warning(request, str(refused.reason))
        return redirect("public:case", reference=application.reference)
    return render(request, "public/tracker/take_back.html", {"section": "application", "application": application})
