"""The whole dossier of a case as one PDF: contents, answers, letters, papers, findings, decision, timeline.

Two audiences: the office's own is for the archive and holds everything; the applicant's holds what an applicant may
see: no findings, no notes, no names of staff, no letters that are not public. Parts are typeset or stand as they were
frozen; papers are their clean pages. Contents and bookmarks name the page on which each part begins.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import BytesIO

import pikepdf
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import translation
from django.utils.translation import gettext as _

from applications.assessment.queries import current, outcome_of
from applications.core import clock
from applications.correspondence import dossier_parts, sheets
from applications.correspondence.drafts import address_of
from applications.correspondence.models import Letter
from applications.correspondence.services import draw
from applications.correspondence.typesetting import qr_code, typeset
from applications.documents.clean_copy import clean_pages, pdf_of
from applications.documents.kinds import KIND
from applications.documents.models import Paper, PaperFile
from applications.documents.queries import papers_of
from applications.intake.models import Application

LARGE = 30
"""Pages of papers from which a dossier is made by a worker while its reader waits."""


class Audience(StrEnum):
    """Whom a dossier is for."""

    OFFICE = "office"
    APPLICANT = "applicant"


@dataclass(frozen=True)
class Part:
    """A piece of the dossier: its title, how deep it stands in the contents, its PDF; none where it is a heading."""

    title: str
    pdf: bytes = b""
    level: int = 1


def stored_name(case: Application, audience: Audience, language: str) -> str:
    """Return under which name the dossier as the case stands now is kept; it changes whenever the case does."""
    papers = list(papers_of(case.family_id))
    state = [
        case.state,
        clock.today().isoformat(),
        *case.submissions.values_list("digest", flat=True),
        *(f"letter {pk}" for pk in Letter.objects.filter(application=case).values_list("pk", flat=True)),
        *(state_of(file) for paper in papers for file in paper.kept_files),
        case.changes.count(),
        case.notes.count(),
        case.decisions.count(),
        [(finding.pk, outcome_of(finding)) for finding in current(case)],
    ]
    mark = hashlib.sha256(json.dumps(state).encode()).hexdigest()[:20]
    return f"dossiers/{case.reference}/{audience}-{language}-{mark}.pdf"


def state_of(file: PaperFile) -> str:
    """Return what of a file the dossier depends on."""
    return f"{file.pk} {file.checked.sha256} {file.checked.framing} {file.checked.versions}"


def is_large(case: Application) -> bool:
    """Whether the dossier has so many pages of papers that a worker makes it."""
    return sum(file.checked.page_count for paper in papers_of(case.family_id) for file in paper.kept_files) > LARGE


def kept(case: Application, audience: Audience, language: str) -> bytes | None:
    """Return the dossier where it is made already and still says how the case stands."""
    name = stored_name(case, audience, language)
    if not default_storage.exists(name):
        return None
    with default_storage.open(name) as stored:
        return bytes(stored.read())


def make(case: Application, audience: Audience, language: str) -> bytes:
    """Make the dossier, keep it in place of older ones for the same audience, and return it; safe to run twice."""
    name = stored_name(case, audience, language)
    pdf = build(case, audience, language)
    folder = name.rpartition("/")[0]
    older = default_storage.listdir(folder)[1] if default_storage.exists(folder) else []
    for file in older:
        if file.startswith(f"{audience}-{language}-"):
            default_storage.delete(f"{folder}/{file}")
    default_storage.save(name, ContentFile(pdf))
    return pdf


def build(case: Application, audience: Audience, language: str) -> bytes:
    """Return the dossier of a case for an audience, in a language ("hu", "en")."""
    moment = clock.now()
    with translation.override(language):
        parts = [part for part in parts_of(case, audience, language, moment) if part.pdf or part.level == 1]
        front = front_matter(case, audience, language, moment, parts, [0] * len(parts))
        starts = starts_of(parts, pages_in(front))
        front = front_matter(case, audience, language, moment, parts, starts)
        return joined(case, language, moment, [Part(_("Contents"), front), *parts])


def parts_of(case: Application, audience: Audience, language: str, moment: datetime) -> Iterator[Part]:
    """Yield the parts in their order; a heading without pages is followed by those of its level 2."""

    def typeset_part(title: str, sections: Sequence[object]) -> bytes:
        data = {**base(case, language), "title": title, "sections": sections}
        return typeset("dossier_part", data, at=moment) if sections else b""

    yield Part(_("Answers"))
    for submission in case.submissions.order_by("number"):
        data = {**sheets.copy(submission), "language": language}
        title = _("Submission %(number)d") % {"number": submission.number}
        yield Part(title, typeset("copy", data, at=submission.at), 2)
    letters = Letter.objects.filter(application=case).exclude(kind__in=("copy", "packet")).select_related("application")
    if audience is Audience.APPLICANT:
        letters = letters.filter(is_public=True)
    yield Part(_("Letters"))
    for letter in letters.order_by("made_at", "pk"):
        with draw(letter).stored.open("rb") as stored:
            yield Part(str(letter.shown_title), stored.read(), 2)
    yield Part(_("Papers"))
    for paper in papers_of(case.family_id):
        pictures = [page.jpeg for page in clean_pages(paper.kept_files)]
        yield Part(title_of(paper), pdf_of(pictures) if pictures else b"", 2)
    if audience is Audience.OFFICE:
        title = _("Findings")
        yield Part(title, typeset_part(title, dossier_parts.findings(case, language)))
    title = _("Decision")
    yield Part(title, typeset_part(title, dossier_parts.decision(case, for_office=audience is Audience.OFFICE)))
    title = _("Timeline")
    yield Part(title, typeset_part(title, dossier_parts.timeline(case, for_office=audience is Audience.OFFICE)))


def title_of(paper: Paper) -> str:
    """Return a paper's kind and whose it is."""
    kind = str(KIND[paper.kind].title) if paper.kind in KIND else paper.kind
    return f"{kind} – {paper.person.full_name}"


