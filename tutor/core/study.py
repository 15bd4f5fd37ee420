"""What passes between a sitting and whoever shows it: questions, verdicts, outcomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from tutor.core.cards import CardKey, Concept, ConceptId, Item
from tutor.core.live import Diagnosis, Numbers
from tutor.core.log import Grade, Phase, RowKind
from tutor.core.text import Language, Text


class Mark(StrEnum):
    """How right one part of an answer is."""

    RIGHT = "right"
    SPELLING = "spelling"
    """Right but for the spelling: counted as right, and named."""
    ROUNDING = "rounding"
    """A right number, rounded otherwise than asked."""
    WRONG = "wrong"
    MISSED = "missed"
    """A right choice that was not picked, or a gap left empty."""


@dataclass(frozen=True, slots=True)
class Part:
    """One gap, one choice, or the whole: what was given, what is right and how they compare.

    `index` is the gap's or the choice's place on its card; `why` says why a wrong choice is wrong.
    """

    mark: Mark
    given: Text
    right: Text
    why: Text = ""
    index: int = 0


class Carried(StrEnum):
    """What a step of a walk-through was right against."""

    RIGHT = "right"
    METHOD = "method"
    """Right by the learner's own earlier value: the method is, the fault was counted before."""
    WRONG = "wrong"
    SHOWN = "shown"
    """Not asked: the walk-through showed it."""
    SKIPPED = "skipped"
    IDLE = "idle"
    """An earlier fault left nothing to compute, and that is what was answered: not counted."""


Report: TypeAlias = tuple[tuple[str, Carried], ...]
"""A walk-through's steps, in order, with how each went."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What judging an answer found.

    `score` is the share that was right, 0 to 1. `parts` follow the card's gaps or choices; of
    choices only those that were picked or missed appear. Of a live answer `typed` holds the numbers
    as they were read and `exact` the right ones in full, nested lists in the shape asked; `echo`
    says how the answer was read where that is not plain, and `diagnosis` explains a wrong one.
    `carried` says what a walk-through's step was judged against, and `report` ends one: each of
    its steps with how it went.
    """

    score: float
    parts: tuple[Part, ...]
    suggested: Grade
    diagnosis: Diagnosis | None = None
    typed: object = None
    exact: object = None
    echo: str = ""
    carried: Carried | None = None
    report: Report = ()

    @property
    def right(self) -> bool:
        """Whether all of it was right."""
        return self.score >= 1


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An answer that could not be read is not a wrong one: `code` says what was expected."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """When a card would be due again after a grade; exactly what recording the grade does.

    `minutes` is set within the day (a learning step), else `days` counts study days.
    """

    grade: Grade
    days: int
    minutes: float | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A concept's lesson, to be read before its first card.

    `language` is the one it is told in, where that is set for its deck.
    """

    concept: Concept
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where in its walk-through a question stands.

    `steps` are all of the card's, `asked` those that the learner computes, `at` the one of now.
    `values` are the steps before it as they stand: computed and rounded as shown, or the learner's
    own; `own` names the learner's, `faulty` those of them that were wrong.
    """

    steps: tuple[str, ...]
    asked: tuple[str, ...]
    at: str
    values: Mapping[str, object]
    own: frozenset[str] = frozenset()
    faulty: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A walk-through that was left early: how each step went, and the values of all of them."""

    report: Report
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Question:
    """A card about to be asked.

    `order` is the shuffled order of what is chosen from (indices on the card: of choices, lines to
    put in order, the right sides of pairs), else empty.
    `phase` is None for a new card. A live card has `numbers`, a step of a walk-through `walk`.
    `language` is the one it is asked and judged in, where that is set for its deck.
    """

    item: Item
    concept: Concept
    phase: Phase | None
    order: tuple[int, ...]
    outcomes: Mapping[Grade, Outcome]
    numbers: Numbers | None = None
    walk: Walk | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class DayDone:
    """Nothing is left to ask now; `waiting` learning cards come back, the next at `next_at`.

    `next_at` is milliseconds since the epoch, None when nothing waits today. `held_new` new cards
    and `held_due` reviews could be asked today if its limits were wider.
    """

    answered: int
    waiting: int
    next_at: int | None
    held_new: int = 0
    held_due: int = 0


Turn: TypeAlias = Lesson | Question | DayDone


@dataclass(frozen=True, slots=True)
class Arranged:
    """Lines or right sides as they were arranged, by their index on the card.

    Of an order card the lines from the top; of pairs the right side chosen for each left one,
    -1 where none was.
    """

    places: tuple[int, ...]


Given: TypeAlias = tuple[str, ...] | frozenset[int] | Arranged | bool
"""An answer: the text of each gap (one for a typed text or number), the choices picked, lines or
pairs as arranged, or whether a claim holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckCount:
    """What one concept holds today."""

    concept: ConceptId
    title: Text
    track: str
    cards: int
    new: int
    learning: int
    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What today holds, limits applied; `next_due` is milliseconds since the epoch or None."""

    new: int
    learning: int
    due: int
    answered: int
    next_due: int | None
    decks: tuple[DeckCount, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo took back, to be named to the learner; of a lesson `card` is its concept.

    `marked` says of a flag or suspension that was taken back whether the card is flagged or left
    out now.
    """

    card: CardKey
    grade: Grade | None
    kind: RowKind = RowKind.ANSWER
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tomorrow:
    """What the next study day will ask as things stand, limits applied."""

    due: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """What a study day came to.

    `learnt` are the cards that were new today and whose last answer held, `slipped` those that were
    known before and forgotten today, each in the order of its first answer. `held` counts the
    reviews that were recalled, `answers` all answers with their last grades, `seconds` the time
    they took as far as it was measured. `ahead` says how many known cards fall due on each of the
    coming study days, tomorrow first, limits applied day by day. `day` is the study day itself,
    counted from 1970-01-01.
    """

    answers: int
    learnt: tuple[CardKey, ...]
    slipped: tuple[CardKey, ...]
    held: int
    seconds: float
    by_grade: Mapping[Grade, int]
    tomorrow: Tomorrow
    ahead: tuple[int, ...] = ()
    day: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Figures over the log; `reviews` counts the answers that stand.

    `retention` is the share of review-phase answers that were not Again, None without any.
    `streak` counts the study days in a row, up to today or yesterday, with an answer.
    """

    reviews: int
    reviews_today: int
    retention: float | None
    streak: int
    cards: int
    seen: int
    by_grade: Mapping[Grade, int]
