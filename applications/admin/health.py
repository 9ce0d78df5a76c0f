"""The health of the installation: what runs, what waits, what is missing. No case is named."""

import platform
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib import admin
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from kombu import Connection
from kombu.exceptions import OperationalError

from applications.admin.base import demand
from applications.core import clock, scanner
from applications.core.models import Job, JournalAnchor, JournalEntry
from applications.correspondence.models import Message
from applications.documents import confinement, sandbox, text_data
from applications.documents.models import CheckedFile

BROKER_SECONDS = 2
LATE = timedelta(minutes=2)
NIGHT = timedelta(hours=36)
SIGNATURES_AGE = timedelta(days=7)
ISOLATION, ISOLATION_SECONDS = "health/isolation", 600


@dataclass(frozen=True)
class Line:
    """One thing looked at: what, how it is (ok, look, stop), and the words."""

    title: str
    tone: str
    words: str


def page(request: HttpRequest) -> HttpResponse:
    """Show the health of the installation to the administrator."""
    demand(request, "manage_users")
    lines = [look() for look in LOOKS]
    context = {**admin.site.each_context(request), "title": _("Health"), "lines": lines, "counts": job_counts()}
    return render(request, "admin/health.html", context)


def database() -> Line:
    """The database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return Line(_("Database"), "stop", str(error))
    return Line(
        _("Database"),
        "ok",
        f"{connection.display_name} {'.'.join(str(part) for part in connection.get_database_version())}",
    )


def broker() -> Line:
    """The broker that wakes the workers can be reached."""
    kind = settings.CELERY_BROKER_URL.partition(":")[0]
    try:
        options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
        with Connection(settings.CELERY_BROKER_URL, connect_timeout=BROKER_SECONDS, transport_options=options) as link:
            link.ensure_connection(max_retries=1, timeout=BROKER_SECONDS)
    except (OperationalError, OSError) as error:
        return Line(
            _("Broker"),
            "look",
            _("%(kind)s does not answer (%(error)s): the sweeper wakes the workers.") % {"kind": kind, "error": error},
        )
    return Line(_("Broker"), "ok", kind)


def worker() -> Line:
    """A worker has done something lately, or nothing is due."""
    last = Job.objects.filter(state=Job.State.DONE).order_by("-done_at").values_list("done_at", flat=True).first()
    said = _("last job finished %(at)s") % {"at": moment(last)} if last else _("no job finished yet")
    waiting = Job.objects.filter(state=Job.State.DUE, due_at__lt=clock.now() - LATE).count()
    if waiting:
        return Line(
            _("Worker"),
            "stop",
            _("%(count)d jobs wait for more than two minutes; %(said)s") % {"count": waiting, "said": said},
        )
    return Line(_("Worker"), "ok", said)


def sweeper() -> Line:
    """No job is held by a worker whose lease has run out: the sweeper frees those."""
    lost = Job.objects.filter(state=Job.State.RUNNING, lease_until__lt=clock.now() - LATE).count()
    if lost:
        return Line(_("Sweeper"), "stop", _("%(count)d lost jobs were not freed: is beat running?") % {"count": lost})
    return Line(_("Sweeper"), "ok", _("no job is lost"))


def failures() -> Line:
    """No job was given up, no message failed."""
    jobs = Job.objects.filter(state=Job.State.FAILED).count()
    messages = Message.objects.filter(state=Message.State.FAILED).count()
    words = _("jobs given up: %(jobs)d, messages not sent: %(messages)d") % {"jobs": jobs, "messages": messages}
    return Line(_("Given up"), "look" if jobs or messages else "ok", words)


def journal_verified() -> Line:
    """The journal was verified last night and held."""
    last = JournalEntry.objects.filter(chain="integrity").order_by("-number").first()
    if last is None:
        return Line(_("Journal"), "look", _("not verified yet"))
    if last.event == "journal.broken":
        return Line(
            _("Journal"),
            "stop",
            _("broken in %(count)s places, found %(at)s") % {"count": last.data.get("count"), "at": moment(last.at)},
        )
    tone = "ok" if clock.now() - last.at < NIGHT else "look"
    return Line(_("Journal"), tone, _("verified %(at)s, every chain holds") % {"at": moment(last.at)})


def anchor() -> Line:
    """The heads of the journal's chains are signed every night."""
    last = JournalAnchor.objects.order_by("-on").first()
    if last is None:
        return Line(_("Anchor of the journal"), "look", _("none signed yet"))
    tone = "ok" if clock.now() - last.made_at < NIGHT else "look"
    return Line(
        _("Anchor of the journal"),
        tone,
        _("signed on %(on)s over %(chains)d chains") % {"on": last.on, "chains": last.chains},
    )


