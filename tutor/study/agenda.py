"""What a study day asks: the reviews and the new cards that its limits leave room for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence

from tutor.core.cards import CardKey, ConceptId
from tutor.core.decks import concept_of
from tutor.study.known import Known
from tutor.study.queue import Library, interleaved, spread
from tutor.study.rules import Room


class Agenda:
    """The cards of one study day, drawn up from a library and what is known of its cards.

    `order` are the concepts in the order in which they are learnt; where equal cards meet, and
    among new ones, it decides. The `first` of them lead to a goal: of these what goes deeper comes
    after the rest of all of them. Asked are only those cards that `is_available` lets through.
    """

    def __init__(
        self,
        day: int,
        library: Library,
        known: Known,
        order: Sequence[ConceptId],
        is_available: Callable[[CardKey], bool],
        first: Collection[ConceptId] = (),
    ) -> None:
        self.day = day
        self._library = library
        self._known = known
        self._order = order
        self._is_available = is_available
        self._first = first
        self.due: deque[CardKey] = deque()
        self._new: deque[CardKey] | None = None

    def draw_due(self, room: Room, only: Collection[ConceptId] | None) -> None:
        """Take the reviews that there is room for, the likeliest forgotten first, siblings apart.

        Where a limit cuts, the cards at the highest risk stay.
        """
        chosen: list[CardKey] = []
        if not room.full:
            for equal in self._known.due(self.day, only):
                chosen += room.take(self._in_order(equal))
                if room.full:
                    break
        self.due = deque(interleaved(spread(chosen)))

    def new(self, room: Room, only: Collection[ConceptId] | None) -> deque[CardKey]:
        """The new cards that there is room for, drawn when first asked for, in learning order.

        Of each concept the first cards of all families come before their siblings.
        """
        if self._new is None:
            self._new = deque()
            for concept, deeper in self._stages():
                if room.full:
                    break
                if (only is None or concept in only) and room.of(concept):
                    self._new.extend(room.take(self._fresh(concept, deeper)))
        return self._new

    def _stages(self) -> Iterator[tuple[ConceptId, bool | None]]:
        """The concepts in turn, and whether it is their deeper cards' turn; None for all."""
        leading = [concept for concept in self._order if concept in self._first]
        yield from ((concept, False) for concept in leading)
        yield from ((concept, True) for concept in leading)
        yield from ((concept, None) for concept in self._order if concept not in self._first)

    def _fresh(self, concept: ConceptId, deeper: bool | None) -> list[CardKey]:
        """The cards of a concept that were never answered, siblings far apart.

        They stay apart, and where they stand, as others of the concept are answered.
        """
        deck = self._library.decks[concept]
        unseen = set(self._known.unseen(deck, self._library))
        if not unseen:
            return []
        later = deck.deeper
        return [
            key
            for key in spread(self._library.keys[concept])
            if key in unseen and (deeper is None or (key in later) is deeper)
            if self._is_available(key)
        ]

    def _in_order(self, keys: Sequence[CardKey]) -> list[CardKey]:
        """Those of the cards that may be asked, in learning order."""
        found = [key for key in keys if self._is_available(key)]
        if len(found) < 2:
            return found
        wanted = set(found)
        concepts = {concept_of(key) for key in found}
        return list(self._ordered(wanted, concepts))

    def _ordered(self, wanted: Collection[CardKey], concepts: set[ConceptId]) -> Iterator[CardKey]:
        for concept in self._order:
            if concept in concepts:
                yield from (key for key in self._library.keys[concept] if key in wanted)
