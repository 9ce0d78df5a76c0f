"""Addresses of the applicant's road."""

from django.urls import path

from portal.public import (
    check_answers,
    files,
    leaving_out,
    page_trimming,
    places,
    task_list,
    tracker_urls,
    uploads,
    wizard,
)

app_name = "public"
urlpatterns = [
    path("my/", task_list.home, name="home"),
    path("places/", places.places, name="places"),
    path("apply/", task_list.start, name="start"),
    path("apply/<str:reference>/", task_list.tasks, name="tasks"),
    path("apply/<str:reference>/check/", check_answers.check, name="check"),
    path("apply/<str:reference>/sent/", check_answers.sent, name="sent"),
    path("apply/<str:reference>/papers/", uploads.papers, name="papers"),
    path("apply/<str:reference>/papers/add/", uploads.add, name="paper_add"),
    path("apply/<str:reference>/papers/<int:paper>/", uploads.paper, name="paper"),
    path("apply/<str:reference>/papers/<int:paper>/change/", uploads.change, name="paper_change"),
    path("apply/<str:reference>/papers/<int:paper>/state/", uploads.state, name="paper_state"),
    path(
        "apply/<str:reference>/papers/<int:paper>/<int:file>/<int:number>/trim/",
        page_trimming.trim,
        name="page_trim",
    ),
    path("files/<int:file>/", files.original, name="original"),
    path("files/<int:file>/<int:number>/<str:size>/", files.picture, name="picture"),
    path("apply/<str:reference>/<int:person>/leave-out/", leaving_out.leave_out, name="leave_out"),
    path("apply/<str:reference>/<int:person>/<slug:step>/", wizard.page, name="person_step"),
    path("apply/<str:reference>/<slug:step>/", wizard.page, name="step"),
    *tracker_urls.urlpatterns,
]
