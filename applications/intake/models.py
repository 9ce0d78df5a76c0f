"""What applicants say: the application, its answers, and its submissions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.core import clock
from applications.core.encryption import EncryptedJSONField
from applications.core.models import Office, User
from applications.family.models import Family, Person


class Application(models.Model):
    """One person's case in one procedure, with the minor children who are included in it.

    ``state`` is written by casework.services.move alone. ``waits_for`` says who must act now and is
    computed beside the state after every event. ``due_on`` is the day by which that is due.
    """

    reference = models.CharField(_("reference"), max_length=20, unique=True)
    account = models.ForeignKey(User, models.PROTECT, related_name="applications", verbose_name=_("account"))
    family = models.ForeignKey(Family, models.PROTECT, related_name="applications")
    applicant = models.ForeignKey(Person, models.PROTECT, related_name="applications", verbose_name=_("applicant"))
    children = models.ManyToManyField(
        Person, related_name="included_in", blank=True, verbose_name=_("children included")
    )
    procedure = models.CharField(_("procedure"), max_length=30, default="simplified_descent")
    language = models.CharField(_("language of letters"), max_length=2, default="hu")
    state = models.CharField(_("state"), max_length=30, default="draft", db_index=True)
    waits_for = models.CharField(_("whose turn"), max_length=20, default="applicant")
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name=_("office")
    )
    caseworker = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name=_("caseworker")
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(_("started"), default=clock.now)
    saved_at = models.DateTimeField(_("last saved"), default=clock.now)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    filed_at = models.DateTimeField(_("filed"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        default_permissions = ()
        indexes = [
            models.Index(fields=["-submitted_at", "-id"], name="case_newest"),
            models.Index(fields=["state", "-submitted_at", "-id"], name="case_by_state"),
            models.Index(fields=["due_on", "id"], name="case_due", condition=models.Q(closed_at=None)),
            models.Index(
                fields=["office", "-submitted_at", "-id"], name="case_open", condition=models.Q(closed_at=None)
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Answers(models.Model):
    """The answers of one page of the form about one person, encrypted.

    ``application`` is empty for pages about family members, which all applications of the family
    share; a page about the application itself names it. ``version`` counts savings, so that a stale
    second tab is noticed.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="answers")
    application = models.ForeignKey(Application, models.CASCADE, null=True, blank=True, related_name="answers")
    step = models.CharField(max_length=60)
    data = EncryptedJSONField()
    version = models.PositiveIntegerField(default=1)
    form_version = models.CharField(max_length=20)
    saved_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("answers")
        verbose_name_plural = _("answers")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "application", "step"], name="answers_once"),
            models.UniqueConstraint(
                fields=["person", "step"], name="shared_answers_once", condition=models.Q(application=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.step}"


class Submission(models.Model):
    """The frozen copy at the moment of signing. Never changed; a correction is a new one.

    ``sheet`` holds the answers as the applicant read them, labelled in both languages (intake.sheet.Row).
    """

    application = models.ForeignKey(Application, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=clock.now)
    facts = EncryptedJSONField()
    answers = EncryptedJSONField()
    papers = models.JSONField(default=list)
    sheet = EncryptedJSONField(default=list)
    form_version = models.CharField(max_length=20)
    rules_version = models.CharField(max_length=64)
    language = models.CharField(max_length=2)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ("application", "number")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="submission_number_once")]

    def __str__(self) -> str:
        return f"{self.application_id}/{self.number}"
