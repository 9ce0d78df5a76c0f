"""The file as a Django app."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate  # noqa: TID251 - Django's own hook for rows that follow from the code

from applications.core.roles import ROLES


class ApplicationsConfig(AppConfig):
    """Loads the rooms' declarations."""

    name = "applications"
    verbose_name = "Honpolgár"

    def ready(self) -> None:
        """Load the pipeline, which registers what jobs do; keep the groups as the table of roles says."""
        import_module("applications.pipeline")
        post_migrate.connect(make_groups, sender=self, dispatch_uid="groups of the roles")


def make_groups(*, using: str, **_: object) -> None:
    """Make a group for each role, as Django makes its permissions: after every migration."""
    groups = import_module("django.contrib.auth.models").Group.objects.using(using)
    for role in ROLES:
        groups.get_or_create(name=role)
