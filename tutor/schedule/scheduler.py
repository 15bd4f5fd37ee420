"""FSRS-6 behind two questions: what would each grade do, and how likely is recall today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.core.log import Grade, Memory, Phase
from tutor.schedule.days import EPOCH, Moment
from tutor.schedule.fsrs6 import (
    CURVE,
    DECAY,
    LEARNING_MINUTES,
    MAXIMUM_INTERVAL,
    RELEARNING_MINUTES,
)
from tutor.schedule.fuzz import fuzzed

if TYPE_CHECKING:
    import fsrs

RETENTION = 0.9


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
        from fsrs import Rating, State

        model = _model(self.retention if retention is None else retention)
        today = EPOCH + timedelta(days=moment.day)
        before = _card(memory, moment)
        card, _ = model.review_card(before, Rating(int(grade)), today)
        lapsed = grade is Grade.AGAIN and memory is not None and memory.phase is Phase.REVIEW
        if card.state is State.Review:
            due_day, due_at = moment.day + fuzzed((card.due - today).days, fuzz), None
        else:
            due_day, due_at = _step(moment, card.due - today)
        assert card.stability is not None
        assert card.difficulty is not None
        return Memory(
            phase=Phase(card.state.name.lower()),
            step=card.step or 0,
            stability=card.stability,
            difficulty=card.difficulty,
            last_day=moment.day,
            last_at=moment.at_ms,
            due_day=due_day,
            due_at=due_at,
            reps=(memory.reps if memory else 0) + 1,
            lapses=(memory.lapses if memory else 0) + int(lapsed),
        )

    def retrievability(self, memory: Memory, day: int) -> float:
        """The probability, 0 to 1, that the card is recalled on the study day `day`."""
        elapsed = max(0, day - memory.last_day)
        return float((1 + CURVE * elapsed / memory.stability) ** DECAY)


@lru_cache(maxsize=8)
def _model(retention: float) -> fsrs.Scheduler:
    import fsrs

    return fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=[timedelta(minutes=minutes) for minutes in LEARNING_MINUTES],
        relearning_steps=[timedelta(minutes=minutes) for minutes in RELEARNING_MINUTES],
        maximum_interval=MAXIMUM_INTERVAL,
        enable_fuzzing=False,
    )


def _card(memory: Memory | None, moment: Moment) -> fsrs.Card:
    """The memory as `fsrs` knows it; a last answer in the future (clock set back) counts as today.

    The identity is always given: without one, `fsrs` sleeps a millisecond to make it unique.
    """
    import fsrs

    today = EPOCH + timedelta(days=moment.day)
    if memory is None:
        return fsrs.Card(card_id=0, due=today)
    state = fsrs.State[memory.phase.value.capitalize()]
    return fsrs.Card(
        card_id=0,
        state=state,
        step=None if memory.phase is Phase.REVIEW else memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=today,
        last_review=EPOCH + timedelta(days=min(memory.last_day, moment.day)),
    )


def _step(moment: Moment, length: timedelta) -> tuple[int, int | None]:
    """The study day and, where it is still today, the millisecond at which a step ends."""
    due_at = moment.after(length / timedelta(minutes=1))
    day = moment.day_of(due_at)
    return day, due_at if day == moment.day else None
