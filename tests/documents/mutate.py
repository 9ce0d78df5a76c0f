"""Good files spoilt where it hurts: `python -m tests.documents.mutate [--count N] [--seed S] [--jobs J] [--keep DIR]`.

Knows the bones of the formats: chunks of PNG, segments of JPEG, boxes of HEIC, directories of TIFF, objects and cross
references of PDF. Each spoilt file goes through the sandbox; what gives no finding, takes too long or too much, or breaks
the caller is kept and counted, and the exit status tells.
"""

import argparse
import random
import re
import struct
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from applications.documents.examination import Examination
from tests.documents.zone_pages import dice_of

Spoil = Callable[[bytearray, random.Random], None]
SIZES = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)


def wounded(data: bytearray, dice: random.Random) -> None:
    """Bytes changed, cut out, doubled, overwritten or moved, without regard for the format."""
    at = int(len(data) * dice.random() ** 2)
    length = dice.choice((1, 1, 2, 4, 64, 1024))
    match dice.randrange(5):
        case 0:
            data[at : at + length] = dice.randbytes(length)
        case 1:
            del data[at : at + length]
        case 2:
            data[at:at] = data[at : at + length]
        case 3:
            data[at : at + length] = bytes([dice.choice((0, 255))]) * length
        case _:
            piece = data[at : at + length]
            del data[at : at + length]
            data += piece


def truncated(data: bytearray, dice: random.Random) -> None:
    """The end is missing, a little or nearly all of it."""
    del data[max(1, int(len(data) * dice.choice((0.02, 0.3, 0.6, 0.95, 0.999)))) :]


def flipped(data: bytearray, dice: random.Random) -> None:
    """Single bits turned over, most of them near the head, where structure stands."""
    for _ in range(dice.randint(1, 40)):
        at = int(len(data) * dice.random() ** 4)
        data[at] ^= 1 << dice.randrange(8)


def emptied(data: bytearray, dice: random.Random) -> None:
    """Blocks of zeros, one or all to the end but its last bytes, as of an upload that went on elsewhere."""
    at = int(len(data) * dice.random()) // 512 * 512
    until = min(len(data), dice.choice((at + 512, at + 4096, len(data) - 16)))
    data[at:until] = bytes(max(0, until - at))


def sent_as_text(data: bytearray, dice: random.Random) -> None:
    """Ends of lines changed, or what is no text replaced or left out, by a program that took the file for text."""
    match dice.randrange(4):
        case 0:
            data[:] = data.replace(b"\n", b"\r\n")
        case 1:
            data[:] = data.replace(b"\r", b"")
        case 2:
            data[8:] = data[8:].decode(errors="replace").encode()
        case _:
            data[8:] = bytes(byte & 0x7F for byte in data[8:])


def png_chunk(data: bytearray, dice: random.Random) -> None:
    """A chunk whose length lies, that stands twice, is empty, has a wrong sum, or comes in another order."""
    chunks = list(re.finditer(rb"(IHDR|PLTE|IDAT|IEND|pHYs|iTXt|tEXt|zTXt|eXIf|acTL|fcTL)", bytes(data)))
    if not chunks:
        return
    at = dice.choice(chunks).start() - 4
    length = int.from_bytes(data[at : at + 4], "big")
    end = at + 12 + length
    match dice.randrange(5):
        case 0:
            data[at : at + 4] = struct.pack(">I", dice.choice(SIZES))
        case 1:
            data[at:at] = data[at:end] * dice.choice((1, 3, 200))
        case 2:
            data[end - 4 : end] = dice.randbytes(4)
        case 3:
            data[at:end] = b""
        case _:
            body = b"zTXtx\0\0" + zlib.compress(bytes(dice.choice((100, 5_000_000))))
            data[at:at] = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def png_size(data: bytearray, dice: random.Random) -> None:
    """A header with absurd sides, depth or colour type and a right sum."""
    at = data.find(b"IHDR")
    if at < 0:
        return
    head = bytearray(data[at : at + 17])
    if dice.random() < 0.7:
        side = dice.choice((4, 8))
        head[side : side + 4] = struct.pack(">I", dice.choice((*SIZES, 30_000, 100_000)))
    else:
        head[dice.choice((12, 13, 16))] = dice.choice((0, 1, 3, 4, 6, 16, 255))
    data[at : at + 21] = head + struct.pack(">I", zlib.crc32(head))


