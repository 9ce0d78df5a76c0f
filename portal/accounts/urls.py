"""Addresses of the account pages that are ours; django-allauth's follow them in portal.urls."""

from django.urls import path

from portal.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.account, name="account"),
    path("language/", views.language, name="language"),
    path("protect/", views.second_factor, name="second_factor"),
    path("stay/", views.stay, name="stay"),
    path("expired/", views.expired, name="expired"),
]
