"""The portal's settings in a world of its own: its own data folder, database and broker, fast hashes.

The variables of the machine's own installation are dropped, so that no test reaches its data. The
real processes of `tests.installation` load this module too, with variables that are theirs.
"""

import atexit
import os
import shutil
import tempfile

SHARED_DATABASE = os.environ.get("HONPOLGAR_TEST_DATABASE", "")
if not SHARED_DATABASE:
    for name in [name for name in os.environ if name.startswith("HONPOLGAR_")]:
        del os.environ[name]
    os.environ["HONPOLGAR_DATA_DIR"] = tempfile.mkdtemp(prefix="hpt-")
    atexit.register(shutil.rmtree, os.environ["HONPOLGAR_DATA_DIR"], ignore_errors=True)

from portal.settings import *  # noqa: E402, F403
from portal.settings import CACHES, DATA_DIR, DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASE = DATABASES["default"]
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    # A file, so that real processes see it; nothing is synced, since no test cuts the power.
    DATABASE["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    DATABASE["OPTIONS"]["init_command"] = DATABASE["OPTIONS"]["init_command"].replace(
        "synchronous=FULL", "synchronous=OFF"
    )
if SHARED_DATABASE:
    DATABASE["NAME"] = SHARED_DATABASE
    CELERY_IMPORTS = ["tests.jobs.kinds"]
    CACHES["default"]["KEY_PREFIX"] = os.environ.get("HONPOLGAR_BROKER_PREFIX", "")
else:
    # Without real workers a wake-up goes nowhere: the test drains the job rows itself.
    CELERY_BROKER_URL = "memory://"
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {}
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
