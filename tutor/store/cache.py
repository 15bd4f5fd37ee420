"""What can be worked out again, kept between starts, in a file that may be lost at any time."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

_LARGEST = 512 * 2**20  # bytes; packs of 100,000 cards take a quarter of it

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}

_Result = TypeVar("_Result")


class Cache(MutableMapping[str, bytes]):
    """Bytes by name in an SQLite file of its own, opened at the first use.

    No trouble with the file is ever an error: a damaged or overgrown one is thrown away, and where
    it cannot be used at all the cache forgets everything when it is closed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: sqlite3.Connection | None = None

    def __getitem__(self, name: str) -> bytes:
        found = self._do(lambda file: file.execute(_ONE, (name,)).fetchone())
        if found is None:
            raise KeyError(name)
        value: bytes = found[0]
        return value

    def __setitem__(self, name: str, value: bytes) -> None:
        self.update({name: value})

    def __delitem__(self, name: str) -> None:
        if not self._do(lambda file: file.execute(_DELETE, (name,)).rowcount):
            raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        names: list[tuple[str]] = self._do(lambda file: file.execute(_NAMES).fetchall())
        return iter([name for (name,) in names])

    def __len__(self) -> int:
        count: int = self._do(lambda file: file.execute(_COUNT).fetchone()[0])
        return count

    def update(  # type: ignore[override]  # of all that a dict takes, what is kept here needs this
        self, values: Mapping[str, bytes]
    ) -> None:
        """Keep many at once, in one transaction."""

        def put(file: sqlite3.Connection) -> None:
            with file:
                file.execute("BEGIN")
                file.executemany(_PUT, values.items())

        self._do(put)

    def discard(self, names: Iterable[str]) -> None:
        """Forget many at once, in one transaction; a name that is not there is passed over."""
        gone = [(name,) for name in names]

        def drop(file: sqlite3.Connection) -> None:
            with file:
                file.execute("BEGIN")
                file.executemany(_DELETE, gone)

        self._do(drop)

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _do(self, action: Callable[[sqlite3.Connection], _Result]) -> _Result:
        try:
            return self._try(action, self._file)
        except sqlite3.DatabaseError as error:
            damaged = getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
        except OSError:
            damaged = False
        if damaged:
            with suppress(sqlite3.DatabaseError, OSError):
                return self._try(action, self._fresh_file)
        return self._try(action, _in_memory)

    def _try(
        self,
        action: Callable[[sqlite3.Connection], _Result],
        connect: Callable[[], sqlite3.Connection],
    ) -> _Result:
        if self._open is None:
            self._open = connect()
        try:
            return action(self._open)
        except sqlite3.DatabaseError:
            self.close()
            raise

    def _file(self) -> sqlite3.Connection:
        if self._path.exists() and self._path.stat().st_size > _LARGEST:
            self._throw_away()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # Short of patience: to work something out again costs less than to wait.
        file = sqlite3.connect(self._path, timeout=0.2, isolation_level=None)
        try:
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = NORMAL")  # sound after a crash, if not complete
            file.execute(_CREATE)
        except sqlite3.DatabaseError:
            file.close()
            raise
        return file

    def _fresh_file(self) -> sqlite3.Connection:
        self._throw_away()
        return self._file()

    def _throw_away(self) -> None:
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)


def _in_memory() -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    memory.execute(_CREATE)
    return memory


_CREATE = """
CREATE TABLE IF NOT EXISTS cache (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL)
"""
_ONE = "SELECT value FROM cache WHERE name = ?"
_PUT = "INSERT OR REPLACE INTO cache (name, value) VALUES (?, ?)"
_DELETE = "DELETE FROM cache WHERE name = ?"
_NAMES = "SELECT name FROM cache"
_COUNT = "SELECT count(*) FROM cache"
