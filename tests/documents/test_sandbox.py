"""The child process: what it may not do, and what its end means."""

import json
import os
import socket
import subprocess
import sys

import pytest

from applications.documents import check, children, sandbox
from applications.documents.check import checks
from applications.documents.examination import BadReportError, examination_from_json
from applications.documents.limits import CHILD_MEMORY_BYTES, MEGABYTE
from tests.documents import made_files, zone_pages
from tests.documents.conftest import findings

PROGRAM = """
import json, socket, sys
from pathlib import Path
from applications.documents import confinement
confinement.limit_resources()
network = confinement.leave_network()
files = confinement.leave_files(reading=[Path(sys.prefix), Path(sys.base_prefix)], writing=[Path(sys.argv[1])])
def attempt(what):
    try:
        what()
    except Exception as error:
        return type(error).__name__
    return "done"
print(json.dumps({
    "network": network,
    "files": files,
    "connect": attempt(lambda: socket.create_connection(("127.0.0.1", int(sys.argv[2])), 2)),
    "read": attempt(lambda: Path(sys.argv[3]).read_text()),
    "write": attempt(lambda: Path(sys.argv[3]).write_text("x")),
    "write own": attempt(lambda: (Path(sys.argv[1]) / "own").write_text("x")),
    "memory": attempt(lambda: bytearray(4 * 1024**3)),
}))
"""


@pytest.fixture
def confined(tmp_path):
    """What a confined process could do."""
    own = tmp_path / "own"
    own.mkdir()
    secret = tmp_path / "secret"
    secret.write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        arguments = [str(own), str(server.getsockname()[1]), str(secret)]
        done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_it_loses_what_the_system_lets_it_give_up(confined):
    assert confined["memory"] == "MemoryError"
    assert confined["write own"] == "done"
    assert (confined["connect"] == "done") is not confined["network"]
    assert (confined["read"] == "done") is not confined["files"]
    assert (confined["write"] == "done") is not confined["files"]


def test_it_says_whether_it_was_cut_off(sandboxed, confined):
    examination = sandboxed(made_files.pdf_of(made_files.page()))

    assert examination.network_isolated is confined["network"]
    assert examination.files_confined is confined["files"]
    assert sandbox.isolation() == (confined["network"], confined["files"])
    assert examination.peak_mb > 20
    assert examination.seconds > 0
    assert set(examination.versions) == {declared.id for declared in checks("file") if declared.kinds is None}


def test_it_writes_pages_and_nothing_else(sandboxed, tmp_path):
    examination = sandboxed(made_files.pdf_of(made_files.page(), made_files.page(lines=9)))

    names = {name for page in examination.pages for name in (page.preview_file, page.thumb_file)}
    assert {path.name for path in (tmp_path / "pages").iterdir()} == names
    assert len(names) == 4


def test_an_examination_survives_storage(sandboxed):
    lines = zone_pages.card_zone(zone_pages.dice_of(1))
    picture = made_files.Image.fromarray(zone_pages.drawn(lines))
    examination = sandboxed(made_files.jpeg(picture), "card.jpg", kind="id_card")

    assert examination_from_json(json.loads(json.dumps(examination.as_json()))) == examination
    assert examination.mrz.valid


@pytest.mark.parametrize(
    "change",
    [
        {"verdicts": "none"},
        {"verdicts": [{"code": "x", "outcome": "granted", "args": {}, "evidence": []}]},
        {"pages": [{"number": 1}]},
        {"seconds": "long"},
        {"true_type": None},
    ],
)
def test_a_report_of_another_form_is_refused(sandboxed, change):
    report = sandboxed(b"nothing").as_json()

    with pytest.raises(BadReportError):
        examination_from_json({**report, **change})


def test_a_report_cannot_name_files_elsewhere(sandboxed):
    report = sandboxed(made_files.pdf_of(made_files.page())).as_json()
    report["pages"][0]["preview_file"] = "../../etc/passwd"

    with pytest.raises(BadReportError):
        examination_from_json(report)


