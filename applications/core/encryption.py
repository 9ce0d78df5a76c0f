"""Encryption at rest: a key ring, the key's id beside every value.

Values are Fernet tokens (AES-128-CBC with HMAC-SHA-256) prefixed with the id of the key that made
them: ``k2$gAAAA…``. The first key of the ring encrypts; every key of the ring still decrypts, so a
new key is put in front and old values are rewritten at leisure.
"""

import hashlib
import hmac
import json
from functools import lru_cache
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models

if TYPE_CHECKING:
    from typing import Any  # noqa: TID251  # a JSON value


class UnreadableValue(Exception):
    """A stored value names a key that is not in the ring, or was tampered with."""


@lru_cache
def key_ring(text: str) -> dict[str, Fernet]:
    """Return the ring ``id -> key`` of ``"k2:…,k1:…"``, newest first.

    Raises ImproperlyConfigured where an entry is not ``id:key`` with a Fernet key.
    """
    ring: dict[str, Fernet] = {}
    for entry in text.split(","):
        key_id, _, key = entry.strip().partition(":")
        try:
            ring[key_id] = Fernet(key)
        except ValueError as error:
            raise ImproperlyConfigured(f"HONPOLGAR_KEYS: the entry {key_id!r} is not a 32-byte base64 key.") from error
    return ring


def encrypt(data: bytes) -> bytes:
    """Return ``data`` encrypted by the newest key, its id in front."""
    key_id, key = next(iter(key_ring(settings.ENCRYPTION_KEYS).items()))
    return key_id.encode() + b"$" + key.encrypt(data)


def decrypt(token: bytes) -> bytes:
    """Return the plain bytes of ``token``; raises UnreadableValue."""
    key_id, _, body = token.partition(b"$")
    key = key_ring(settings.ENCRYPTION_KEYS).get(key_id.decode(errors="replace"))
    if key is None:
        raise UnreadableValue(f"No key {key_id!r} in the ring.")
    try:
        return key.decrypt(body)
    except InvalidToken as error:
        raise UnreadableValue("The value was changed or cut.") from error


def blind_index(text: str) -> str:
    """Return a keyed fingerprint (HMAC-SHA-256, hex) by which an encrypted text can be looked up."""
    return hmac.new(settings.SECRET_KEY.encode(), text.strip().casefold().encode(), hashlib.sha256).hexdigest()


def trace_keys(kind: str, value: str) -> list[int]:
    """Return the keyed fingerprints (HMAC-SHA-256, 63 bits) of a value of a kind, by every key of the ring, newest first.

    They are written by the first and looked up by all, so that what an older key marked is still found.
    """
    message = f"{kind}\0{value}".encode()
    found = []
    for entry in settings.ENCRYPTION_KEYS.split(","):
        secret = b"trace:" + entry.strip().partition(":")[2].encode()
        found.append(int.from_bytes(hmac.digest(secret, message, "sha256")[:8], "big") >> 1)
    return found


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # the stubs' generics cannot be subclassed at run time
    """A text that lies encrypted in the database."""

    def get_prep_value(self, value: object) -> object:
        """Encrypt on the way in; None stays None."""
        return None if value is None else encrypt(str(value).encode()).decode()

    def from_db_value(self, value: str | None, expression: object, connection: object) -> str | None:
        """Decrypt on the way out."""
        return None if value is None else decrypt(value.encode()).decode()


class EncryptedJSONField(models.TextField):  # type: ignore[type-arg]  # as above
    """A JSON value that lies encrypted in the database."""

    # What django-stubs calls the types of a field's values; JSON may be anything, as in its own JSONField.
    _pyi_private_set_type: "Any"
    _pyi_private_get_type: "Any"

    def get_prep_value(self, value: object) -> object:
        """Serialise and encrypt on the way in; None stays None."""
        return None if value is None else encrypt(json.dumps(value, ensure_ascii=False).encode()).decode()

    def from_db_value(self, value: str | None, expression: object, connection: object) -> object:
        """Decrypt and parse on the way out."""
        return None if value is None else json.loads(decrypt(value.encode()))

    def to_python(self, value: object) -> object:
        """Keep Python values as they are."""
        return value
