"""The derived table: what the scheduler knows of each card, up to one row of the log."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from tutor.core.cards import CardKey, ConceptId
from tutor.core.decks import tally
from tutor.core.log import Memory, Phase
from tutor.store.errors import reporting

_PHASES = {phase.value: phase for phase in Phase}
_COLUMNS = (
    "card, phase, step, stability, difficulty, last_day, last_at, due_day, due_at, reps, lapses"
)
_CHANGED = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS.split(", ")[1:])
_WRITE = (  # not by REPLACE, which would count a card as seen once more
    f"INSERT INTO memory ({_COLUMNS}, tally) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    f" ON CONFLICT (card) DO UPDATE SET {_CHANGED}"
)
_FIRST = 256  # cards in the first piece of those due; each further one is twice as long


class Memories(Mapping[CardKey, Memory]):
    """Every card's memory, looked up when it is asked for.

    Every method may raise StoreError, and KeyError at a phase that there is not.
    """

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database = database
        self._path = path

    def __getitem__(self, key: CardKey) -> Memory:
        found = self._rows(f"SELECT {_COLUMNS} FROM memory WHERE card = ?", key)
        if not found:
            raise KeyError(key)
        return _memory(found[0])

    def __contains__(self, key: object) -> bool:
        return bool(self._rows("SELECT 1 FROM memory WHERE card = ?", key))

    def __iter__(self) -> Iterator[CardKey]:
        return (card for (card,) in self._rows("SELECT card FROM memory"))

    def __len__(self) -> int:
        count: int = self._rows("SELECT count(*) FROM memory")[0][0]
        return count

    def all(self) -> dict[CardKey, Memory]:
        """All of them at once."""
        return {row[0]: _memory(row) for row in self._rows(f"SELECT {_COLUMNS} FROM memory")}

    def learning(self) -> dict[CardKey, Memory]:
        """Those of the cards that are being learnt, or learnt anew."""
        query = f"SELECT {_COLUMNS} FROM memory WHERE phase <> 'review'"
        return {row[0]: _memory(row) for row in self._rows(query)}

    def due(
        self, day: int, concepts: Collection[ConceptId] | None = None
    ) -> Iterator[tuple[float, list[CardKey]]]:
        """The cards whose review is due on a study day, the likeliest forgotten first.

        With each group the days since its cards were last seen, as a share of their stability:
        the higher, the likelier forgotten. Cards that are equally likely come together.
        """
        chosen = "" if concepts is None else "AND concept IN (SELECT value FROM json_each(?))"
        names = () if concepts is None else (json.dumps(sorted(concepts)),)
        query = (
            "SELECT risk, card FROM (SELECT max(0.0, ? - last_day) / stability AS risk, card"
            f" FROM memory WHERE phase = 'review' AND due_day <= ? {chosen})"
            " WHERE risk <= ? ORDER BY risk DESC LIMIT ?"
        )
        below, piece = float("inf"), _FIRST
        while True:
            found = self._rows(query, day, day, *names, below, piece)
            groups = [(risk, [card for _, card in row]) for risk, row in groupby(found, _first)]
            if len(found) < piece:
                yield from groups
                return
            # The last group may go on beyond the piece: it begins the next one.
            yield from groups[:-1]
            below, piece = found[-1][0], 2 * piece

    def later(self, day: int) -> Iterator[tuple[int, list[CardKey]]]:
        """The study days after `day` on which reviews fall due, soonest first, with the cards."""
        next_day = "SELECT min(due_day) FROM memory WHERE phase = 'review' AND due_day > ?"
        cards = "SELECT card FROM memory WHERE phase = 'review' AND due_day = ?"
        after: int | None = day
        while (after := self._rows(next_day, after)[0][0]) is not None:
            yield after, [card for (card,) in self._rows(cards, after)]

    def seen(self) -> dict[ConceptId, tuple[int, int]]:
        """For each concept how many cards have a memory, and the tally of their names."""
        query = "SELECT concept, cards, tally FROM seen WHERE cards > 0"
        return {concept: (count, total) for concept, count, total in self._rows(query)}

    def seen_in(self, concept: ConceptId) -> set[CardKey]:
        """The cards of a concept that have a memory."""
        # From its first possible name up to, and without, the first of the next sign behind `/`.
        query = "SELECT card FROM memory WHERE card >= ? AND card < ?"
        return {card for (card,) in self._rows(query, f"{concept}/", f"{concept}0")}

    def among(self, keys: Collection[CardKey]) -> set[CardKey]:
        """Those of these cards that have a memory."""
        query = "SELECT card FROM memory WHERE card IN (SELECT value FROM json_each(?))"
        return {card for (card,) in self._rows(query, json.dumps(sorted(keys)))} if keys else set()

    def renamed(self) -> dict[CardKey, CardKey]:
        """The former names whose history is a part of memories, each with the card's name."""
        return dict(self._rows("SELECT former, card FROM renamed"))

    def falling_due(
        self, first: int, before: int, *, reviews: bool
    ) -> dict[tuple[ConceptId, int], int]:
        """How many cards of each concept fall due on each study day from `first` to `before`.

        That day is not counted any more; what is overdue counts for `first`. With `reviews` only
        cards in review, else those that are being learnt too.
        """
        # Each of the two phases has an index of its own, which no condition on both would use.
        due = " UNION ALL ".join(
            f"SELECT concept, due_day FROM memory WHERE phase {phase} AND due_day < ?2"
            for phase in (("= 'review'",) if reviews else ("= 'review'", "<> 'review'"))
        )
        query = (
            f"SELECT concept, max(?1, due_day) AS day, count(*) FROM ({due}) GROUP BY concept, day"
        )
        return {(concept, day): n for concept, day, n in self._rows(query, first, before)}

    def _rows(self, query: str, *values: object) -> list[Any]:
        with reporting(self._path):
            return self._database.execute(query, values).fetchall()


