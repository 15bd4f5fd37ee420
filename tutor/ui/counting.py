"""Predictions in the demo player as reviews of the steps that were predicted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, Concept, Item, Live
from tutor.core.live import Numbers
from tutor.core.log import Grade
from tutor.core.study import Question, Verdict

if TYPE_CHECKING:
    from tutor.study import Study
    from tutor.ui.player.state import Play


@dataclass(frozen=True, slots=True)
class Counting:
    """The concept from which a demo was opened; the card `but`, being asked, is no part of it."""

    concept: Concept
    but: CardKey | None = None

    def count(self, study: Study, play: Play, text: str) -> tuple[CardKey, Grade] | None:
        """Record what was typed for the step one stands at as an answer to that step's card.

        Only numbers drawn anew count: published ones are known by heart, a question's own were
        asked there. None where nothing was recorded.
        """
        item = self._item(play.demo.name, play.standing.name)
        numbers = _numbers(play, item) if item is not None else None
        if item is None or numbers is None or study.suspended(item.key):
            return None
        phase = memory.phase if (memory := study.memory(item.key)) else None
        question = Question(item, self.concept, phase, (), {}, numbers=numbers)
        verdict = study.answer(question, (text,))
        return (item.key, verdict.suggested) if isinstance(verdict, Verdict) else None

    def _item(self, demo: str, step: str) -> Item | None:
        """The card of a step, `concept/step`."""
        key = CardKey(f"{self.concept.id}/{step}")
        for item in self.concept.items:
            if item.key == key != self.but and isinstance(item.card, Live):
                names = (name.rpartition(".") for name in item.card.live)
                if any((of or self.concept.demo, name) == (demo, step) for of, _, name in names):
                    return item
        return None


def _numbers(play: Play, item: Item) -> Numbers | None:
    """The whole step as a question; None where that could not be one."""
    origin, values, step = play.numbers.origin, play.numbers.values, play.standing.name
    array = play.array(step)
    assert isinstance(item.card, Live)
    if origin.kind != "seed" or array.dtype.kind not in "biuf" or not array.size:
        return None
    cells = tuple(product(*(range(length) for length in array.shape)))
    key = tuple(float(array[cell]) for cell in cells)
    if not all(map(math.isfinite, key)):
        return None
    defaults = play.demo.defaults
    return Numbers(
        demo=play.demo.name,
        step=step,
        seed=origin.number,
        inputs={name: value for name, value in values.items() if name not in defaults},
        arguments={name: values.get(name, value) for name, value in defaults.items()},
        cells=cells,
        shape=tuple(array.shape),
        key=key,
        tolerance=item.card.tolerance,
    )
