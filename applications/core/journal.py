"""The journal: append-only, one hash chain a case, guarded by the database itself.

Triggers on both engines refuse to change or delete an entry; the hashes show where somebody went
around them. Entries hold what happened, never the content of an encrypted answer.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import IntegrityError, connection
from django.db.models import Max

from applications.core import clock
from applications.core.models import JournalAnchor, JournalEntry, User

ATTEMPTS = 25


@dataclass(frozen=True)
class Break:
    """A place where a chain does not hold: the chain, the entry's number and what is wrong."""

    chain: str
    number: int
    problem: str


def record(
    *, chain: str, event: str, actor: User | None, subject: str = "", data: Mapping[str, object] | None = None
) -> JournalEntry:
    """Append an entry to ``chain`` (a case's reference, or the chain of its readings) and return it.

    Two writers of one chain meet at the unique number: the later one takes the next number.
    """
    for _attempt in range(ATTEMPTS):
        number, previous = head_of(chain)
        entry = JournalEntry(
            chain=chain,
            number=number + 1,
            at=clock.now(),
            actor=actor,
            actor_role=role_word(actor),
            event=event,
            subject=subject,
            data=dict(data or {}),
            previous=previous,
        )
        entry.hash = hash_of(entry)
        if appended(entry):
            return entry
    raise IntegrityError(f"{ATTEMPTS} other writers of {chain} were faster.")


HEAD = f"SELECT number, hash FROM {JournalEntry._meta.db_table} WHERE chain = %s ORDER BY number DESC LIMIT 1"  # noqa: S608 - a table's name
COLUMNS = [field for field in JournalEntry._meta.concrete_fields if not field.primary_key]
APPEND = (
    f"INSERT INTO {JournalEntry._meta.db_table} ({', '.join(str(field.column) for field in COLUMNS)}) "  # noqa: S608 - names of columns
    f"VALUES ({', '.join('%s' for _ in COLUMNS)}) ON CONFLICT (chain, number) DO NOTHING RETURNING id"
)
"""Every act of anybody is written by these two: put together anew each time, they cost more than to run."""


def head_of(chain: str) -> tuple[int, str]:
    """Return number and hash of a chain's last entry, (0, "") where it has none."""
    with connection.cursor() as cursor:
        cursor.execute(HEAD, [chain])
        found = cursor.fetchone()
    return (found[0], found[1]) if found else (0, "")


def appended(entry: JournalEntry) -> bool:
    """Write an entry; return False where another writer has taken its number."""
    with connection.cursor() as cursor:
        cursor.execute(APPEND, [field.get_db_prep_save(getattr(entry, field.attname), connection) for field in COLUMNS])
        found = cursor.fetchone()
    if found is None:
        return False
    entry.pk, entry._state.adding, entry._state.db = found[0], False, connection.alias
    return True


def readings_of(reference: str) -> str:
    """Return the chain of those who read a case: apart from what happened in it, and found without a search."""
    return f"{reference}/readings"


def role_word(actor: User | None) -> str:
    """Return in what capacity ``actor`` acts: a role's id, "applicant", or "system"."""
    if actor is None:
        return "system"
    return min(actor.roles, default="applicant")


def hash_of(entry: JournalEntry) -> str:
    """Return the SHA-256 over the entry's content and the hash before it."""
    content = {
        "chain": entry.chain,
        "number": entry.number,
        "at": entry.at.isoformat(),
        "actor": entry.actor_id,
        "role": entry.actor_role,
        "event": entry.event,
        "subject": entry.subject,
        "data": entry.data,
        "previous": entry.previous,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def broken_links(chains: Iterable[str] | None = None) -> list[Break]:
    """Return every place where a chain does not hold; an empty list is a sound journal."""
    entries = JournalEntry.objects.order_by("chain", "number")
    if chains is not None:
        entries = entries.filter(chain__in=list(chains))
    breaks: list[Break] = []
    before: JournalEntry | None = None
    for entry in entries.iterator(chunk_size=2000):
        start = before is None or before.chain != entry.chain
        expected_number, expected_previous = (1, "") if start or before is None else (before.number + 1, before.hash)
        if entry.number != expected_number:
            breaks.append(Break(entry.chain, entry.number, "an entry before it is missing"))
        elif entry.previous != expected_previous:
            breaks.append(Break(entry.chain, entry.number, "it does not follow from the entry before"))
        if entry.hash != hash_of(entry):
            breaks.append(Break(entry.chain, entry.number, "its content was changed"))
        before = entry
    return breaks


def anchor(on: date) -> JournalAnchor:
    """Sign the heads of all chains for ``on``, once a day; return the day's anchor."""
    heads = JournalEntry.objects.values("chain").annotate(head=Max("number"))
    numbers = {row["chain"]: row["head"] for row in heads}
    digest = hashlib.sha256()
    for entry in JournalEntry.objects.order_by("chain", "-number").iterator(chunk_size=2000):
        if numbers.get(entry.chain) == entry.number:
            digest.update(f"{entry.chain}:{entry.number}:{entry.hash}\n".encode())
    fingerprint = digest.hexdigest()
    signature = hmac.new(settings.SECRET_KEY.encode(), f"{on}:{fingerprint}".encode(), hashlib.sha256).hexdigest()
    made, _ = JournalAnchor.objects.get_or_create(
        on=on, defaults={"chains": len(numbers), "digest": fingerprint, "signature": signature}
    )
    return made
