"""The portal's addresses and two to compare with: a signed-in view that does nothing, Django's own list of cases."""

from django.contrib.admin import AdminSite, ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.urls import path

from applications.intake.models import Application
from portal.urls import handler403, handler404, handler500  # noqa: F401 - read by Django
from portal.urls import urlpatterns as portal_patterns


class StockSite(AdminSite):
    """Django's admin as it comes, open to every account."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Let everybody in."""
        return bool(request.user.is_authenticated)


class StockList(ModelAdmin):
    """The change list as one would write it first: the queue's columns, filters and search."""

    list_display = ("reference", "applicant", "born", "state", "waits_for", "due_on", "caseworker", "submitted_at")
    list_filter = ("state", "waits_for", "office", "caseworker")
    search_fields = ("reference", "applicant__family_name", "applicant__given_name")
    ordering = ("-submitted_at",)

    def born(self, case: Application) -> str:
        """The applicant's date of birth."""
        return str(case.applicant.born_on)

    def has_view_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Everybody sees the list."""
        return True


stock = StockSite(name="stock")
stock.register(Application, StockList)


def nothing(request: HttpRequest) -> HttpResponse:
    """Load session and user, and say so: the floor of every signed-in request."""
    return HttpResponse("yes" if request.user.is_authenticated else "no")


urlpatterns = [path("nothing/", nothing), path("stock/", stock.urls), *portal_patterns]
