"""A quiz: any selection of cards at once, with a score, apart from the schedule unless asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Final, Protocol

from tutor.core.cards import CardKey, Concept, ConceptId, Formula, Item, Live
from tutor.core.log import Grade
from tutor.core.study import Given, Question, Unreadable, Verdict
from tutor.core.text import Language
from tutor.study.asking import shown_order
from tutor.study.judge import suggested
from tutor.study.judging import judged
from tutor.study.live_cards import LiveCards, NoNumbersError, OpenDemo
from tutor.study.queue import interleaved, spread
from tutor.study.scores import Answered, Results, credit_of
from tutor.study.selection import Plan

if TYPE_CHECKING:
    from tutor.demo import Demo

SEEDS: Final = 1_000_000
"""Seeds that are drawn lie below this, so that they are easily typed."""


class Sitting(Protocol):
    """What a quiz asks of the study: the language of now, and the log if it counts."""

    language: Language

    def language_of(self, concept: ConceptId) -> Language | None:
        """The language that a concept's cards are asked in, where it has its own."""

    def pose(self, question: Question) -> Question:
        """The question with what each grade of its answer comes to."""

    def answer(
        self, question: Question, given: Given, *, seconds: float | None, hinted: bool
    ) -> Verdict | Unreadable:
        """Judge and record an answer."""

    def grade(
        self, question: Question, grade: Grade, *, seconds: float | None, hinted: bool
    ) -> None:
        """Record a grade, in place of the one recorded."""

    def retract(self, question: Question) -> bool:
        """Take the answer to a question back; False where none is known."""


