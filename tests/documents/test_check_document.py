"""The command that checks files without a database."""

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from applications.documents.verdict import OF_THE_MACHINE
from tests.documents import made_files, zone_pages
from tests.installation import REPOSITORY


@pytest.fixture
def folder(tmp_path):
    made = {
        "good.jpg": made_files.jpeg(made_files.page()),
        "blank.png": made_files.png(Image.new("RGB", (1654, 2339), "white")),
        "tail.jpg": made_files.jpeg(made_files.page()) + b"MZ" + b"x" * 90,
        "empty.pdf": b"",
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def run(*arguments):
    output = io.StringIO()
    call_command("check_document", *map(str, arguments), stdout=output, stderr=output)
    return output.getvalue()


def test_it_prints_one_line_of_json_for_each_file(folder):
    names = ["good.jpg", "blank.png", "tail.jpg", "empty.pdf"]

    lines = [json.loads(line) for line in run("--json", *(folder / name for name in names)).splitlines()]

    assert [line["verdict"] for line in lines] == ["accept", "review", "reject", "reject"]
    assert [line["type"] for line in lines] == ["jpeg", "png", "jpeg", "unknown"]
    assert [line["file"] for line in lines] == [str(folder / name) for name in names]
    for line in lines:
        assert set(line) == {"file", "type", "verdict", "findings", "seconds", "peak_mb"}
        assert line["seconds"] > 0
        assert all(set(finding) == {"code", "outcome", "message"} for finding in line["findings"])
    assert lines[2]["findings"][0]["code"] == "two-in-one"


def test_it_speaks_to_people_in_both_languages(folder):
    assert "This file looks blank" in run("--language", "en", folder / "blank.png")
    assert "Ez a fájl üresnek látszik" in run("--language", "hu", folder / "blank.png")


def test_a_passport_is_read_and_its_validity_checked(folder):
    lines = zone_pages.passport_zone(zone_pages.dice_of(2))
    lines[1] = lines[1][:21] + "200101" + zone_pages.digit("200101") + lines[1][28:43]
    lines[1] += zone_pages.digit(lines[1][:10] + lines[1][13:20] + lines[1][21:43])
    (folder / "p.jpg").write_bytes(made_files.jpeg(Image.fromarray(zone_pages.drawn(lines))))

    [line] = run("--json", "--kind", "passport", folder / "p.jpg").splitlines()

    found = {finding["code"] for finding in json.loads(line)["findings"]}
    assert found - OF_THE_MACHINE == {"mrz-read", "document-expired"}


def test_a_file_that_is_not_there_fails_after_the_others(folder):
    output = io.StringIO()

    with pytest.raises(CommandError, match="1 of 2"):
        call_command("check_document", str(folder / "none"), str(folder / "good.jpg"), stdout=output, stderr=output)

    assert "good.jpg" in output.getvalue()


@pytest.mark.parametrize("options", [["--json"], []])
def test_a_name_that_is_no_text_is_printed_wherever_text_goes(folder, options):
    odd = folder / os.fsdecode(b"\xff\xe1.pdf")
    odd.write_bytes(b"")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONIOENCODING": "utf-8:strict"}

    done = subprocess.run(
        [sys.executable, "manage.py", "check_document", *options, "--language", "en", str(odd), str(folder / "none")],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        check=False,
    )

    [line] = done.stdout.decode().splitlines()[:1]
    assert done.returncode == 1
    assert b"none: not a file" in done.stderr
    if options:
        assert json.loads(line)["file"] == str(odd)
    else:
        assert line.startswith(f"{folder}/\ufffd\ufffd.pdf: reject")


def test_a_file_that_may_not_be_read_is_not_blamed(folder, monkeypatch):
    def refuse(path, mode):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    output = io.StringIO()

    with pytest.raises(CommandError, match="1 of 1"):
        call_command("check_document", str(folder / "good.jpg"), stdout=output, stderr=output)

    assert "good.jpg: Permission denied" in output.getvalue()


def test_it_prints_what_it_read(folder, tmp_path):
    from tests.documents.test_text_reading import pdf_of_text

    lines = ("Szuletesi anyakonyvi kivonat", "Szuletes ideje: 1931. majus 4.", "Anyja neve: Nagy Anna")
    (tmp_path / "birth.pdf").write_bytes(pdf_of_text(*lines))

    printed = run("--language", "en", "--kind", "marriage_certificate", tmp_path / "birth.pdf")

    assert "read: a birth certificate (hun, 12 words)" in printed
    assert "born_on: 1931-05-04  [1931. majus 4.]" in printed
    assert "mother: Nagy Anna" in printed
    assert "This looks like a birth certificate; you said a marriage certificate." in printed
    assert "olvasva: születési anyakönyvi kivonat" in run("--language", "hu", tmp_path / "birth.pdf")
    assert "read:" not in run("--language", "en", folder / "blank.png")
