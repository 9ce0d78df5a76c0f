"""The mailbox of a demonstration: e-mails that went to the data folder instead of to anybody. Never in production."""

import email
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

NEWEST = 60
NAME = re.compile(r"[0-9a-f]{32}")
FRAME_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; "
    "sandbox allow-top-navigation-by-user-activation"
)


@dataclass(frozen=True)
class Mail:
    """An e-mail in the folder: its name there, when it was written, its headers and words."""

    name: str
    at: datetime
    to: str
    subject: str
    text: str
    html: str


def folder() -> Path:
    """Return the folder, or answer 404 where this installation sends real e-mail."""
    if settings.PRODUCTION or settings.EMAIL_URL:
        raise Http404
    return Path(settings.EMAIL_FILE_PATH)


def opened(path: Path) -> Mail:
    """Read one e-mail."""
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    return Mail(
        name=path.stem,
        at=datetime.fromtimestamp(path.stat().st_mtime, tz=UTC),
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=part(message, "plain"),
        html=part(message, "html"),
    )


def part(message: EmailMessage, kind: str) -> str:
    """Return the words of a message as ``plain`` text or ``html``, empty where it has none."""
    body = message.get_body((kind,))
    return str(body.get_content()) if body else ""


def mail_named(name: str) -> Mail:
    """Return the e-mail of this name, or answer 404."""
    path = folder() / f"{name}.eml"
    if not NAME.fullmatch(name) or not path.is_file():
        raise Http404
    return opened(path)


@never_cache
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """List the newest e-mails, those to one address where ``?to=`` names it."""
    wanted = str(request.GET.get("to") or "").strip().lower()
    paths = sorted(folder().glob("*.eml"), key=lambda path: path.stat().st_mtime, reverse=True)
    found: list[Mail] = []
    for path in paths:
        mail = opened(path)
        if wanted in mail.to.lower():
            found.append(mail)
        if len(found) == NEWEST:
            break
    return render(request, "public/mailbox/list.html", {"mails": found, "wanted": wanted})


@never_cache
@require_safe
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """Show one e-mail: its words, and its look in a frame that may do nothing."""
    return render(request, "public/mailbox/mail.html", {"mail": mail_named(name)})


@never_cache
@require_safe
@xframe_options_sameorigin
def frame(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with the HTML of one e-mail, under a policy of its own; its links open in the whole window."""
    html = mail_named(name).html
    if not html:
        raise Http404
    response = HttpResponse(html.replace("<head>", '<head><base target="_top">', 1))
    response["Content-Security-Policy"] = FRAME_POLICY
    return response