def jpeg_segment(data: bytearray, dice: random.Random) -> None:
    """A segment whose length lies, that stands many times, is gone, or says absurd sides."""
    found = list(re.finditer(rb"\xff([\xc0-\xc4\xda-\xdd\xe0-\xef\xfe])", bytes(data[:20_000])))
    if not found:
        return
    at = dice.choice(found).start()
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    frame = next((each.start() for each in found if data[each.start() + 1] in (0xC0, 0xC2)), at)
    match dice.randrange(5):
        case 0:
            data[at + 2 : at + 4] = struct.pack(">H", dice.choice(SIZES) & 0xFFFF)
        case 1:
            data[at:at] = data[at : at + 2 + length] * dice.choice((1, 3, 100))
        case 2:
            del data[at : at + 2 + length]
        case 3:
            data[frame + 5 : frame + 9] = struct.pack(">HH", *(dice.choice((0, 1, 30_000, 65_535)) for _ in range(2)))
        case _:
            data[at : at + 2] = b"\xff\xe1"


def tiff_directory(data: bytearray, dice: random.Random) -> None:
    """A directory entry with another type, count or place; or a directory that leads to itself."""
    order = "<" if data[:2] == b"II" else ">"
    at = struct.unpack(f"{order}I", data[4:8])[0] if len(data) > 8 else 0
    if not 8 <= at < len(data) - 6:
        return
    count = struct.unpack(f"{order}H", data[at : at + 2])[0]
    entry = at + 2 + 12 * dice.randrange(max(1, count))
    match dice.randrange(4):
        case 0:
            data[entry + 4 : entry + 8] = struct.pack(f"{order}I", dice.choice(SIZES))
        case 1:
            data[entry + 8 : entry + 12] = struct.pack(f"{order}I", dice.choice((*SIZES, at)))
        case 2:
            data[entry + 2 : entry + 4] = struct.pack(f"{order}H", dice.randrange(20))
        case _:
            end = at + 2 + 12 * count
            data[end : end + 4] = struct.pack(f"{order}I", dice.choice((at, 8, 0xFFFFFFFF)))


def heic_box(data: bytearray, dice: random.Random) -> None:
    """A box whose size lies, that stands within itself, or is of another kind."""
    found = list(re.finditer(rb"(ftyp|meta|iloc|iinf|infe|iprp|ipco|ispe|hvcC|ipma|mdat|pitm|iref)", bytes(data)))
    if not found:
        return
    at = dice.choice(found).start() - 4
    size = int.from_bytes(data[at : at + 4], "big")
    match dice.randrange(4):
        case 0:
            data[at : at + 4] = struct.pack(">I", dice.choice(SIZES))
        case 1:
            data[at + 8 : at + 8] = data[at : at + min(size, 4096)] * dice.choice((1, 30))
        case 2:
            data[at + 4 : at + 8] = dice.choice((b"meta", b"free", b"mdat", b"grid"))
        case _:
            where = data.find(b"ispe")
            data[where + 8 : where + 16] = struct.pack(
                ">II", *(dice.choice((0, 1, 60_000, 0xFFFFFFFF)) for _ in range(2))
            )


def pdf_lie(data: bytearray, dice: random.Random) -> None:
    """A number of the structure changed: lengths, counts, sizes, boxes, places of cross references."""
    names = rb"/(Length|Count|Size|Width|Height|BitsPerComponent|Predictor|Columns|First|N|W|Prev)\s+(-?\d+)|(startxref)\s+(\d+)"
    found = list(re.finditer(names, bytes(data)))
    if found:
        lie = dice.choice(found)
        group = 2 if lie[2] is not None else 4
        number = dice.choice(
            (b"-1", b"0", b"1", b"999999999", b"2147483648", b"1e99", str(dice.randrange(len(data))).encode())
        )
        data[lie.start(group) : lie.end(group)] = number


def pdf_objects(data: bytearray, dice: random.Random) -> None:
    """References led elsewhere, so that objects contain themselves; objects doubled, nested deep, or torn open."""
    objects = list(re.finditer(rb"\d+ 0 obj", bytes(data)))
    references = list(re.finditer(rb"(\d+) 0 R", bytes(data)))
    match dice.randrange(4):
        case 0 if references:
            for each in dice.sample(references, min(3, len(references)))[::-1]:
                data[each.start(1) : each.end(1)] = str(dice.randint(0, len(objects) + 2)).encode().ljust(len(each[1]))
        case 1 if objects:
            at = dice.choice(objects).start()
            data += b"\n" + data[at : at + 3000] + b"\nendobj\n"
        case 2 if objects:
            at, depth = dice.choice(objects).end(), dice.choice((50, 3000, 60_000))
            data[at:at] = b" [" * depth if dice.random() < 0.5 else b" <</A" * depth
        case _:
            for word in (b"endobj", b"endstream", b"stream", b"trailer", b"xref"):
                if dice.random() < 0.3:
                    data[:] = data.replace(word, word[::-1], dice.randint(1, 3))


