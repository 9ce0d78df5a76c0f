"""Verbs that write papers: receive, replace, order, remove, examine."""

import hashlib
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from applications.core import clock, journal, scanner
from applications.core.models import User
from applications.documents import check, kinds, sandbox
from applications.documents.check_groups import group_begun_by
from applications.documents.examination import Examination
from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.documents.verdict import Outcome, Verdict
from applications.family.models import Person

FAILURES = 3
"""Files that the scanner may fail on before it counts as away."""


@dataclass(frozen=True)
class Brought:
    """A file as somebody brought it: its name, the type its browser claimed, its bytes."""

    name: str
    claimed_type: str
    content: bytes


def brought(upload: "UploadedFile[bytes]") -> Brought:
    """Read an uploaded file."""
    upload.seek(0)
    return Brought(upload.name or "file", upload.content_type or "", upload.read())


def add_paper(*, person: Person, kind: str, actor: User, chain: str, title: str = "") -> Paper:
    """Return a new, still empty paper about ``person``; raises KeyError for a kind that is not declared."""
    kinds.KIND[kind]
    with transaction.atomic():
        paper = Paper.objects.create(
            family_id=person.family_id, person=person, kind=kind, title=title, added_by=actor, added_at=clock.now()
        )
        journal.record(chain=chain, event="paper.added", actor=actor, subject=f"paper/{paper.pk}", data={"kind": kind})
        return paper


def receive(
    *, paper: Paper, files: Iterable[Brought], actor: User, chain: str, part: str = PaperFile.Part.ORIGINAL
) -> list[PaperFile]:
    """Store files as further pages of a paper and return them; the same bytes are stored once.

    The caller enqueues the examination of what is not examined yet (pipeline.papers_received).
    """
    received: list[PaperFile] = []
    with transaction.atomic():
        position = paper.files.filter(part=part).aggregate(last=Max("position"))["last"] or 0
        for offset, file in enumerate(files, start=1):
            row = PaperFile.objects.create(
                paper=paper,
                checked=stored_once(file.content, check_group(paper.kind)),
                part=part,
                position=position + offset,
                name=file.name[-180:],
                claimed_type=file.claimed_type[:80],
                added_by=actor,
                added_at=clock.now(),
            )
            received.append(row)
            journal.record(
                chain=chain,
                event="file.received",
                actor=actor,
                subject=f"file/{row.pk}",
                data={"paper": paper.pk, "sha256": row.checked.sha256, "size": row.checked.size},
            )
    return received


def stored_once(content: bytes, group: str) -> CheckedFile:
    """Return the row of these bytes for a group of kinds, storing them encrypted where they are new."""
    sha256 = hashlib.sha256(content).hexdigest()
    found = CheckedFile.objects.filter(sha256=sha256, kind_group=group, framing="").first()
    if found:
        return found
    name = f"originals/{sha256[:2]}/{sha256}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))
    row, _ = CheckedFile.objects.get_or_create(
        sha256=sha256,
        kind_group=group,
        framing="",
        defaults={"size": len(content), "stored": name, "first_seen_at": clock.now()},
    )
    return row


def remove_file(*, file: PaperFile, actor: User, chain: str) -> None:
    """Take a file off its paper; the bytes stay, since a submission may name them."""
    with transaction.atomic():
        PaperFile.objects.filter(pk=file.pk, removed_at=None).update(removed_at=clock.now())
        journal.record(chain=chain, event="file.removed", actor=actor, subject=f"file/{file.pk}")


def restore_file(*, file: PaperFile, actor: User, chain: str) -> None:
    """Put a file that was taken off its paper back in its place."""
    with transaction.atomic():
        PaperFile.objects.filter(pk=file.pk).update(removed_at=None)
        journal.record(chain=chain, event="file.restored", actor=actor, subject=f"file/{file.pk}")


def replace_file(*, file: PaperFile, by: Iterable[PaperFile], actor: User, chain: str) -> None:
    """Take a file off its paper and let newly received ones stand in its place."""
    with transaction.atomic():
        remove_file(file=file, actor=actor, chain=chain)
        new = [each.pk for each in by]
        kept = list(
            file.paper.files.filter(part=file.part, removed_at=None).exclude(pk__in=new).order_by("position", "pk")
        )
        before = [each.pk for each in kept if each.position < file.position]
        after = [each.pk for each in kept if each.position >= file.position]
        for position, each in enumerate([*before, *new, *after], start=1):
            PaperFile.objects.filter(pk=each).update(position=position)


def move_file(*, file: PaperFile, up: bool, actor: User, chain: str) -> None:
    """Let a file change places with the one before it (``up``) or after it on the same part of its paper."""
    with transaction.atomic():
        kept = list(file.paper.files.filter(part=file.part, removed_at=None).order_by("position", "pk"))
        place = next((index for index, each in enumerate(kept) if each.pk == file.pk), None)
        other = None if place is None else place + (-1 if up else 1)
        if place is None or other is None or not 0 <= other < len(kept):
            return
        kept[place], kept[other] = kept[other], kept[place]
        for position, each in enumerate(kept, start=1):
            PaperFile.objects.filter(pk=each.pk).update(position=position)
        journal.record(chain=chain, event="file.moved", actor=actor, subject=f"file/{file.pk}")


def remove_paper(*, paper: Paper, actor: User, chain: str) -> None:
    """Take a paper out of the family's list; undo by ``restore_paper``."""
    with transaction.atomic():
        Paper.objects.filter(pk=paper.pk, removed_at=None).update(removed_at=clock.now())
        journal.record(chain=chain, event="paper.removed", actor=actor, subject=f"paper/{paper.pk}")


