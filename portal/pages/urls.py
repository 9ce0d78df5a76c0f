"""Addresses of the public pages."""

from django.urls import path

from portal.pages import law, views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("guidance/", views.guidance, name="guidance"),
    path("guidance/<slug:topic>/", views.guidance, name="topic"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("help/", views.help_page, name="help"),
    path("law/", law.law, name="law"),
    path("terms/", views.terms, name="terms"),
]
