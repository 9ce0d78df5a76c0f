"""The malware scanner: what it says, what its silence means, and who gets a file that nobody called clean."""

import shutil
import subprocess
import tempfile
import time
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from applications import pipeline
from applications.assessment.models import Finding
from applications.core import clock, scanner
from applications.core.models import JournalEntry
from applications.core.scanner import Result, scan
from applications.documents import check, sandbox, services
from applications.documents.examination import examination_from_json
from applications.documents.models import CheckedFile, PaperFile
from tests.documents.fake_clamd import ENOUGH, eicar, fake_clamd
from tests.office.cases import Road, do_jobs, with_paper
from tests.office.conftest import signed_in  # noqa: F401 - a fixture
from tests.office.pages import case_url


@pytest.fixture
def clamd(request, settings):
    """A daemon that the settings name, on a socket of the kind asked for by parameter or else on a file."""
    folder = Path(tempfile.mkdtemp(prefix="clamd-"))
    with fake_clamd(folder, getattr(request, "param", "unix")) as (daemon, address):
        settings.CLAMAV = address
        yield daemon
    shutil.rmtree(folder)


both_sockets = pytest.mark.parametrize("clamd", ["unix", "tcp"], indirect=True)


@pytest.fixture
def road(db) -> Road:
    return Road()


@both_sockets
def test_it_says_what_the_daemon_says(clamd):
    assert scan(b"a picture").result is Result.CLEAN
    assert scan(b"") == scanner.Scan(Result.CLEAN)
    found = scan(b"before " + eicar() + b" after")
    assert (found.result, found.detail) == (Result.INFECTED, "Eicar-Test-Signature")
    assert clamd.asked == [b"zINSTREAM"] * 3


def test_all_bytes_arrive(clamd):
    content = bytes(range(256)) * 1000

    assert scan(content).result is Result.CLEAN
    assert clamd.bytes_read == len(content)


@both_sockets
@pytest.mark.parametrize("manner", ["silent", "hangs_up", "drips", "babbles", "half", "refuses"])
def test_whatever_else_is_not_scanned(clamd, manner):
    clamd.manner = manner
    began = time.monotonic()

    said = scan(b"a picture", seconds=0.7)

    assert said.result is Result.NOT_SCANNED
    assert said.detail
    assert time.monotonic() - began < 2.5


@both_sockets
def test_a_file_too_long_for_the_daemon_is_not_scanned(clamd):
    assert scan(bytes(ENOUGH + 1)).result is Result.NOT_SCANNED
    assert scan(bytes(ENOUGH + 1) * 8).result is Result.NOT_SCANNED


@pytest.mark.parametrize("address", ["", "unix:///nowhere/clamd.ctl", "tcp://127.0.0.1:1"])
def test_no_daemon_is_not_scanned(settings, address):
    settings.CLAMAV = address

    assert scan(eicar()).result is Result.NOT_SCANNED


def test_the_age_of_signatures_is_read(clamd):
    assert scanner.signatures_made(scanner.version()) == datetime(2026, 11, 26, 8, 0)  # noqa: DTZ001 - as told
    assert scanner.signatures_made("ClamAV 1.4.6") is None


# -- files of a case -----------------------------------------------------------------------------


def brought(road: Road, tail: bytes = b""):
    """A paper of the case whose file was examined, and the file's row."""
    paper = with_paper(road.case)
    if tail:
        file = PaperFile.objects.get(paper=paper)
        with file.checked.stored.open("rb") as stored:
            content = stored.read()
        services.remove_file(file=file, actor=road.account, chain=road.case.reference)
        services.receive(
            paper=paper,
            files=[services.Brought("scan.png", "image/png", content + tail)],
            actor=road.account,
            chain=road.case.reference,
        )
    pipeline.papers_received(application=road.case, received=[paper])
    do_jobs()
    return paper, PaperFile.objects.select_related("checked").get(paper=paper, removed_at=None)


