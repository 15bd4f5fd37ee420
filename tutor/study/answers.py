"""Questions handed out, and how their answers are written into the log."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any

from tutor.core.cards import CardKey, Concept, Formula, Item, Live, kind_of
from tutor.core.decks import concept_of
from tutor.core.live import Numbers
from tutor.core.log import Grade, LogRow, RowKind
from tutor.core.study import Question, Walk
from tutor.schedule import Moment, Scheduler
from tutor.study.asking import Asked, Outcomes, shown_order
from tutor.study.fold import moment_payload
from tutor.study.live_cards import LiveCards, aim_at
from tutor.study.pace import Pace
from tutor.study.progress import Progress

if TYPE_CHECKING:
    from tutor.study.queue import Library
    from tutor.study.rules import Rules

_REMEMBERED = 32  # questions that can still be graded anew
_PACE_MS = 30 * 86_400_000
_PACE_ROWS = 500  # the last of them, so that the first answer of a sitting does not wait


class Answers:
    """The questions of a sitting, each with its draw, and the answers that stand for them."""

    def __init__(
        self,
        progress: Progress,
        scheduler: Scheduler,
        random: Random,
        live: LiveCards,
        rules: Rules,
    ) -> None:
        self._rules = rules
        self._progress = progress
        self._live = live
        self._scheduler = scheduler
        self._random = random
        self._asked: deque[Asked] = deque(maxlen=_REMEMBERED)
        self._pace: Pace | None = None

    def ask(self, item: Item, concept: Concept, moment: Moment) -> Asked:
        """A question of this card: the last one again while nothing has changed.

        A live card is asked with new numbers; raises `NoNumbersError` where it cannot be.
        """
        last = self._open(item, moment)
        if last is not None and last.question.walk is None:
            return last
        numbers = None
        if isinstance(item.card, Live | Formula):
            aim = partial(aim_at, self._progress.rows(item.key))
            numbers = self._live.numbers(item, concept, aim)
        return self._pose(item, concept, moment, numbers)

    def ask_step(
        self, item: Item, numbers: Numbers, walk: Walk, concept: Concept, moment: Moment
    ) -> Asked:
        """A question of a walk-through: the last one again while nothing has changed."""
        last = self._open(item, moment)
        if last is not None and (last.question.numbers, last.question.walk) == (numbers, walk):
            return last
        return self._pose(item, concept, moment, numbers, walk)

    def take_in(self, question: Question, moment: Moment) -> Asked:
        """A question that was made elsewhere, with what each grade of its answer comes to."""
        return self._hand_out(question, self._random.random(), moment)

    def find(self, question: Question, moment: Moment) -> Asked:
        """What is known of a question; one that was taken back gets a new draw."""
        for asked in self._asked:
            if asked.question is question:
                return asked
        memory = self._progress.memories.get(question.item.key)
        asked = Asked(question, self._random.random(), moment, memory)
        self._asked.append(asked)
        return asked

    def retract(self, question: Question, moment: Moment) -> bool:
        """Take back the answer to a question; False where none stands that is known."""
        row = self.find(question, moment).row
        if row is None or not self._progress.stands(row):
            return False
        self._progress.take_back(row)
        self.forget(question.item.key)
        return True

    def forget(self, key: CardKey) -> None:
        """Let go of the questions of a card, whose history has changed."""
        kept = (asked for asked in self._asked if asked.question.item.key != key)
        self._asked = deque(kept, _REMEMBERED)

    def record(
        self, asked: Asked, grade: Grade, moment: Moment, details: Mapping[str, Any]
    ) -> LogRow:
        """Write an answer; absent details are left out of its payload."""
        from tutor.store import Entry

        key = asked.question.item.key
        before = self._progress.memories.get(key)
        payload = {
            name: value
            for name, value in details.items()
            if value is not None and value is not False
        }
        payload |= {
            "phase": before.phase.value if before else "new",
            "fuzz": asked.fuzz,
            "moment": moment_payload(moment),
            "retention": self._retention(key),
        }
        after = self._scheduler.review(
            before, grade, moment, asked.fuzz, retention=payload["retention"]
        )
        entry = Entry(RowKind.ANSWER, key, grade, payload)
        asked.row = self._progress.append([entry], {key: after})[0]
        if self._pace is not None:
            self._pace.add(kind_of(asked.question.item.card), asked.row)
        return asked.row

    def regrade(self, asked: Asked, row: LogRow, grade: Grade) -> None:
        """Undo an answer and record it with another grade, as of the moment it was given."""
        from tutor.store import Entry, undo

        key = asked.question.item.key
        rows = [other for other in self._progress.rows(key) if other.id != row.id]
        after = self._progress.fold([*rows, replace(row, grade=grade)])
        entries = [undo([row], row.card), Entry(RowKind.ANSWER, key, grade, row.payload)]
        asked.row = self._progress.append(entries, {key: after})[-1]

    def _open(self, item: Item, moment: Moment) -> Asked | None:
        """The last question, if it was this card's, is not answered yet and still holds good."""
        last = self._asked[-1] if self._asked else None
        if last is None or last.row is not None or last.question.item != item:
            return None
        unchanged = last.memory == self._progress.memories.get(item.key)
        return last if unchanged and last.moment.day == moment.day else None

    def _pose(
        self,
        item: Item,
        concept: Concept,
        moment: Moment,
        numbers: Numbers | None,
        walk: Walk | None = None,
    ) -> Asked:
        fuzz = self._random.random()
        order = shown_order(item.card, self._random)
        language = self._rules.language(item.concept)
        question = Question(
            item, concept, None, order, {}, numbers=numbers, walk=walk, language=language
        )
        return self._hand_out(question, fuzz, moment)

    def _hand_out(self, question: Question, fuzz: float, moment: Moment) -> Asked:
        memory = self._progress.memories.get(question.item.key)
        aim = self._retention(question.item.key)
        whole = replace(
            question,
            phase=memory.phase if memory else None,
            outcomes=Outcomes(lambda: self._scheduler.preview(memory, moment, fuzz, aim), moment),
        )
        self._asked.append(Asked(whole, fuzz, moment, memory))
        return self._asked[-1]

    def _retention(self, key: CardKey) -> float:
        """The share of a card's reviews that shall be recalled: its deck's, else that of all."""
        own = self._rules.retention(concept_of(key))
        return self._scheduler.retention if own is None else own

    def is_fast(self, kind: str, seconds: float | None, moment: Moment, library: Library) -> bool:
        """Whether an answer took clearly less than this learner's answers of the kind do."""
        if seconds is None:
            return False
        if self._pace is None:
            self._pace = Pace()
            for row in self._progress.last_answers(_PACE_ROWS, moment.at_ms - _PACE_MS):
                if (item := library.items.get(row.card)) is not None:
                    self._pace.add(kind_of(item.card), row)
        return self._pace.is_fast(kind, seconds)
