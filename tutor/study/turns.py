"""What comes next: a card that is asked again, a walk-through under way, or the day's next card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, Concept, Item
from tutor.core.study import Lesson, Question, Skipped, Turn
from tutor.study.day import Day
from tutor.study.live_cards import NoNumbersError
from tutor.study.walks import Walks

if TYPE_CHECKING:
    from tutor.schedule import Moment
    from tutor.study.answers import Answers
    from tutor.study.live_cards import LiveCards
    from tutor.study.progress import Progress
    from tutor.study.queue import Library, Limits
    from tutor.study.rules import Rules


class Turns:
    """The order of a sitting, over its `day` and its `walks`; `answers` asks the questions."""

    def __init__(
        self,
        library: Library,
        progress: Progress,
        live: LiveCards,
        answers: Answers,
        limits: Limits,
        rules: Rules,
    ) -> None:
        self._library = library
        self._progress = progress
        self._live = live
        self._answers = answers
        self.walks = Walks(library, progress, live)
        self._rules = rules
        self.day = Day(library, progress, limits, self._may_ask, lambda: live.troubles, rules)
        self.returning: CardKey | None = None
        """The card to ask before any other."""

    def use(self, library: Library) -> None:
        """Ask from this library from now on."""
        self._library = library
        self.walks.use(library)
        self.day.use(library)

    def next(self, moment: Moment) -> Turn:
        """The lesson or question that comes now, or the end of the day."""
        while (key := self._next_key(moment)) is not None:
            item = self._library.items[key]
            concept = self._library.concepts[item.concept]
            if concept.lesson and self._is_unread(concept) and key not in self._progress.memories:
                return Lesson(concept, self._rules.language(concept.id))
            try:
                return self._ask(item, concept, moment)
            except NoNumbersError:
                # Its card is left out from here on, so that another one comes next.
                self.day.forget()
        return self.day.done(moment)

    def is_under_way(self, moment: Moment) -> bool:
        """Whether a walk-through was begun that has steps left."""
        return self.walks.current(self._available(moment)) is not None

    def skip(self, question: Question, day: int) -> Skipped:
        """Leave the rest of a walk-through; ValueError for any other question."""
        skipped = self.walks.skip(question, day)
        self.returning = None
        self.day.forget()
        return skipped

    def _next_key(self, moment: Moment) -> CardKey | None:
        is_available = self._available(moment)
        if self.returning and not is_available(self.returning):
            self.returning = None
        under_way = self.walks.current(is_available)
        return self.returning or under_way or self.day.next_key(moment)

    def _available(self, moment: Moment) -> Callable[[CardKey], bool]:
        return lambda key: self.day.is_available(key, moment.day)

    def _may_ask(self, item: Item, day: int) -> bool:
        return not self._live.is_hindered(item) and self.walks.asks(item, day)

    def _is_unread(self, concept: Concept) -> bool:
        if self._progress.marks.is_read(concept.id):
            return False
        return not self._progress.memories.seen_of(self._library.decks[concept.id], self._library)

    def _ask(self, item: Item, concept: Concept, moment: Moment) -> Question:
        if not item.walk:
            return self._answers.ask(item, concept, moment).question
        again, room = item.key == self.returning, self.day.has_room(moment, concept.id)
        posed = self.walks.pose(item, self._available(moment), again=again, room=room)
        return self._answers.ask_step(*posed, concept, moment).question
