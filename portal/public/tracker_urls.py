"""Addresses of the tracker: the case, its appointments, requests, messages and letters; and the mailbox of a demonstration."""

from django.urls import path

from portal.public import answering, appointments, leaving, mailbox, post, tracker

urlpatterns = [
    path("my/<str:reference>/", tracker.case, name="case"),
    path("my/<str:reference>/history/", tracker.history, name="history"),
    path("my/<str:reference>/visit/", appointments.visit, name="visit"),
    path("my/<str:reference>/visit/book/", appointments.book_visit, name="visit_book"),
    path("my/<str:reference>/visit/cancel/", appointments.cancel_visit, name="visit_cancel"),
    path("my/<str:reference>/visit/calendar/", appointments.visit_calendar, name="visit_calendar"),
    path("my/<str:reference>/oath/", appointments.oath, name="oath"),
    path("my/<str:reference>/oath/book/", appointments.book_oath, name="oath_book"),
    path("my/<str:reference>/oath/cancel/", appointments.cancel_oath, name="oath_cancel"),
    path("my/<str:reference>/oath/place/", appointments.oath_place, name="oath_place"),
    path("my/<str:reference>/oath/calendar/", appointments.oath_calendar, name="oath_calendar"),
    path("my/<str:reference>/request/", answering.page, name="request"),
    path("my/<str:reference>/request/extend/", answering.extend, name="request_extend"),
    path("my/<str:reference>/request/calendar/", answering.deadline_file, name="request_calendar"),
    path("my/<str:reference>/letters/<int:letter>/", post.letter, name="letter"),
    path("my/<str:reference>/dossier/", post.dossier, name="dossier"),
    path("my/<str:reference>/withdraw/", leaving.withdraw, name="withdraw"),
    path("my/<str:reference>/take-back/", leaving.take_back, name="take_back"),
    path("messages/", post.messages, name="messages"),
    path("messages/<int:message>/", post.message, name="message"),
    path("case/<str:reference>/", tracker.scanned, name="scanned"),
    path("mailbox/", mailbox.mailbox, name="mailbox"),
    path("mailbox/<str:name>/", mailbox.mail, name="mail"),
    path("mailbox/<str:name>/html/", mailbox.frame, name="mail_frame"),
]
