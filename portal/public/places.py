"""Suggests places of the gazetteer while somebody types."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from applications.family.models import Place
from applications.family.queries import find_places
from portal.public.countries import country_name, reader_language
from rules import gazetteer

LONGEST = 80
OTHER_NAMES = 4


@login_required
@require_safe
@cache_control(private=True, max_age=3600)
def places(request: HttpRequest) -> JsonResponse:
    """Answer {"places": [{"id", "name", "also", "where"}]} for ?q=, biggest places first."""
    found = find_places(request.GET.get("q", "")[:LONGEST])
    return JsonResponse({"places": [described(place) for place in found]})


def described(place: Place) -> dict[str, str]:
    """Return a place as the suggestions show it: its name, further names, today's country, when it was part of Hungary."""
    names = [str(name) for name in place.names]
    others = [name for name in names if name != place.name][:OTHER_NAMES]
    known = gazetteer.Place(
        int(place.pk), place.name, tuple(names), place.country, place.area, "", 0, 0, place.population
    )
    where = f"{country_name(place.country)}. {known.history(reader_language())}"
    return {"id": place.pk, "name": place.name, "also": ", ".join(others), "where": where}