@pytest.mark.slow
def test_a_file_that_breaks_the_reader_is_a_finding(sandboxed):
    """pdfium ends the process when forms that draw each other use up its memory."""
    examination = sandboxed(made_files.recursive_pdf())

    assert findings(examination) == {"broke-reader": "reject"}
    assert examination.true_type == "pdf"
    assert "password-ok" in {item.code for item in examination.verdicts}


@pytest.fixture
def child_program(tmp_path, monkeypatch):
    """Lets sandbox.examine start another program in place of the child: the text of a Python file."""

    def replace(text):
        program = tmp_path / "child.py"
        program.write_text(text)
        monkeypatch.setattr(sandbox, "CHILD", (str(program),))

    return replace


WHOLE = json.dumps(
    {
        "examination": {
            "true_type": "pdf",
            "pages": [],
            "mrz": None,
            "verdicts": [],
            "versions": {},
            "seconds": 1,
            "peak_mb": 1,
        }
    }
)


def test_a_later_check_that_kills_the_child_is_skipped_the_second_time(child_program, sandboxed):
    child_program(
        "import os, sys\n"
        'print(\'{"begin": "mrz", "true_type": "jpeg", "peak_mb": 1}\', flush=True)\n'
        f"print('{WHOLE}', flush=True) if '--skip=mrz' in sys.argv else os.abort()\n"
    )

    assert sandboxed(b"x").true_type == "pdf"


def test_a_reader_of_lines_that_kills_the_child_while_pages_are_drawn_leaves_them_as_they_were_brought(
    child_program, sandboxed
):
    child_program(
        "import os, sys\n"
        'print(\'{"begin": "readable", "true_type": "jpeg", "peak_mb": 1}\', flush=True)\n'
        f"print('{WHOLE}', flush=True) if '--skip=orientation' in sys.argv else os.abort()\n"
    )

    assert sandboxed(b"x").true_type == "pdf"


def test_a_file_that_kills_two_children_while_it_is_drawn_cannot_be_opened(child_program, sandboxed, tmp_path):
    started = tmp_path / "started"
    child_program(
        "import os, sys\n"
        f"open({str(started)!r}, 'a').write(' '.join(sys.argv[-1:]) + '\\n')\n"
        'print(\'{"begin": "readable", "true_type": "jpeg", "peak_mb": 1}\', flush=True)\n'
        "os.abort()\n"
    )

    assert findings(sandboxed(b"x")) == {"broke-reader": "reject"}
    first, second = started.read_text().splitlines()
    assert first != second == "--skip=orientation"


def test_a_page_whose_upper_side_is_not_asked_about_stays_as_it_was_brought(tmp_path):
    zone = zone_pages.drawn(zone_pages.passport_zone(zone_pages.dice_of("brought")))
    path = tmp_path / "scan"
    path.write_bytes(made_files.jpeg(made_files.Image.fromarray(zone).rotate(180)))
    found = {}
    for skip in ([], ["orientation"]):
        arguments = sandbox._arguments(path, file_name="a.jpg", out_dir=tmp_path, kind="passport", skip=skip)
        found[len(skip)] = sandbox._run_child(arguments, None)[0].examination

    assert [found[skipped].pages[0].turned for skipped in (0, 1)] == [2, 0]
    assert findings(found[1])["could-not-check"] == "not_checked"
    assert found[0].mrz.valid
    assert found[1].mrz.lines == found[0].mrz.lines
    left, top, right, bottom = found[1].mrz.box
    assert found[0].mrz.box == pytest.approx((1 - right, 1 - bottom, 1 - left, 1 - top), abs=0.02)


