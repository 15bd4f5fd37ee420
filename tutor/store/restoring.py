"""Going back to a backup; what stood in its place is set aside, never thrown away."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tutor.store import backups, migrations
from tutor.store.database import PATIENCE, open_database
from tutor.store.errors import (
    DamagedStoreError,
    ForeignStoreError,
    NewerStoreError,
    StoreError,
    reporting,
)
from tutor.store.transaction import writing


def restore(backup: Path, path: Path, now: datetime, patience: float = PATIENCE) -> Path | None:
    """Put a backup in the place of the store at `path`, and say where the former store is now.

    None where there was none. Raises StoreError about the backup (damaged, foreign, newer,
    unreachable) before anything is touched, and about the store (locked, read-only, full disk).
    """
    with closing(_sound(backup)) as source:
        if not path.exists():
            _replace(source, path, now)
            return None
        try:
            return _write_into(source, path, now, patience)
        except (DamagedStoreError, ForeignStoreError, NewerStoreError):
            return _replace(source, path, now)


def _sound(backup: Path) -> sqlite3.Connection:
    source = backups.open_backup(backup)
    try:
        with reporting(backup):
            migrations.refuse_unknown(source, backup)
            if not migrations.is_ours(source):  # an empty file is a sound database
                raise DamagedStoreError(backup, reason="the file is empty")
    except StoreError:
        source.close()
        raise
    return source


def _write_into(source: sqlite3.Connection, path: Path, now: datetime, patience: float) -> Path:
    """Write over a sound store by SQLite's own call: others who have it open see the change."""
    with closing(open_database(path, now, patience)) as database:
        aside = backups.make(database, path, now, reason="before-restoring")
        with reporting(path):
            with writing(database):
                pass  # the call below would wait for ever for one who holds the store
            source.backup(database)
    return aside


def _replace(source: sqlite3.Connection, path: Path, now: datetime) -> Path | None:
    """Move away a file that cannot be opened, with its journal, and copy the backup there."""
    aside = backups.free(path, now, "set-aside")
    moved = False
    with reporting(path):
        for ending in ("", "-wal", "-shm"):
            file = path.with_name(path.name + ending)
            if file.exists():
                aside.parent.mkdir(parents=True, exist_ok=True)
                file.rename(aside.with_name(aside.name + ending))
                moved = True
    backups.copy(source, path)
    return aside if moved else None
