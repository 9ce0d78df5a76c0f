"""Findings: what a rule, a paper check, a comparison or an earlier case says, and what officers made of it.

Nothing is overwritten: a newer run supersedes, a review is a row of its own.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.core import clock
from applications.core.encryption import EncryptedJSONField
from applications.core.models import User
from applications.documents.models import Paper, PaperFile
from applications.family.models import Person
from applications.intake.models import Application, Submission


class Finding(models.Model):
    """One statement about a case: code, outcome, why, on which evidence, by which code version.

    ``submission`` is empty for a finding on a draft (pre-flight). ``reasons`` is a list of
    {"id", "args"} that rules.words or documents.check render in any language. ``law`` lists sections.
    """

    class Source(models.TextChoices):
        """Who says it."""

        RULE = "rule", _("law")
        FILE = "file", _("file check")
        COMPARISON = "comparison", _("comparison")
        SIGNAL = "signal", _("seen before")

    class Outcome(models.TextChoices):
        """Rules answer the first four, papers the others (DESIGN: Finding)."""

        MET = "met", _("met")
        NOT_MET = "not_met", _("not met")
        UNKNOWN = "unknown", _("unknown")
        OFFICER = "officer", _("for an officer")
        ACCEPT = "accept", _("in order")
        REVIEW = "review", _("to be looked at")
        REJECT = "reject", _("cannot be used")
        NOT_CHECKED = "not_checked", _("not checked")

    application = models.ForeignKey(Application, models.PROTECT, related_name="findings")
    submission = models.ForeignKey(Submission, models.PROTECT, null=True, blank=True, related_name="findings")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="findings")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="findings")
    file = models.ForeignKey(PaperFile, models.PROTECT, null=True, blank=True, related_name="findings")
    source = models.CharField(max_length=10, choices=Source)
    route = models.CharField(max_length=30, blank=True)
    code = models.CharField(max_length=60)
    outcome = models.CharField(max_length=11, choices=Outcome)
    reasons = EncryptedJSONField(default=list)
    law = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    would_change = models.JSONField(default=list)
    proof = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    code_version = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        default_permissions = ()
        indexes = [models.Index(fields=["application"], name="finding_current", condition=models.Q(superseded_at=None))]

    def __str__(self) -> str:
        return f"{self.code}: {self.outcome}"


class FindingReview(models.Model):
    """An officer accepts a finding or overrides it, with a reason. Append-only; the last one counts."""

    class Verdict(models.TextChoices):
        """What the officer made of it."""

        ACCEPTED = "accepted", _("accepted")
        OVERRIDDEN = "overridden", _("overridden")

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="reviews")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict)
    outcome = models.CharField(max_length=11, choices=Finding.Outcome)
    reason = models.TextField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("review of a finding")
        verbose_name_plural = _("reviews of findings")
        ordering = ("at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.finding}: {self.verdict}"
