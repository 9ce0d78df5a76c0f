"""Takes a marriage or a child out of an application, with everything that was answered about it."""

from collections.abc import Mapping

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from applications.core.models import User
from applications.family.models import Person
from applications.family.services import remove_marriage
from applications.intake.services import leave_out_child, save_answers
from portal.public import access, held
from portal.public.draft import Draft, open_draft
from portal.public.household import About, asked_about
from portal.public.saving import drop_unreached
from portal.public.step import form_version

COUNTED = {About.SPOUSE: "marriages", About.CHILD: "children-count"}
"""The page that says how many there are."""

WORDS: Mapping[About, str | Promise] = {
    About.SPOUSE: gettext_lazy("Take this marriage out of the application"),
    About.CHILD: gettext_lazy("Leave this child out of the application"),
}


@held.signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave_out(request: HttpRequest, reference: str, person: int) -> HttpResponse:
    """Ask whether a spouse or child is to be taken out, and do it."""
    application = access.own_application(request, reference)
    draft = open_draft(application)
    asked = asked_about(draft.household, person)
    if application.state != access.DRAFT or asked is None or asked.about not in COUNTED:
        raise Http404
    if request.method == "POST":
        taken_out(draft, Person.objects.get(pk=person), asked.about, access.account(request))
        messages.success(request, _("It was taken out, with the answers about it."))
        return redirect("public:tasks", reference=application.reference)
    return render(
        request,
        "public/leave_out.html",
        {
            "section": "application",
            "application": application,
            "title": WORDS[asked.about],
            "who": draft.who(asked),
        },
    )


def taken_out(draft: Draft, person: Person, about: About, actor: User) -> None:
    """Cut the tie, count one less, and drop what nobody is asked any more."""
    application = draft.application
    left = len(draft.ties.spouses if about is About.SPOUSE else draft.ties.children) - 1
    step, data = (COUNTED[about], {"number": left})
    if not left and about is About.CHILD:
        step, data = "children", {"any": False}
    with transaction.atomic():
        if about is About.SPOUSE:
            remove_marriage(person=application.applicant, spouse=person)
        else:
            leave_out_child(application=application, child=person)
        save_answers(
            application=application,
            person=application.applicant,
            step=step,
            data=data,
            actor=actor,
            shared=False,
            form_version=form_version(),
        )
        drop_unreached(open_draft(application), actor)
