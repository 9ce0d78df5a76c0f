"""Verbs that turn and cut pages by hand. The bytes stay; a file then stands for another framing of them."""

from django.db import transaction

from applications.core import clock, journal
from applications.core.models import User
from applications.documents.examination import Page, examination_from_json
from applications.documents.framing import Framing, as_text
from applications.documents.models import CheckedFile, PaperFile


class NoSuchPageError(Exception):
    """The file has no drawn page of this number, so there is nothing to turn or cut."""


def as_brought(checked: CheckedFile) -> CheckedFile:
    """Return the row of the same bytes without any framing."""
    if not checked.framing:
        return checked
    return CheckedFile.objects.get(sha256=checked.sha256, kind_group=checked.kind_group, framing="")


def brought_pages(checked: CheckedFile) -> dict[int, Page]:
    """Return the pages of a file as they were brought, by number; none where they were not drawn (yet)."""
    whole = as_brought(checked)
    pages = examination_from_json(whole.examination).pages if whole.examination else ()
    return {page.number: page for page in pages if page.preview_file}


def framing_of(checked: CheckedFile, page: Page) -> Framing:
    """Return how a page is framed now: by hand, or as it was turned upright by itself; ``page`` is as brought."""
    return checked.framings.get(page.number) or Framing(page.turned)


def frame_page(*, file: PaperFile, number: int, framing: Framing, actor: User, chain: str) -> CheckedFile:
    """Have a page of a file seen turned and cut as said; returns what the file stands for now, maybe to be examined.

    Raises NoSuchPageError. The same framing again changes nothing.
    """
    with transaction.atomic():
        held = PaperFile.objects.select_for_update(of=("self",)).select_related("checked").get(pk=file.pk)
        page = brought_pages(held.checked).get(number)
        if page is None:
            raise NoSuchPageError(number)
        framings = held.checked.framings
        framings[number] = framing
        if framing == Framing(page.turned):
            del framings[number]
        return stand_for(held, as_text(framings), actor, chain)


def unframe_file(*, file: PaperFile, actor: User, chain: str) -> CheckedFile:
    """Have all pages of a file seen as they were brought; returns what the file stands for now."""
    with transaction.atomic():
        held = PaperFile.objects.select_for_update(of=("self",)).select_related("checked").get(pk=file.pk)
        return stand_for(held, "", actor, chain)


def stand_for(file: PaperFile, framing: str, actor: User, chain: str) -> CheckedFile:
    """Let a locked file stand for its bytes under a framing, and note it in the journal."""
    before = file.checked
    if framing == before.framing:
        return before
    whole = as_brought(before)
    after, _ = CheckedFile.objects.get_or_create(
        sha256=whole.sha256,
        kind_group=whole.kind_group,
        framing=framing,
        defaults={"size": whole.size, "stored": whole.stored.name, "first_seen_at": clock.now()},
    )
    PaperFile.objects.filter(pk=file.pk).update(checked=after)
    journal.record(
        chain=chain,
        event="file.framed" if framing else "file.unframed",
        actor=actor,
        subject=f"file/{file.pk}",
        data={"sha256": after.sha256, "before": before.framing, "framing": framing},
    )
    forget_unseen(before)
    return after


def forget_unseen(checked: CheckedFile) -> None:
    """Drop a framing that nobody uses and nobody has examined: pressing 'turn' three times is one examination."""
    if checked.framing and checked.state == CheckedFile.State.WAITING and not checked.uses.exists():
        checked.delete()
