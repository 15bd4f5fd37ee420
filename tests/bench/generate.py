"""Makes a learner's home of any size: a pack of cards and a log of the days they were learnt on.

    python tests/bench/generate.py FOLDER --cards 600 --rows 6000

The same sizes and the same seed make the same cards and rows everywhere. The log begins on a fixed
day and ends when it has its rows; `now.txt` in the folder says when that is: the next morning on
which cards are due. `at.py` runs the tutor at that moment.
"""

import argparse
import gc
import hashlib
import heapq
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from decks import decks, write_pack  # noqa: E402  # found once the path is set

from tutor.core.cards import CardKey  # noqa: E402  # as above
from tutor.core.log import Grade, LogRow, Memory, Phase, RowKind  # noqa: E402  # as above
from tutor.schedule import Moment, Scheduler, moment_of  # noqa: E402  # as above
from tutor.store import UNDOES, Store, migrations  # noqa: E402  # as above
from tutor.store.log import INSERT, raw  # noqa: E402  # as above
from tutor.store.transaction import writing  # noqa: E402  # as above
from tutor.store.uuid7 import lowest  # noqa: E402  # as above
from tutor.study.fold import moment_payload  # noqa: E402  # as above

KEPT = ROOT / "build" / "bench"
VERSION = 1
"""To be counted up when other homes are made of the same size."""
ZONE = timezone(timedelta(hours=9))
BEGIN = datetime(2024, 3, 4, 7, 0, tzinfo=ZONE)
NEW_DAYS = 260
"""In so many days the cards are begun, but for those that are left as new."""
SEEN = 0.95
GRADES = (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)
WEIGHTS = (9, 9, 74, 8)
_DAY = timedelta(days=1)


class Size(NamedTuple):
    """How many cards a home's pack holds and how many rows its log."""

    cards: int
    rows: int


class Made(NamedTuple):
    """A home, and the moment for which it was made."""

    folder: Path
    now: datetime


def kept_home(size: Size, seed: int = 0, kept: Path = KEPT) -> Made:
    """The home of this size, made once and then kept under `build/`."""
    name = f"home-{size.cards}-{size.rows}-{seed}"
    folder = kept / f"{name}-{_schema()}"
    if not (folder / "now.txt").exists():
        for former in kept.glob(f"{name}-*"):  # of another schema, or half made
            shutil.rmtree(former)
        partial = folder.with_name(f"{folder.name}.{os.getpid()}.partial")
        make_home(partial, size, seed)
        partial.rename(folder)
    return Made(folder, datetime.fromisoformat((folder / "now.txt").read_text().strip()))


def make_home(folder: Path, size: Size, seed: int = 0) -> Made:
    """Write pack, log and moment into `folder`, which must not be there yet."""
    folder.mkdir(parents=True)
    write_pack(folder / "pack", size.cards)
    learner = _Learner(size, Random(seed))
    gc.disable()  # a million rows are made and none of them in a circle
    try:
        with Store.open(folder / "tutor.db", lambda: BEGIN, device="bench") as store:
            _fill(store, learner)
    finally:
        gc.enable()
    (folder / "now.txt").write_text(learner.morning.isoformat() + "\n")
    return Made(folder, learner.morning)


def _schema() -> str:
    """What a kept home depends on beside its size."""
    file = Path(migrations.__file__)
    texts = [path.read_bytes() for path in (file, *sorted(file.parent.glob("*.sql")))]
    digest = hashlib.sha256(b"\0".join(texts)).hexdigest()[:8]
    return f"v{VERSION}-{digest}"


def _fill(store: Store, learner: "_Learner") -> None:
    """Write all rows in one transaction; what is derived from them, the store's own way."""
    database = store._database
    with writing(database):
        # Rows come in the order of their ids but not of their cards: an index made at the end is
        # made many times faster.
        indexes = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        for name, _ in indexes:
            database.execute(f"DROP INDEX {name}")
        database.executemany(INSERT, (raw(row) for row in learner.rows()))
        for _, sql in indexes:
            database.execute(sql)
    store.derive(learner.memories, store.last(), afresh=True)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


