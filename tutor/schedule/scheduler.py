"""FSRS-6 behind two questions: what would each grade do, and how likely is recall today."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from tutor.core.log import Grade, Memory, Phase
from tutor.schedule.days import DAY_MS, Moment
from tutor.schedule.fsrs6 import CURVE, DECAY, after, interval_factor
from tutor.schedule.fuzz import fuzzed

RETENTION = 0.9
_AGAIN, _REVIEW = int(Grade.AGAIN), Phase.REVIEW

_factor = lru_cache(maxsize=64)(interval_factor)


class Scheduler:
    """FSRS-6 with its published parameters, counting whole study days.

    `retention` is the share of reviews that shall be recalled when they fall due. Learning steps
    run by the clock; a step that ends on a later study day makes the card due on that day.
    """

    def __init__(self, retention: float = RETENTION) -> None:
        self.retention = retention

    def preview(
        self, memory: Memory | None, moment: Moment, fuzz: float, retention: float | None = None
    ) -> Mapping[Grade, Memory]:
        """What the memory becomes under each grade; nothing is changed or drawn.

        `memory` is None for a card never answered, `fuzz` a draw from [0, 1). `retention` stands
        in for the scheduler's own when an answer of another setting is replayed.
        """
        return {
            grade: self.review(memory, grade, moment, fuzz, retention=retention) for grade in Grade
        }

    def review(
        self,
        memory: Memory | None,
        grade: Grade,
        moment: Moment,
        fuzz: float,
        *,
        retention: float | None = None,
    ) -> Memory:
        """What the memory becomes under one grade: that outcome of `preview`."""
        state = None if memory is None else of_memory(memory)
        factor = self.factor(retention)
        at_ms, day, ends = moment.at_ms, moment.day, moment.ends
        return memory_of(answered(state, int(grade), at_ms, day, ends, fuzz, factor))

    def factor(self, retention: float | None = None) -> float:
        """What `answered` needs to know of a retention, or of the scheduler's own."""
        return _factor(self.retention if retention is None else retention)

    def retrievability(self, memory: Memory, day: int) -> float:
        """The probability, 0 to 1, that the card is recalled on the study day `day`."""
        elapsed = max(0, day - memory.last_day)
        return float((1 + CURVE * elapsed / memory.stability) ** DECAY)


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


def of_memory(memory: Memory) -> State:
    """As much of a memory as its next answer needs to know."""
    return (
        memory.phase,
        memory.step,
        memory.stability,
        memory.difficulty,
        memory.last_day,
        memory.reps,
        memory.lapses,
        0,
        0.0,
        memory.last_at,
        0,
        0.0,
    )


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
