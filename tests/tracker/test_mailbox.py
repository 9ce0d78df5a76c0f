"""The mailbox of a demonstration: readable, harmless, and never there in production or beside a mail server."""

from pathlib import Path

import pytest
from django.test import Client

from applications.correspondence import services
from applications.intake.services import start
from tests import personas

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    """A folder with one e-mail to Ilona."""
    settings.EMAIL_BACKEND = "applications.correspondence.file_backend.OnceFileBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    application = start(account=personas.applicant())
    services.send(services.tell(application=application, letter="withdrawn", key="k", context={}).pk)
    return tmp_path


def test_an_e_mail_can_be_read_as_text_and_as_it_looks(client: Client, folder: Path):
    name = next(folder.glob("*.eml")).stem
    assert f"/mailbox/{name}/" in client.get("/mailbox/?to=ilona").content.decode()
    assert f"/mailbox/{name}/" not in client.get("/mailbox/?to=mari").content.decode()
    assert "Üdvözlettel" in client.get(f"/mailbox/{name}/").content.decode()

    frame = client.get(f"/mailbox/{name}/html/")
    assert "Üdvözlettel" in frame.content.decode()
    assert "default-src 'none'" in frame["Content-Security-Policy"]
    assert "sandbox" in frame["Content-Security-Policy"]
    assert "script" not in frame["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["0" * 32, "..%2f..%2fkeys", "x"])
def test_nothing_else_of_the_data_folder_can_be_read(client: Client, folder: Path, name: str):
    (folder.parent / "keys").write_text("geheim")

    assert client.get(f"/mailbox/{name}/").status_code == 404


@pytest.mark.parametrize("changed", [{"PRODUCTION": True}, {"EMAIL_URL": "smtp://mail.example"}])
def test_it_is_not_there_where_real_mail_is_sent(client: Client, folder: Path, settings, changed: dict[str, object]):
    for name, value in changed.items():
        setattr(settings, name, value)

    for path in ("", f"{next(folder.glob('*.eml')).stem}/", f"{next(folder.glob('*.eml')).stem}/html/"):
        assert client.get(f"/mailbox/{path}").status_code == 404
