"""A page found among a million known ones by its index, against reading all of them."""

import random
import time

import pytest
from django.db import connection

from applications.core.encryption import trace_keys
from applications.documents.models import Trace
from applications.documents.traces import rows_of
from tests.bench.cost import say

pytestmark = pytest.mark.bench
PAGES = 1_000_000
MARKS = 4
"""Marks a page in this table; a real page leaves up to 128, whose look-up costs that many times as much."""

ROUNDS = 5
GOAL = 25


@pytest.fixture(scope="module")
def million(committed_db: None) -> list[int]:
    """Fill the table with the traces of a million pages and return those of one of them."""
    table = Trace._meta.db_table
    mine = [trace_keys("picture", str(number))[0] for number in range(MARKS)]
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX trace_key")
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
            cursor.execute(
                f"INSERT INTO {table} (kind, key, checked_id, page) SELECT 'picture', "
                f"(random() * 9000000000000000000)::bigint, n / {MARKS}, 1 FROM generate_series(1, {PAGES * MARKS}) n"
            )
        else:
            cursor.execute("PRAGMA foreign_keys = OFF")
            rng = random.Random(1848)  # noqa: S311 - stand-ins, no secrets
            rows = ((rng.getrandbits(63), number // MARKS) for number in range(PAGES * MARKS))
            cursor.execute("BEGIN")
            connection.connection.executemany(
                f"INSERT INTO {table} (kind, key, checked_id, page) VALUES ('picture', ?, ?, 1)", rows
            )
            cursor.execute("COMMIT")
        cursor.executemany(
            f"INSERT INTO {table} (kind, key, checked_id, page) VALUES ('picture', %s, %s, 1)",
            [(key, PAGES + 7) for key in mine],
        )
        cursor.execute(f"CREATE INDEX trace_key ON {table} (key)")
        cursor.execute("ANALYZE")
    return mine


def scanned(keys: list[int]) -> list[tuple[int, int]]:
    """Find the same rows by reading every row, as without an index."""
    table = Trace._meta.db_table
    wanted = ", ".join(map(str, keys))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT key, checked_id FROM {table} WHERE key + 0 IN ({wanted})")
        return sorted(cursor.fetchall())


def timed(work) -> float:
    """Return the shortest time of several rounds, in milliseconds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best * 1000


def test_an_index_finds_a_page_among_a_million(million):
    found = sorted((key, checked) for key, checked, _page in rows_of(million, "checked_id"))
    assert found == scanned(million)
    assert len(found) == MARKS

    indexed, all_of_them = timed(lambda: rows_of(million, "checked_id")), timed(lambda: scanned(million))

    say(
        f"\n  {PAGES:,} pages on {connection.vendor}: by the index {indexed:.2f} ms, by reading all {all_of_them:.0f} ms"
    )
    say(f"  ratio {all_of_them / indexed:.0f}  goal {GOAL}: {'reached' if all_of_them / indexed >= GOAL else 'missed'}")
    assert all_of_them / indexed >= GOAL
