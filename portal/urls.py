"""Every address: the public side, accounts, the back office, health."""

from django.contrib import admin
from django.urls import include, path

handler400 = "portal.pages.errors.bad_request"
handler403 = "portal.pages.errors.forbidden"
handler404 = "portal.pages.errors.not_found"
handler429 = "portal.pages.errors.too_many_requests"
handler500 = "portal.pages.errors.server_error"

urlpatterns = [
    path("", include("portal.pages.urls")),
    path("", include("portal.public.urls")),
    path("check/", include("portal.inquiry.urls")),
    path("account/", include("portal.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("office/", admin.site.urls),
]
