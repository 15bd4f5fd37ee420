"""An answer's effect over plain tuples, for whole logs: a million answers in seconds.

What it makes of an answer is what `Scheduler.review` makes of it, to the last bit; but that goes
through the `fsrs` package, which takes many times as long.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from tutor.core.log import Grade, Memory, Phase
from tutor.schedule.days import DAY_MS
from tutor.schedule.fsrs6 import after, interval_factor
from tutor.schedule.fuzz import fuzzed

_AGAIN, _REVIEW = int(Grade.AGAIN), Phase.REVIEW

factor_of = lru_cache(maxsize=64)(interval_factor)
"""What `answered` needs to know of a desired retention."""

State: TypeAlias = tuple[Phase, int, float, float, int, int, int, int, float, int, int, float]
"""A memory as a plain tuple, quicker where there are very many answers.

Phase, step, stability, difficulty, last day, reps and lapses; then what the day on which the card
is due follows from: days, minutes, the millisecond and the end of the last day, fuzz.
"""


def answered(
    state: State | None,
    grade: int,
    at_ms: int,
    day: int,
    ends: int,
    fuzz: float,
    factor: float,
) -> State:
    """What a memory becomes under a grade; a last answer in the future counts as of today.

    `at_ms`, `day` and `ends` are those of a `Moment`.
    """
    if state is None:
        phase, elapsed, reps, lapses = None, 0, 0, 0
        step, stability, difficulty = 0, 0.0, 0.0
    else:
        phase, step, stability, difficulty, last_day, reps, lapses, _, _, _, _, _ = state
        elapsed = day - last_day if last_day < day else 0
        if grade == _AGAIN and phase is _REVIEW:
            lapses += 1
    phase, step, stability, difficulty, days, minutes = after(
        phase, step, stability, difficulty, elapsed, grade, factor
    )
    return (
        phase, step, stability, difficulty, day, reps + 1, lapses, days, minutes, at_ms, ends, fuzz
    )  # fmt: skip


def memory_of(state: State) -> Memory:
    """The memory after an answer, which says when the card is due."""
    phase, step, stability, difficulty, day, reps, lapses, days, minutes, at_ms, ends, fuzz = state
    due_at: int | None = None
    if days:
        due_day = day + fuzzed(days, fuzz)
    else:
        due_at = at_ms + round(minutes * 60_000)
        due_day = day
        if due_at >= ends:  # the step ends on a later study day, and makes the card due on it
            due_day += 1 + (due_at - ends) // DAY_MS
            due_at = None
    return Memory(
        phase=phase,
        step=step,
        stability=stability,
        difficulty=difficulty,
        last_day=day,
        last_at=at_ms,
        due_day=due_day,
        due_at=due_at,
        reps=reps,
        lapses=lapses,
    )