def _first(row: tuple[float, str]) -> float:
    return row[0]


def _memory(row: Any) -> Memory:
    (
        _,
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
    ) = row
    return Memory(
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


def write_afresh(database: sqlite3.Connection, memories: Mapping[CardKey, Memory | None]) -> None:
    """Set the memories of these cards and of no others, quickly where they are many."""
    parts: list[tuple[str, str, str]] = database.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'memory' AND sql IS NOT NULL"
        " AND type IN ('index', 'trigger')"
    ).fetchall()
    for kind, name, _ in parts:
        database.execute(f"DROP {kind} {name}")
    for table in ("memory", "seen", "renamed", "figures"):
        database.execute(f"DELETE FROM {table}")
    write(database, memories)
    database.execute(
        "INSERT INTO seen (concept, cards, tally)"
        " SELECT concept, count(*), sum(tally) FROM memory GROUP BY concept"
    )
    for _, _, sql in parts:
        database.execute(sql)


def write(database: sqlite3.Connection, memories: Mapping[CardKey, Memory | None]) -> None:
    """Set the memories of the cards named; None forgets a card."""
    gone = [(card,) for card, memory in memories.items() if memory is None]
    if gone:
        database.executemany("DELETE FROM memory WHERE card = ?", gone)
    database.executemany(
        _WRITE,
        (
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
                tally((card,)),
            )
            for card, memory in memories.items()
            if memory is not None
        ),
    )


def figures(database: sqlite3.Connection) -> tuple[bytes | None, str]:
    """The figures that were kept, and the last row that they hold; None and nothing without any."""
    found: tuple[bytes, str] | None = database.execute(
        "SELECT through, counts FROM figures"
    ).fetchone()
    return found or (None, "")


def keep_figures(database: sqlite3.Connection, last: bytes, counts: str) -> None:
    """Keep figures up to a row."""
    database.execute(
        "INSERT OR REPLACE INTO figures (one, through, counts) VALUES (1, ?, ?)", (last, counts)
    )


def unknown_phases(database: sqlite3.Connection) -> list[str]:
    """The phases in the table that there are not."""
    found = database.execute("SELECT DISTINCT phase FROM memory")
    return [phase for (phase,) in found if phase not in _PHASES]


def rename(database: sqlite3.Connection, former: Mapping[CardKey, CardKey]) -> None:
    """Note the former names whose history is a part of memories."""
    database.execute("DELETE FROM renamed")
    database.executemany("INSERT INTO renamed (former, card) VALUES (?, ?)", former.items())


def clear(database: sqlite3.Connection) -> None:
    """Forget all that was derived."""
    write_afresh(database, {})
    move(database, None)


def through(database: sqlite3.Connection) -> bytes | None:
    """The id of the last row folded into the memories, None for none."""
    found: tuple[bytes | None] = database.execute("SELECT through FROM derived").fetchone()
    return found[0]


def move(database: sqlite3.Connection, to: bytes | None) -> None:
    """Note the last row folded into the memories."""
    database.execute("UPDATE derived SET through = ?", (to,))
