"""A full check of a store, for `doctor`: slower the longer the log is, and it writes nothing."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.store import backups, log, memory
from tutor.store.errors import StoreError, reporting


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a full check found; `code` names the sentence, `details` fills it."""

    code: str
    details: dict[str, str]


def problems(database: sqlite3.Connection, path: Path) -> list[Problem]:
    """What SQLite's own check finds, then every row and every memory that does not decode."""
    found = [
        Problem("store-integrity", {"path": str(path), "reason": text})
        for text in backups.integrity(database)
    ]
    try:
        with reporting(path):
            found.extend(_rows(database))
            found.extend(_memories(database))
    except StoreError as error:
        found.append(Problem(error.code, error.details))
    return found


def _rows(database: sqlite3.Connection) -> Iterator[Problem]:
    for columns in database.execute(f"SELECT {log.COLUMNS} FROM log ORDER BY id"):
        try:
            log.row_of(columns)
        except ValueError as error:
            yield Problem("store-row", {"id": columns[0].hex(), "reason": str(error)})


def _memories(database: sqlite3.Connection) -> Iterator[Problem]:
    for phase in memory.unknown_phases(database):
        yield Problem("store-memory", {"reason": f"there is no phase {phase!r}"})
    through = memory.through(database)
    row = database.execute("SELECT 1 FROM log WHERE id = ?", (through,)).fetchone()
    if through is not None and row is None:
        yield Problem("store-memory", {"reason": f"there is no row {through.hex()}"})