class Quiz:
    """One quiz, from its first question to its score.

    The plan's seed repeats it: from the same library the same cards in the same order, shuffled
    alike, with the same numbers. (Which cards are weak or flagged follows from the log, though.)
    Concepts take turns and siblings stand apart. The steps of a walk-through are asked one by one,
    each with numbers of its own. Cards whose demo does not work are left out; others come instead.
    """

    def __init__(
        self,
        plan: Plan,
        items: Sequence[Item],
        concepts: Mapping[ConceptId, Concept],
        study: Sitting,
        demos: OpenDemo,
        clock: Callable[[], datetime],
        *,
        round_: int = 1,
        first: Plan | None = None,
    ) -> None:
        assert plan.seed is not None
        self.plan = plan
        self.first = first or plan
        """The plan of the first round, whose number and minutes a later one does not have."""
        self.seed = plan.seed
        self.round = round_
        """1, and one more each time that the wrong ones are taken again."""
        self._concepts = concepts
        self._study = study
        self._clock = clock
        self._random = Random()
        self._live = LiveCards(demos, self._random)
        self._items = items
        self._answered: list[Answered] = []
        self._question: Question | None = None
        self._ends: datetime | None = None

    # What comes next

    def next(self) -> Question | None:
        """The question of now, the same one until it is answered; None when the quiz is over.

        The time begins to run with the first one; the question of now may be answered after its
        end.
        """
        if self._ends is None and self.plan.minutes is not None:
            self._ends = self._clock() + timedelta(minutes=self.plan.minutes)
        while self._question is None and self._waiting and not self._is_over():
            item = self._waiting.popleft()
            try:
                self._question = self._posed(item)
            except NoNumbersError:
                continue
        return self._question

    @property
    def seconds_left(self) -> float | None:
        """How long new questions are still asked, None where there is no such end."""
        if self._ends is None:
            return None
        return max((self._ends - self._clock()).total_seconds(), 0.0)

    @property
    def done(self) -> int:
        """How many questions were answered."""
        return len(self._answered)

    @property
    def total(self) -> int:
        """How many questions it holds if the time suffices."""
        there = self.done + len(self._waiting) + (self._question is not None)
        return there if self.plan.number is None else min(there, self.plan.number)

    @property
    def troubles(self) -> Mapping[CardKey, Exception]:
        """The cards that were left out because their demo or draw does not work."""
        return self._live.troubles

    def demo(self, name: str) -> Demo:
        """The demo with which a live card is asked."""
        return self._live.last_demo(name)

    # Answers

    def answer(
        self,
        question: Question,
        given: Given,
        *,
        seconds: float | None = None,
        hinted: bool = False,
    ) -> Verdict | Unreadable:
        """Judge the answer to the question of now; what cannot be read is not counted.

        An answer that was judged before keeps its verdict. Raises as `Study.answer`; ValueError
        for any other question.
        """
        last = self._last_of(question)
        if last is not None and last.verdict is not None:
            return last.verdict
        self._must_be_of_now(question)
        if self.plan.counts:
            found = self._study.answer(question, given, seconds=seconds, hinted=hinted)
        else:
            found = self._judged(question, given, hinted=hinted)
        if isinstance(found, Unreadable):
            return found
        credit = credit_of(found.score, hinted=hinted)
        self._take(Answered(question=question, credit=credit, given=given, verdict=found))
        return found

    def grade(
        self,
        question: Question,
        grade: Grade,
        *,
        seconds: float | None = None,
        hinted: bool = False,
    ) -> None:
        """Grade what one recalled; a second grade takes the place of the first.

        An answer that was judged is worth what the verdict says: its grade matters to the schedule
        alone.
        """
        last = self._last_of(question)
        if last is None:
            self._must_be_of_now(question)
        if self.plan.counts:
            self._study.grade(question, grade, seconds=seconds, hinted=hinted)
        if last is not None and last.verdict is not None:
            return
        credit = credit_of(grade, hinted=hinted)
        graded = Answered(question=question, credit=credit, grade=grade)
        if last is not None:
            self._answered[-1] = graded
        else:
            self._take(graded)

    def undo(self) -> Answered | None:
        """Take the last answer back: its question comes next, with the same numbers.

        None where there is nothing to take back.
        """
        if not self._answered:
            return None
        last = self._answered[-1]
        if self.plan.counts and not self._study.retract(last.question):
            return None
        if self._question is not None:
            self._waiting.appendleft(self._question.item)
        self._answered.pop()
        self._question = self._posed(last.question.item)
        return last

    # The end

    def results(self) -> Results:
        """What it came to so far."""
        return Results(tuple(self._answered))

    def again(self) -> Quiz:
        """The wrong ones once more, with fresh numbers and no end but their own."""
        return Quiz(
            replace(self.plan, number=None, minutes=None),
            [one.question.item for one in self.results().wrong],
            self._concepts,
            self._study,
            self._live.demo,
            self._clock,
            round_=self.round + 1,
            first=self.first,
        )

    # Inside

    @cached_property
    def _waiting(self) -> deque[Item]:
        """The cards still to come, drawn up when the first is wanted."""
        shuffled = [_alone(item) for item in self._items]
        Random(f"{self.seed} {self.round}").shuffle(shuffled)
        items = {item.key: item for item in shuffled}
        return deque(items[key] for key in interleaved(spread(items)))

    def _is_over(self) -> bool:
        if self.plan.number is not None and self.done >= self.plan.number:
            return True
        return self.seconds_left == 0

    def _posed(self, item: Item) -> Question:
        concept = self._concepts[item.concept]
        # Each card has a seed of its own, so that no other one changes how it is asked.
        self._random.seed(f"{self.seed} {self.round} {item.key}")
        order, numbers = shown_order(item.card, self._random), None
        if isinstance(item.card, Live | Formula):
            numbers = self._live.numbers(item, concept, self._aim)
        language = self._study.language_of(item.concept)
        question = Question(item, concept, None, order, {}, numbers=numbers, language=language)
        return self._study.pose(question) if self.plan.counts else question

    def _aim(self, traps: Sequence[str]) -> str:
        return self._random.choice(traps) if traps else ""

    def _last_of(self, question: Question) -> Answered | None:
        last = self._answered[-1] if self._answered else None
        return last if last is not None and last.question is question else None

    def _must_be_of_now(self, question: Question) -> None:
        if question is not self._question:
            raise ValueError("only the question of now can be answered")

    def _judged(self, question: Question, given: Given, *, hinted: bool) -> Verdict | Unreadable:
        found = judged(question, given, self._study.language, self._live)
        if isinstance(found, Verdict):
            return replace(found, suggested=suggested(found, hinted=hinted))
        return found

    def _take(self, answered: Answered) -> None:
        self._answered.append(answered)
        self._question = None


def _alone(item: Item) -> Item:
    """A step of a walk-through as a card by itself, asked without the steps around it."""
    if not item.walk or not isinstance(item.card, Live):
        return item
    card, step = item.card, item.key.partition("/")[2]
    if len(card.live) > 1:  # what its author says, the walk-through's card says of the whole way
        name = next(name for name in card.live if name.rpartition(".")[2] == step)
        card = replace(card, live=(name,), ask="", hint="", because="")
    return replace(item, card=card, walk=CardKey(""))
