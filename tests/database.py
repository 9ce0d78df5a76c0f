"""Puts the test database back to how it was when it was made.

Tests that commit cannot be rolled back, and the journal's triggers refuse Django's own way of
emptying the tables. A copy of the whole database brings back rows, ids and triggers alike.
"""

import shutil
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


class Snapshot:
    """A copy of the test database, taken once and put back as often as needed.

    Nobody else may be connected while it is taken or put back.
    """

    def __init__(self) -> None:
        self.name = str(connection.settings_dict["NAME"])
        self.copy = f"{self.name}_snapshot"

    def take(self) -> None:
        """Copy the database as it is now."""
        self._copy(self.name, self.copy)

    def restore(self) -> None:
        """Replace the database by the copy."""
        self._copy(self.copy, self.name)

    def drop(self) -> None:
        """Remove the copy."""
        if connection.vendor == "sqlite":
            Path(self.copy).unlink(missing_ok=True)
            return
        with self._server() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.copy}" WITH (FORCE)')

    def _copy(self, source: str, target: str) -> None:
        if connection.vendor == "sqlite":
            connection.close()
            for suffix in ("-wal", "-shm"):
                Path(target + suffix).unlink(missing_ok=True)
            shutil.copyfile(source, target)
            return
        with self._server() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')

    @contextmanager
    def _server(self):
        connection.close()
        connection.close_pool()
        with connection._nodb_cursor() as cursor:
            yield cursor
