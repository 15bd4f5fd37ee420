"""The memories of all cards: looked up in the store, kept in step with what is recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, ConceptId
from tutor.core.decks import Deck, concept_of, tally
from tutor.core.log import Memory, Phase

if TYPE_CHECKING:
    from tutor.store import Memories
    from tutor.study.queue import Library


class Known:
    """What the scheduler knows of each card that was answered."""

    def __init__(self, stored: Memories) -> None:
        self._stored = stored
        self._met: dict[CardKey, Memory | None] = {}
        self._learning: dict[CardKey, Memory] | None = None
        self._seen: dict[ConceptId, tuple[int, int]] | None = None

    def get(self, key: CardKey) -> Memory | None:
        """A card's memory, None where it was never answered."""
        if key not in self._met:
            self._met[key] = self._stored.get(key)
        return self._met[key]

    def __contains__(self, key: CardKey) -> bool:
        return self.get(key) is not None

    def is_in(self, key: CardKey, library: Library) -> bool:
        """Whether a card is one of a library's; of a known one mostly without opening its concept.

        Where all that is known of a concept are its cards, a card that is known is one of them.
        """
        deck = library.decks.get(concept_of(key))
        if deck is None:
            return False
        if self.seen.get(deck.id) == (deck.cards, deck.tally) and key in self:
            return True
        return key in library.items

    def put(self, key: CardKey, memory: Memory | None) -> None:
        """Take in what was recorded; `get` was asked for the card before that."""
        before = self._met[key]
        self._met[key] = memory
        if self._learning is not None:
            self._learning.pop(key, None)
            if memory is not None and memory.phase is not Phase.REVIEW:
                self._learning[key] = memory
        if self._seen is not None and (before is None) is not (memory is None):
            sign = 1 if before is None else -1
            count, total = self._seen.get(concept_of(key), (0, 0))
            self._seen[concept_of(key)] = (count + sign, total + sign * tally([key]))

    def all(self) -> Mapping[CardKey, Memory]:
        """All memories at once."""
        return self._stored.all()

    @property
    def learning(self) -> Mapping[CardKey, Memory]:
        """Those of the cards that are being learnt, or learnt anew."""
        if self._learning is None:
            self._learning = self._stored.learning()
        return self._learning

    def due(self, day: int, concepts: Collection[ConceptId] | None) -> Iterator[list[CardKey]]:
        """The cards whose review is due, the likeliest forgotten first; equal ones together."""
        return (cards for _, cards in self._stored.due(day, concepts))

    def later(self, day: int) -> Iterator[tuple[int, list[CardKey]]]:
        """The study days after `day` on which reviews fall due, soonest first, with the cards."""
        return self._stored.later(day)

    def falling_due(
        self, first: int, before: int, *, reviews: bool
    ) -> Mapping[tuple[ConceptId, int], int]:
        """How many cards of each concept fall due from `first`, where the overdue count, on."""
        return self._stored.falling_due(first, before, reviews=reviews)

    def unseen(self, deck: Deck, library: Library) -> list[CardKey]:
        """The cards of a concept that were never answered, in their order."""
        count, total = self.seen.get(deck.id, (0, 0))
        if (count, total) == (deck.cards, deck.tally):
            return []
        keys = library.keys[deck.id]
        if not count:
            return list(keys)
        seen = self._stored.seen_in(deck.id)
        return [key for key in keys if key not in seen]

    def seen_of(self, deck: Deck, library: Library) -> int:
        """How many cards of a concept were answered at least once."""
        return deck.cards - len(self.unseen(deck, library))

    def strangers(self, library: Library) -> set[CardKey]:
        """The cards of a library's concepts that have a memory and are no cards of it."""
        found: set[CardKey] = set()
        for concept, counted in self.seen.items():
            deck = library.decks.get(concept)
            if deck is not None and counted != (deck.cards, deck.tally):
                found |= self._stored.seen_in(concept) - set(library.keys[concept])
        return found

    def gone(self, library: Library) -> set[CardKey]:
        """All cards that have a memory and are no cards of a library."""
        found = self.strangers(library)
        for concept in self.seen.keys() - library.decks.keys():
            found |= self._stored.seen_in(concept)
        return found

    @property
    def seen(self) -> Mapping[ConceptId, tuple[int, int]]:
        """For each concept how many cards have a memory, and the tally of their names."""
        if self._seen is None:
            self._seen = self._stored.seen()
        return self._seen
