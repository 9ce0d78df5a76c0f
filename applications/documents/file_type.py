"""What a file is by its content, whatever its name says, and what lies before and after the picture in it."""

import re
from dataclasses import dataclass
from typing import Final

HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
FOREIGN: Final = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"GIF8", "gif"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"BM", "bmp"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"8BPS", "psd"),
)
SEARCHED: Final = 1024
"""Readers of PDF look for its header in this many first bytes, so a header there makes a second document."""

JPEG_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
ZIP_END: Final = b"PK\x05\x06"
ZIP_END_SEARCHED: Final = 66_000


@dataclass(frozen=True, slots=True)
class FileType:
    """The true type ("unknown" where it is none we know), and whether we take it."""

    name: str
    allowed: bool


def true_type(data: bytes) -> FileType:
    """The type by the first bytes: ours only where the signature stands at the very start, as all our readers expect."""
    if data.startswith((b"%PDF-", b"\xef\xbb\xbf%PDF-")):
        return FileType("pdf", allowed=True)
    if data.startswith(b"\xff\xd8\xff"):
        return FileType("jpeg", allowed=True)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileType("png", allowed=True)
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return FileType("tiff", allowed=True)
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return FileType("heic", allowed=True)
    return FileType(_foreign(data), allowed=False)


def _foreign(data: bytes) -> str:
    for signature, name in FOREIGN:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    start = data[:SEARCHED].lstrip().lower()
    if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start):
        return "svg"
    return "html" if start.startswith(b"<") else "unknown"


def claimed_type(file_name: str) -> str:
    """The type that a file's name claims: one of ours, or its extension as it stands."""
    extension = file_name.rpartition(".")[2].lower() if "." in file_name else ""
    return {"jpg": "jpeg", "jpe": "jpeg", "jfif": "jpeg", "tif": "tiff", "heif": "heic"}.get(extension, extension)


@dataclass(frozen=True, slots=True)
class Ends:
    """What stands around the document in a file.

    `foreign`: what kind of foreign data was found ("zip", "pdf", "data" …), empty where none. `header_late`: something
    harmless (a byte order mark) stands before the header. `complete`: the end mark is there, None where the type has
    none.
    """

    foreign: str = ""
    header_late: bool = False
    complete: bool | None = None


def ends(data: bytes, type_name: str) -> Ends:
    """Looks at the structure of a file of one of our types from its first byte to its last."""
    read = {"jpeg": _jpeg_ends, "png": _png_ends, "pdf": _pdf_ends, "heic": _heic_ends}.get(type_name)
    found = Ends() if read is None else read(data)
    if found.foreign:
        return found
    if type_name != "pdf" and b"%PDF-" in data[:SEARCHED]:
        return Ends("pdf", found.header_late, found.complete)
    if ZIP_END in data[-ZIP_END_SEARCHED:] and _is_zip_end(data):
        return Ends("zip", found.header_late, found.complete)
    return found


def _is_zip_end(data: bytes) -> bool:
    """Whether the last end-of-archive record is a real one: its comment ends exactly at, or near, the file's end."""
    at = data.rfind(ZIP_END)
    record = data[at : at + 22]
    if len(record) < 22:  # noqa: PLR2004 - the fixed length of the record
        return False
    comment = int.from_bytes(record[20:22], "little")
    return abs(at + 22 + comment - len(data)) <= SEARCHED


def _jpeg_ends(data: bytes) -> Ends:
    end = _jpeg_end(data)
    if end is None:
        return Ends(complete=False)
    return Ends(foreign=_tail_kind(data[end:]), complete=True)


def _jpeg_end(data: bytes) -> int | None:
    """Offset just after the end-of-image mark, walking the segments; None where the file stops before it."""
    at = 2
    while found := JPEG_MARKER.search(data, at):
        marker = data[found.start() + 1]
        at = found.end()
        if marker == 0xD9:  # noqa: PLR2004 - EOI
            return at
        if marker not in (0x01, 0xD8):
            at += int.from_bytes(data[at : at + 2], "big")
    return None


def _tail_kind(tail: bytes) -> str:
    """What is behind the end of a JPEG: nothing said of what cameras themselves put there."""
    if not tail.strip(b"\x00\r\n\t \xff"):
        return ""
    rest = tail.lstrip(b"\r\n\t ")
    # Phones add a second picture (depth, HDR gain map), a short film, or Samsung's record of the shot.
    if rest.lstrip(b"\x00").startswith(b"\xff\xd8\xff") or rest[4:8] == b"ftyp":
        return ""
    if tail.rstrip(b"\x00")[-4:] in (b"SEFT", b"SEFH"):
        return ""
    kind = true_type(rest)
    return kind.name if kind.name != "unknown" else "data"


def _png_ends(data: bytes) -> Ends:
    at = 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        at += 12 + length
        if kind == b"IEND":
            return Ends(foreign="data" if data[at:].strip(b"\x00\r\n\t ") else "", complete=True)
    return Ends(complete=False)


def _pdf_ends(data: bytes) -> Ends:
    late = not data.startswith(b"%PDF-")
    at = data.rfind(b"%%EOF")
    if at < 0:
        return Ends(header_late=late, complete=False)
    tail = data[at + 5 :].strip(b"\x00\r\n\t \x0c")
    return Ends(foreign="data" if tail else "", header_late=late, complete=True)


def _heic_ends(data: bytes) -> Ends:
    """Walks the boxes of ISO 14496-12, which must fill the file."""
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if not kind.isalnum():
            return Ends(foreign="data", complete=True)
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        elif size == 0:
            return Ends(complete=True)
        if size < 8:  # noqa: PLR2004 - the header of a box
            return Ends(foreign="data", complete=True)
        at += size
    return Ends(complete=at == len(data))
