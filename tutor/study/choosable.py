"""The cards that a quiz may ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, ConceptId, Item, kind_of
from tutor.study.selection import Selection, Traits, weak_keys

if TYPE_CHECKING:
    from tutor.schedule import Scheduler
    from tutor.study.progress import Progress
    from tutor.study.queue import Library
    from tutor.study.rules import Rules


class Choosable:
    """The cards of these concepts, or of all where none is named, as they stand on a study day.

    They are in learning order, suspended ones left out, and looked at once, however often something
    else is chosen of them.
    """

    def __init__(
        self,
        library: Library,
        concepts: Collection[ConceptId],
        progress: Progress,
        scheduler: Scheduler,
        day: int,
        rules: Rules,
    ) -> None:
        self._rules = rules
        self._progress = progress
        self._scheduler = scheduler
        self._day = day
        self.cards = tuple(
            Traits(item.key, item.concept, kind_of(item.card), tuple(item.card.tags))
            for item in _items_of(library, concepts)
            if not progress.is_suspended(item)
        )

    def fitting(self, selection: Selection) -> list[CardKey]:
        """The cards of a selection, in the order of all."""
        return [
            card.key
            for card in self.cards
            if selection.takes(card)
            and (not selection.flagged or card.key in self._flagged)
            and (not selection.weak or card.key in self._weak)
        ]

    @cached_property
    def _flagged(self) -> set[CardKey]:
        marks = self._progress.marks
        return {card.key for card in self.cards if marks.flagged(card.key)}

    @cached_property
    def _weak(self) -> set[CardKey]:
        known = self._progress.memories.all()
        return weak_keys(known, self._day, self._scheduler, self._rules.retention)


def _items_of(library: Library, concepts: Collection[ConceptId]) -> Iterator[Item]:
    for concept, keys in library.keys.items():
        if not concepts or concept in concepts:
            yield from (library.items[key] for key in keys)
