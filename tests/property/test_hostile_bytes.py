"""Whatever bytes stand at the door of `python -m rules assess -`: an answer or a clear error, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.property.test_hostile_facts import flooded, line

ROOT = Path(__file__).resolve().parents[2]
GOOD = b'{"as_of":"2024-01-01","applicant":"a","people":{"a":{}}}\n'
CASE = b'{"as_of":"2024-01-01","applicant":"a","people":{"a":%s}}\n'
CYCLE = {"a": {"parents": [{"person": "b"}]}, "b": {"parents": [{"person": "c"}]}, "c": {"parents": [{"person": "a"}]}}
YOUNG_FATHER = {
    "a": {"born": {"on": "1950-01-01"}, "died": "1940-01-01", "parents": [{"person": "b"}]},
    "b": {"sex": "male", "born": {"on": "1990-01-01"}, "died": "1900"},
}


def of(people):
    return json.dumps({"as_of": "2024-01-01", "applicant": "a", "people": people}).encode() + b"\n"


def asked(given):
    return subprocess.run(
        [sys.executable, "-m", "rules", "assess", "-"], input=given, capture_output=True, timeout=120, cwd=ROOT,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param(b"\xff\xfe\x00bad\n", "is not UTF-8 text", id="no UTF-8"),
        pytest.param(CASE % b'{"name":"\xc3"}', "is not UTF-8 text", id="half of a UTF-8 character"),
        pytest.param(bytes(range(256)) * 1000, "is not UTF-8 text", id="any bytes"),
        pytest.param(b"\x00\x01\n", "is not JSON", id="nothing to read"),
        pytest.param(b'{"as_of":"2024-01-01"', "is not JSON", id="cut off"),
        pytest.param(b"[]\n", "must be a JSON object", id="a list"),
        pytest.param(b"NaN\n", "must be a JSON object", id="no number"),
        pytest.param(b"[" * 200_000 + b"\n", "nested too deeply", id="deep lists"),
        pytest.param(b'{"a":' * 100_000 + b"\n", "nested too deeply", id="deep objects"),
        pytest.param(CASE % (b'{"grant":{"place_changes":' + b"9" * 5000 + b"}}"), "is not JSON", id="a huge number"),
        pytest.param(CASE % b'{"grant":{"place_changes":1e400}}', "must be a whole number", id="beyond all numbers"),
        pytest.param(CASE % b'{"grant":{"place_changes":NaN}}', "must be a whole number", id="NaN in a fact"),
        pytest.param(CASE % b'{"grant":{"place_changes":-1}}', "must be a whole number", id="less than none"),
        pytest.param(CASE % b'{"name":"\\ud800"}', "half a character", id="a lone surrogate"),
        pytest.param(GOOD.replace(b'"a",', b'"a","applicant":"b",'), "is not among the people", id="a key twice"),
        pytest.param(of(CYCLE), "their own ancestor", id="a circle of three"),
        pytest.param(json.dumps(line(41)).encode() + b"\n", "more than 40 generations", id="41 generations"),
    ],
)
def test_hostile_bytes_are_refused_in_a_sentence(given, message):
    done = asked(given)

    assert done.returncode == 2
    assert done.stderr == b""
    first = json.loads(done.stdout.splitlines()[0])
    assert message in first["error"]["message"]
    assert len(done.stdout) < 2000


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD, id="a byte order mark"),
        pytest.param(CASE % b'{"sex":"male","sex":"female"}', id="a fact twice, the last one counts"),
        pytest.param(CASE % (b'{"grant":{"place_changes":' + b"9" * 4000 + b"}}"), id="a large number"),
        pytest.param(of(YOUNG_FATHER), id="a father born after his child, both dead before"),
        pytest.param(json.dumps(line(40)).encode() + b"\n", id="40 generations"),
        pytest.param(json.dumps(flooded(900)).encode() + b"\n", id="ten megabytes"),
    ],
)
def test_odd_but_whole_cases_are_answered(given):
    done = asked(given)

    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["routes"]) == 21


def test_a_faulty_case_stops_no_other():
    done = asked(b"{\n" + GOOD + CASE % b'{"x":1}' + GOOD)

    told = [json.loads(each) for each in done.stdout.splitlines()]
    assert ["error" in each for each in told] == [True, False, True, False]
    assert done.returncode == 2


def test_nothing_asked_is_nothing_answered():
    done = asked(b"")

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
