"""The locked lists hold every dependency at a version that pyproject.toml allows, with hashes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
DEVELOPMENT = PROJECT["dependency-groups"]["dev"]


def locked(name):
    """Return {package: (version, number of hashes)} of a locked list."""
    text = (REPOSITORY / name).read_text(encoding="utf-8").replace("\\\n", " ")
    pins = re.findall(r"^([\w.-]+)==(\S+)(.*)$", text, re.MULTILINE)
    return {canonicalize_name(package): (version, rest.count("--hash=sha256:")) for package, version, rest in pins}


@pytest.mark.parametrize(
    ("name", "wanted"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", RUNTIME + DEVELOPMENT)]
)
def test_every_dependency_is_locked_at_an_allowed_version(name, wanted):
    pins = locked(name)

    for requirement in map(Requirement, wanted):
        version, _hashes = pins[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version, prereleases=True), requirement


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_hashes(name):
    assert [package for package, (_version, hashes) in locked(name).items() if not hashes] == []


def test_both_lists_agree():
    runtime, development = locked("requirements.txt"), locked("requirements-dev.txt")

    assert {package: pin[0] for package, pin in runtime.items()}.items() <= {
        package: pin[0] for package, pin in development.items()
    }.items()


def test_development_stays_out_of_the_runtime():
    names = {canonicalize_name(Requirement(line).name) for line in DEVELOPMENT}

    assert names & set(locked("requirements.txt")) == set()
