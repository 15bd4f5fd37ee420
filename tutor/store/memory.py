"""The derived table: what the scheduler knows of each card, up to one row of the log."""

import sqlite3
from collections.abc import Mapping

from tutor.core.cards import CardKey
from tutor.core.log import Memory, Phase

_PHASES = {phase.value: phase for phase in Phase}


def read(database: sqlite3.Connection) -> dict[CardKey, Memory]:
    """Every card's memory.

    Raises KeyError at a phase that there is not.
    """
    found = database.execute(
        "SELECT card, phase, step, stability, difficulty, last_day, last_at, due_day, due_at, reps,"
        " lapses FROM memory"
    ).fetchall()
    return {
        CardKey(card): Memory(
            phase=_PHASES[phase],
            step=step,
            stability=stability,
            difficulty=difficulty,
            last_day=last_day,
            last_at=last_at,
            due_day=due_day,
            due_at=due_at,
            reps=reps,
            lapses=lapses,
        )
        for (
            card,
            phase,
            step,
            stability,
            difficulty,
            last_day,
            last_at,
            due_day,
            due_at,
            reps,
            lapses,
        ) in found
    }


def write(database: sqlite3.Connection, memories: Mapping[CardKey, Memory | None]) -> None:
    """Set the memories of the cards named; None forgets a card."""
    gone = [(card,) for card, memory in memories.items() if memory is None]
    if gone:
        database.executemany("DELETE FROM memory WHERE card = ?", gone)
    database.executemany(
        "INSERT OR REPLACE INTO memory (card, phase, step, stability, difficulty, last_day,"
        " last_at, due_day, due_at, reps, lapses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                card,
                memory.phase.value,
                memory.step,
                memory.stability,
                memory.difficulty,
                memory.last_day,
                memory.last_at,
                memory.due_day,
                memory.due_at,
                memory.reps,
                memory.lapses,
            )
            for card, memory in memories.items()
            if memory is not None
        ],
    )


def clear(database: sqlite3.Connection) -> None:
    """Forget all that was derived."""
    database.execute("DELETE FROM memory")
    move(database, None)


def through(database: sqlite3.Connection) -> bytes | None:
    """The id of the last row folded into the memories, None for none."""
    found: tuple[bytes | None] = database.execute("SELECT through FROM derived").fetchone()
    return found[0]


def move(database: sqlite3.Connection, to: bytes | None) -> None:
    """Note the last row folded into the memories."""
    database.execute("UPDATE derived SET through = ?", (to,))