def browser_of(account) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def original_of(case, file) -> str:
    return reverse("admin:case_original", args=[case.pk, file.pk])


def own_original(file) -> str:
    return reverse("public:original", args=[file.pk])


def test_a_clean_file_is_given_as_a_download_only(road, clamd, signed_in):  # noqa: F811 - the fixture
    _paper, file = brought(road)
    case = road.to("under_review")
    assert file.checked.scan == CheckedFile.Scan.CLEAN
    assert file.checked.scanned_at is not None

    answer = signed_in("klara").get(original_of(case, file))

    with file.checked.stored.open("rb") as stored:
        assert answer.content == stored.read()
    assert answer["Content-Disposition"] == 'attachment; filename="scan.png"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Content-Type"] == "application/octet-stream"
    entry = JournalEntry.objects.get(event="file.read")
    assert (entry.subject, entry.chain) == (f"file/{file.pk}", f"{case.reference}/readings")


def test_what_is_not_scanned_goes_to_its_owner_only(road, signed_in):  # noqa: F811 - the fixture
    paper, file = brought(road)
    case = road.to("under_review")
    assert file.checked.scan == CheckedFile.Scan.NOT_SCANNED
    client = signed_in("klara")

    refused = client.get(original_of(case, file))
    page = client.get(f"{case_url(case)}?paper={paper.pk}").content.decode()

    assert refused.status_code == 403
    assert "in quarantine" in refused.content.decode()
    assert "in quarantine: only its pages can be opened" in page
    assert original_of(case, file) not in page
    assert not JournalEntry.objects.filter(event="file.read").exists()
    assert browser_of(road.account).get(own_original(file)).status_code == 200


def test_nobody_else_gets_a_clean_file(road, clamd, signed_in):  # noqa: F811 - the fixture
    _paper, file = brought(road)
    case = road.to("under_review")
    other = Road(name="Más").to("under_review")

    assert signed_in("adam").get(original_of(case, file)).status_code in {403, 404}
    assert signed_in("klara").get(original_of(other, file)).status_code == 404
    assert browser_of(other.account).get(own_original(file)).status_code == 404


def test_malware_is_refused_unopened_and_given_to_nobody(road, clamd, signed_in, monkeypatch):  # noqa: F811 - the fixture
    def opened(*_arguments, **_words):
        raise AssertionError("a file with malware was opened")

    monkeypatch.setattr(sandbox, "examine", opened)
    _paper, file = brought(road, tail=eicar())
    case = road.to("submitted")
    do_jobs()

    assert file.checked.scan == CheckedFile.Scan.INFECTED
    verdicts = examination_from_json(file.checked.examination).verdicts
    assert [(each.code, each.outcome.value) for each in verdicts] == [("malware-found", "reject")]
    assert Finding.objects.filter(application=case, code="malware-found", outcome="reject").exists()
    assert signed_in("klara").get(original_of(case, file)).status_code == 403
    assert browser_of(road.account).get(own_original(file)).status_code == 403
    for language in ("hu", "en"):
        assert check.render("malware-found", verdicts[0].args, language)


def test_files_that_waited_are_scanned_when_the_scanner_is_back(road, clamd):
    clamd.manner = "refuses"
    _paper, good = brought(road)
    case = road.to("checked")
    assert good.checked.scan == CheckedFile.Scan.NOT_SCANNED
    assert pipeline.scan_waiting() == 0
    good.checked.refresh_from_db()
    assert good.checked.scan == CheckedFile.Scan.NOT_SCANNED

    clamd.manner = "well"
    assert pipeline.scan_waiting() == 0
    good.checked.refresh_from_db()

    assert good.checked.scan == CheckedFile.Scan.CLEAN
    assert case.findings.filter(code="malware-found").count() == 0


