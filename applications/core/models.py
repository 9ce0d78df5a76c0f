"""The nouns everybody shares: account, office, journal, job."""

from functools import cached_property
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.core import clock
from applications.core.roles import ADMINISTRATOR, ROLES


class Office(models.Model):
    """A mission or district office that receives applicants: territory, hours and languages are data."""

    class Kind(models.TextChoices):
        """Who may take applications in person (LAW.md 2.12): professional consuls and district offices."""

        CONSULATE = "consulate", _("Consulate")
        DISTRICT = "district", _("District office")
        CENTRAL = "central", _("Central office")

    name_hu = models.CharField(_("name in Hungarian"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    country = models.CharField(_("country"), max_length=2)
    city = models.CharField(_("city"), max_length=80)
    address = models.CharField(_("address"), max_length=200)
    territory = models.CharField(_("territory"), max_length=300, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Budapest")
    hours = models.CharField(_("opening hours"), max_length=200, blank=True)
    languages = models.CharField(_("languages"), max_length=60, default="hu")
    is_open = models.BooleanField(_("receives applicants"), default=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ("country", "city")

    def __str__(self) -> str:
        return self.name_hu

    def name_in(self, language: str) -> str:
        """Return the name in ``language`` ("hu" or "en")."""
        return self.name_hu if language == "hu" else self.name_en


class UserManager(BaseUserManager["User"]):
    """Makes accounts by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return a saved account; the address is kept in lower case."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return an account for the technical operator: may enter the back office and manage users."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find an account by its address, whatever the case of its letters."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """An account: an applicant, or a member of staff who is in a role's group."""

    email = models.EmailField(_("e-mail address"), unique=True, max_length=254)
    name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(
        _("language"), max_length=2, default="hu", choices=[("hu", "Magyar"), ("en", "English")]
    )
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, verbose_name=_("office"))
    is_staff = models.BooleanField(_("may enter the back office"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    second_factor_offered_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), default=clock.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """Return the name shown to colleagues."""
        return self.name or self.email

    @cached_property
    def roles(self) -> frozenset[str]:
        """The ids of the roles this person has, none for applicants; the technical operator is an administrator."""
        if not self.is_staff:
            return frozenset()
        held = frozenset(self.groups.values_list("name", flat=True)) & ROLES.keys()
        return held | {ADMINISTRATOR.id} if self.is_superuser else held

    def may(self, permission: str) -> bool:
        """Whether one of this person's roles carries ``permission`` (a key of PERMISSIONS)."""
        return self.is_active and any(permission in ROLES[role].permissions for role in self.roles)


class JournalEntry(models.Model):
    """One line of the journal: who did, saw, changed or sent what, and when. Append-only.

    Entries of one chain carry ascending numbers and each holds the hash of the one before, so that a
    removed or altered line shows. A case is a chain of its own; its reading by staff is another.
    """

    chain = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    actor = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    actor_role = models.CharField(max_length=20)
    event = models.CharField(max_length=60)
    subject = models.CharField(max_length=80, blank=True)
    data = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal")
        ordering = ("chain", "number")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="journal_number_once")]
        indexes = [models.Index(fields=["at"], name="journal_at")]

    def __str__(self) -> str:
        return f"{self.chain} {self.number} {self.event}"


class JournalAnchor(models.Model):
    """A signed fingerprint of the heads of all chains on one day. Append-only."""

    on = models.DateField(unique=True)
    chains = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    signature = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("journal anchor")
        verbose_name_plural = _("journal anchors")
        ordering = ("-on",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.on}"


class Job(models.Model):
    """A piece of background work, written in the transaction that causes it.

    Celery only wakes workers; this row is the truth. A worker claims it by compare-and-set on state
    and lease; a lease that ran out makes it due again.
    """

    class State(models.TextChoices):
        """Where the work stands."""

        DUE = "due", _("Due")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(_("key"), max_length=120, unique=True)
    arguments = models.JSONField(_("arguments"), default=dict)
    case = models.CharField(_("case"), max_length=20, blank=True, db_index=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DUE)
    due_at = models.DateTimeField(_("due"), default=clock.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.TextField(_("last error"), blank=True)
    created_at = models.DateTimeField(_("created"), default=clock.now)
    done_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        default_permissions = ()
        indexes = [
            models.Index(fields=["due_at"], name="job_due", condition=models.Q(state="due")),
            models.Index(fields=["lease_until"], name="job_lease", condition=models.Q(state="running")),
        ]

    def __str__(self) -> str:
        return self.key
