"""Reads the e-mails that the installation has sent: files in its mail folder."""

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

from tests.installation import wait_until

CODE = re.compile(r"^\s*([A-Z0-9]{4,}(?:-[A-Z0-9]{2,})*)\s*$", re.MULTILINE)


def mails(address: str) -> list[EmailMessage]:
    """Return every e-mail to an address, the oldest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns) if folder.exists() else []
    read = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in files]
    return [mail for mail in read if isinstance(mail, EmailMessage) and address in str(mail["To"])]


def text_of(mail: EmailMessage) -> str:
    """Return the plain text of an e-mail."""
    body = mail.get_body(("plain",))
    assert body is not None, mail["Subject"]
    return str(body.get_content())


def subjects(address: str) -> list[str]:
    """Return the subjects of what was sent to an address."""
    return [str(mail["Subject"]) for mail in mails(address)]


def awaited(address: str, words: str) -> EmailMessage:
    """Return the newest e-mail whose subject holds ``words``, waiting for it."""

    def found() -> list[EmailMessage]:
        return [mail for mail in mails(address) if words in str(mail["Subject"])]

    wait_until(found, what=f"an e-mail “{words}” to {address}")
    return found()[-1]


def code_for(address: str) -> str:
    """Return the code of the newest e-mail to an address that holds one."""
    mail = awaited(address, "code")
    return CODE.findall(text_of(mail))[-1]
