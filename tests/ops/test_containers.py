"""compose.yaml and the Dockerfile hold together, and the commands in them start what they say."""

import json
import re
import time
from pathlib import Path

import pytest
import yaml

from portal.management.commands.run import page_answers
from tests.installation import REPOSITORY, Installation, wait_until

COMPOSE = yaml.safe_load((REPOSITORY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
OURS = {name for name, service in SERVICES.items() if service["image"] == "honpolgar"}
DOCKERFILE = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")


def image_command():
    """Return the command that the image runs where compose.yaml names none."""
    return json.loads(re.search(r"^CMD (\[.*?\])", DOCKERFILE.replace("\\\n", ""), re.MULTILINE)[1])


def test_every_service_is_one_of_the_installation():
    assert set(SERVICES) == {"web", "worker", "beat", "migrate", "db", "broker", "mail", "scanner"}
    assert set(OURS) == {"web", "worker", "beat", "migrate"}


def test_every_service_has_the_keys_that_compose_knows():
    known = {
        *("build", "image", "restart", "env_file", "environment", "volumes", "depends_on", "ports", "healthcheck"),
        *("command", "stop_grace_period", "deploy", "profiles"),
    }
    for name, service in SERVICES.items():
        assert set(service) <= known, name


def test_whoever_is_waited_for_exists_and_can_tell():
    for service in SERVICES.values():
        for name, wait in service.get("depends_on", {}).items():
            if wait["condition"] == "service_healthy":
                assert SERVICES[name]["healthcheck"]["test"]
            else:
                assert wait["condition"] == "service_completed_successfully"
                assert SERVICES[name]["restart"] == "no"


def test_every_volume_is_declared_and_every_port_is_private():
    for service in SERVICES.values():
        for volume in service.get("volumes", []):
            assert volume.split(":")[0] in COMPOSE["volumes"]
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))


def test_there_are_two_workers_and_one_beat():
    assert SERVICES["worker"]["deploy"]["replicas"] == 2
    assert "deploy" not in SERVICES["beat"]


def test_no_image_is_taken_at_whatever_version():
    images = [service["image"] for service in SERVICES.values() if "build" not in service]
    images += re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)

    assert [image for image in images if ":" not in image or image.endswith(":latest")] == []


def test_the_image_does_not_run_as_root_and_copies_only_what_exists():
    assert re.search(r"^USER honpolgar$", DOCKERFILE, re.MULTILINE)
    for source in re.findall(r"^COPY (?!--from)(\S+) \S+$", DOCKERFILE, re.MULTILINE):
        assert (REPOSITORY / source).exists(), source


def test_the_image_leaves_data_and_secrets_of_this_machine_out():
    ignored = (REPOSITORY / ".dockerignore").read_text(encoding="utf-8").split()

    assert {".git", ".data", ".venv", ".env"} <= set(ignored)


def test_the_example_of_variables_names_what_production_demands():
    example = (REPOSITORY / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    demanded = re.findall(r"^\| `([A-Z_]+)` ●", (REPOSITORY / "docs" / "settings.md").read_text("utf-8"), re.MULTILINE)

    assert set(demanded) <= named
    assert set(re.findall(r"\$\{(\w+)", (REPOSITORY / "compose.yaml").read_text("utf-8"))) <= named


@pytest.mark.kill
def test_the_commands_start_what_they_say(committed_db):
    """Without a container: the same words, on this test's database, broker and port."""
    running = Installation()
    words = {name: SERVICES[name].get("command", image_command()) for name in ("web", "worker", "beat")}
    try:
        running.start_broker()
        for name, command in words.items():
            running.start_command(name, [word.replace("0.0.0.0:8000", f"127.0.0.1:{running.port}") for word in command])
        wait_until(lambda: page_answers(running.port), seconds=90, what=f"a page; {running.said('web')}")
        running.run("from tests.jobs.kinds import give; give('test.atomic', 2, 0)")
        wait_until(lambda: jobs_done() == 2, seconds=60, what=f"the jobs are done; {running.said('worker')}")
        time.sleep(1)
        assert {name for name, process in running.processes.items() if process.poll() is None} >= set(words)
    finally:
        running.stop()
        Path("/tmp/beat-schedule").unlink(missing_ok=True)  # noqa: S108 - where compose.yaml puts it


def jobs_done():
    from applications.core.models import Job

    return Job.objects.filter(state=Job.State.DONE).count()
