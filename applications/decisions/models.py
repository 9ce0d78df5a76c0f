"""Recommendation, decision, oath. Rows are added by people's acts and never changed afterwards."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.core import clock
from applications.core.encryption import EncryptedTextField
from applications.core.models import Office, User
from applications.intake.models import Application, Submission


class Recommendation(models.Model):
    """A caseworker's proposal with its grounds, and what the second officer made of it."""

    class Proposal(models.TextChoices):
        """What is proposed to the President."""

        GRANT = "grant", _("to grant")
        REFUSE = "refuse", _("to refuse")

    class State(models.TextChoices):
        """proposed → approved | returned."""

        PROPOSED = "proposed", _("proposed")
        APPROVED = "approved", _("approved")
        RETURNED = "returned", _("returned")

    application = models.ForeignKey(Application, models.PROTECT, related_name="recommendations")
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="recommendations")
    proposal = models.CharField(_("proposal"), max_length=6, choices=Proposal)
    grounds = models.JSONField(_("grounds"), default=list)
    reasoning = EncryptedTextField(_("reasoning"), blank=True, default="")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    second = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    second_at = models.DateTimeField(null=True, blank=True)
    second_note = EncryptedTextField(blank=True, default="")

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ("at", "id")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(second=None) | ~models.Q(second=models.F("by")), name="a_second_pair_of_eyes"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.proposal}"


class Decision(models.Model):
    """What was decided: the President's grant or refusal, recorded with number and date, or the office's termination.

    Append-only.
    """

    class Kind(models.TextChoices):
        """Who decides is part of the kind: the President grants or refuses, the office terminates (§ 17 (6))."""

        GRANT = "grant", _("granted")
        REFUSAL = "refusal", _("refused")
        TERMINATION = "termination", _("terminated")

    application = models.ForeignKey(Application, models.PROTECT, related_name="decisions")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=11, choices=Kind)
    number = models.CharField(_("number"), max_length=40)
    decided_on = models.DateField(_("date of the decision"))
    reasoning = EncryptedTextField(blank=True, default="")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ("recorded_at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.application_id} {self.kind} {self.number}"


class OathAppointment(models.Model):
    """The summons to the oath: when it was sent and delivered, where and when the oath is to be taken.

    The year runs from the delivery of the summons (LAW.md 2.12).
    """

    application = models.ForeignKey(Application, models.PROTECT, related_name="oath_appointments")
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("oath"), null=True, blank=True)
    summons_sent_on = models.DateField(_("summons sent"))
    summons_delivered_on = models.DateField(_("summons delivered"), null=True, blank=True)
    place_changes = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("oath appointment")
        verbose_name_plural = _("oath appointments")
        ordering = ("made_at",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.application_id} {self.at}"


class OathRecord(models.Model):
    """The record of an oath or solemn promise. Citizenship begins on this day. Append-only."""

    class Form(models.TextChoices):
        """A free choice (LAW.md 2.15)."""

        OATH = "oath", _("oath")
        PROMISE = "promise", _("solemn promise")

    application = models.ForeignKey(Application, models.PROTECT, related_name="oaths")
    form = models.CharField(max_length=7, choices=Form)
    taken_on = models.DateField(_("taken on"))
    place = models.CharField(_("place"), max_length=120)
    received_by = models.CharField(_("received by"), max_length=120)
    identity_matches = models.BooleanField(_("identity matches the filing"))
    certificate_number = models.CharField(_("number of the certificate"), max_length=40)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("record of an oath")
        verbose_name_plural = _("records of oaths")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.application_id} {self.taken_on}"
