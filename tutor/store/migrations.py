"""The schema's versions: how a store is made, and brought up from an older version.

`schema.sql` makes a store of the newest version. An older one is brought up by the numbered
scripts, `version_2.sql` and so on, one transaction each with a backup before it. The version stands
in `PRAGMA user_version`, whose value is a part of the transaction that sets it.
"""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tutor.core.decks import tally
from tutor.store import backups
from tutor.store.errors import ForeignStoreError, NewerStoreError
from tutor.store.transaction import reading, writing

VERSION = 2

APPLICATION = 0x74757472
"""What `PRAGMA application_id` says in our files: `tutr`, so that we write in no one else's."""


def is_current(database: sqlite3.Connection) -> bool:
    """Whether the store needs nothing done; the whole cost of this room at an ordinary start."""
    return is_ours(database) and _pragma(database, "user_version") == VERSION


def is_ours(database: sqlite3.Connection) -> bool:
    """Whether this program made the file."""
    return _pragma(database, "application_id") == APPLICATION


def refuse_unknown(database: sqlite3.Connection, path: Path) -> None:
    """Raise NewerStoreError or ForeignStoreError for a file that is not ours to write in."""
    with reading(database):  # another program may be making the schema just now
        ours, version = is_ours(database), _pragma(database, "user_version")
        empty = database.execute("SELECT 1 FROM sqlite_schema").fetchone() is None
    if not ours and (version or not empty):
        raise ForeignStoreError(path)
    if ours and version > VERSION:
        raise NewerStoreError(path, version=str(version), known=str(VERSION))


def bring_up(database: sqlite3.Connection, path: Path, now: datetime) -> None:
    """Make the schema, or bring it to the newest version; safe while others do the same."""
    if _pragma(database, "user_version") == 0:
        _apply(database, 1, VERSION, _script("schema.sql"))
    for version in range(_pragma(database, "user_version") + 1, VERSION + 1):
        backups.make(database, path, now, reason=f"before-version-{version}")
        _apply(database, version, version, step(version))


def step(version: int) -> str:
    """The SQL that brings a store of the version before to this one."""
    return _script(f"version_{version}.sql")


def _apply(database: sqlite3.Connection, below: int, version: int, script: str) -> None:
    database.create_function("tally", 1, lambda card: tally((card,)), deterministic=True)
    with writing(database):
        if _pragma(database, "user_version") >= below:  # another program was faster
            return
        for statement in _statements(script):
            database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {version}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit what is open."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _script(name: str) -> str:
    from importlib import resources  # slow to import, and needed once in a store's life

    return resources.files("tutor.store").joinpath(name).read_text(encoding="utf-8")


def _pragma(database: sqlite3.Connection, name: str) -> int:
    found: tuple[int] = database.execute(f"PRAGMA {name}").fetchone()
    return found[0]