def passport_zone() -> Line:
    """The data to read machine-readable zones is there."""
    folder = confinement.__file__.rpartition("/")[0] + "/tessdata"
    from pathlib import Path  # noqa: PLC0415

    found = sorted(file.stem for file in Path(folder).glob("*.traineddata"))
    if "mrz" not in found:
        return Line(_("Passport zones"), "stop", _("the data to read them is missing: passports are not read"))
    return Line(_("Passport zones"), "ok", ", ".join(found))


def malware_scanner() -> Line:
    """The malware scanner answers, its signatures are fresh, and no file waits for it."""
    title = _("Malware scanner")
    waiting = CheckedFile.objects.filter(scan=CheckedFile.Scan.NOT_SCANNED).count()
    quarantine = _("files in quarantine, given to nobody but their owners: %(count)d") % {"count": waiting}
    if not scanner.is_configured():
        none = _("none: officers open the rewritten pages of papers only")
        return Line(title, "look", f"{none}; {quarantine}")
    try:
        told = scanner.version()
    except OSError as error:
        words = _("does not answer (%(error)s): new files wait in quarantine") % {"error": type(error).__name__}
        return Line(title, "stop", f"{words}; {quarantine}")
    made = scanner.signatures_made(told)
    fresh = made is not None and clock.now().replace(tzinfo=None) - made < SIGNATURES_AGE
    said = [
        told,
        quarantine,
        *([] if fresh else [_("its signatures are old or of unknown age: is freshclam running?")]),
    ]
    return Line(title, "ok" if fresh and not waiting else "look", "; ".join(said))


def sandbox_isolation() -> Line:
    """The system lets the child that opens files give up the network and all other files."""
    title = _("Isolation of uploaded files")
    seen = cache.get(ISOLATION)
    if seen is None:
        try:
            seen = tuple(sandbox.isolation())
        except OSError as error:
            return Line(title, "stop", _("no child could be started: %(error)s") % {"error": error})
        cache.set(ISOLATION, seen, ISOLATION_SECONDS)
    network, files = seen
    lacking = [
        *([] if network else [_("the network is not cut off (no network namespace)")]),
        *([] if files else [_("other files are not closed off (no Landlock)")]),
    ]
    if lacking:
        return Line(title, "look", _("the system does not allow all of it: %(what)s") % {"what": "; ".join(lacking)})
    return Line(title, "ok", _("files are opened without network and without other files"))


def paper_text() -> Line:
    """The data to read the text of papers is there, for every language they come in."""
    folder = text_data.data_folder(settings.TESSDATA)
    found = text_data.installed(folder)
    missing = ", ".join(name for name in text_data.LANGUAGES if name not in found)
    if not found:
        return Line(_("Text of papers"), "look", _("no language data is installed: text is not read"))
    if missing:
        words = _("read in %(found)s; missing: %(missing)s") % {"found": ", ".join(found), "missing": missing}
        return Line(_("Text of papers"), "look", words)
    return Line(_("Text of papers"), "ok", ", ".join(found))


def disk() -> Line:
    """There is room for papers."""
    usage = shutil.disk_usage(settings.DATA_DIR)
    free = usage.free // 2**30
    return Line(
        _("Disk"),
        "ok" if free > 1 else "stop",
        _("%(free)d GB free of %(total)d GB") % {"free": free, "total": usage.total // 2**30},
    )


def machine() -> Line:
    """What all this runs on."""
    return Line(_("Machine"), "ok", f"Python {platform.python_version()}, {platform.system()} {platform.release()}")


def moment(at: object) -> str:
    """Return an instant in the installation's time zone, in words."""
    return date_format(localtime(at), "SHORT_DATETIME_FORMAT")  # type: ignore[arg-type]  # callers pass instants


def job_counts() -> dict[str, int]:
    """Return how many jobs stand in each state."""
    return {str(state.label): Job.objects.filter(state=state).count() for state in Job.State}


LOOKS: tuple[Callable[[], Line], ...] = (
    database,
    broker,
    worker,
    sweeper,
    failures,
    journal_verified,
    anchor,
    passport_zone,
    malware_scanner,
    sandbox_isolation,
    paper_text,
    disk,
    machine,
)