class _Learner:
    """Somebody who answers what is due, day after day, until the log has its rows."""

    def __init__(self, size: Size, random: Random) -> None:
        self._size = size
        self._random = random
        self._scheduler = Scheduler()
        self._new = _unseen(size.cards)
        self._pace = max(1, round(size.cards * SEEN / NEW_DAYS))
        self._gap = min(20_000, 15 * 3_600_000 * NEW_DAYS // max(size.rows, 1))
        self._made = 0
        self._at = 0
        self._read: set[str] = set()
        self._due: dict[int, list[CardKey]] = {}
        self.memories: dict[CardKey, Memory] = {}
        self.morning = BEGIN

    def rows(self) -> Iterator[LogRow]:
        """As many rows as the size says, in order; `morning` is then the next with cards due."""
        day = 0
        while self._made < self._size.rows:
            for row in self._day(BEGIN + day * _DAY):
                yield row
                self._made += 1
                if self._made == self._size.rows:
                    break
            day += 1
        first = moment_of(BEGIN).day
        day = max(day, min((due - first for due, cards in self._due.items() if cards), default=0))
        self.morning = BEGIN + day * _DAY + timedelta(hours=2)

    def _day(self, begin: datetime) -> Iterator[LogRow]:
        """One day: reviews, new cards, and each learning step when it ends."""
        self._at = int(begin.timestamp() * 1000)
        self._begun = moment_of(begin)
        waiting: list[tuple[int, CardKey]] = []
        for key in self._agenda(self._begun.day):
            while waiting and waiting[0][0] <= self._at:
                yield from self._answer(heapq.heappop(waiting)[1], waiting)
            yield from self._answer(key, waiting)
        while waiting:
            due_at, key = heapq.heappop(waiting)
            self._at = max(self._at, due_at)
            yield from self._answer(key, waiting)

    def _agenda(self, today: int) -> list[CardKey]:
        """What is due, but for a few that are put off, and new cards after it."""
        due = self._due.pop(today, [])
        asked: list[CardKey] = []
        for key in due:
            if self._random.random() < 0.03:
                self._due.setdefault(today + 1, []).append(key)
            else:
                asked.append(key)
        self._random.shuffle(asked)
        begun = (next(self._new, None) for _ in range(self._pace))
        return asked + [key for key in begun if key is not None]

    def _answer(self, key: CardKey, waiting: list[tuple[int, CardKey]]) -> Iterator[LogRow]:
        memory = self.memories.get(key)
        concept = key.partition("/")[0]
        if concept not in self._read:
            self._read.add(concept)
            yield self._row(RowKind.LESSON, CardKey(concept))
        grade = self._random.choices(GRADES, WEIGHTS)[0]
        if self._random.random() < 0.004:  # taken back, and answered once more
            wrong, self.memories[key] = self._answered(key, memory, Grade.AGAIN)
            yield wrong  # the log may end here
            yield self._row(RowKind.UNDO, key, payload={UNDOES: [wrong.id.hex()]})
        if self._random.random() < 0.001:
            yield self._row(RowKind.FLAG, key, payload={"on": True})
        row, self.memories[key] = self._answered(key, memory, grade)
        yield row
        after = self.memories[key]
        if after.phase is not Phase.REVIEW and after.due_at is not None:
            heapq.heappush(waiting, (after.due_at, key))
        else:
            self._due.setdefault(after.due_day, []).append(key)

    def _answered(self, key: CardKey, memory: Memory | None, grade: Grade) -> tuple[LogRow, Memory]:
        """An answer as the study writes it, and the memory it leaves."""
        self._at += self._gap
        moment = self._moment()
        fuzz = self._random.random()
        payload = {
            "given": [f"word {self._made % 1000}"],
            "score": 0.0 if grade is Grade.AGAIN else 1.0,
            "seconds": round(self._random.uniform(2, 20), 1),
            "phase": memory.phase.value if memory else "new",
            "fuzz": fuzz,
            "moment": moment_payload(moment),
            "retention": self._scheduler.retention,
        }
        after = self._scheduler.review(memory, grade, moment, fuzz)
        return self._row(RowKind.ANSWER, key, grade, payload), after

    def _moment(self) -> Moment:
        begun = self._begun
        if self._at < begun.ends:
            return Moment(self._at, begun.day, begun.ends)
        return moment_of(datetime.fromtimestamp(self._at / 1000, ZONE))

    def _row(
        self,
        kind: RowKind,
        card: CardKey,
        grade: Grade | None = None,
        payload: dict[str, object] | None = None,
    ) -> LogRow:
        self._at += 1  # so that each moment is one row's alone, and so is its lowest id
        return LogRow(
            id=lowest(self._at),
            device="bench",
            at=self._at,
            offset=9 * 60,
            kind=kind,
            card=card,
            grade=grade,
            payload=payload or {},
        )


def _unseen(cards: int) -> Iterator[CardKey]:
    """The cards that the learner meets, in order; the last ones stay new."""
    keys = (CardKey(card) for deck in decks(cards) for card in deck.cards)
    return (key for _, key in zip(range(int(cards * SEEN)), keys, strict=False))


def main() -> None:
    """Make a home in a folder."""
    parser = argparse.ArgumentParser(description="Make a learner's home of any size.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cards", type=int, default=600)
    parser.add_argument("--rows", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    made = make_home(given.folder, Size(given.cards, given.rows), given.seed)
    print(f"{made.folder}: as of {made.now.astimezone(UTC).isoformat()}")


if __name__ == "__main__":
    main()
