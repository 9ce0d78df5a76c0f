"""The back office as Django's admin app, with our own site in the default's place."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig

SCREENS = ("queue", "people", "offices", "messages", "jobs", "journal", "records")


class OfficeConfig(AdminConfig):
    """Django's admin under our own site."""

    default_site = "applications.admin.site.OfficeSite"

    def ready(self) -> None:
        """Register the screens."""
        super().ready()
        for screen in SCREENS:
            import_module(f"applications.admin.{screen}")
