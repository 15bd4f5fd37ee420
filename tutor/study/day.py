"""The study day under way: what is left of its agenda, and which card comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from tutor.core.cards import CardKey, ConceptId, Item
from tutor.core.log import LogRow
from tutor.core.study import DayDone, DaySummary, DeckCount, Today, Tomorrow
from tutor.schedule import Moment, Scheduler
from tutor.study.fold import moment_of_row
from tutor.study.progress import Progress
from tutor.study.queue import (
    Agenda,
    Library,
    Limits,
    draw_up,
    is_due,
    learns_today,
    step_ends,
    towards,
)
from tutor.study.summary import summary

AHEAD_MS = 20 * 60_000
"""So far ahead a card that is being learnt may be asked when nothing else is left."""
_Left: TypeAlias = Callable[[CardKey, int], bool]
_LOOK_BACK_MS = 26 * 3_600_000  # longer than any day, the one of 25 hours too


class Day:
    """Today's agenda, drawn up when the day begins and again whenever it may have changed."""

    def __init__(
        self,
        library: Library,
        scheduler: Scheduler,
        progress: Progress,
        limits: Limits,
        may_ask: Callable[[Item, int], bool] = lambda item, day: True,
    ) -> None:
        self._scheduler = scheduler
        self._progress = progress
        self._limits = limits
        self._widened = (0, Limits(0, 0))  # a study day and what was added to its limits
        self._may_ask = may_ask
        self._only: frozenset[ConceptId] | None = None
        self._goals: tuple[ConceptId, ...] = ()
        self._agenda: Agenda | None = None
        self._answers: list[LogRow] = []
        self.use(library)

    def use(self, library: Library) -> None:
        """Ask from this library from now on."""
        first = towards(self._goals, library.concepts)
        order = sorted(library.concepts, key=lambda concept: concept not in first)
        places = {concept: place for place, concept in enumerate(order)}
        self._items = {
            item.key: item
            for item in sorted(library.items.values(), key=lambda item: places[item.concept])
        }
        self._library = library
        self.forget()

    @property
    def goals(self) -> tuple[ConceptId, ...]:
        """The concepts to learn first, with all that they need."""
        return self._goals

    @goals.setter
    def goals(self, goals: Sequence[ConceptId]) -> None:
        self._goals = tuple(goals)
        self.use(self._library)

    @property
    def limits(self) -> Limits:
        """How much a day holds; what `extend` added is not in it."""
        return self._limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._limits = limits
        self.forget()

    def extend(self, day: int, *, new: int, reviews: int) -> None:
        """Let the study day `day` hold so many cards more."""
        self._widened = (day, self._added(day).widened(new=new, reviews=reviews))
        self.forget()

    def keep_to(self, concepts: Collection[ConceptId] | None) -> frozenset[ConceptId] | None:
        """Ask only of these concepts, or of all again; returns what it was before."""
        former = self._only
        self._only = None if concepts is None else frozenset(concepts)
        self.forget()
        return former

    def forget(self) -> None:
        """Have the agenda drawn up anew when it is next needed."""
        self._agenda = None

    def count(self, row: LogRow) -> None:
        """Take in an answer that was just recorded."""
        self._answers.append(row)

    def next_key(self, moment: Moment) -> CardKey | None:
        """The card to ask now: a learning step that has ended, a review, a new card, or ahead."""
        agenda = self._drawn_up(moment)
        waiting = self._waiting(moment)
        if waiting and waiting[0][0] <= moment.at_ms:
            return waiting[0][1]
        for line, left in ((agenda.due, self._is_due), (agenda.new, self._is_new)):
            while line and not left(line[0], moment.day):
                line.popleft()
            if line:
                return line[0]
        if waiting and waiting[0][0] <= moment.at_ms + AHEAD_MS:
            return waiting[0][1]
        return None

    def is_available(self, key: CardKey, day: int) -> bool:
        """Whether a card may be asked: it is there, selected, and neither suspended nor buried.

        Beside that `may_ask`, which the day was given, has a word in it.
        """
        item = self._items.get(key)
        if item is None or (self._only is not None and item.concept not in self._only):
            return False
        if self._progress.is_suspended(item) or self._progress.marks.buried.get(key, -1) == day:
            return False
        return self._may_ask(item, day)

    def has_room(self, moment: Moment) -> bool:
        """Whether the day's limit leaves room for another new card."""
        self._drawn_up(moment)
        begun = Counter(row.payload.get("phase") for row in self._answers)["new"]
        return begun < self._room(moment.day).new

    def done(self, moment: Moment) -> DayDone:
        """What to say when no card comes next."""
        self._drawn_up(moment)
        waiting = self._waiting(moment)
        return DayDone(
            answered=len(self._answers),
            waiting=len(waiting),
            next_at=waiting[0][0] if waiting else None,
            held_new=sum(self._is_new(key, moment.day) for key in self._items),
            held_due=sum(self._is_due(key, moment.day) for key in self._items),
        )

    def summary(self, moment: Moment) -> DaySummary:
        """What the day came to so far."""
        self._drawn_up(moment)
        return summary(self._answers, self._tomorrow(moment))

    def _tomorrow(self, moment: Moment) -> Tomorrow:
        day = moment.day + 1
        asked = [key for key in self._items if self.is_available(key, day)]
        memories = [self._progress.memories.get(key) for key in asked]
        due = sum(memory is not None and memory.due_day <= day for memory in memories)
        return Tomorrow(
            due=min(due, self._limits.reviews), new=min(memories.count(None), self._limits.new)
        )

    def today(self, moment: Moment) -> Today:
        """What today still holds, and each concept's share of it."""
        agenda = self._drawn_up(moment)
        due = Counter(self._concepts(agenda.due, self._is_due, moment.day))
        new = Counter(self._concepts(agenda.new, self._is_new, moment.day))
        learning = Counter(self._items[key].concept for _, key in self._waiting(moment))
        cards = Counter(item.concept for item in self._items.values())
        return Today(
            new=new.total(),
            learning=learning.total(),
            due=due.total(),
            answered=len(self._answers),
            next_due=self._next_due(moment),
            decks=tuple(
                DeckCount(
                    concept=concept.id,
                    title=concept.title,
                    track=concept.track,
                    cards=cards[concept.id],
                    new=new[concept.id],
                    learning=learning[concept.id],
                    due=due[concept.id],
                )
                for concept in self._library.concepts.values()
            ),
        )

    def _concepts(self, keys: Collection[CardKey], left: _Left, day: int) -> list[ConceptId]:
        return [self._items[key].concept for key in keys if left(key, day)]

    def _is_due(self, key: CardKey, day: int) -> bool:
        return self.is_available(key, day) and is_due(self._progress.memories.get(key), day)

    def _is_new(self, key: CardKey, day: int) -> bool:
        return self.is_available(key, day) and key not in self._progress.memories

    def _waiting(self, moment: Moment) -> list[tuple[int, CardKey]]:
        """The cards whose learning goes on today, with the millisecond each, soonest first."""
        return sorted(
            (step_ends(memory, moment), key)
            for key, memory in self._progress.memories.items()
            if learns_today(memory, moment.day) and self.is_available(key, moment.day)
        )

    def _next_due(self, moment: Moment) -> int | None:
        """When the next card that is not due yet becomes due."""
        soon = [at for at, _ in self._waiting(moment) if at > moment.at_ms]
        if soon:
            return soon[0]
        days = [
            memory.due_day
            for key, memory in self._progress.memories.items()
            if memory.due_day > moment.day and key in self._items
        ]
        return moment.starts(min(days)) if days else None

    def _drawn_up(self, moment: Moment) -> Agenda:
        if self._agenda is None or self._agenda.day != moment.day:
            self._answers = [
                row
                for row in self._progress.answers_since(moment.at_ms - _LOOK_BACK_MS)
                if moment_of_row(row).day == moment.day
            ]
            phases = Counter(row.payload.get("phase") for row in self._answers)
            room = self._room(moment.day)
            self._agenda = draw_up(
                moment.day,
                [item for item in self._items.values() if self.is_available(item.key, moment.day)],
                self._progress.memories,
                lambda memory: -self._scheduler.retrievability(memory, moment.day),
                new=room.new - phases["new"],
                reviews=room.reviews - phases["review"],
            )
        return self._agenda

    def _room(self, day: int) -> Limits:
        """The limits of a study day, with what was added to them."""
        added = self._added(day)
        return self._limits.widened(new=added.new, reviews=added.reviews)

    def _added(self, day: int) -> Limits:
        return self._widened[1] if self._widened[0] == day else Limits(0, 0)
