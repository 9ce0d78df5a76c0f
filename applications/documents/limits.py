"""Every limit and threshold of the paper checks, in one place; nothing here decides, the checks do."""

from typing import Final, NamedTuple

MEGABYTE: Final = 1024 * 1024

ALLOWED_TYPES: Final = ("pdf", "jpeg", "png", "heic", "tiff")
"""True types a paper may have, by content."""

MAX_FILE_BYTES: Final = 20 * MEGABYTE
MIN_FILE_BYTES: Final = 64
"""No file of an allowed type with a picture on it is smaller."""

MAX_PAGES: Final = 50

MAX_PICTURE_PIXELS: Final = 80_000_000
"""A picture's width × height: A3 at 600 dpi fits, a decompression bomb does not."""

MAX_PICTURE_SIDE: Final = 20_000
"""Longest side of a picture, in pixels."""

MAX_PAGE_POINTS: Final = 14_400
"""Longest side of a PDF page in points: the 200 inches of ISO 32000-1, annex C."""

LARGE_PAGE_POINTS: Final = 3_500
"""Points from which a PDF page is larger than any certificate (A0 is 3370 high)."""

SMALL_PAGE_POINTS: Final = 40
"""Points under which a side of a PDF page is too small for any paper that proves something (14 mm)."""

MAX_INFLATED_BYTES: Final = 128 * MEGABYTE
"""What one compressed PDF stream that is no picture may grow to."""

MAX_PDF_OBJECTS: Final = 300_000
"""Values looked at in the walk for active content; a file with more is not looked through."""

REJECT_DPI: Final = 64
"""Under this the small letters of a form (1.9 mm high) have fewer than five pixels: nobody can read them."""

REVIEW_DPI: Final = 120
"""Under this print can be read, stamps and handwriting often cannot."""

WORKING_SIDE: Final = 2_600
"""Longest side, in pixels, at which a page is drawn for the checks."""

ZONE_WORKING_SIDE: Final = 4_000
"""The same for kinds with a machine-readable zone, whose letters are small on a photo of a table."""

ZONE_KINDS: Final = frozenset({"passport", "id_card"})
"""Kinds of papers that carry a machine-readable zone."""

ZONE_PAGES: Final = 3
"""Pages of a file that are searched for a machine-readable zone."""

TEXT_PAGES: Final = 4
"""Pages of a file whose text is read: certificates have one or two sides, and what a paper is stands at its beginning."""

TEXT_SECONDS: Final = 45.0
"""Wall time for reading the text of one file; an A4 page of print takes one to two seconds on an idle machine."""

MAX_WORDS: Final = 5_000
"""Words of one file that are kept."""

FACE_WORDS: Final = 6
"""Words of print from which a picture is a paper and not a photo of a face."""

MISSING_ROWS: Final = 0.05
"""Share of a picture's rows that may be lost where the end of the file is missing; with more it is unreadable."""

PREVIEW_SIDE: Final = 1_400
THUMB_SIDE: Final = 240
PREVIEW_QUALITY: Final = 82

ANALYSIS_WIDTH: Final = 1_000
"""Width, in pixels, at which blank and blurred are measured, so that thresholds mean the same on all pictures."""

BLANK_INK_SHARE: Final = 0.0005
"""Share of dark pixels under which a page counts as blank (blank pages 0.0000, certificates 0.05 to 0.09)."""

BLURRED_VARIANCE: Final = 50.0
"""Variance of the Laplacian under which a page counts as blurred (sharp above 600, blurred by 1.5 px 23)."""

LEVELLED_DEGREES: Final = 1.5
"""Degrees from which a page is levelled before anything else looks at it; a scanner's slip is under 1."""

ASKEW_DEGREES: Final = 3.0
"""Degrees from which it is said that a page was levelled; a hand's slip is under 5."""

SKEWED_DEGREES: Final = 12.0
"""Degrees from which a page that was levelled may still be read badly: such pictures are taken from the side as well."""

SAME_DOCUMENT_BITS: Final = 8
"""Differing bits, of 64, up to which two pages whose marks agree are called the same picture."""

SAME_MARKS: Final = 0.15
"""Share of marks from which a page is a copy of another: copies 0.24 and more, papers of one form 0.07 at most."""

MARKS_OF_A_PAGE: Final = 128
"""Marks kept of a page; see marks.py."""

SAME_PATCHES: Final = 0.75
"""Share of written patches in which a copy with a field retouched agrees at least."""

SAME_ELSEWHERE: Final = 0.97
"""The same outside the largest place that differs: copies 1.00, papers of one form 0.96 at most."""

SAME_BOTH_WAYS: Final = 0.98
"""The same within one case, whichever page is laid on the other: copies 0.988 and more on the worse of the two ways,
certificates of twins of one office 0.974 at most in 27 of 28 pairs."""

CHILD_MEMORY_BYTES: Final = 1_536 * MEGABYTE
CHILD_CPU_SECONDS: Final = 30
CHILD_FILE_BYTES: Final = 64 * MEGABYTE
CHILD_OPEN_FILES: Final = 64
CHILD_WALL_SECONDS: Final = 90


class PaperSize(NamedTuple):
    """A sheet and its sides in millimetres, the longer first."""

    name: str
    long: float
    short: float


A4: Final = PaperSize("a4", 297, 210)
PASSPORT_PAGE: Final = PaperSize("booklet", 125, 88)

PAPER_SIZES: Final = {
    "passport": PASSPORT_PAGE,
    "old_passport": PASSPORT_PAGE,
    "id_card": PaperSize("card", 85.6, 54),
    "photo": PaperSize("photo", 45, 35),
    "military_record": PASSPORT_PAGE,
    "work_book": PASSPORT_PAGE,
}
"""Size assumed for a kind of paper where a picture does not say its own; A4 for kinds not named."""


def paper_size(kind: str | None) -> PaperSize:
    """The sheet a picture of this kind is assumed to fill; where the kind is not known, the smallest common one."""
    if kind is None:
        return PASSPORT_PAGE
    return PAPER_SIZES.get(kind, A4)
