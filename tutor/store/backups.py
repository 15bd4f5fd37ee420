"""Backups: whole copies of the store with a date in their names, in `backups/` beside it.

They are made by SQLite's own call, so that one made while others write is sound.
"""

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tutor.store.errors import BackupExistsError, DamagedStoreError, reporting

_DATE = "%Y%m%dT%H%M%SZ"
_SHAPE = re.compile(r"-(?P<date>\d{8}T\d{6}Z)(?:-(?P<reason>[a-z][a-z0-9-]*))?$")

_DAYS, _WEEKS, _MONTHS = 7, 5, 24


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as its name tells it; `reason` is empty for those that are thinned out."""

    path: Path
    at: datetime
    reason: str = ""


def folder(path: Path) -> Path:
    """Where the backups of the store at `path` lie."""
    return path.parent / "backups"


def listed(path: Path) -> list[Backup]:
    """The backups of the store at `path`, newest first."""
    with reporting(path):
        found = [_backup(file, path) for file in folder(path).glob(f"{path.stem}-*{path.suffix}")]
    return sorted(
        (backup for backup in found if backup is not None),
        key=lambda backup: (backup.at, backup.path.name),
        reverse=True,
    )


def make(database: sqlite3.Connection, path: Path, now: datetime, reason: str = "") -> Path:
    """Write a dated backup and say where; one of the same second and reason is never replaced.

    `reason` (`before-version-2`) marks a backup that is not thinned out.
    """
    target = free(path, now, reason)
    copy(database, target)
    return target


def copy(database: sqlite3.Connection, target: Path) -> None:
    """Copy a store into a file of its own, which is whole from the moment that it is there.

    Raises BackupExistsError where there is a file already.
    """
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    with reporting(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(partial, isolation_level=None)) as connection:
                database.backup(connection)
                connection.execute("PRAGMA journal_mode = DELETE")  # one file, not three
            if target.exists():
                raise BackupExistsError(target)
            partial.rename(target)
        finally:
            partial.unlink(missing_ok=True)


def thin(path: Path, now: datetime) -> None:
    """Throw away the backups that `kept` does not keep."""
    backups = listed(path)
    keep = kept((backup.at for backup in backups if not backup.reason), now)
    with reporting(path):
        for backup in backups:
            if not backup.reason and backup.at not in keep:
                backup.path.unlink(missing_ok=True)


def kept(dates: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Of the backups of these dates, those to keep.

    The newest of each of the last 7 days, of each of 5 weeks and of each of 24 months; those that
    the clock has not reached yet stay as well.
    """
    newest: dict[tuple[object, ...], datetime] = {}
    for date in sorted(dates):
        age = now - date
        day = date.date()
        if age < timedelta(0):
            newest["ahead", date] = date
        if age < timedelta(days=_DAYS):
            newest["day", day] = date
        if age < timedelta(weeks=_WEEKS):
            newest["week", *day.isocalendar()[:2]] = date
        if (now.year - day.year) * 12 + now.month - day.month < _MONTHS:
            newest["month", day.year, day.month] = date
    return frozenset(newest.values())


def free(path: Path, now: datetime, reason: str) -> Path:
    """A name that no backup has yet."""
    name = f"{path.stem}-{now.astimezone(UTC).strftime(_DATE)}"
    names = [name, reason] if reason else [name]
    count = 1
    while True:
        numbered = names if count == 1 else [*names, f"again-{count}"]
        target = folder(path) / f"{'-'.join(numbered)}{path.suffix}"
        if not target.exists():
            return target
        count += 1


def _backup(file: Path, path: Path) -> Backup | None:
    shape = _SHAPE.search(file.stem)
    if shape is None or file.stem[: shape.start()] != path.stem:
        return None
    try:
        date = datetime.strptime(shape["date"], _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(file, date, shape["reason"] or "")


def integrity(database: sqlite3.Connection) -> list[str]:
    """What SQLite's full check finds, nothing where all is well."""
    try:
        found = [text for (text,) in database.execute("PRAGMA integrity_check(100)")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [] if found == ["ok"] else found


def open_backup(backup: Path) -> sqlite3.Connection:
    """A connection that reads a backup and writes nothing.

    Raises DamagedStoreError, UnreachableStoreError.
    """
    with reporting(backup):
        database = sqlite3.connect(
            f"{backup.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
        )
        problems = integrity(database)
    if problems:
        database.close()
        raise DamagedStoreError(backup, reason=problems[0])
    return database
