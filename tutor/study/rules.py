"""What the learner has set for single decks, and what that leaves room for on a day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final, Literal, TypeAlias

from tutor.core.cards import CardKey, ConceptId
from tutor.core.decks import concept_of
from tutor.core.settings import DeckSettings
from tutor.core.text import Language
from tutor.study.queue import Library

Sort: TypeAlias = Literal["new", "reviews"]
"""What a limit of a day counts."""
_KEYS: Final[Mapping[Sort, str]] = {"new": "new_per_day", "reviews": "reviews_per_day"}


class Rules:
    """The settings of decks, as they hold for the concepts of a library.

    A deck is a concept, a track or a pack; each setting is that of the narrowest deck that has it.
    """

    def __init__(self, decks: Mapping[str, DeckSettings], library: Library) -> None:
        self._decks = {name: mine for name, mine in decks.items() if name}
        self.use(library)

    def use(self, library: Library) -> None:
        """Hold for the concepts of this library from now on."""
        self._library = library

    def retention(self, concept: ConceptId) -> float | None:
        """The share of a concept's reviews that shall be recalled, None where no deck says it."""
        for _, mine in self._of(concept):
            if mine.retention is not None:
                return mine.retention
        return None

    def language(self, concept: ConceptId) -> Language | None:
        """The language in which a concept's cards are asked, None where no deck says it."""
        for _, mine in self._of(concept):
            if mine.language is not None:
                return mine.language
        return None

    def limits(self, sort: Sort) -> dict[str, int]:
        """The decks that have a limit of a day for themselves, with it."""
        found = {name: getattr(mine, _KEYS[sort]) for name, mine in self._decks.items()}
        return {name: limit for name, limit in found.items() if limit is not None}

    def limited_by(self, concept: ConceptId, sort: Sort) -> str | None:
        """The deck whose limit a concept's cards count towards, None where only the day's does."""
        for name, mine in self._of(concept):
            if getattr(mine, _KEYS[sort]) is not None:
                return name
        return None

    def groups(
        self, sort: Sort, only: Collection[ConceptId] | None
    ) -> list[tuple[int | None, Collection[ConceptId] | None]]:
        """The concepts (`only` these, None for all) by the limit that they share, if any."""
        limits = self.limits(sort)
        if not limits:
            return [(None, only)]
        found: dict[str | None, set[ConceptId]] = {None: set()}
        for concept in self._library.decks if only is None else only:
            found.setdefault(self.limited_by(concept, sort), set()).add(concept)
        return [(limits.get(name or ""), concepts) for name, concepts in found.items()]

    def _of(self, concept: ConceptId) -> Iterable[tuple[str, DeckSettings]]:
        """The decks with settings that a concept is in, the narrowest first."""
        if not self._decks:
            return
        deck = self._library.decks.get(concept)
        track, pack = (deck.track, deck.pack) if deck is not None else ("", "")
        for name in dict.fromkeys((concept, track, pack)):
            if name in self._decks:
                yield name, self._decks[name]


class Room:
    """How many cards of one sort a day still takes, of all and of decks that have a limit.

    `decks` are what is left of these limits, `limited_by` says towards which a concept counts.
    """

    def __init__(
        self,
        left: int,
        decks: Mapping[str, int] | None = None,
        limited_by: Callable[[ConceptId], str | None] = lambda concept: None,
    ) -> None:
        self._left = left
        self._decks = dict(decks or {})
        self._limited_by = limited_by

    def of(self, concept: ConceptId) -> int:
        """How many cards of a concept there is room for."""
        deck = self._limited_by(concept) if self._decks else None
        return max(self._left if deck is None else min(self._left, self._decks[deck]), 0)

    @property
    def full(self) -> bool:
        """Whether no card at all can be taken."""
        return self._left <= 0

    def take(self, keys: Iterable[CardKey]) -> list[CardKey]:
        """Those of the cards that there is room for, the first ones first; it is theirs then."""
        taken: list[CardKey] = []
        for key in keys:
            if self.full:
                break
            deck = self._limited_by(concept_of(key)) if self._decks else None
            if deck is not None:
                if self._decks[deck] <= 0:
                    continue
                self._decks[deck] -= 1
            self._left -= 1
            taken.append(key)
        return taken