def test_the_real_child_reports_a_skipped_check(tmp_path):
    path = tmp_path / "scan"
    path.write_bytes(made_files.jpeg(made_files.page()))

    arguments = sandbox._arguments(path, file_name="a.jpg", out_dir=tmp_path, kind="passport", skip=["mrz"])
    report, timed_out = sandbox._run_child(arguments, None)

    assert not timed_out
    assert findings(report.examination) == {"could-not-check": "not_checked"}
    assert check.outcome(report.examination.verdicts) == "review"


def test_who_waits_hears_which_checks_began(child_program, tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "LOOK_SECONDS", 0.02)
    child_program(
        "import time\n"
        "def say(words): print(words, flush=True); time.sleep(0.2)\n"
        'say(\'{"begin": "size", "true_type": "jpeg", "peak_mb": 1}\')\n'
        "say('{\"begin\" nonsense')\n"
        'say(\'{"begin": "readable"}\')\n'
        'print(\'{"begin": "text", "true_type": "jpeg"\', end="", flush=True); time.sleep(0.2); say(\', "peak_mb": 1}\')\n'
        f"print('{WHOLE}', flush=True)\n"
    )
    (tmp_path / "upload").write_bytes(b"x")
    began = []

    sandbox.examine(tmp_path / "upload", file_name="a", out_dir=tmp_path / "pages", began=began.append)

    assert began == ["size", "text"]


def test_a_child_that_hangs_is_ended_though_somebody_listens(child_program, tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "CHILD_WALL_SECONDS", 1)
    child_program("import time\ntime.sleep(60)\n")
    (tmp_path / "upload").write_bytes(b"x")

    found = sandbox.examine(tmp_path / "upload", file_name="a", out_dir=tmp_path / "pages", began=lambda check: None)

    assert findings(found) == {"took-too-long": "review"}


def test_a_child_that_always_dies_is_given_up(child_program, sandboxed):
    child_program('import os\nprint(\'{"begin": "mrz", "true_type": "jpeg", "peak_mb": 1}\', flush=True)\nos.abort()\n')

    assert findings(sandboxed(b"x")) == {"broke-reader": "reject"}


def test_a_child_that_hangs_is_ended(child_program, sandboxed, monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "CHILD_WALL_SECONDS", 1)
    mark = tmp_path / "pid"
    child_program(f"import os, time\nopen({str(mark)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)\n")

    assert findings(sandboxed(b"x")) == {"took-too-long": "review"}
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_a_child_that_talks_nonsense_is_not_believed(child_program, sandboxed):
    child_program("print('{\"examination\": 7}')")

    assert findings(sandboxed(b"x")) == {"broke-reader": "reject"}


def test_the_child_gets_no_secrets(child_program, sandboxed, monkeypatch, tmp_path):
    monkeypatch.setenv("HONPOLGAR_ENCRYPTION_KEYS", "secret")
    mark = tmp_path / "environment"
    child_program(f"import os, json\nopen({str(mark)!r}, 'w').write(json.dumps(dict(os.environ)))\n")

    sandboxed(b"x")

    assert "secret" not in mark.read_text()
    assert set(json.loads(mark.read_text())) <= {*children.child_environment(), "LC_CTYPE"}


def test_a_name_is_never_an_option(sandboxed):
    assert findings(sandboxed(b"x" * 99, "--kind=passport")) == {"type-not-taken": "reject"}


def test_a_missing_file_is_the_callers_fault(tmp_path):
    with pytest.raises(FileNotFoundError):
        sandbox.examine(tmp_path / "none", file_name="a.pdf", out_dir=tmp_path / "out")


def test_a_file_larger_than_the_child_s_memory_is_too_big(tmp_path):
    path = tmp_path / "upload"
    path.touch()
    os.truncate(path, 2 * CHILD_MEMORY_BYTES)

    examination = sandbox.examine(path, file_name="film.pdf", out_dir=tmp_path / "pages")

    assert findings(examination) == {"too-big": "reject"}
    assert examination.verdicts[0].args["megabytes"] == 2 * CHILD_MEMORY_BYTES / MEGABYTE
