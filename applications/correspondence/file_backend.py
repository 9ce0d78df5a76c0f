"""The mail backend of an installation without a mail server: one file a message, under its Message-ID.

The file is made exclusively, so that a message handed over twice lies there once. The demonstration
shows the folder as a mailbox.
"""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class OnceFileBackend(BaseEmailBackend):
    """Writes messages to settings.EMAIL_FILE_PATH, each once."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write what is not there yet; return how many lie there now."""
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            content = message.message().as_bytes()
            name = message.extra_headers.get("Message-ID") or hashlib.sha256(content).hexdigest()
            target = folder / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.eml"
            scratch = folder / f".{target.name}.{os.getpid()}"
            scratch.write_bytes(content)
            try:
                os.link(scratch, target)
            except FileExistsError:
                pass
            finally:
                scratch.unlink()
        return len(email_messages)
