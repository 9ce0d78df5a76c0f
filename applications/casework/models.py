"""The case on its way: what moved it, what was asked, who came, what officers noted."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.core import clock
from applications.core.encryption import EncryptedJSONField, EncryptedTextField
from applications.core.models import Office, User
from applications.documents.models import Paper
from applications.family.models import Person
from applications.intake.models import Application, Submission


class StateChange(models.Model):
    """A step of a case from one state to the next. Append-only; deadlines are computed from these intervals."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="changes")
    transition = models.CharField(max_length=40)
    source = models.CharField(max_length=30)
    target = models.CharField(max_length=30)
    actor = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    note = EncryptedTextField(blank=True, default="")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("change of state")
        verbose_name_plural = _("changes of state")
        ordering = ("at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


class Note(models.Model):
    """An internal note of the office; the applicant does not see it."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="notes")
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    text = EncryptedTextField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ("-at", "-id")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class InformationRequest(models.Model):
    """What the office asks an applicant for, with a deadline. Only what was asked opens for change.

    ``extended_at`` is when the applicant took the one extension there is.
    """

    class State(models.TextChoices):
        """open → answered | expired | cancelled."""

        OPEN = "open", _("open")
        ANSWERED = "answered", _("answered")
        EXPIRED = "expired", _("expired")
        CANCELLED = "cancelled", _("cancelled")

    application = models.ForeignKey(Application, models.PROTECT, related_name="requests")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    introduction = EncryptedTextField(blank=True, default="")
    due_on = models.DateField(_("answer by"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    extended_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    submission = models.ForeignKey(Submission, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("request for information")
        verbose_name_plural = _("requests for information")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["application", "number"], name="request_number_once"),
            models.UniqueConstraint(fields=["application"], name="one_open_request", condition=models.Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.application_id}/{self.number}"


class RequestedItem(models.Model):
    """One point of a request: a text to write, a paper to bring (anew), or a page of the form to correct."""

    class Kind(models.TextChoices):
        """What an answer to it is."""

        TEXT = "text", _("an explanation")
        PAPER = "paper", _("a paper")
        ANSWER = "answer", _("a correction of an answer")

    request = models.ForeignKey(InformationRequest, models.PROTECT, related_name="items")
    kind = models.CharField(max_length=6, choices=Kind)
    question = EncryptedTextField()
    finding_code = models.CharField(max_length=60, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    paper_kind = models.CharField(max_length=40, blank=True)
    replaces = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")
    step = models.CharField(max_length=60, blank=True)
    answer = EncryptedTextField(blank=True, default="")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="answered_items")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("point of a request")
        verbose_name_plural = _("points of a request")
        ordering = ("id",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.request_id}/{self.pk}"


class Slot(models.Model):
    """A time at an office when families may come: to file, or to take the oath."""

    class Purpose(models.TextChoices):
        """What people come for."""

        FILING = "filing", _("filing")
        OATH = "oath", _("oath")

    office = models.ForeignKey(Office, models.PROTECT, related_name="slots")
    purpose = models.CharField(max_length=6, choices=Purpose, default=Purpose.FILING)
    starts_at = models.DateTimeField(_("starts"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=30)
    capacity = models.PositiveSmallIntegerField(_("families"), default=1)

    class Meta:
        verbose_name = _("appointment time")
        verbose_name_plural = _("appointment times")
        ordering = ("starts_at",)
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["office", "purpose", "starts_at"], name="slot_once")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def begins(self) -> datetime:
        """The beginning by the clock on the office's wall."""
        return self.starts_at.astimezone(ZoneInfo(self.office.time_zone))


class Booking(models.Model):
    """A family's place in a slot. A cancelled booking stays, with the day it was cancelled."""

    slot = models.ForeignKey(Slot, models.PROTECT, related_name="bookings")
    application = models.ForeignKey(Application, models.PROTECT, related_name="bookings")
    booked_at = models.DateTimeField(default=clock.now)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["slot", "application"], name="booking_once", condition=models.Q(cancelled_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.slot_id}"


class Visit(models.Model):
    """What the officer recorded when the family came: identity, language, signature, originals shown.

    ``details`` holds, for each person, identity_ok, hungarian (shown, partly, none), signature_ok, and
    the ids of the papers whose originals were shown.
    """

    application = models.ForeignKey(Application, models.PROTECT, related_name="visits")
    office = models.ForeignKey(Office, models.PROTECT, related_name="visits")
    booking = models.ForeignKey(Booking, models.PROTECT, null=True, blank=True, related_name="visits")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    details = EncryptedJSONField(default=dict)
    note = EncryptedTextField(blank=True, default="")

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ("-at",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.application_id} {self.at:%Y-%m-%d}"


class OfficeReading(models.Model):
    """When an officer last looked at a case: what came later is new to him or her."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="readings")
    officer = models.ForeignKey(User, models.CASCADE, related_name="readings")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["application", "officer"], name="reading_once")]

    def __str__(self) -> str:
        return f"{self.application_id} {self.officer_id}"
