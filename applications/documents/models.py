"""Papers and their files. A file's bytes are checked once, whoever brings them, by their SHA-256."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.core import clock
from applications.core.encryption import EncryptedJSONField, EncryptedTextField
from applications.core.models import User
from applications.core.scanner import Result
from applications.documents.framing import Framing, framings_from
from applications.family.models import Family, Person


class Paper(models.Model):
    """One document of a family: what kind it is and whom it is about; original and translation are one paper.

    ``kept_files`` is filled by documents.queries.papers_of: the files that were not removed, in order.
    """

    kept_files: list["PaperFile"]

    family = models.ForeignKey(Family, models.PROTECT, related_name="papers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="papers", verbose_name=_("about"))
    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("description"), max_length=120, blank=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), default=clock.now)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ("added_at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class CheckedFile(models.Model):
    """The bytes of an upload: stored once, encrypted, with what the checks found in them.

    ``framing`` says which pages somebody turned or cut by hand (documents.framing.as_text), '' for the file as it was
    brought: each framing of the same bytes is drawn and examined on its own. ``checking`` is the group of checks that
    runs on a waiting file (documents.check_groups), '' before the first.
    ``examination`` is the JSON of documents.sandbox.Examination, encrypted since a machine-readable
    zone holds a document number; ``versions`` names the checks that made it. Bytes that are not known to be
    clean are in quarantine: nobody but their owner gets them, others see the pages drawn from them.
    """

    class State(models.TextChoices):
        """Where the examination stands."""

        WAITING = "waiting", _("waiting to be checked")
        CHECKED = "checked", _("checked")

    class Scan(models.TextChoices):
        """What the malware scanner said (core.scanner)."""

        CLEAN = Result.CLEAN.value, _("scanned, nothing found")
        INFECTED = Result.INFECTED.value, _("malware found")
        NOT_SCANNED = Result.NOT_SCANNED.value, _("not scanned")

    sha256 = models.CharField(max_length=64)
    kind_group = models.CharField(max_length=20, default="plain")
    framing = models.CharField(max_length=1500, blank=True, default="")
    size = models.PositiveIntegerField()
    stored = models.FileField(max_length=200)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    checking = models.CharField(max_length=12, blank=True, default="")
    true_type = models.CharField(max_length=20, blank=True)
    page_count = models.PositiveIntegerField(default=0)
    hashes = models.JSONField(default=list)
    scan = models.CharField(_("malware scan"), max_length=11, choices=Scan, default=Scan.NOT_SCANNED)
    scan_detail = models.CharField(max_length=200, blank=True)
    scanned_at = models.DateTimeField(null=True, blank=True)
    examination = EncryptedJSONField(null=True)
    versions = models.JSONField(default=dict)
    first_seen_at = models.DateTimeField(default=clock.now)
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("checked file")
        verbose_name_plural = _("checked files")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["sha256", "kind_group", "framing"], name="bytes_once")]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def framings(self) -> dict[int, Framing]:
        """Which pages were turned or cut by hand, and how."""
        return framings_from(self.framing)


class Trace(models.Model):
    """One thing by which a page or an application can be found again: its kind, and a keyed fingerprint of it.

    A trace of a page names the checked bytes, whoever brought them; one of the answers names the application. Nothing
    readable is kept: only who holds the keys can ask whether a value was seen.
    """

    class Kind(models.TextChoices):
        """What was marked."""

        BYTES = "bytes", _("the same file")
        PICTURE = "picture", _("the same picture")
        NUMBER = "number", _("the same number")
        WORDING = "wording", _("the same text")
        PERSON = "person", _("the same person")
        ADDRESS = "address", _("the same address")
        PHONE = "phone", _("the same telephone number")
        EMAIL = "email", _("the same e-mail address")

    kind = models.CharField(max_length=8, choices=Kind)
    key = models.BigIntegerField()
    checked = models.ForeignKey(CheckedFile, models.CASCADE, null=True, blank=True, related_name="traces")
    page = models.PositiveSmallIntegerField(default=0)
    application = models.ForeignKey(
        "applications.Application", models.CASCADE, null=True, blank=True, related_name="traces"
    )

    class Meta:
        verbose_name = _("trace")
        verbose_name_plural = _("traces")
        default_permissions = ()
        indexes = [models.Index(fields=["key"], name="trace_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class PaperFile(models.Model):
    """A file as it belongs to a paper: which part, in which order, under which name it was brought."""

    class Part(models.TextChoices):
        """Original and translation count as one paper."""

        ORIGINAL = "original", _("original")
        TRANSLATION = "translation", _("translation")

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="files")
    checked = models.ForeignKey(CheckedFile, models.PROTECT, related_name="uses")
    part = models.CharField(max_length=11, choices=Part, default=Part.ORIGINAL)
    position = models.PositiveSmallIntegerField(default=0)
    name = EncryptedTextField()
    claimed_type = models.CharField(max_length=80, blank=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ("part", "position", "id")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.part}/{self.position}"
