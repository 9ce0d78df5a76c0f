"""Settings that cannot be right refuse to start, by name; good ones pass Django's own check."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

REPOSITORY = Path(__file__).resolve().parents[2]
GOOD = {
    "HONPOLGAR_MODE": "production",
    "HONPOLGAR_SECRET_KEY": "s3cret-" * 10,
    "HONPOLGAR_KEYS": f"k1:{Fernet.generate_key().decode()}",
    "HONPOLGAR_HOSTS": "citizenship.example.org",
    "HONPOLGAR_SITE_URL": "https://citizenship.example.org",
    "EMAIL_URL": "smtp+tls://mail.example.org:587",
    "HONPOLGAR_CLAMAV": "unix:///run/clamav/clamd.ctl",
}


def manage(tmp_path, *arguments, **environment):
    """Run manage.py with these variables and none of the test's own."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("HONPOLGAR_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=REPOSITORY,
        env={**inherited, "HONPOLGAR_DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )


def test_good_production_settings_pass_the_deployment_check(tmp_path):
    finished = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **GOOD)

    assert finished.returncode == 0, finished.stderr


def test_production_may_go_without_a_scanner_if_told_so(tmp_path):
    finished = manage(tmp_path, "check", **{**GOOD, "HONPOLGAR_CLAMAV": "", "HONPOLGAR_WITHOUT_SCANNER": "1"})

    assert finished.returncode == 0, finished.stderr


def test_the_demo_needs_no_setting(tmp_path):
    finished = manage(tmp_path, "check")

    assert finished.returncode == 0, finished.stderr
    assert (tmp_path / "keys").stat().st_mode & 0o077 == 0
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "bad",
    [
        {"HONPOLGAR_SECRET_KEY": ""},
        {"HONPOLGAR_SECRET_KEY": "short"},
        {"HONPOLGAR_KEYS": ""},
        {"HONPOLGAR_DEBUG": "1"},
        {"HONPOLGAR_HOSTS": ""},
        {"HONPOLGAR_HOSTS": "*"},
        {"HONPOLGAR_HOSTS": "citizenship.example.org,*"},
        {"HONPOLGAR_SITE_URL": "http://citizenship.example.org"},
        {"EMAIL_URL": ""},
        {"HONPOLGAR_CLAMAV": ""},
        {"HONPOLGAR_CLAMAV": "unix://"},
        {"HONPOLGAR_CLAMAV": "tcp://"},
        {"HONPOLGAR_CLAMAV": "tcp://scanner:many"},
        {"HONPOLGAR_CLAMAV": "/run/clamav/clamd.ctl"},
        {"HONPOLGAR_CLAMAV": "http://scanner"},
        {"HONPOLGAR_MODE": "prodution"},
        {"HONPOLGAR_DEBUG": "perhaps"},
        {"HONPOLGAR_DB_POOL": "many", "DATABASE_URL": "postgres://db/name"},
        {"DATABASE_URL": "mysql://db/name"},
        {"HONPOLGAR_SECRET_KEY_FILE": "/nowhere/at/all"},
    ],
    ids=str,
)
def test_bad_production_settings_refuse_to_start_by_name(tmp_path, bad):
    finished = manage(tmp_path, "check", **GOOD | bad)

    assert finished.returncode != 0
    assert next(iter(bad)).removesuffix("_FILE") in finished.stderr.strip().splitlines()[-1]


def test_a_secret_may_come_from_a_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text(GOOD["HONPOLGAR_SECRET_KEY"] + "\n")
    environment = {**GOOD, "HONPOLGAR_SECRET_KEY_FILE": str(secret)}
    del environment["HONPOLGAR_SECRET_KEY"]

    assert manage(tmp_path, "check", **environment).returncode == 0
