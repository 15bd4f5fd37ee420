"""What the day asks, and in what order."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tutor.core.cards import CardKey, Concept, ConceptId, Item
from tutor.core.decks import Deck, concept_of
from tutor.core.log import Memory, Phase
from tutor.core.text import Text
from tutor.schedule import Moment


class Library(Protocol):
    """All that can be learnt, concepts and cards in learning order.

    Concepts and cards may be decoded when they are looked at; decks and keys are at hand.
    """

    @property
    def concepts(self) -> Mapping[ConceptId, Concept]:
        """The concepts by their ids."""
        ...

    @property
    def items(self) -> Mapping[CardKey, Item]:
        """The cards by their identities."""
        ...

    @property
    def decks(self) -> Mapping[ConceptId, Deck]:
        """The concepts in short."""
        ...

    @property
    def keys(self) -> Mapping[ConceptId, Sequence[CardKey]]:
        """The identities of each concept's cards."""
        ...

    @property
    def aliases(self) -> Mapping[CardKey, CardKey]:
        """The identities that cards had before, each with the one of today."""
        ...

    @property
    def tracks(self) -> Mapping[str, Text]:
        """The titles of tracks that have one."""
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How many new cards and how many reviews a day holds at most."""

    new: int = 10
    reviews: int = 200

    def widened(self, *, new: int, reviews: int) -> Limits:
        """These limits and so many more of each."""
        return Limits(new=self.new + new, reviews=self.reviews + reviews)


def is_due(memory: Memory | None, day: int) -> bool:
    """Whether a card waits for its review on the study day `day`."""
    return memory is not None and memory.phase is Phase.REVIEW and memory.due_day <= day


def learns_today(memory: Memory, day: int) -> bool:
    """Whether a card is being learnt and its next step ends on the study day `day` or before."""
    return memory.phase is not Phase.REVIEW and memory.due_day <= day


def step_ends(memory: Memory, moment: Moment) -> int:
    """The millisecond at which a card that is being learnt is to be asked again.

    A step that ran over a rollover has ended; so has one that began in the future, because then
    the clock was set back and would keep the card away for as long.
    """
    if memory.due_at is None or moment.at_ms < memory.last_at:
        return memory.last_at if memory.last_at < moment.at_ms else moment.at_ms
    return memory.due_at


def interleaved(keys: Iterable[CardKey]) -> list[CardKey]:
    """The cards with neighbours of different concepts wherever that can be.

    Of each concept the order stays; the next card is the foremost one of another concept.
    """
    waiting: dict[ConceptId, deque[tuple[int, CardKey]]] = defaultdict(deque)
    for place, key in enumerate(keys):
        waiting[concept_of(key)].append((place, key))
    heads = [(line[0][0], concept) for concept, line in waiting.items()]
    heapq.heapify(heads)
    mixed: list[CardKey] = []
    last = None
    while heads:
        _, concept = heapq.heappop(heads)
        if concept == last and heads:
            # Only one concept can stand in the way, so the next head is of another.
            _, concept = heapq.heapreplace(heads, (waiting[concept][0][0], concept))
        line = waiting[concept]
        mixed.append(line.popleft()[1])
        last = concept
        if line:
            heapq.heappush(heads, (line[0][0], concept))
    return mixed


def spread(keys: Iterable[CardKey]) -> list[CardKey]:
    """The cards so that siblings stand far apart: the second of a family after all first ones.

    Siblings are cards made of one card of a file, such as `gates~1`, `gates~2`, `gates~reverse`.
    """
    rounds: list[list[CardKey]] = []
    met: dict[str, int] = defaultdict(int)
    for key in keys:
        family = key.partition("~")[0]
        turn = met[family]
        met[family] += 1
        if turn == len(rounds):
            rounds.append([])
        rounds[turn].append(key)
    return [key for turn in rounds for key in turn]


def towards(goals: Collection[ConceptId], decks: Mapping[ConceptId, Deck]) -> frozenset[ConceptId]:
    """The concepts to learn first: the goals, and all that they need; empty without goals.

    What the learner has added to the bundled pack comes first in any case, for it would else wait
    behind a goal of weeks.
    """
    from tutor.packs.sources import BUNDLED

    found: set[ConceptId] = set()
    known = [goal for goal in goals if goal in decks]
    packs = {decks[goal].pack for goal in known} | {BUNDLED}
    others = [key for key, deck in decks.items() if known and deck.pack not in packs]
    waiting = [*known, *others]
    while waiting:
        name = waiting.pop()
        if name in decks and name not in found:
            found.add(name)
            waiting += [ConceptId(need) for need in decks[name].needs]
    return frozenset(found)
