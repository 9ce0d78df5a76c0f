"""The portal as a Django app: template tags, commands and start-up checks."""

from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Registers the system checks of the public side, and the form as the writer of data sheets."""

    name = "portal"
    verbose_name = "Honpolgár"

    def ready(self) -> None:
        """Load the start-up checks, which verify every declaration once, and the writer of the data sheet."""
        import_module("portal.checks")
        import_module("portal.public.checks")
        import_module("portal.public.sheet")
