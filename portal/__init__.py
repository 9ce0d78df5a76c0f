"""The front door: the Django project and what the public sees. It holds no business logic."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