def restore_paper(*, paper: Paper, actor: User, chain: str) -> None:
    """Put a removed paper back."""
    with transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(removed_at=None)
        journal.record(chain=chain, event="paper.restored", actor=actor, subject=f"paper/{paper.pk}")


def check_group(kind: str) -> str:
    """Return which extra file checks a kind of paper undergoes; the same bytes are checked once a group."""
    return check.group(kind)


def current_versions(kind: str | None) -> dict[str, str]:
    """Return the versions of the file checks that concern a kind, as an examination stores them."""
    return {declared.id: declared.version for declared in check.checks("file") if declared.concerns(kind)}


def examine(checked: CheckedFile) -> CheckedFile:
    """Examine stored bytes in the sandbox and keep what was found; bytes already examined are left alone.

    Safe to run twice: the result is a function of the bytes and of the checks' versions.
    """
    use = first_use(checked)
    kind = use.paper.kind if use else None
    if checked.state == CheckedFile.State.CHECKED and checked.versions == current_versions(kind):
        return checked
    with checked.stored.open("rb") as stored:
        content = stored.read()
    keep_scan(checked, content)
    if checked.scan == CheckedFile.Scan.INFECTED:
        return refuse(checked, kind)
    examination = examined_in_sandbox(checked, content, name=use.name if use else "", kind=kind)
    return keep(checked, examination, kind)


def first_use(checked: CheckedFile) -> PaperFile | None:
    """Return the first file with these bytes in this group of kinds, however its pages are framed now."""
    uses = PaperFile.objects.filter(checked__sha256=checked.sha256, checked__kind_group=checked.kind_group)
    return uses.order_by("pk").select_related("paper").first()


def examined_in_sandbox(checked: CheckedFile, content: bytes, *, name: str, kind: str | None) -> Examination:
    """Examine bytes in the sandbox and store the pictures of their pages."""
    with tempfile.TemporaryDirectory(prefix="examine-") as folder:
        source, out = Path(folder) / "original", Path(folder) / "pages"
        out.mkdir()
        source.write_bytes(content)
        examination = sandbox.examine(
            source, file_name=name, out_dir=out, kind=kind, framing=checked.framing, began=partial(note_group, checked)
        )
        for page in examination.pages:
            for file_name in (page.preview_file, page.thumb_file):
                if file_name:
                    stored_as = page_name(checked, file_name)
                    if default_storage.exists(stored_as):
                        default_storage.delete(stored_as)
                    default_storage.save(stored_as, ContentFile((out / file_name).read_bytes()))
    return examination


def note_group(checked: CheckedFile, check_id: str) -> None:
    """Note that a check began, where it is the first of its group: what a waiting page tells its reader."""
    group = group_begun_by(check_id)
    if group and group.id != checked.checking:
        checked.checking = group.id
        CheckedFile.objects.filter(pk=checked.pk, state=CheckedFile.State.WAITING).update(checking=group.id)


def keep(checked: CheckedFile, examination: Examination, kind: str | None) -> CheckedFile:
    """Keep what was found in a file."""
    checked.examination = examination.as_json()
    checked.true_type = examination.true_type or ""
    checked.page_count = len(examination.pages)
    checked.hashes = [page.phash for page in examination.pages if page.phash]
    checked.versions, checked.checking = current_versions(kind), ""
    checked.state, checked.checked_at = CheckedFile.State.CHECKED, clock.now()
    checked.save()
    return checked


def refuse(checked: CheckedFile, kind: str | None) -> CheckedFile:
    """Keep that malware was found; the file is not opened, and pages drawn before are shown no more."""
    found = Verdict("malware-found", Outcome.REJECT, {"signature": checked.scan_detail})
    return keep(checked, Examination("unknown", verdicts=(found,), versions=current_versions(kind)), kind)


def keep_scan(checked: CheckedFile, content: bytes) -> None:
    """Have bytes scanned and note the result on their row (saved by the caller)."""
    said = scanner.scan(content)
    checked.scan, checked.scan_detail = CheckedFile.Scan(said.result), said.detail[:200]
    checked.scanned_at = None if said.result is scanner.Result.NOT_SCANNED else clock.now()


def scan_again(limit: int) -> list[CheckedFile]:
    """Scan files that were examined while no scanner answered; return those in which malware was found now.

    Small ones first; stops after FAILURES that the scanner does not take, since then it is away.
    """
    infected: list[CheckedFile] = []
    failures = 0
    waiting = CheckedFile.objects.filter(state=CheckedFile.State.CHECKED, scan=CheckedFile.Scan.NOT_SCANNED)
    for checked in waiting.order_by("size", "pk")[:limit]:
        with checked.stored.open("rb") as stored:
            keep_scan(checked, stored.read())
        if checked.scan == CheckedFile.Scan.NOT_SCANNED:
            failures += 1
            if failures == FAILURES:
                break
            continue
        if checked.scan == CheckedFile.Scan.INFECTED:
            use = first_use(checked)
            infected.append(refuse(checked, use.paper.kind if use else None))
        else:
            checked.save(update_fields=["scan", "scan_detail", "scanned_at"])
    return infected


def page_name(checked: CheckedFile, file_name: str) -> str:
    """Return the storage name of a page's picture; those of another framing of the same bytes lie beside."""
    framed = f"/framed-{hashlib.sha256(checked.framing.encode()).hexdigest()[:16]}" if checked.framing else ""
    return f"pages/{checked.sha256[:2]}/{checked.sha256}/{checked.kind_group}{framed}/{file_name}"
