"""How many cards there are to ask, without looking at each: by concept, less the exceptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable

from tutor.core.cards import CardKey, ConceptId
from tutor.core.decks import concept_of
from tutor.core.log import Memory, Phase
from tutor.study.known import Known
from tutor.study.queue import Library


class Counts:
    """The cards of a library, or `only` of some concepts, that may be asked on a study day.

    `odd` are all those that perhaps may not be; of each of them `is_available` is asked.
    """

    def __init__(
        self,
        library: Library,
        known: Known,
        only: Collection[ConceptId] | None,
        odd: Iterable[CardKey],
        is_available: Callable[[CardKey], bool],
    ) -> None:
        self._library = library
        self._known = known
        self._concepts = library.decks.keys() if only is None else library.decks.keys() & only
        self._left_out = {
            key
            for key in odd
            if concept_of(key) in self._concepts and key in library.items and not is_available(key)
        }

    def new(self) -> int:
        """The cards that were never answered."""
        decks = [self._library.decks[concept] for concept in self._concepts]
        unseen = sum(len(self._known.unseen(deck, self._library)) for deck in decks)
        return unseen - sum(key not in self._known for key in self._left_out)

    def falling_due(self, first: int, days: int, *, reviews: bool) -> Counter[int]:
        """The known cards that fall due on each of so many study days, the overdue on the first.

        With `reviews` only cards in review, else those that are being learnt too.
        """
        found: Counter[int] = Counter()
        rows = self._known.falling_due(first, first + days, reviews=reviews)
        for (concept, day), count in rows.items():
            if concept in self._concepts:
                found[day] += count
        strangers = self._known.strangers(self._library)
        others = {key for key in strangers if concept_of(key) in self._concepts}
        for memory in map(self._known.get, others | self._left_out):
            if memory is not None and _counts(memory, first + days, reviews):
                found[max(first, memory.due_day)] -= 1
        return found


def _counts(memory: Memory, before: int, reviews: bool) -> bool:
    return memory.due_day < before and (memory.phase is Phase.REVIEW or not reviews)
