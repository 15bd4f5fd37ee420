"""Walk-throughs: which of their steps are asked, and the one that is under way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, ConceptId, Item, Live
from tutor.core.live import Numbers
from tutor.core.log import Grade, LogRow
from tutor.core.study import Question, Skipped, Walk
from tutor.study.live_cards import (
    LiveCards,
    aim_at,
    placeholders,
    steps_of,
    target,
    traps_before,
)
from tutor.study.progress import Progress
from tutor.study.walking import Walking

if TYPE_CHECKING:
    from tutor.demo import Demo
    from tutor.study.queue import Library


class Walks:
    """The walk-throughs of a library; at most one is under way.

    A walk-through asks its last step alone at first. Each earlier one joins once all later ones
    were last graded Good or better, and leaves again when one of them was not.
    """

    def __init__(self, library: Library, progress: Progress, live: LiveCards) -> None:
        self._progress = progress
        self._live = live
        self.use(library)

    def use(self, library: Library) -> None:
        """Ask from this library from now on; what is under way ends."""
        self._library = library
        self._current: Walking | None = None
        self._former: Walking | None = None
        self._left: dict[CardKey, int] = {}

    def asks(self, item: Item, day: int) -> bool:
        """Whether a card may be asked as far as walk-throughs are concerned."""
        if not item.walk:
            return True
        if self._left.get(item.key) == day:
            return False
        return _step_of(item) in self._asked(item.walk, item.concept)

    def current(self, is_available: Callable[[CardKey], bool]) -> CardKey | None:
        """The card of the walk-through under way that comes now, if one is."""
        if self._current is None:
            return None
        self._current.settle(is_available)
        return None if self._current.item is None else self._current.item.key

    def pose(
        self, item: Item, is_available: Callable[[CardKey], bool], *, again: bool, room: bool
    ) -> tuple[Item, Numbers, Walk]:
        """What a walk-through asks at a card's step, begun if none is there.

        One begun so that a card is asked `again` starts with that card, any other with its first
        blank that may be asked. Without `room` for new cards a step that never was a blank before
        stays shown, unless it is the card itself. Raises `NoNumbersError`.
        """
        with self._live.trying(item.walk):
            walking = self._current
            if walking is None or not walking.is_at_card(item, again=again):
                walking = self._begin(item, again=again, room=room)
                walking.settle(is_available)
                self._former, self._current = self._current, walking
            return walking.posed()

    def at(self, question: Question) -> Walking | None:
        """The walk-through under way, if this is its question of now."""
        if question.walk is None or self._current is None or not self._current.is_at(question):
            return None
        return self._current

    def take_back(self, row: LogRow) -> bool:
        """Return to the step that a row answered, if it ended the walk-through or came last in it.

        That of now is returned to, or the one before it.
        """
        found = next((walk for walk in self._known() if walk.take_back(row)), None)
        if found is None:
            return False
        self._current, self._former = found, None
        items = self._library.items
        self._left = {key: day for key, day in self._left.items() if items[key].walk != found.key}
        return True

    def skip(self, question: Question, day: int) -> Skipped:
        """Leave the rest of a walk-through until the next study day."""
        walking = self.at(question)
        if walking is None:
            raise ValueError("only the question of a walk-through under way can be skipped")
        skipped, left = walking.skip()
        self._left.update(dict.fromkeys(left, day))
        return skipped

    def leave_out(self, question: Question, day: int) -> None:
        """Do not ask a step again until the next study day: it was passed by unrecorded."""
        self._left[question.item.key] = day

    def _known(self) -> list[Walking]:
        return [walk for walk in (self._current, self._former) if walk is not None]

    def _begin(self, item: Item, *, again: bool, room: bool) -> Walking:
        concept = self._library.concepts[item.concept]
        card = concept.walks[item.walk]
        names = [target(text, concept) for text in card.live]
        steps = tuple(step for _, step in names)
        asked = self._asked(item.walk, item.concept)
        first = CardKey(f"{item.concept}/{asked[0]}")
        if again:
            asked = asked[asked.index(_step_of(item)) :]
        elif not room and first != item.key and first not in self._progress.memories:
            asked = asked[1:]
        demo = self._live.demo(names[0][0])
        items = {step: self._item(item.concept, step) for step in steps}
        known = {step: found for step, found in items.items() if found is not None}
        numbers = self._drawn(card, known, demo, asked, steps)
        walking = Walking(item.walk, demo, known, steps, asked, numbers)
        for step in asked:  # that all can be asked is found out before the first is
            walking.numbers(step)
        return walking

    def _drawn(
        self,
        card: Live,
        items: dict[str, Item],
        demo: Demo,
        asked: tuple[str, ...],
        steps: tuple[str, ...],
    ) -> Numbers:
        """Numbers for the first blank, with all that is shown before it."""
        from tutor.live.asking import ask

        first = asked[0]
        own = items[first].card
        assert isinstance(own, Live)
        order = steps_of(demo, ask(demo, first, 0, draw=card.draw))
        named = {*placeholders(card.ask), *steps[: steps.index(first)]} - set(asked)
        before = order[: order.index(first)]
        shown = [step for step in before if step in named]
        traps = traps_before(demo, order, first, shown)
        aim = aim_at(self._progress.rows(items[first].key), traps)
        return self._live.drawn(own, demo, first, shown, aim, card.draw)

    def _asked(self, key: CardKey, concept: ConceptId) -> tuple[str, ...]:
        """The steps that a walk-through asks now; suspended ones are shown, as if known."""
        card = self._library.concepts[concept].walks.get(key)
        asked: list[str] = []
        for text in reversed(card.live if card else ()):
            item = self._item(concept, text.rpartition(".")[2])
            if item is None or item.walk != key or self._progress.is_suspended(item):
                continue
            asked.append(_step_of(item))
            grade = self._progress.last_grade(item.key)
            if grade is None or grade < Grade.GOOD:
                break
        return tuple(reversed(asked))

    def _item(self, concept: ConceptId, step: str) -> Item | None:
        item = self._library.items.get(CardKey(f"{concept}/{step}"))
        return item if item is not None and isinstance(item.card, Live) else None


def _step_of(item: Item) -> str:
    """The step that a card of a walk-through asks: its key is `concept/step`."""
    return item.key.partition("/")[2]
