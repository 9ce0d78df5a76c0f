"""Secrets of a demo installation, made once and kept beside its data.

A production installation brings its own (``HONPOLGAR_SECRET_KEY``, ``HONPOLGAR_KEYS``) and never
reaches this module.
"""

import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet


def kept_secret(folder: Path, name: str) -> str:
    """Return the secret kept under ``folder/name``, making it first when there is none.

    The file is created exclusively, so that two processes starting at once agree on one value.
    """
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        value = f"k1:{Fernet.generate_key().decode()}" if name == "keys" else secrets.token_urlsafe(64)
        scratch = folder / f".{name}.{os.getpid()}.{secrets.token_hex(4)}"
        scratch.write_text(value, encoding="utf-8")
        scratch.chmod(0o600)
        try:
            os.link(scratch, path)
        except FileExistsError:
            pass
        finally:
            scratch.unlink()
    return path.read_text(encoding="utf-8")
