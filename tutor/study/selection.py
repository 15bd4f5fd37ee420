"""Which cards a quiz asks, and which of them are weak."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tutor.core.cards import CardKey, ConceptId
from tutor.core.decks import concept_of
from tutor.core.log import Memory, Phase
from tutor.schedule import Scheduler

USUAL_NUMBER: Final = 20
"""How many questions a quiz has unless something else is said."""
_LAPSES: Final = 2
_SETTLED: Final = 21.0  # days of stability


@dataclass(frozen=True, slots=True)
class Traits:
    """What a selection looks at in a card; `kind` is its key in `KINDS`."""

    key: CardKey
    concept: ConceptId
    kind: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Cards by what they are; what is left empty narrows nothing.

    A card is taken that is of one of the `concepts`, carries one of the `tags`, is of one of the
    `kinds` (the keys of `KINDS`), and is weak and flagged where that is asked.
    """

    concepts: frozenset[ConceptId] = frozenset()
    tags: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    weak: bool = False
    flagged: bool = False

    def takes(self, card: Traits) -> bool:
        """Whether a card fits by concept, tag and kind."""
        return (
            (not self.concepts or card.concept in self.concepts)
            and (not self.kinds or card.kind in self.kinds)
            and (not self.tags or not self.tags.isdisjoint(card.tags))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a quiz is held.

    It ends after `number` questions or when `minutes` are over, whichever comes first; without
    either all of the selection is asked. Without a `seed` one is drawn. If it `counts`, every
    answer is a review of its card.
    """

    selection: Selection = field(default_factory=Selection)
    number: int | None = None
    minutes: float | None = None
    seed: int | None = None
    counts: bool = False


def is_weak(memory: Memory, day: int, scheduler: Scheduler, retention: float | None = None) -> bool:
    """Whether a card that was answered before is a weak one on the study day `day`.

    It is, if its last answer failed (Again; Hard on a first step is no more than that), so that it
    is being learnt anew from there; if it was forgotten twice or more and would still not last
    three weeks; or if it is by now twice as likely forgotten as the schedule aims at: with a
    retention of 0.9, once the probability of recall (FSRS-6) is below 0.8. `retention` is that of
    the card's deck, where it has one.
    """
    if memory.phase is not Phase.REVIEW and memory.step == 0:
        return True
    if memory.lapses >= _LAPSES and memory.stability < _SETTLED:
        return True
    aim = scheduler.retention if retention is None else retention
    return 1 - scheduler.retrievability(memory, day) > 2 * (1 - aim)


def weak_keys(
    memories: Mapping[CardKey, Memory],
    day: int,
    scheduler: Scheduler,
    retention: Callable[[ConceptId], float | None] = lambda concept: None,
) -> set[CardKey]:
    """The cards that are weak; one that was never answered is not known to be.

    `retention` is that of a concept, where it has one of its own.
    """
    return {
        key
        for key, memory in memories.items()
        if is_weak(memory, day, scheduler, retention(concept_of(key)))
    }
