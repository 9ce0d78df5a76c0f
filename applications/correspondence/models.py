"""Messages and letters: rows written with their cause, told once, their fate visible."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.core import clock
from applications.core.encryption import EncryptedJSONField, EncryptedTextField
from applications.core.models import User
from applications.correspondence.pdfs import PDF
from applications.intake.models import Application


class Letter(models.Model):
    """A PDF made for a case: letter, certificate, packet, or copy of what was submitted.

    ``data`` is what it says, frozen with its cause; the PDF itself is drawn from it later by a job, or at
    latest when somebody asks for it.
    """

    application = models.ForeignKey(Application, models.PROTECT, related_name="letters")
    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(max_length=120, unique=True)
    language = models.CharField(max_length=2)
    title = models.CharField(_("title"), max_length=200)
    data = EncryptedJSONField(default=dict)
    stored = models.FileField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    is_public = models.BooleanField(_("shown to the applicant"), default=True)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ("made_at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key

    @property
    def shown_title(self) -> str | Promise:
        """What it is called in the reader's language."""
        return PDF[self.kind].title if self.kind in PDF else self.title


class Message(models.Model):
    """An e-mail: template, language, addressee, and a key that makes it go once."""

    class State(models.TextChoices):
        """waiting → sending → sent | failed; recorded ones are kept without being sent (demonstration data)."""

        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        RECORDED = "recorded", _("recorded only")

    application = models.ForeignKey(Application, models.PROTECT, null=True, blank=True, related_name="messages")
    account = models.ForeignKey(User, models.PROTECT, related_name="messages")
    key = models.CharField(max_length=120, unique=True)
    template = models.CharField(_("template"), max_length=40)
    language = models.CharField(max_length=2)
    address = EncryptedTextField(_("address"))
    subject = EncryptedTextField(_("subject"))
    text = EncryptedTextField()
    html = EncryptedTextField()
    letters = models.ManyToManyField(Letter, blank=True, related_name="messages")
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    made_at = models.DateTimeField(_("made"), default=clock.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ("-made_at", "-id")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