SPOIL: dict[str, tuple[Spoil, ...]] = {
    "jpeg": (jpeg_segment, jpeg_segment),
    "png": (png_chunk, png_size),
    "tiff": (tiff_directory, tiff_directory),
    "heic": (heic_box, heic_box),
    "pdf": (pdf_lie, pdf_objects),
    "pdf-of-objects": (pdf_lie, pdf_objects),
}
ANY: tuple[Spoil, ...] = (wounded, truncated, flipped, emptied, sent_as_text)


@cache
def good(name: str) -> bytes:
    """A good file of a format to begin with."""
    import pikepdf

    from applications.demo.files import saved
    from tests.documents import made_files

    page = made_files.page(700, 990, lines=20)
    if name == "pdf-of-objects":
        streams = pikepdf.ObjectStreamMode.disable
        return made_files.pdf_with(lambda pdf: None, object_stream_mode=streams, compress_streams=False)
    make = {"jpeg": made_files.jpeg, "png": made_files.png, "tiff": made_files.tiff, "pdf": made_files.pdf_of}.get(name)
    return make(page) if make else saved(page, name, dpi=100)


def mutated(name: str, dice: random.Random) -> bytes:
    """A good file with one to four things wrong, most of them where its format is knit."""
    whole = good(name)
    data = bytearray(whole)
    while data == whole:
        for _ in range(dice.randint(1, 4)):
            spoil = dice.choice(SPOIL[name] * 2 + ANY)
            if data:
                spoil(data, dice)
    return bytes(data)


def trouble_with(data: bytes, name: str, kind: str | None) -> str:
    """What is wrong with the answer to one file; "" where all is well."""
    from applications.documents import sandbox

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(data)
        try:
            found = sandbox.examine(path, file_name=name, out_dir=Path(folder) / "pages", kind=kind)
        except Exception as error:  # noqa: BLE001 - whatever reaches the caller is what is looked for
            return f"the caller met {type(error).__name__}: {error}"
        pictures = [(Path(folder) / "pages" / page.preview_file) for page in found.pages]
        if not all(picture.read_bytes().startswith(b"\xff\xd8") for picture in pictures):
            return "a page has no picture"
    return "; ".join(_wrong_in(found))


def _wrong_in(found: Examination) -> Iterator[str]:
    """A child may be started twice: once more without the check that killed it."""
    from applications.documents.check import render
    from applications.documents.limits import CHILD_MEMORY_BYTES, CHILD_WALL_SECONDS

    if not found.verdicts:
        yield "no finding"
    if found.seconds >= 2 * CHILD_WALL_SECONDS:
        yield f"time: {found.seconds} seconds"
    if found.peak_mb * 1024 * 1024 >= CHILD_MEMORY_BYTES:
        yield f"memory: {found.peak_mb} MB"
    for verdict in found.verdicts:
        if not all(render(verdict.code, verdict.args, language) for language in ("hu", "en")):
            yield f"no words: {verdict.code}"


def main() -> int:
    """Spoil and examine so many files; 1 where one of them was not answered well."""
    parser = argparse.ArgumentParser(prog="python -m tests.documents.mutate", description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--keep", type=Path, default=Path(tempfile.gettempdir()) / "mutated", help="for files not survived"
    )
    options = parser.parse_args()

    def one(number: int) -> str:
        dice = dice_of(f"{options.seed} {number}")
        name = list(SPOIL)[number % len(SPOIL)]
        data = mutated(name, dice)
        trouble = trouble_with(data, f"spoilt.{name}", dice.choice((None, "passport", "birth_certificate")))
        if trouble:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{options.seed}-{number}.{name}").write_bytes(data)
            sys.stdout.write(f"{number} ({name}): {trouble}\n")
        return trouble

    troubles: Counter[str] = Counter()
    with ThreadPoolExecutor(options.jobs) as pool:
        for number, trouble in enumerate(pool.map(one, range(options.count)), 1):
            troubles[trouble.split(":")[0]] += bool(trouble)
            if number % 100 == 0:
                sys.stderr.write(f"{number} of {options.count}\n")
    sys.stdout.write(f"{options.count} files, {sum(troubles.values())} not answered well\n")
    return 1 if sum(troubles.values()) else 0


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.exit(main())
