"""Rows of the log: how they are written, read, chosen and folded."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from tutor.core.cards import CardKey
from tutor.core.log import Grade, LogRow, RowKind
from tutor.store.errors import DamagedStoreError, reporting

UNDOES = "undoes"
"""The key of an undo's payload: the list of hex ids that it undoes."""

COLUMNS = "id, device, at, offset, kind, card, grade, payload"
INSERT = f"INSERT INTO log ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

Raw: TypeAlias = tuple[bytes, str, int, int, str, str, int | None, str]
"""A row as the database holds it, in the order of its columns."""

Answer: TypeAlias = tuple[bytes, str, int | None, str]
"""An answer as the database holds it: id, card, grade, payload; of a reset the grade is 0."""


class Entry(NamedTuple):
    """What is to be appended; the store adds id, device and moment."""

    kind: RowKind
    card: str = ""
    grade: Grade | None = None
    payload: Mapping[str, Any] = {}


def undo(rows: Iterable[LogRow], card: str = "") -> Entry:
    """The entry that undoes `rows`."""
    return Entry(RowKind.UNDO, card, payload={UNDOES: [row.id.hex() for row in rows]})


def payload_text(payload: Mapping[str, Any]) -> str:
    """A payload as the log keeps it.

    Raises ValueError or TypeError for what JSON cannot hold.
    """
    text = json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half of a pair, as a terminal may send: kept, as an escape
        return json.dumps(payload, allow_nan=False, separators=(",", ":"))
    return text


def raw(row: LogRow) -> Raw:
    """A row as the database takes it."""
    grade = None if row.grade is None else int(row.grade)
    text = payload_text(row.payload)
    return (row.id, row.device, row.at, row.offset, row.kind.value, row.card, grade, text)


def row_of(columns: Raw) -> LogRow:
    """A row as it was appended.

    Raises ValueError where the columns make no sense.
    """
    identity, device, at, offset, kind, card, grade, text = columns
    payload = json.loads(text)
    if not isinstance(payload, dict):
        raise ValueError(f"the payload is no JSON object: {text[:40]}")
    return LogRow(
        id=identity,
        device=device,
        at=at,
        offset=offset,
        kind=RowKind(kind),
        card=CardKey(card),
        grade=None if grade is None else Grade(grade),
        payload=payload,
    )


_STANDS = "kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM undone WHERE id = lower(hex(log.id)))"
_PIECE = 20_000  # rows read at a time


def select(
    database: sqlite3.Connection,
    path: Path,
    *,
    after: bytes | None = None,
    identity: bytes | None = None,
    card: str | None = None,
    kinds: Collection[RowKind] | None = None,
    standing: bool = False,
) -> Iterator[LogRow]:
    """Rows in the order of their ids, those that all that is given holds for.

    `standing` leaves out undo rows and what any of them took back. Raises DamagedStoreError, with
    the row's id, at a row that does not decode.
    """
    conditions = ["id > ?"]
    given: list[object] = []
    if identity is not None:
        conditions.append("id = ?")
        given.append(identity)
    if card is not None:
        conditions.append("card = ?")
        given.append(card)
    if kinds is not None:
        # Of several kinds the index would be read to its end, and sorted, for every piece.
        conditions.append(
            f"{'' if len(kinds) == 1 else '+'}kind IN ({', '.join('?' * len(kinds))})"
        )
        given.extend(kind.value for kind in kinds)
    if standing:
        conditions.append(_STANDS)
    where = " AND ".join(conditions)
    query = f"SELECT {COLUMNS} FROM log WHERE {where} ORDER BY id LIMIT {_PIECE}"
    last: bytes = b"" if after is None else after
    while True:
        with reporting(path):
            # Whole pieces: a statement left open would hold this connection to an old state.
            found: list[Raw] = database.execute(query, (last, *given)).fetchall()
        yield from _rows(found, path)
        if len(found) < _PIECE:
            return
        last = found[-1][0]


