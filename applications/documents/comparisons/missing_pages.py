"""Papers that say themselves that they have more pages than were brought."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.comparison import ComparedPaper
from applications.documents.page_numbers import PageNumber, page_numbers
from applications.documents.verdict import Evidence, Outcome, Scalar, Verdict, Words


@comparison(
    "missing-pages",
    version="1",
    label=Label("Minden oldala megvan", "All its pages are here"),
    words={
        "pages-missing": Words(
            hu="A rajta álló oldalszámok szerint ez a papír {total} oldalas, és hiányzik belőle: {missing}. oldal. Kérjük, "
            "fényképezze le azt is, és az „Oldalak hozzáadása” résznél tegye ehhez a papírhoz, akkor is, ha üres.",
            en="By the page numbers printed on it this paper has {total} pages, and page {missing} is missing. Please "
            "photograph it too and put it with this paper under “Add pages”, even if it is blank.",
            staff_hu="Hiányzik a(z) {missing}. oldal ({total} oldalból)",
            staff_en="Page {missing} of {total} missing",
        ),
    },
)
def missing_pages(compared: Comparison) -> Iterator[Verdict]:
    """Original and translation are numbered on their own. A page without a number may be any of the missing ones."""
    numbers = list(_numbers(compared.paper))
    if not numbers:
        raise DoesNotApplyError
    for first, last in _parts(compared.paper):
        told = [each for each in numbers if first < each.page <= last]
        missing, total = _missing(told, last - first)
        if missing:
            seen = max(told, key=lambda each: (each.total, each.number))
            args: dict[str, Scalar] = {"missing": ", ".join(map(str, missing)), "total": total}
            yield Verdict("pages-missing", Outcome.REVIEW, args, (Evidence(seen.page, seen.box),))


def _numbers(paper: ComparedPaper) -> Iterator[PageNumber]:
    """The numbers printed on its pages, pages counted through all files."""
    before = 0
    for examination in paper.examinations:
        for each in page_numbers(examination.words):
            yield each._replace(page=before + each.page)
        before += len(examination.pages)


def _missing(told: Sequence[PageNumber], pages: int) -> tuple[list[int], int]:
    """The numbers that no page bears, where there are not as many pages without a number; and how many pages it has."""
    total = max((max(each.number, each.total) for each in told), default=0)
    missing = sorted(set(range(1, total + 1)) - {each.number for each in told})
    return (missing, total) if len(missing) > pages - len(told) else ([], total)


def _parts(paper: ComparedPaper) -> Iterator[tuple[int, int]]:
    """The pages of the original and of the translation: the number before the first, and the last."""
    lengths = [len(examination.pages) for examination in paper.examinations]
    parts = list(paper.parts) or [""] * len(lengths)
    ends = [at for at, (one, next_one) in enumerate(pairwise([*parts, None]), start=1) if one != next_one]
    for start, end in pairwise([0, *ends]):
        yield sum(lengths[:start]), sum(lengths[:end])
