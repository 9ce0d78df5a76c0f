"""Reads of papers."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.family.models import Family


def papers_of(family: Family | int) -> QuerySet[Paper]:
    """Return a family's papers that were not removed, with the files on them (``kept_files``)."""
    files = PaperFile.objects.filter(removed_at=None).select_related("checked").order_by("part", "position", "pk")
    return (
        Paper.objects.filter(family=family, removed_at=None)
        .select_related("person")
        .prefetch_related(Prefetch("files", queryset=files, to_attr="kept_files"))  # type: ignore[no-redef]  # declared on the model
        .order_by("added_at", "pk")
    )


def unexamined(papers: Iterable[Paper]) -> list[CheckedFile]:
    """Return the files among ``papers`` whose bytes still wait for their examination."""
    waiting = CheckedFile.objects.filter(
        uses__paper__in=list(papers), uses__removed_at=None, state=CheckedFile.State.WAITING
    )
    return list(waiting.distinct())
