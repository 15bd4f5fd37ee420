"""From an answer to the next question, with the answer on the disk in between."""

import gc
import sqlite3
import statistics
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from generate import KEPT
from homes import begun, homes, wired
from report import Table, milliseconds
from timing import late

from tutor.cli.wiring import Wired
from tutor.core.cards import Choices, Claim, Cloze, Number, Order, Pairs, Recall, Typed
from tutor.core.cloze import gaps_only
from tutor.core.log import Grade
from tutor.core.study import Arranged, DayDone, Given, Lesson, Question
from tutor.core.text import in_language

ANSWERS, QUICK_ANSWERS = 500, 60
AIM = 0.002
LIMITS = "new_per_day = 500\nreviews_per_day = 2000\n"


def tables(quick: bool) -> list[Table]:
    """Answers of a day, one after the other, at both sizes."""
    made = begun(
        "From the answer to the next question",
        ("p50", "p99", "slowest", "aim (p99)"),
        "Judged, scheduled, written (WAL, `synchronous=FULL`, a real fsync each), the next card "
        "chosen: `Study.answer` or `grade`, then `Study.next`. Every fifth answer is wrong. The "
        "first line is the least a durable row costs on this disk.",
    )
    count = QUICK_ANSWERS if quick else ANSWERS
    _note(made, "a row by SQLite alone", _bare(count), aim=False)
    for name, home in homes(quick).items():
        clock = _Clock(home.now)
        with wired(home, LIMITS, clock) as joined:
            _note(made, name, _answered(joined, clock, count), aim=True)
    return [made]


def _note(made: Table, what: str, seconds: list[float], *, aim: bool) -> None:
    p99 = late(seconds, 0.99)
    made.line(
        what,
        *map(milliseconds, (statistics.median(seconds), p99, max(seconds))),
        f"< {milliseconds(AIM)}" if aim else "",
        met=p99 < AIM if aim else None,
    )


class _Clock:
    """A learner's clock: ten seconds an answer, and the next morning when the day is done."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def go(self) -> None:
        self.now += timedelta(seconds=10)

    def sleep(self) -> None:
        self.now = (self.now + timedelta(days=1)).replace(hour=9)


def _answered(joined: Wired, clock: _Clock, count: int) -> list[float]:
    """Seconds from each answer to what comes after it."""
    study = joined.study
    study.keep_to([key for key in joined.library.concepts if key.startswith("concept-")])
    turn = study.next()
    gc.collect()
    gc.freeze()  # as the program does once it is on the screen
    taken: list[float] = []
    while len(taken) < count:
        if isinstance(turn, DayDone):
            clock.sleep()
            turn = study.next()
            continue
        if isinstance(turn, Lesson):
            study.read(turn)
            turn = study.next()
            continue
        wrong = len(taken) % 5 == 4
        given = None if isinstance(turn.item.card, Recall) else _given(turn, wrong)
        clock.go()
        begin = time.perf_counter()
        if given is None:
            study.grade(turn, Grade.AGAIN if wrong else Grade.GOOD, seconds=4.0)
        else:
            study.answer(turn, given, seconds=4.0)
        turn = study.next()
        taken.append(time.perf_counter() - begin)
    gc.unfreeze()
    return taken


def _given(question: Question, wrong: bool) -> Given:
    """The right answer to a card of an ordinary kind, or a wrong one."""
    match question.item.card:
        case Typed(accept=accept):
            return ("nothing of the kind" if wrong else in_language(accept[0], "en"),)
        case Cloze(cloze=cloze):
            gaps = gaps_only(in_language(cloze, "en"))
            return tuple("nothing of the kind" if wrong else gap.text for gap in gaps)
        case Choices(choices=choices):
            return frozenset(at for at, choice in enumerate(choices) if choice.right is not wrong)
        case Order(order=lines):
            places = range(len(lines))
            return Arranged(tuple(reversed(places) if wrong else places))
        case Pairs(pairs=pairs):
            places = range(len(pairs))
            return Arranged(tuple(reversed(places) if wrong else places))
        case Claim(holds=holds):
            return holds is not wrong
        case Number(number=number):
            return ("-1" if wrong else number,)
        case _:
            raise TypeError(question.item.key)


def _bare(count: int) -> list[float]:
    """Seconds for each durable row of SQLite's own, in a file on the same disk."""
    path = KEPT / "bare.db"
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = FULL")
            database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
            return [_row(database) for _ in range(count)]
    finally:
        for ending in ("", "-wal", "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)


def _row(database: sqlite3.Connection) -> float:
    begin = time.perf_counter()
    database.execute("INSERT INTO row (text) VALUES (?)", ("a" * 200,))
    return time.perf_counter() - begin


if __name__ == "__main__":
    tables("--quick" in sys.argv)
