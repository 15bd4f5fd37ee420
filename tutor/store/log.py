"""Rows of the log: how they are written, read, chosen and folded."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
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


def standing(rows: Iterable[LogRow]) -> Iterator[LogRow]:
    """The rows that count: neither an undo nor undone, wherever among `rows` the undo stands."""
    rows = list(rows)
    gone = {identity for row in rows if row.kind is RowKind.UNDO for identity in _undone(row)}
    return (row for row in rows if row.kind is not RowKind.UNDO and row.id.hex() not in gone)


def _undone(row: LogRow) -> Iterator[str]:
    named = row.payload.get(UNDOES)
    return (
        (text for text in named if isinstance(text, str)) if isinstance(named, list) else iter(())
    )


def select(
    database: sqlite3.Connection,
    path: Path,
    *,
    after: bytes | None = None,
    card: str | None = None,
    kinds: Collection[RowKind] | None = None,
    with_undos: bool = False,
) -> Iterator[LogRow]:
    """Rows in the order of their ids, those that all that is given holds for.

    `with_undos` adds every undo row, in the same read, so that no other program's writing can come
    between. Raises DamagedStoreError, with the row's id, at a row that does not decode.
    """
    conditions: list[str] = []
    values: list[object] = []
    if after is not None:
        conditions.append("id > ?")
        values.append(after)
    if card is not None:
        conditions.append("card = ?")
        values.append(card)
    if kinds is not None:
        conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values.extend(kind.value for kind in kinds)
    chosen = " AND ".join(conditions)
    if chosen and with_undos:
        chosen = f"({chosen}) OR kind = 'undo'"
    where = f"WHERE {chosen}" if chosen else ""
    query = f"SELECT {COLUMNS} FROM log {where} ORDER BY id"
    with reporting(path):
        # All at once: a statement left open would hold this connection to an old state of the file.
        found: list[Raw] = database.execute(query, values).fetchall()
    for columns in found:
        try:
            yield row_of(columns)
        except ValueError as error:
            reason = f"row {columns[0].hex()}: {error}"
            raise DamagedStoreError(path, reason=reason) from error
