"""The store: one file with the log of what happened and what was worked out from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from tutor.core.cards import CardKey
from tutor.core.log import Grade, LogRow, Memory, RowKind
from tutor.store import backups, log, memory, uuid7
from tutor.store.cache import Cache
from tutor.store.database import PATIENCE, open_database
from tutor.store.errors import reporting
from tutor.store.log import Answer, Entry
from tutor.store.transaction import reading, writing

if TYPE_CHECKING:
    from tutor.store.checking import Problem

_BESIDE_MEMORY = {RowKind.LESSON, RowKind.SUSPEND, RowKind.BURY, RowKind.FLAG}
_MINUTE, _MILLISECOND = timedelta(minutes=1), timedelta(milliseconds=1)
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


class Store:
    """A learner's log, with the memories derived from it.

    Every method may raise StoreError. A store belongs to the thread that opened it. Several
    programs may have the same one open.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        path: Path,
        clock: Callable[[], datetime],
        device: str | None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._device = device
        self._cache: Cache | None = None
        self._known: bytes | None = (
            None  # what was derived through when `memories()` was last called
        )
        self.path = path

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Callable[[], datetime],
        device: str | None = None,
        *,
        patience: float = PATIENCE,
    ) -> Self:
        """Open the store in the file `path`, or make it.

        `clock` tells the moment with its zone. `device` names this computer in the rows appended;
        without it the store's own name is taken. `patience` is how many seconds to wait for another
        program that is writing.
        """
        return cls(open_database(path, clock(), patience), path, clock, device)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._cache is not None:
            self._cache.close()
        self._database.close()

    # The log

    def append(
        self,
        kind: RowKind,
        card: str = "",
        *,
        grade: Grade | None = None,
        payload: Mapping[str, Any] | None = None,
        memories: Mapping[CardKey, Memory | None] | None = None,
    ) -> LogRow:
        """Append one row; it is on the disk when this returns. See `append_all`."""
        entry = Entry(kind, card, grade, {} if payload is None else payload)
        return self.append_all([entry], memories=memories)[0]

    def append_all(
        self,
        entries: Iterable[Entry],
        *,
        memories: Mapping[CardKey, Memory | None] | None = None,
    ) -> tuple[LogRow, ...]:
        """Append rows, all or none of them; they are on the disk when this returns.

        `memories` are those that the rows change, None for a card forgotten; they are written in
        the same transaction. Where another program has appended since `memories()` was called they
        are out of date: then only the rows are written and `derived_through()` stays behind
        `last()`, as it does after answers appended without memories, until `derive` catches up.
        """
        now, entries = self._clock(), list(entries)
        with self._writing():
            last, through = self._last(), memory.through(self._database)
            rows = self._rows_of(entries, last, now)
            self._database.executemany(log.INSERT, [log.raw(row) for row in rows])
            up_to_date = through == last
            if memories is not None:
                up_to_date = up_to_date and through == self._known
            elif any(row.kind not in _BESIDE_MEMORY for row in rows):
                up_to_date = False
            if up_to_date and rows:
                memory.write(self._database, memories or {})
                memory.move(self._database, rows[-1].id)
        if up_to_date and rows and through == self._known:
            self._known = rows[-1].id
        return rows

    def rows(
        self,
        after: bytes | None = None,
        card: str | None = None,
        kinds: Collection[RowKind] | None = None,
    ) -> Iterator[LogRow]:
        """Rows in the order of their ids, undone ones and undo rows too.

        `after` is an id (`uuid7.lowest` makes one of a moment): only later rows.
        """
        return log.select(self._database, self.path, after=after, card=card, kinds=kinds)

    def standing(
        self,
        after: bytes | None = None,
        card: str | None = None,
        kinds: Collection[RowKind] | None = None,
    ) -> Iterator[LogRow]:
        """As `rows`, without undo rows and without what any undo row of the log took back."""
        return log.select(
            self._database, self.path, after=after, card=card, kinds=kinds, standing=True
        )

    def answers(self, after: bytes | None = None) -> Iterator[Answer]:
        """Every answer and reset, undecoded and undone or not; to be read up in a snapshot."""
        return log.answers(self._database, self.path, after)

    def undone(self) -> set[bytes]:
        """The ids of the rows that do not stand."""
        return log.undone(self._database, self.path)

    def undone_after(self, after: bytes) -> set[str]:
        """The ids, in hex, that undo rows behind the row `after` name."""
        undos = self.rows(after=after, kinds={RowKind.UNDO})
        return {identity for row in undos for identity in log.undone_by(row)}

    def row(self, identity: bytes) -> LogRow:
        """The row with an id; LookupError where there is none."""
        found = next(log.select(self._database, self.path, identity=identity), None)
        if found is None:
            raise LookupError(identity.hex())
        return found

    def latest(
        self, kinds: Collection[RowKind], cards: Collection[str] | None = None
    ) -> LogRow | None:
        """The last row of these kinds that stands, of all or of one of these cards."""
        return log.latest(self._database, self.path, kinds, cards)

    def last_rows(self, kind: RowKind, count: int, after: bytes | None = None) -> list[LogRow]:
        """The last so many rows of a kind that stand, in the order of their ids."""
        return log.last(self._database, self.path, kind, count, after)

    def stands(self, row: LogRow) -> bool:
        """Whether a row is in the log and nothing took it back."""
        return log.stands(self._database, self.path, row.id)

    def marked(self, kind: RowKind) -> list[CardKey]:
        """The cards or concepts of which rows of a kind of mark speak, standing or not."""
        with reporting(self.path):
            return log.marked(self._database, kind)

    def note_undone(self) -> None:
        """Work out anew from the log which rows do not stand."""
        with self._writing():
            log.note_undone(self._database, self.path)

    def last(self) -> bytes | None:
        """The id of the last row, None in an empty log."""
        with reporting(self.path):
            return self._last()

    def merge_rows(self, rows: Iterable[LogRow]) -> int:
        """Take in rows of another device's log; says how many were new.

        Those whose id is known are passed over, so that merging is set union. All that was derived
        is forgotten when there was any new one.
        """
        columns = [log.raw(row) for row in rows]
        with self._writing():
            insert = f"{log.INSERT} ON CONFLICT (id) DO NOTHING"
            new = self._database.executemany(insert, columns).rowcount if columns else 0
            if new:
                memory.clear(self._database)
        return new

    # What is derived

    def memories(self) -> memory.Memories:
        """What the scheduler knows of each card, to be looked up, as of `derived_through()`."""
        with reporting(self.path):
            self._known = memory.through(self._database)
        return memory.Memories(self._database, self.path)

    def derived_through(self) -> bytes | None:
        """The id of the last row that the memories hold; they lag where it is not `last()`."""
        with reporting(self.path):
            return memory.through(self._database)

    def derive(
        self,
        memories: Mapping[CardKey, Memory | None],
        through: bytes | None,
        *,
        renamed: Mapping[CardKey, CardKey] | None = None,
        afresh: bool = False,
    ) -> bool:
        """Write what was folded from the log up to the row `through`.

        `memories` are the changes since `memories()` was called; with `afresh` all there are, and
        the former are forgotten. `renamed`, where it is given, are the former names whose history
        the memories hold. Says whether they were written: not where another program has
        derived more meanwhile, and `memories()` is to be called again.
        """
        with self._writing():
            if not afresh and memory.through(self._database) != self._known:
                return False
            write = memory.write_afresh if afresh else memory.write
            write(self._database, memories)
            if renamed is not None:
                memory.rename(self._database, renamed)
            memory.move(self._database, through)
        self._known = through
        return True

    def figures(self) -> tuple[bytes | None, str]:
        """The figures that were last kept, and the row up to which; None and "" without any."""
        with reporting(self.path):
            return memory.figures(self._database)

    def keep_figures(self, last: bytes, counts: str, derived: bytes | None) -> None:
        """Keep figures over the log up to the row `last`, until other logs are merged in.

        `derived` is what `derived_through()` said as the log was read: where that has moved,
        another program was at work, and nothing is kept.
        """
        with self._writing():
            if derived is not None and memory.through(self._database) == derived:
                memory.keep_figures(self._database, last, counts)

    def remember(self, card: CardKey, known: Memory | None) -> None:
        """Write one card's memory, None to forget it, and leave `derived_through()` as it is."""
        with self._writing():
            memory.write(self._database, {card: known})

    def snapshot(self) -> AbstractContextManager[None]:
        """Inside `with`, all that is read is of one moment; nothing may be appended there."""
        return reading(self._database)

    def cache(self) -> MutableMapping[str, bytes]:
        """What can be worked out again, in `cache.db` beside the store; never raises StoreError."""
        if self._cache is None:
            self._cache = Cache(self.path.with_name("cache.db"))
        return self._cache

    # Care

    def backup(self, to: Path | None = None) -> Path:
        """Write a backup and say where: `to`, or a dated one in `backups/`, older ones thinned out.

        Raises BackupExistsError where `to` is there already.
        """
        if to is not None:
            backups.copy(self._database, to)
            return to
        now = self._clock()
        made = backups.make(self._database, self.path, now)
        backups.thin(self.path, now)
        return made

    def backup_when_due(self, every: timedelta = timedelta(days=1)) -> Path | None:
        """Write a dated backup if the last is older than `every`; to be called when one leaves."""
        dated = [backup for backup in backups.listed(self.path) if not backup.reason]
        # One from a moment that has not come yet (the clock was set back) says nothing.
        if any(timedelta(0) <= self._clock() - backup.at < every for backup in dated):
            return None
        return self.backup()

    def check(self) -> list[Problem]:
        """What a full check finds wrong with the file; an empty list where all is well."""
        from tutor.store import checking

        return checking.problems(self._database, self.path)

    # Inside

    def _rows_of(
        self, entries: Iterable[Entry], last: bytes | None, now: datetime
    ) -> tuple[LogRow, ...]:
        at = (now - _EPOCH) // _MILLISECOND
        offset = (now.utcoffset() or timedelta(0)) // _MINUTE
        rows = []
        for entry in entries:
            last = uuid7.after(last, at)
            row = LogRow(
                id=last,
                device=self._name(),
                at=at,
                offset=offset,
                kind=entry.kind,
                card=CardKey(entry.card),
                grade=entry.grade,
                payload=entry.payload,
            )
            rows.append(log.row_of(log.raw(row)))  # just what reading it back will give
        return tuple(rows)

    def _name(self) -> str:
        if self._device is None:
            found: tuple[str] = self._database.execute("SELECT device FROM home").fetchone()
            self._device = found[0]
        return self._device

    def _last(self) -> bytes | None:
        found: tuple[bytes | None] = self._database.execute("SELECT max(id) FROM log").fetchone()
        return found[0]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with reporting(self.path), writing(self._database):
            yield
