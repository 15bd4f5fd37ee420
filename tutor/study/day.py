"""The study day under way: what is left of its agenda, and which card comes next."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from tutor.core.cards import CardKey, ConceptId, Item
from tutor.core.decks import concept_of
from tutor.core.log import LogRow
from tutor.core.study import DayDone, DaySummary, DeckCount, Today, Tomorrow
from tutor.schedule import Moment
from tutor.study.agenda import Agenda
from tutor.study.counts import Counts
from tutor.study.fold import moment_of_row
from tutor.study.progress import Progress
from tutor.study.queue import Library, Limits, is_due, learns_today, step_ends, towards
from tutor.study.rules import Room, Rules, Sort
from tutor.study.summary import summary

AHEAD_MS = 20 * 60_000
"""So far ahead a card that is being learnt may be asked when nothing else is left."""
AHEAD_DAYS = 7
"""So many days a day's summary looks ahead."""
_Left: TypeAlias = Callable[[CardKey, int], bool]
_PHASES: Mapping[Sort, str] = {"new": "new", "reviews": "review"}
"""The phase of a card whose answer a limit counts."""
_LOOK_BACK_MS = 26 * 3_600_000  # longer than any day, the one of 25 hours too


class Day:
    """Today's agenda, drawn up when the day begins and again whenever it may have changed.

    `may_ask` decides of the cards that stand apart in their decks, and of those in `hindered`.
    `rules` are the learner's for single decks; a deck that may hold no card at all on any day is
    not held back by a limit, but left out.
    """

    def __init__(
        self,
        library: Library,
        progress: Progress,
        limits: Limits,
        may_ask: Callable[[Item, int], bool] = lambda item, day: True,
        hindered: Callable[[], Collection[CardKey]] = tuple,
        rules: Rules | None = None,
    ) -> None:
        self._progress = progress
        self._rules = rules or Rules({}, library)
        self._limits = limits
        self._widened = (0, Limits(0, 0))  # a study day and what was added to its limits
        self._may_ask = may_ask
        self._hindered = hindered
        self._only: frozenset[ConceptId] | None = None
        self._goals: tuple[ConceptId, ...] = ()
        self._agenda: Agenda | None = None
        self._answers: list[LogRow] = []
        self.use(library)

    def use(self, library: Library) -> None:
        """Ask from this library from now on."""
        self._first = towards(self._goals, library.decks)
        self._order = sorted(library.decks, key=lambda concept: concept not in self._first)
        self._library = library
        self._rules.use(library)
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
        if (key := _foremost(agenda.due, self._is_due, moment.day)) is not None:
            return key
        if (key := _foremost(self._new(moment), self._is_new, moment.day)) is not None:
            return key
        if waiting and waiting[0][0] <= moment.at_ms + AHEAD_MS:
            return waiting[0][1]
        return None

    def is_available(self, key: CardKey, day: int) -> bool:
        """Whether a card may be asked: it is there, selected, and neither suspended nor buried.

        Beside that `may_ask`, which the day was given, has a word in it.
        """
        concept = concept_of(key)
        if self._only is not None and concept not in self._only:
            return False
        if not self._progress.memories.is_in(key, self._library):
            return False
        marks = self._progress.marks
        if marks.buried(key, day):
            return False
        if key in self._library.decks[concept].apart or key in self._hindered():
            item = self._library.items[key]
            return not self._progress.is_suspended(item) and self._may_ask(item, day)
        return not marks.suspended(key)

    def has_room(self, moment: Moment, concept: ConceptId) -> bool:
        """Whether the limits leave room for another new card of a concept."""
        self._drawn_up(moment)
        return self._room_left("new", moment.day).of(concept) > 0

    def done(self, moment: Moment) -> DayDone:
        """What to say when no card comes next."""
        self._drawn_up(moment)
        waiting = self._waiting(moment)
        return DayDone(
            answered=len(self._answers),
            waiting=len(waiting),
            next_at=waiting[0][0] if waiting else None,
            held_new=sum(counts.new() for _, counts in self._groups("new", moment.day)),
            held_due=sum(
                counts.falling_due(moment.day, 1, reviews=True).total()
                for _, counts in self._groups("reviews", moment.day)
            ),
        )

    def summary(self, moment: Moment) -> DaySummary:
        """What the day came to so far."""
        self._drawn_up(moment)
        ahead = self._ahead(moment)
        found = summary(self._answers, self._tomorrow(moment, ahead[0]))
        return replace(found, ahead=ahead, day=moment.day)

    def _ahead(self, moment: Moment) -> tuple[int, ...]:
        """How many known cards fall due on each of the coming days; what is overdue, tomorrow."""
        first = moment.day + 1
        days: Counter[int] = Counter()
        for most, counts in self._groups("reviews", first):
            for day, due in counts.falling_due(first, AHEAD_DAYS, reviews=False).items():
                days[day] += min(due, most)
        return tuple(min(days[first + n], self._limits.reviews) for n in range(AHEAD_DAYS))

    def _tomorrow(self, moment: Moment, due: int) -> Tomorrow:
        new = sum(min(counts.new(), most) for most, counts in self._groups("new", moment.day + 1))
        return Tomorrow(due=due, new=min(new, self._limits.new))

    def _groups(self, sort: Sort, day: int) -> list[tuple[int, Counts]]:
        """The limit that some concepts share, with their counts; what may hold nothing is left out.

        Concepts that only the day's limit counts share that.
        """
        return [
            (getattr(self._limits, sort) if limit is None else limit, self._counts(day, concepts))
            for limit, concepts in self._rules.groups(sort, self._only)
            if limit != 0
        ]

    def _counts(self, day: int, concepts: Collection[ConceptId] | None) -> Counts:
        apart = (key for deck in self._library.decks.values() for key in deck.apart)
        left_out = map(self._progress.name, self._progress.marks.ever_left_out())
        return Counts(
            self._library,
            self._progress.memories,
            concepts,
            {*apart, *left_out, *self._hindered()},
            lambda key: self.is_available(key, day),
        )

    def today(self, moment: Moment) -> Today:
        """What today still holds, and each concept's share of it."""
        agenda = self._drawn_up(moment)
        due = Counter(_concepts(agenda.due, self._is_due, moment.day))
        new = Counter(_concepts(self._new(moment), self._is_new, moment.day))
        learning = Counter(concept_of(key) for _, key in self._waiting(moment))
        return Today(
            new=new.total(),
            learning=learning.total(),
            due=due.total(),
            answered=len(self._answers),
            next_due=self._next_due(moment),
            decks=tuple(
                DeckCount(
                    concept=deck.id,
                    title=deck.title,
                    track=deck.track,
                    cards=deck.cards,
                    new=new[deck.id],
                    learning=learning[deck.id],
                    due=due[deck.id],
                )
                for deck in self._library.decks.values()
            ),
        )

    def _is_due(self, key: CardKey, day: int) -> bool:
        return self.is_available(key, day) and is_due(self._progress.memories.get(key), day)

    def _is_new(self, key: CardKey, day: int) -> bool:
        return self.is_available(key, day) and key not in self._progress.memories

    def _waiting(self, moment: Moment) -> list[tuple[int, CardKey]]:
        """The cards whose learning goes on today, with the millisecond each, soonest first."""
        return sorted(
            (step_ends(memory, moment), key)
            for key, memory in self._progress.memories.learning.items()
            if learns_today(memory, moment.day) and self.is_available(key, moment.day)
        )

    def _next_due(self, moment: Moment) -> int | None:
        """When the next card that is not due yet becomes due."""
        soon = [at for at, _ in self._waiting(moment) if at > moment.at_ms]
        if soon:
            return soon[0]
        known, items = self._progress.memories, self._library.items
        days = [
            memory.due_day
            for key, memory in known.learning.items()
            if memory.due_day > moment.day and key in items
        ]
        later = known.later(moment.day)
        days += islice((day for day, keys in later if any(key in items for key in keys)), 1)
        return moment.starts(min(days)) if days else None

    def _drawn_up(self, moment: Moment) -> Agenda:
        if self._agenda is None or self._agenda.day != moment.day:
            self._answers = [
                row
                for row in self._progress.answers_since(moment.at_ms - _LOOK_BACK_MS)
                if moment_of_row(row).day == moment.day
            ]
            self._agenda = Agenda(
                moment.day,
                self._library,
                self._progress.memories,
                self._order,
                lambda key: self.is_available(key, moment.day),
                self._first,
            )
            self._agenda.draw_due(self._room_left("reviews", moment.day), self._only)
        return self._agenda

    def _new(self, moment: Moment) -> deque[CardKey]:
        return self._drawn_up(moment).new(self._room_left("new", moment.day), self._only)

    def _room_left(self, sort: Sort, day: int) -> Room:
        """What the limits of a day leave room for, with what was added, after what was answered."""
        phase, added = _PHASES[sort], getattr(self._added(day), sort)
        rules, limits = self._rules, self._rules.limits(sort)
        begun = [row.card for row in self._answers if row.payload.get("phase") == phase]
        left = getattr(self._limits, sort) + added - len(begun)
        if not limits:
            return Room(left)
        decks = (rules.limited_by(concept_of(self._progress.name(card)), sort) for card in begun)
        counted = Counter(deck for deck in decks if deck is not None)
        rest = {name: most and most + added - counted[name] for name, most in limits.items()}
        return Room(left, rest, lambda concept: rules.limited_by(concept, sort))

    def _added(self, day: int) -> Limits:
        return self._widened[1] if self._widened[0] == day else Limits(0, 0)


def _foremost(line: deque[CardKey], left: _Left, day: int) -> CardKey | None:
    """The first card of a line that is still to be asked; those before it leave the line."""
    while line and not left(line[0], day):
        line.popleft()
    return line[0] if line else None


def _concepts(keys: Collection[CardKey], left: _Left, day: int) -> list[ConceptId]:
    return [concept_of(key) for key in keys if left(key, day)]
