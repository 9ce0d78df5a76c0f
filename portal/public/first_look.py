"""What the browser looks at before a picture is sent: measures, limits and words of the server's own checks.

The browser only advises: it may be without scripts, and what it measured is measured again where it counts.
"""

from applications.documents import check
from applications.documents.limits import (
    ANALYSIS_WIDTH,
    BLANK_INK_SHARE,
    BLURRED_VARIANCE,
    REJECT_DPI,
    REVIEW_DPI,
    paper_size,
)
from applications.documents.measures import INK_LEVELS, PAPER_KERNEL
from portal.public.countries import reader_language

MM_PER_INCH = 25.4


def first_look(kind: str | None) -> dict[str, object]:
    """Return what the browser is to look at, in the reader's language: numbers, and a sentence for each code.

    `{dpi}` stays in a sentence for the browser to fill in; a portrait is soft by nature and is not called blurred.
    """
    language = reader_language()

    def words(code: str) -> str:
        return check.render(code, {"pages": "1", "page": 1, "dpi": "{dpi}"}, language)

    return {
        "width": ANALYSIS_WIDTH,
        "inches": paper_size(kind).long / MM_PER_INCH,
        "blurred": None
        if kind == "photo"
        else {"under": BLURRED_VARIANCE, "from_dpi": REJECT_DPI, "words": words("blurred")},
        "blank": {"under": BLANK_INK_SHARE, "kernel": PAPER_KERNEL, "levels": INK_LEVELS, "words": words("all-blank")},
        "resolution": [
            {"under": REJECT_DPI, "words": words("resolution-too-low")},
            {"under": REVIEW_DPI, "words": words("resolution-low")},
        ],
    }
