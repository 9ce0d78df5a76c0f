"""The Celery application. Celery only wakes workers up: the job rows are the truth."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("honpolgar")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["applications"])
