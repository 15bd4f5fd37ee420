"""Opening the file: what stands there is looked at before anything is written."""

import os
import sqlite3
import stat
import time
from datetime import datetime
from pathlib import Path

from tutor.store import backups, migrations
from tutor.store.errors import (
    DamagedStoreError,
    OldSqliteError,
    ReadOnlyStoreError,
    UnreachableStoreError,
    reporting,
)

PATIENCE = 5.0
"""Seconds to wait for another program that is writing; a transaction here takes milliseconds."""

_JOURNAL_PAGES = 8_000
"""So long the write-ahead log may grow before an answer waits for it to be put into the store.

Some hundreds of answers; mostly it is done when the store is closed.
"""

_NEEDED_SQLITE = (3, 37, 0)  # the first with strict tables
_BLOCK = 512  # every page size of SQLite is a multiple of it


def open_database(path: Path, now: datetime, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to the store at `path`, which is made or brought up to date where needed.

    The connection is in autocommit mode. Raises StoreError of every kind; then nothing was written
    over what stands there.
    """
    if sqlite3.sqlite_version_info < _NEEDED_SQLITE:
        needed = ".".join(map(str, _NEEDED_SQLITE))
        raise OldSqliteError(path, version=sqlite3.sqlite_version, needed=needed)
    with reporting(path):
        _look(path)
        database = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            _make_ready(database, path, now, patience)
        except BaseException:
            database.close()
            raise
    return database


def _make_ready(database: sqlite3.Connection, path: Path, now: datetime, patience: float) -> None:
    current = migrations.is_current(database)
    if not current:
        migrations.refuse_unknown(database, path)
    _write_ahead(database, patience)
    database.execute("PRAGMA synchronous = FULL")
    database.execute(f"PRAGMA wal_autocheckpoint = {_JOURNAL_PAGES}")
    database.execute("PRAGMA fullfsync = ON")  # on macOS a plain fsync stays in the drive's cache
    if not current:
        migrations.bring_up(database, path, now)


def _look(path: Path) -> None:
    """Refuse what SQLite would take for a new, empty store, or could not write to."""
    try:
        found = path.stat()
    except FileNotFoundError:
        # SQLite throws such a journal away, and with it the last answers.
        if _journal(path).exists():
            raise DamagedStoreError(path, reason="only its write-ahead log is there") from None
        path.parent.mkdir(parents=True, exist_ok=True)
    else:
        if stat.S_ISDIR(found.st_mode):
            raise UnreachableStoreError(path, reason="it is a folder")
        if found.st_size % _BLOCK:
            raise DamagedStoreError(path, reason="its size is not that of a database")
        if found.st_size == 0 and backups.listed(path):
            raise DamagedStoreError(path, reason="the file is empty")
        if not _may_write(path):
            raise ReadOnlyStoreError(path)
    if not _may_write(path.parent):  # the write-ahead log is made beside the file
        raise ReadOnlyStoreError(path)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _write_ahead(database: sqlite3.Connection, patience: float) -> None:
    """Turn write-ahead logging on; the file remembers it, so that mostly nothing is done."""
    deadline = time.monotonic() + patience
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself here when two programs make the store together.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.002)
        else:
            return
