"""What can go wrong with a store, as data; sentences are made of it further up."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar


class StoreError(Exception):
    """A store could not be used; nothing in it was overwritten.

    `code` names the sentence and `details` fills it; `details["path"]` is always the file meant.
    """

    code: ClassVar[str] = "store-failed"

    def __init__(self, path: Path, **details: str) -> None:
        self.details: dict[str, str] = {"path": str(path), **details}
        super().__init__(
            f"{self.code}: " + ", ".join(f"{name} {text}" for name, text in self.details.items())
        )


class NewerStoreError(StoreError):
    """A later program wrote it: `version` is its schema's, `known` the last that we know."""

    code = "store-newer"


class LockedStoreError(StoreError):
    """Another program held it for longer than we were ready to wait."""

    code = "store-locked"


class ReadOnlyStoreError(StoreError):
    """The file or its folder may not be written."""

    code = "store-read-only"


class DiskFullError(StoreError):
    """There was no room; what was being written is not in the log."""

    code = "store-disk-full"


class DamagedStoreError(StoreError):
    """The file is no sound database; `reason` says what was found."""

    code = "store-damaged"


class ForeignStoreError(StoreError):
    """The file is a database of another program."""

    code = "store-foreign"


class UnreachableStoreError(StoreError):
    """The file cannot be opened, read or written; `reason` is the system's own word."""

    code = "store-unreachable"


class OldSqliteError(StoreError):
    """This Python's SQLite, `version`, is older than `needed`."""

    code = "store-sqlite-old"


class BackupExistsError(StoreError):
    """A backup was to be written where a file already is."""

    code = "backup-exists"


_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def of_sqlite(error: sqlite3.Error, path: Path) -> StoreError:
    """The store's error for one of SQLite's."""
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    primary = extended & 0xFF
    reason = str(error)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedStoreError(path)
    if primary == sqlite3.SQLITE_FULL:
        return DiskFullError(path)
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return UnreachableStoreError(path, reason=reason)
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ReadOnlyStoreError(path)
    # SQLITE_ERROR is a table or column that ought to be there and is not.
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
        return DamagedStoreError(path, reason=reason)
    return UnreachableStoreError(path, reason=reason)


def of_system(error: OSError, path: Path) -> StoreError:
    """The store's error for one of the operating system's."""
    if error.errno in _READ_ONLY:
        return ReadOnlyStoreError(path)
    if error.errno in _NO_ROOM:
        return DiskFullError(path)
    return UnreachableStoreError(path, reason=error.strerror or str(error))


@contextmanager
def reporting(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise into the store's own errors about `path`.

    Broken constraints and misuse are faults of the caller and pass through.
    """
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.Error as error:
        raise of_sqlite(error, path) from error
    except OSError as error:
        raise of_system(error, path) from error
