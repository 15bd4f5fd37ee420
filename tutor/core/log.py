"""The log of what happened; the only truth about what was learnt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

from tutor.core.cards import CardKey


class Grade(IntEnum):
    """How well an answer went, with the meaning FSRS gives the four numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class RowKind(StrEnum):
    """What a row of the log records."""

    ANSWER = "answer"
    UNDO = "undo"
    LESSON = "lesson"
    SUSPEND = "suspend"
    BURY = "bury"
    FLAG = "flag"
    RESET = "reset"
    DUE = "due"
    PARAMETERS = "parameters"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One thing that happened.

    `id` is a UUIDv7 (16 bytes, never below the last one); `at` is milliseconds since the epoch,
    UTC; `offset` the local offset from UTC in minutes at that moment. `card` is a card's identity,
    a concept's for a lesson, empty where neither applies. `payload` holds what the kind needs:
    an answer what was given, seconds, fuzz and whether hinted; an undo the hex ids it takes back.
    """

    id: bytes
    device: str
    at: int
    offset: int
    kind: RowKind
    card: CardKey
    grade: Grade | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)


class Phase(StrEnum):
    """Where a card stands on its way into memory."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the scheduler knows of a card that was answered at least once (FSRS-6).

    `stability` is in days, `difficulty` from 1 to 10. Study days count from the epoch. A learning
    card is due at the moment `due_at` (milliseconds since the epoch), a review card on `due_day`.
    """

    phase: Phase
    step: int
    stability: float
    difficulty: float
    last_day: int
    last_at: int
    due_day: int
    due_at: int | None
    reps: int
    lapses: int
