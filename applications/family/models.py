"""A household as a graph: persons, who their parents are, whom they married, and the gazetteer of places.

The line back to the ancestor is a path in this graph, never a field. What people answered about a
person lies encrypted in intake.Answers; a person's own row keeps what must be found: names, dates,
places.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.core import clock
from applications.core.models import User


class Place(models.Model):
    """A settlement of the gazetteer (from rules.gazetteer) in a form the database can search."""

    id = models.CharField(primary_key=True, max_length=20)
    name = models.CharField(max_length=120)
    names = models.JSONField(default=list)
    search = models.TextField(default="")
    country = models.CharField(max_length=2)
    area = models.CharField(max_length=8, blank=True)
    population = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Family(models.Model):
    """The family of one account: everybody its applications speak of."""

    account = models.OneToOneField(User, models.PROTECT, related_name="family")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("family")
        verbose_name_plural = _("families")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"


class Person(models.Model):
    """Somebody in a family: an applicant, a parent, an ancestor, a spouse, a child."""

    class Sex(models.TextChoices):
        """As civil registers record it."""

        FEMALE = "female", _("Female")
        MALE = "male", _("Male")

    family = models.ForeignKey(Family, models.CASCADE, related_name="people")
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    birth_name = models.CharField(_("name at birth"), max_length=160, blank=True)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    born_on = models.CharField(_("date of birth"), max_length=10, blank=True)
    birth_place = models.CharField(_("place of birth"), max_length=120, blank=True)
    birth_area = models.CharField(max_length=8, blank=True)
    died_on = models.CharField(_("date of death"), max_length=10, blank=True)
    search = models.CharField(max_length=400, blank=True, editable=False, db_index=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        default_permissions = ()
        indexes = [
            models.Index(fields=["born_on"], name="person_born"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name as Hungarians write it: family name first."""
        return f"{self.family_name} {self.given_name}".strip()


class Parentage(models.Model):
    """A child and one of its parents."""

    class Tie(models.TextChoices):
        """How somebody is a parent (facts.schema.json)."""

        BIRTH = "birth", _("by birth")
        ADOPTION = "adoption", _("by adoption")

    child = models.ForeignKey(Person, models.CASCADE, related_name="parentages")
    parent = models.ForeignKey(Person, models.CASCADE, related_name="children_ties")
    role = models.CharField(max_length=6, choices=[("father", _("father")), ("mother", _("mother"))])
    tie = models.CharField(max_length=8, choices=Tie, default=Tie.BIRTH)
    on = models.CharField(max_length=10, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["child", "role", "tie"], name="one_parent_of_a_role"),
            models.CheckConstraint(condition=~models.Q(child=models.F("parent")), name="nobody_is_his_own_parent"),
        ]

    def __str__(self) -> str:
        return f"{self.parent} → {self.child}"


class Marriage(models.Model):
    """A marriage of a person; the other one may be known by name only (a person without ancestors)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="marriages")
    spouse = models.ForeignKey(Person, models.CASCADE, related_name="marriages_as_spouse")
    married_on = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=120, blank=True)
    area = models.CharField(max_length=8, blank=True)
    ended_on = models.CharField(max_length=10, blank=True)
    ended_by = models.CharField(
        max_length=9,
        blank=True,
        choices=[("death", _("death")), ("divorce", _("divorce")), ("annulment", _("annulment"))],
    )

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["person", "spouse", "married_on"], name="one_marriage_a_day")]

    def __str__(self) -> str:
        return f"{self.person} ⚭ {self.spouse}"
