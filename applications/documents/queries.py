"""Reads of papers."""

from collections.abc import Iterable
from functools import partial

from django.core.files.storage import default_storage
from django.db.models import Prefetch, QuerySet

from applications.documents.examination import Examination
from applications.documents.laying import Picture
from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.documents.services import page_name
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


def picture(checked: CheckedFile, examination: Examination, number: int) -> Picture:
    """Return the clean picture of a page of examined bytes; where there is none, one without bytes, which is like nothing."""
    file_name = next((page.preview_file for page in examination.pages if page.number == number), "")
    stored = page_name(checked, file_name) if file_name else ""
    drawn = checked.checked_at.isoformat() if checked.checked_at else ""
    return Picture(f"{stored}/{drawn}" if stored else "", partial(_stored_bytes, stored))


def _stored_bytes(name: str) -> bytes:
    if not name or not default_storage.exists(name):
        return b""
    with default_storage.open(name) as stored:
        return bytes(stored.read())