def answers(
    database: sqlite3.Connection, path: Path, after: bytes | None = None
) -> Iterator[Answer]:
    """Every answer and reset in the order of the log, just as the columns hold it.

    Those that do not stand too. To be read to its end within a snapshot; what does not decode is
    not found out here.
    """
    query = (
        "SELECT id, card, CASE kind WHEN 'answer' THEN grade ELSE 0 END, payload FROM log"
        " WHERE id > ? AND +kind IN ('answer', 'reset') ORDER BY id"
    )
    with reporting(path):
        yield from database.execute(query, (after or b"",))


def undone(database: sqlite3.Connection, path: Path) -> set[bytes]:
    """The ids that undo rows name, as far as they can be ids."""
    found = set()
    with reporting(path):
        for (text,) in database.execute("SELECT id FROM undone"):
            with suppress(ValueError):
                identity = bytes.fromhex(text)
                if identity.hex() == text:
                    found.add(identity)
    return found


def latest(
    database: sqlite3.Connection,
    path: Path,
    kinds: Collection[RowKind],
    cards: Collection[str] | None = None,
) -> LogRow | None:
    """The last row of these kinds that stands, of all or of one of these cards; None without any.

    Of cards only lessons and marks are found by an index.
    """
    chosen = "" if cards is None else f"AND card IN ({', '.join('?' * len(cards))})"
    index = "INDEXED BY log_by_kind" if cards is None else ""
    found: list[Raw] = []
    with reporting(path):
        for kind in kinds:  # a kind at a time, each by the index; literally, as a partial one needs
            query = (
                f"SELECT {COLUMNS} FROM log {index} WHERE kind = '{kind.value}' {chosen}"
                f" AND {_STANDS} ORDER BY id DESC LIMIT 1"
            )
            found += database.execute(query, tuple(cards or ())).fetchall()
    return next(_rows([max(found)], path)) if found else None


def last(
    database: sqlite3.Connection, path: Path, kind: RowKind, count: int, after: bytes | None
) -> list[LogRow]:
    """The last so many rows of a kind that stand, of those after `after`, in their order."""
    query = (
        f"SELECT {COLUMNS} FROM log INDEXED BY log_by_kind WHERE kind = ? AND id > ?"
        f" AND {_STANDS} ORDER BY id DESC LIMIT ?"
    )
    with reporting(path):
        found: list[Raw] = database.execute(query, (kind.value, after or b"", count)).fetchall()
    return list(_rows(reversed(found), path))


def marked(database: sqlite3.Connection, kind: RowKind) -> list[CardKey]:
    """The names in the rows of a kind of mark, by an index that holds nothing else."""
    query = f"SELECT DISTINCT card FROM log WHERE kind = '{kind.value}'"
    return [CardKey(card) for (card,) in database.execute(query)]


def stands(database: sqlite3.Connection, path: Path, identity: bytes) -> bool:
    """Whether a row of the log is there and nothing took it back."""
    query = f"SELECT 1 FROM log WHERE id = ? AND {_STANDS}"
    with reporting(path):
        return database.execute(query, (identity,)).fetchone() is not None


def note_undone(database: sqlite3.Connection, path: Path) -> None:
    """Work out anew from the log which rows do not stand; DamagedStoreError as `select`."""
    database.execute("DELETE FROM undone")
    rows = database.execute(f"SELECT {COLUMNS} FROM log WHERE kind = 'undo'")
    named = [one for row in _rows(rows, path) for one in undone_by(row)]
    database.executemany("INSERT OR IGNORE INTO undone (id) VALUES (?)", ((one,) for one in named))


def _rows(found: Iterable[Raw], path: Path) -> Iterator[LogRow]:
    for columns in found:
        try:
            yield row_of(columns)
        except ValueError as error:
            reason = f"row {columns[0].hex()}: {error}"
            raise DamagedStoreError(path, reason=reason) from error


def undone_by(row: LogRow) -> Iterator[str]:
    """The ids, in hex, that an undo row names."""
    named = row.payload.get(UNDOES)
    return (
        (text for text in named if isinstance(text, str)) if isinstance(named, list) else iter(())
    )