def test_malware_found_late_closes_the_pages_and_is_a_finding(road, settings, clamd):
    address, settings.CLAMAV = settings.CLAMAV, ""
    _paper, file = brought(road, tail=eicar())
    case = road.to("checked")
    settings.CLAMAV = address

    assert pipeline.scan_waiting() == 1
    do_jobs()

    file.checked.refresh_from_db()
    assert file.checked.scan == CheckedFile.Scan.INFECTED
    assert examination_from_json(file.checked.examination).pages == ()
    assert case.findings.filter(code="malware-found", superseded_at=None).count() == 1
    assert pipeline.scan_waiting() == 0


def test_the_clean_copy_is_made_of_pixels(road, signed_in):  # noqa: F811 - the fixture
    paper, _file = brought(road)
    case = road.to("under_review")

    answer = signed_in("klara").get(reverse("admin:case_clean_copy", args=[case.pk, paper.pk]))

    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) == 1
        kinds = {str(item.get("/Subtype", item.get("/Type", ""))) for item in pdf.objects if hasattr(item, "keys")}
        assert kinds <= {"/Image", "/Pages", "/Page", "/Catalog", ""}
        box = pdf.pages[0].mediabox
        assert [round(float(side)) for side in box[2:]] in ([595, 842], [842, 595])
    assert JournalEntry.objects.filter(event="paper.read", subject=f"paper/{paper.pk}").count() == 1


def test_the_health_page_tells_of_scanner_and_isolation(db, clamd, settings, signed_in, monkeypatch):  # noqa: F811 - the fixture
    monkeypatch.setattr(sandbox, "isolation", lambda: sandbox.Isolation(network=False, files=True))
    client = signed_in("adam")
    with clock.at(datetime(2026, 11, 27, tzinfo=UTC)):
        page = client.get(reverse("admin:health")).content.decode()
    assert "ClamAV 1.4.6/27400" in page
    assert "signatures are old" not in page
    assert "the network is not cut off" in page
    with clock.at(datetime(2027, 1, 27, tzinfo=UTC)):
        client = signed_in("adam")
        assert "signatures are old" in client.get(reverse("admin:health")).content.decode()
    settings.CLAMAV = ""
    client = signed_in("adam")
    assert "officers open the rewritten pages of papers only" in client.get(reverse("admin:health")).content.decode()
    settings.CLAMAV = "unix:///nowhere/clamd.ctl"
    assert "new files wait in quarantine" in client.get(reverse("admin:health")).content.decode()


def test_a_real_daemon_agrees_where_there_is_one(tmp_path, settings):
    """ClamAV itself with one signature of our own: the protocol is what the fake says it is."""
    program = shutil.which("clamd")
    if program is None:
        pytest.skip("clamd is not installed")
    folder = Path(tempfile.mkdtemp(prefix="clamd-"))
    (folder / "own.ndb").write_text(f"Own.Eicar:0:*:{eicar().hex()}\n")
    config = folder / "clamd.conf"
    config.write_text(
        f"LocalSocket {folder}/clamd.ctl\nDatabaseDirectory {folder}\nForeground yes\nStreamMaxLength 1M\n"
        f"LogFile {folder}/log\nUser {Path.home().owner()}\n"
    )
    folder.chmod(0o755)
    daemon = subprocess.Popen(
        [program, f"--config-file={config}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    settings.CLAMAV = f"unix://{folder}/clamd.ctl"
    try:
        end = time.monotonic() + 30
        while scan(b"a picture").result is Result.NOT_SCANNED and time.monotonic() < end:
            time.sleep(0.2)
        assert scan(b"a picture").result is Result.CLEAN
        assert scan(eicar()) == scanner.Scan(Result.INFECTED, "Own.Eicar.UNOFFICIAL")
        assert scan(bytes(3 * ENOUGH)).result is Result.NOT_SCANNED
        assert scanner.version().startswith("ClamAV ")
    finally:
        daemon.terminate()
        daemon.wait(20)
        shutil.rmtree(folder)
