"""The fold: what the rows of the log that stand add up to, in the order of their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tutor.core.log import LogRow, Memory, RowKind
from tutor.schedule import Moment, Scheduler
from tutor.schedule.days import logged_moment

MARKS = frozenset({RowKind.LESSON, RowKind.SUSPEND, RowKind.BURY, RowKind.FLAG})
"""The kinds of row that say something of a card but not of how well it is known."""

MIDDLE = 0.5
"""The fuzz of an answer that names none, such as one that another program wrote."""


def fold_memory(rows: Iterable[LogRow], scheduler: Scheduler) -> Memory | None:
    """What the standing rows of one card leave in memory; None where it was never answered."""
    memory: Memory | None = None
    for row in rows:
        if row.kind is RowKind.RESET:
            memory = None
        elif row.kind is RowKind.ANSWER and row.grade is not None:
            memory = scheduler.review(
                memory,
                row.grade,
                moment_of_row(row),
                fuzz_of(row.payload),
                retention=retention_of(row.payload),
            )
    return memory


def moment_of_row(row: LogRow) -> Moment:
    """When the row's answer was given: as its payload says, or else by the row's own time."""
    match row.payload.get("moment"):
        case [int() as at, int() as day, int() as ends]:
            return Moment(at_ms=at, day=day, ends=ends)
    return logged_moment(row.at, row.offset)


def moment_payload(moment: Moment) -> list[int]:
    """A moment as a payload holds it, so that no later setting changes what it meant."""
    return [moment.at_ms, moment.day, moment.ends]


def fuzz_of(payload: Mapping[str, Any]) -> float:
    """The draw that an answer was recorded with."""
    fuzz = _number(payload.get("fuzz"))
    return fuzz if fuzz is not None and 0 <= fuzz < 1 else MIDDLE


def retention_of(payload: Mapping[str, Any]) -> float | None:
    """The retention that an answer was recorded with, None where it names none."""
    return _number(payload.get("retention"))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
