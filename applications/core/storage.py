"""Files at rest: encrypted in the data folder, never under a public address."""

from io import BytesIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage

from applications.core.encryption import decrypt, encrypt


class EncryptedStorage(FileSystemStorage):
    """A file system storage whose contents are encrypted by the key ring; it gives out no URL."""

    def _save(self, name: str, content: File) -> str:  # type: ignore[type-arg]  # File is generic only in the stubs
        content.seek(0)
        saved: str = super()._save(name, ContentFile(encrypt(content.read())))  # type: ignore[misc]  # not in the stubs
        return saved

    def _open(self, name: str, mode: str = "rb") -> File:  # type: ignore[type-arg]  # as above
        with super()._open(name, "rb") as stored:  # type: ignore[misc]  # not in the stubs
            return File(BytesIO(decrypt(stored.read())), name=name)

    def url(self, name: str | None) -> str:
        """Refuse: files are served by views that ask who may see them."""
        raise ValueError("Stored files have no public address.")
