"""The site of the back office: who may enter, the way in, the menu by work."""

from typing import NoReturn

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from applications.admin import health, menu, my_day, president
from applications.core.models import User


class OfficeSite(AdminSite):
    """Django's admin site under our name; who may enter is staff in a role."""

    site_header = _("Honpolgár · Office")
    site_title = _("Honpolgár · Office")
    index_title = _("My day")
    enable_nav_sidebar = False
    empty_value_display = "–"

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the reader is an active member of staff who has a role."""
        user = request.user
        return isinstance(user, User) and user.is_active and bool(user.roles)

    def each_context(self, request: HttpRequest) -> dict[str, object]:
        """Return what every page of the back office shows around its contents."""
        return {
            "site_title": self.site_title,
            "site_header": self.site_header,
            "site_url": self.site_url,
            "has_permission": self.has_permission(request),
            "menu": menu.for_reader(request),
            "sees_cases": isinstance(request.user, User) and request.user.may("see_cases"),
            "is_popup": False,
            "is_nav_sidebar_enabled": False,
            "log_entries": (),
        }

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Send strangers to the portal's own sign-in, second factor included; who is no officer finds nothing here."""
        target = request.GET.get(REDIRECT_FIELD_NAME, reverse("admin:index"))
        if self.has_permission(request):
            return redirect(reverse("admin:index"))
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(target)

    def index(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:  # type: ignore[override]  # a plain page, no TemplateResponse
        """Show the officer's day instead of a list of tables."""
        return my_day.page(self, request)

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, object] | None = None
    ) -> NoReturn:
        """There is no list of tables: the menu is by work."""
        raise Http404

    def password_change(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:  # type: ignore[override]  # a redirect
        """Passwords are changed where every account changes its own."""
        return redirect("account_change_password")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Add the pages that belong to no table."""
        return [
            path("health/", self.admin_view(health.page), name="health"),
            path("president/", self.admin_view(president.page), name="president"),
            *super().get_urls(),
        ]
