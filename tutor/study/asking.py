"""A question that was handed out: the draw that belongs to it, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from tutor.core.cards import AnyCard, Choices, Order, Pairs
from tutor.core.log import Grade, LogRow, Memory
from tutor.core.study import Outcome, Question, Verdict
from tutor.schedule import Moment


@dataclass(slots=True)
class Asked:
    """A question with its draw; `row` is the answer that stands for it."""

    question: Question
    fuzz: float
    moment: Moment
    memory: Memory | None
    verdict: Verdict | None = None
    row: LogRow | None = None


class Outcomes(Mapping[Grade, Outcome]):
    """The four outcomes of a question, worked out when the first is looked at.

    They are shown after the answer, and the scheduler takes its time to be imported. They hold for
    the study day on which the question was asked: an answer after its end is recorded on the next.
    """

    def __init__(self, preview: Callable[[], Mapping[Grade, Memory]], moment: Moment) -> None:
        self._preview = preview
        self._moment = moment
        self._known: dict[Grade, Outcome] | None = None

    def __getitem__(self, grade: Grade) -> Outcome:
        return self._outcomes()[grade]

    def __iter__(self) -> Iterator[Grade]:
        return iter(Grade)

    def __len__(self) -> int:
        return len(Grade)

    def __repr__(self) -> str:
        return f"Outcomes({self._outcomes()!r})"

    def _outcomes(self) -> dict[Grade, Outcome]:
        if self._known is None:
            self._known = {
                grade: outcome(grade, memory, self._moment)
                for grade, memory in self._preview().items()
            }
        return self._known


def shown_order(card: AnyCard, random: Random) -> tuple[int, ...]:
    """The shuffled order in which choices, lines or right sides are shown, empty for other cards.

    Lines never stand in their right order already; nor do three right sides or more.
    """
    match card:
        case Choices(choices=listed) | Order(order=listed) | Pairs(pairs=listed):
            right = list(range(len(listed)))
        case _:
            return ()
    order = right[:]
    random.shuffle(order)
    # Two pairs that were never shown side by side would give themselves away.
    if not isinstance(card, Choices) and len(right) > 2:
        while order == right:
            random.shuffle(order)
    return tuple(order)


def outcome(grade: Grade, memory: Memory, moment: Moment) -> Outcome:
    """When a card with this memory comes back, seen from `moment`."""
    minutes = None if memory.due_at is None else (memory.due_at - moment.at_ms) / 60_000
    return Outcome(grade=grade, days=memory.due_day - moment.day, minutes=minutes)