def base(case: Application, language: str) -> dict[str, object]:
    """Return what every typeset page of the dossier says."""
    address = address_of(case)
    name = case.applicant.full_name
    return {
        "reference": case.reference,
        "lang": language,
        "demo": dossier_parts.is_demo(),
        "address": address,
        "qr": qr_code(address),
        "name": name,
    }


def front_matter(
    case: Application, audience: Audience, language: str, moment: datetime, parts: Sequence[Part], starts: Sequence[int]
) -> bytes:
    """Return cover and contents; its length does not depend on the page numbers it names."""
    data = {
        **base(case, language),
        "title": _("Dossier"),
        "audience": _("The office’s copy, for the archive")
        if audience is Audience.OFFICE
        else _("The applicant’s copy"),
        "rows": dossier_parts.cover(case, moment),
        "contents_title": _("Contents"),
        "contents": [
            {"title": part.title, "level": part.level, "page": start if has_pages(parts, place) else None}
            for place, (part, start) in enumerate(zip(parts, starts, strict=True))
        ],
        "none": _("none"),
    }
    return typeset("dossier", data, at=moment)


def has_pages(parts: Sequence[Part], place: int) -> bool:
    """Whether a part, or the first one under a heading, has pages."""
    following = parts[place + 1] if place + 1 < len(parts) else None
    return bool(parts[place].pdf or (following and following.level > parts[place].level))


def pages_in(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def starts_of(parts: Sequence[Part], before: int) -> list[int]:
    """Return the page on which each part begins, counted from 1 through the whole dossier; ``before`` pages precede."""
    starts, page = [], before + 1
    for part in parts:
        starts.append(page)
        page += pages_in(part.pdf) if part.pdf else 0
    return starts


def joined(case: Application, language: str, moment: datetime, parts: Sequence[Part]) -> bytes:
    """Return the parts as one PDF with bookmarks, and the number of each page with its part's title on it."""
    with pikepdf.new() as pdf:
        captions: list[str] = []
        items: list[tuple[Part, int]] = []
        for part in parts:
            items.append((part, len(pdf.pages)))
            if part.pdf:
                with pikepdf.open(BytesIO(part.pdf)) as piece:
                    pdf.pages.extend(piece.pages)
                captions += [part.title] * (len(pdf.pages) - len(captions))
        with pdf.open_outline() as outline:
            bookmarks(outline, items, len(pdf.pages))
        number_pages(pdf, case, language, moment, captions)
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = " ".join((_("Dossier"), case.reference))
            metadata["dc:language"] = [language]
        pdf.Root.Lang = language
        pdf.Root.PageMode = pikepdf.Name.UseOutlines
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def bookmarks(outline: pikepdf.Outline, items: Sequence[tuple[Part, int]], pages: int) -> None:
    """Write an entry for every part that has pages; those of level 2 stand under their heading."""
    head: pikepdf.OutlineItem | None = None
    for place, (part, page) in enumerate(items):
        following = items[place + 1][0] if place + 1 < len(items) else None
        if not part.pdf and not (following and following.level > part.level):
            continue
        entry = pikepdf.OutlineItem(part.title, min(page, pages - 1))
        if part.level == 1 or head is None:
            outline.root.append(entry)
            head = entry
        else:
            head.children.append(entry)


def number_pages(pdf: pikepdf.Pdf, case: Application, language: str, moment: datetime, captions: Sequence[str]) -> None:
    """Put reference, title of the part, and number of the page above each page."""
    sizes = [[round(float(side), 2) for side in page.mediabox] for page in pdf.pages]
    data = {
        "lang": language,
        "title": _("Dossier"),
        "pages": [
            {
                "width": size[2] - size[0],
                "height": size[3] - size[1],
                "left": f"{case.reference} · {caption}",
                "right": f"{number} / {len(captions)}",
            }
            for number, (caption, size) in enumerate(zip(captions, sizes, strict=True), start=1)
        ],
    }
    with pikepdf.open(BytesIO(typeset("dossier_numbers", data, at=moment))) as numbers:
        for page, over in zip(pdf.pages, numbers.pages, strict=True):
            page.add_overlay(over, pikepdf.Rectangle(page.mediabox))
