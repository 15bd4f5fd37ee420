"""A walk-through under way: its numbers, the learner's own values, errors carried forward."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, Item, Live
from tutor.core.live import Numbers
from tutor.core.log import Grade, LogRow
from tutor.core.study import Carried, Question, Report, Skipped, Unreadable, Verdict, Walk
from tutor.study.asking import Asked
from tutor.study.carrying import following, run_on, with_cells
from tutor.study.live_verdict import judge_live

if TYPE_CHECKING:
    from tutor.demo import Demo


@dataclass(frozen=True, slots=True)
class _Taken:
    """A step that was answered; `own` is the learner's value, None where the right one is shown."""

    step: str
    asked: Asked
    carried: Carried
    own: object


class Walking:
    """One walk-through, from its first question to its last.

    `items` are its cards by step, `asked` the steps that the learner computes. All of them share
    the inputs of `numbers`, those of the first question. Steps that are not asked are computed,
    rounded as shown, and gone on with so.
    """

    def __init__(
        self,
        key: CardKey,
        demo: Demo,
        items: Mapping[str, Item],
        steps: tuple[str, ...],
        asked: tuple[str, ...],
        numbers: Numbers,
    ) -> None:
        self.key = key
        self.at: str | None = asked[0]
        self._demo = demo
        self._items = items
        self._steps = steps
        self._asked = asked
        self._first = numbers
        self._taken: list[_Taken] = []
        self._posed: tuple[Item, Numbers, Walk] | None = None

    @property
    def item(self) -> Item | None:
        """The card that comes now, None when the walk is over."""
        return None if self.at is None else self._items[self.at]

    def settle(self, is_available: Callable[[CardKey], bool]) -> None:
        """Pass by the steps that may not be asked any more."""
        while self.at is not None and not is_available(self._items[self.at].key):
            self._go_on()

    def is_at_card(self, item: Item, *, again: bool) -> bool:
        """Whether a card of the walk comes now; one to be asked again is gone back to.

        What was answered in the walk, or is no blank of it, is not gone back to.
        """
        if again:
            taken = {taken.step for taken in self._taken}
            for step in self._asked:
                if self._items[step] == item and step not in taken and step != self.at:
                    self._move(step)
        return self.at is not None and self._items[self.at] == item

    def posed(self) -> tuple[Item, Numbers, Walk]:
        """What the question of now asks."""
        assert self.at is not None
        if self._posed is None:
            numbers = self.numbers(self.at)
            place = self._steps.index(self.at)
            walk = Walk(
                steps=self._steps,
                asked=self._asked,
                at=self.at,
                values=self._values(numbers.given, self._steps[:place]),
                own=frozenset(self.own_values()),
                faulty=frozenset(
                    taken.step
                    for taken in self._taken
                    if taken.carried is Carried.WRONG and taken.own is not None
                ),
            )
            self._posed = self._items[self.at], numbers, walk
        return self._posed

    def is_at(self, question: Question) -> bool:
        """Whether a question is the one of now."""
        if self.at is None:
            return False
        return self.posed() == (question.item, question.numbers, question.walk)

    def numbers(self, step: str) -> Numbers:
        """The numbers of a step's question along the right path; raises as `ask` does."""
        given = self._given(step)
        if step == self._first.step and given == self._first.given:
            return self._first
        from tutor.demo import Example
        from tutor.live.asking import ask

        card = self._items[step].card
        assert isinstance(card, Live)
        # A demo that draws nothing is asked about its examples: so the inputs stay as they are.
        inputs = {**self._first.inputs, **self._first.arguments}
        still = replace(self._demo, draw=None, examples=(Example(inputs=inputs),))
        found = ask(still, step, self._first.seed, asked=card.cells, tolerance=card.tolerance)
        value = run_on(self._demo, found, given)[step]
        key = tuple(float(value[cell]) for cell in found.cells)
        return replace(found, given=given, key=key)

    # Answers

    def judge(self, question: Question, given: str) -> Verdict | Unreadable:
        """Judge the step of now: by the right value, then by what follows from the learner's own.

        A step that an earlier fault made trivial earns nothing by that, and costs nothing.
        """
        card, right = question.item.card, question.numbers
        assert isinstance(card, Live)
        assert right is not None
        verdict = judge_live(self._demo, card, right, given)
        if isinstance(verdict, Unreadable):
            return verdict
        if verdict.right:
            return replace(verdict, carried=Carried.RIGHT)
        own = self.own_values()
        found = following(self._demo, right, own) if own and verdict.typed is not None else None
        if found is None:
            return replace(verdict, carried=Carried.WRONG)
        followed = replace(right, given={**right.given, **own}, key=found.key)
        other = judge_live(self._demo, card, followed, given)
        assert isinstance(other, Verdict)
        if found.trivial:
            idle = other.right
            return replace(
                verdict,
                score=0.0 if idle else verdict.score,
                carried=Carried.IDLE if idle else Carried.WRONG,
                diagnosis=None if idle else verdict.diagnosis,
            )
        return self._merged(verdict, other)

    def take(self, asked: Asked, verdict: Verdict | None, grade: Grade) -> None:
        """Go on after an answer that was recorded; without a verdict the learner graded alone."""
        assert self.at is not None
        numbers = asked.question.numbers
        assert numbers is not None
        if verdict is None:
            carried = Carried.WRONG if grade is Grade.AGAIN else Carried.RIGHT
            self._taken.append(_Taken(self.at, asked, carried, None))
        else:
            value = with_cells(self._demo, numbers, self.own_values(), verdict.typed)
            carried = verdict.carried or Carried.WRONG
            self._taken.append(_Taken(self.at, asked, carried, value))
        self._go_on()

    def take_back(self, row: LogRow) -> bool:
        """Return to the step whose answer this row was, if that was the walk's last.

        Steps after it that were left unrecorded go with it.
        """
        place = max((n for n, taken in enumerate(self._taken) if taken.asked.row), default=None)
        last = self._taken[place] if place is not None else None
        if last is None or last.asked.row is None or last.asked.row.id != row.id:
            return False
        del self._taken[place:]
        self._move(last.step)
        return True

    def own_values(self) -> dict[str, object]:
        """The learner's own values so far."""
        return {taken.step: taken.own for taken in self._taken if taken.own is not None}

    # The end

    def skip(self) -> tuple[Skipped, list[CardKey]]:
        """Leave the rest: what is shown then, and the cards that were not answered."""
        given = self._given("")
        taken = {taken.step for taken in self._taken}
        left = [self._items[step].key for step in self._asked if step not in taken]
        self.at = self._posed = None
        return Skipped(report=self.report(), values=self._values(given, self._steps)), left

    def report(self) -> Report:
        """How each step went."""
        went = {taken.step: taken.carried for taken in self._taken}
        return tuple(
            (step, went.get(step, Carried.SKIPPED if step in self._asked else Carried.SHOWN))
            for step in self._steps
        )

    # Inside

    def _merged(self, verdict: Verdict, other: Verdict) -> Verdict:
        """The verdict by the right value, bettered by the one by the learner's own values."""
        if other.right:
            faults = [taken for taken in self._taken if taken.carried is not Carried.RIGHT]
            part = replace(other.parts[0], right=verdict.parts[0].right)
            carried = Carried.METHOD if faults else Carried.RIGHT
            return replace(other, parts=(part,), exact=verdict.exact, carried=carried)
        diagnosis = other.diagnosis
        if diagnosis is None or not diagnosis.explanations:
            # Partly right by either value; a method that was found out is wrong by both.
            known = verdict.diagnosis is not None and bool(verdict.diagnosis.explanations)
            score = 0.0 if known else max(verdict.score, other.score)
            return replace(verdict, score=score, carried=Carried.WRONG)
        if verdict.diagnosis is not None:
            # The cells are marked against the right value, which is what is shown.
            right, first = verdict.diagnosis.right, verdict.diagnosis.first
            diagnosis = replace(diagnosis, right=right, first=first)
        return replace(
            verdict,
            score=0.0,
            suggested=Grade.AGAIN,
            diagnosis=diagnosis,
            carried=Carried.WRONG,
        )

    def _go_on(self) -> None:
        assert self.at is not None
        taken = {taken.step for taken in self._taken}
        later = self._asked[self._asked.index(self.at) + 1 :]
        self._move(next((step for step in later if step not in taken), None))

    def _move(self, step: str | None) -> None:
        self.at, self._posed = step, None

    def _given(self, until: str) -> dict[str, object]:
        """The steps before `until` that were shown: computed and rounded, none of them a blank."""
        from tutor.live.asking import as_shown

        given = dict(self._first.given)
        own = self.own_values()
        before = self._steps[: self._steps.index(until)] if until else self._steps
        for step in before:
            if step not in given and step not in own:
                value = run_on(self._demo, self._first, given)[step]
                given[step] = as_shown(value.tolist())
        return given

    def _values(self, given: Mapping[str, object], steps: Sequence[str]) -> dict[str, object]:
        known = {**given, **self.own_values()}
        return {step: known[step] for step in steps}
