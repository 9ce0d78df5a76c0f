"""Addresses of the interview."""

from django.urls import path

from portal.inquiry import views

app_name = "inquiry"
urlpatterns = [
    path("", views.intro, name="intro"),
    path("questions/", views.questions, name="questions"),
    path("result/", views.result, name="result"),
]
