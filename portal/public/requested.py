"""Pages that a request for information opened: saving one answers its point."""

from django.urls import reverse

from applications.casework import requests
from applications.casework.models import InformationRequest, RequestedItem
from applications.intake.models import Application
from portal.public.access import DRAFT


def answered_request(application: Application, person: int, step: str) -> str | None:
    """Note the corrected page on the open request that asked for it; return where its other points are."""
    if application.state == DRAFT:
        return None
    items = RequestedItem.objects.filter(
        request__application=application,
        request__state=InformationRequest.State.OPEN,
        kind=RequestedItem.Kind.ANSWER,
        step=step,
    )
    for item in items:
        if item.person_id in (None, person):
            requests.answer_item(item=item)
    return reverse("public:case", args=[application.reference]) if items else None
