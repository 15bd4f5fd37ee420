"""What the day asks, and in what order."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tutor.core.cards import CardKey, Concept, ConceptId, Item
from tutor.core.log import Memory, Phase
from tutor.schedule import Moment


class Library(Protocol):
    """All that can be learnt, concepts and cards in learning order."""

    @property
    def concepts(self) -> Mapping[ConceptId, Concept]:
        """The concepts by their ids."""
        ...

    @property
    def items(self) -> Mapping[CardKey, Item]:
        """The cards by their identities."""
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How many new cards and how many reviews a day holds at most."""

    new: int = 10
    reviews: int = 200

    def widened(self, *, new: int, reviews: int) -> Limits:
        """These limits and so many more of each."""
        return Limits(new=self.new + new, reviews=self.reviews + reviews)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a study day was found to hold when it was drawn up: reviews due, then new cards."""

    day: int
    due: deque[CardKey]
    new: deque[CardKey]


def draw_up(
    day: int,
    items: Sequence[Item],
    memories: Mapping[CardKey, Memory],
    risk: Callable[[Memory], float],
    *,
    new: int,
    reviews: int,
) -> Agenda:
    """The agenda of a day: at most `reviews` due cards, the likeliest forgotten first, and `new`.

    `items` are those that may be asked, in learning order; `risk` is higher the likelier a card is
    forgotten. Where the limit cuts, the cards at the highest risk stay.
    """
    due = [item for item in items if is_due(memories.get(item.key), day)]
    due.sort(key=lambda item: -risk(memories[item.key]))
    mixed = interleaved(spread(due[: max(reviews, 0)]))
    fresh = spread_within_concepts([item for item in items if item.key not in memories])
    return Agenda(
        day=day,
        due=deque(item.key for item in mixed),
        new=deque(item.key for item in fresh[: max(new, 0)]),
    )


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


def interleaved(items: Iterable[Item]) -> list[Item]:
    """The items with neighbours of different concepts wherever that can be.

    Of each concept the order stays; the next item is the foremost one of another concept.
    """
    waiting: dict[ConceptId, deque[tuple[int, Item]]] = defaultdict(deque)
    for place, item in enumerate(items):
        waiting[item.concept].append((place, item))
    heads = [(line[0][0], concept) for concept, line in waiting.items()]
    heapq.heapify(heads)
    mixed: list[Item] = []
    while heads:
        _, concept = heapq.heappop(heads)
        if mixed and mixed[-1].concept == concept and heads:
            # Only one concept can stand in the way, so the next head is of another.
            _, concept = heapq.heapreplace(heads, (waiting[concept][0][0], concept))
        line = waiting[concept]
        mixed.append(line.popleft()[1])
        if line:
            heapq.heappush(heads, (line[0][0], concept))
    return mixed


def spread(items: Iterable[Item]) -> list[Item]:
    """The items so that siblings stand far apart: the second of a family after all first ones.

    Siblings are cards made of one card of a file, such as `gates~1`, `gates~2`, `gates~reverse`.
    """
    rounds: list[list[Item]] = []
    met: dict[str, int] = defaultdict(int)
    for item in items:
        family = item.key.partition("~")[0]
        turn = met[family]
        met[family] += 1
        if turn == len(rounds):
            rounds.append([])
        rounds[turn].append(item)
    return [item for turn in rounds for item in turn]


def towards(
    goals: Collection[ConceptId], concepts: Mapping[ConceptId, Concept]
) -> frozenset[ConceptId]:
    """The concepts to learn first: the goals and what other packs hold, and all that they need.

    What a learner added to the pack of the goals comes first in any case. Empty without goals.
    """
    found: set[ConceptId] = set()
    known = [goal for goal in goals if goal in concepts]
    packs = {concepts[goal].pack for goal in known}
    others = [key for key, concept in concepts.items() if known and concept.pack not in packs]
    waiting = [*known, *others]
    while waiting:
        name = waiting.pop()
        if name in concepts and name not in found:
            found.add(name)
            waiting += [ConceptId(need) for need in concepts[name].needs]
    return frozenset(found)


def spread_within_concepts(items: Iterable[Item]) -> list[Item]:
    """The items with siblings spread, concept after concept in the order in which they come."""
    concepts: dict[ConceptId, list[Item]] = defaultdict(list)
    for item in items:
        concepts[item.concept].append(item)
    return [item for line in concepts.values() for item in spread(line)]
