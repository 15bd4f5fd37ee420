"""A sitting: what comes next, what an answer is worth, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING, Any

from tutor.core.cards import CardKey, ConceptId, Item, kind_of
from tutor.core.log import Grade, LogRow, Memory, RowKind
from tutor.core.settings import DeckSettings
from tutor.core.study import (
    Carried,
    DaySummary,
    Given,
    Lesson,
    Question,
    Report,
    Skipped,
    Statistics,
    Today,
    Turn,
    Undone,
    Unreadable,
    Verdict,
)
from tutor.core.text import Language
from tutor.schedule import Moment, Scheduler, moment_of
from tutor.schedule.days import ROLLOVER_HOUR
from tutor.study.answers import Answers
from tutor.study.asking import Asked
from tutor.study.figures import statistics
from tutor.study.judge import suggested
from tutor.study.judging import judged, kept
from tutor.study.live_cards import LiveCards, OpenDemo
from tutor.study.marking import is_marked, left_out, write_mark
from tutor.study.progress import Progress
from tutor.study.queue import Library, Limits
from tutor.study.rules import Rules
from tutor.study.selection import Plan, Selection
from tutor.study.turns import Turns
from tutor.study.walking import Walking

if TYPE_CHECKING:
    from tutor.demo import Demo
    from tutor.store import Store
    from tutor.study.choosable import Choosable
    from tutor.study.quiz import Quiz


class Study:
    """One learner's study of a library, recorded in a store.

    Every action is committed before the method returns. `language` is the one texts are shown in.
    Rows that another program adds to the same store are folded in before each question. `demos`
    opens the demos of live cards; without it these are left out. New cards of the concepts `goals`
    and of all that they need come first. `decks` are the settings of single decks.
    """

    def __init__(
        self,
        library: Library,
        store: Store,
        scheduler: Scheduler,
        clock: Callable[[], datetime],
        random: Random,
        limits: Limits | None = None,
        *,
        rollover_hour: int = ROLLOVER_HOUR,
        language: Language = "en",
        demos: OpenDemo | None = None,
        goals: Sequence[ConceptId] = (),
        decks: Mapping[str, DeckSettings] | None = None,
    ) -> None:
        self.language: Language = language
        self._library = library
        self._store = store
        self._scheduler = scheduler
        self._clock = clock
        self._random = random
        self._rollover_hour = rollover_hour
        self._progress = Progress(store, scheduler, library.aliases)
        self._live = LiveCards(demos, random)
        self._rules = Rules(decks or {}, library)
        self._answers = Answers(self._progress, scheduler, random, self._live, self._rules)
        self._turns = Turns(
            library, self._progress, self._live, self._answers, limits or Limits(), self._rules
        )
        self._walks, self._day = self._turns.walks, self._turns.day
        if goals:
            self._day.goals = tuple(goals)

    # What comes next

    @property
    def library(self) -> Library:
        """The library that is studied; a changed one may be set at any time."""
        return self._library

    @library.setter
    def library(self, library: Library) -> None:
        self._library = library
        self._progress.rename(library.aliases)
        self._progress.load()
        self._live.forget()
        self._turns.use(library)

    @property
    def troubles(self) -> Mapping[CardKey, Exception]:
        """The live cards that were found not to work, and so are left out of this sitting."""
        return self._live.troubles

    def try_again(self) -> None:
        """Give live cards that were found not to work a new chance, and open their demos anew."""
        self._live.forget()
        self._day.forget()

    def leave_out(self, question: Question, error: Exception) -> None:
        """Leave a question out of this sitting, for its demo does not work any more."""
        self._live.troubles[question.item.walk or question.item.key] = error
        self._day.forget()

    def keep_to(self, concepts: Collection[ConceptId] | None) -> frozenset[ConceptId] | None:
        """Ask only of these concepts, None of all again; returns what it was before."""
        return self._day.keep_to(concepts)

    @property
    def limits(self) -> Limits:
        """How many cards a day holds; what `extend` added is not in it."""
        return self._day.limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._day.limits = limits

    @property
    def goals(self) -> tuple[ConceptId, ...]:
        """The concepts whose new cards come first, with those of all that they need."""
        return self._day.goals

    @goals.setter
    def goals(self, goals: Sequence[ConceptId]) -> None:
        self._day.goals = goals

    @property
    def retention(self) -> float:
        """The share of reviews that shall be recalled when they fall due."""
        return self._scheduler.retention

    @retention.setter
    def retention(self, retention: float) -> None:
        self._scheduler.retention = retention

    def language_of(self, concept: ConceptId) -> Language | None:
        """The language that a concept's cards are asked in, None where that is not set for it."""
        return self._rules.language(concept)

    def extend(self, *, new: int = 0, reviews: int = 0) -> None:
        """Let today hold so many cards more; forgotten when the program or the day ends."""
        self._day.extend(self._now().day, new=new, reviews=reviews)

    def today(self) -> Today:
        """What today still holds, limits applied."""
        return self._day.today(self._now())

    def next(self) -> Turn:
        """The lesson or question that comes now; the same one until it is dealt with.

        A walk-through that was begun is gone through to its end.
        """
        return self._turns.next(self._now())

    def ask_next(self, key: CardKey) -> None:
        """Ask a card next, if it may be asked."""
        self._turns.returning = key

    def read(self, lesson: Lesson) -> None:
        """Record that a lesson was read: its cards may be asked."""
        self._mark(RowKind.LESSON, CardKey(lesson.concept.id))

    # Answers

    def answer(
        self,
        question: Question,
        given: Given,
        *,
        seconds: float | None = None,
        hinted: bool = False,
    ) -> Verdict | Unreadable:
        """Judge an answer and record it with the grade that the verdict suggests.

        What cannot be read is not recorded. A question that was answered already keeps its first
        verdict. A walk-through's step in which an earlier fault left nothing to compute is passed
        by unrecorded (`Carried.IDLE`). Recall cards are graded, not answered: TypeError.
        """
        asked = self._answers.find(question, self._now())
        if asked.verdict is not None and (asked.row is not None or _is_idle(asked)):
            return asked.verdict
        walking = self._walks.at(question)
        verdict = judged(question, given, self.language, self._live, walking)
        if isinstance(verdict, Unreadable):
            return verdict
        kind = kind_of(question.item.card)
        fast = self._answers.is_fast(kind, seconds, asked.moment, self._library)
        verdict = replace(verdict, suggested=suggested(verdict, hinted=hinted, fast=fast))
        if walking is not None and verdict.carried is Carried.IDLE:
            self._walks.leave_out(question, asked.moment.day)
            asked.verdict = replace(verdict, report=self._go_on(walking, asked, verdict))
            return asked.verdict
        details = kept(question, given, verdict, walking)
        self._record(
            asked, verdict.suggested, {**details, "seconds": seconds, "hinted": hinted or None}
        )
        asked.verdict = replace(verdict, report=self._go_on(walking, asked, verdict))
        return asked.verdict

    def grade(
        self,
        question: Question,
        grade: Grade,
        *,
        seconds: float | None = None,
        hinted: bool = False,
    ) -> None:
        """Record the learner's own grade, in place of the one recorded if that differs.

        A step that was passed by unrecorded stays so.
        """
        asked = self._answers.find(question, self._now())
        if _is_idle(asked):
            return
        if asked.row is None or not self._progress.stands(asked.row):
            walking = self._walks.at(question)
            details = kept(question, None, None, walking)
            self._record(asked, grade, {**details, "seconds": seconds, "hinted": hinted})
            self._go_on(walking, asked, None)
        elif asked.row.grade is not grade:
            self._answers.regrade(asked, asked.row, grade)
            self._day.forget()

    def undo(self) -> Undone | None:
        """Take back the last answer, lesson or mark that stands, however long ago.

        An answered card comes next again. None when there is nothing to take back.
        """
        self._catch_up()
        row = self._progress.last_action()
        if row is None:
            return None
        self._progress.take_back(row)
        key = self._progress.name(row.card)
        self._answers.forget(key)
        if self._walks.take_back(row):
            self._turns.returning = None
        elif row.kind is not RowKind.FLAG and row.kind is not RowKind.LESSON:
            self._turns.returning = key
        self._day.forget()
        return Undone(
            key, row.grade, row.kind, marked=is_marked(row.kind, key, self._progress, self._library)
        )

    def skip(self, question: Question) -> Skipped:
        """Leave the rest of a walk-through until tomorrow, unrecorded; says how it went.

        ValueError for any other question.
        """
        return self._turns.skip(question, self._now().day)

    # Quizzes

    def choosable(self, concepts: Collection[ConceptId] = ()) -> Choosable:
        """The cards that a quiz may ask, of these concepts or of all, in learning order.

        What is suspended is left out.
        """
        from tutor.study.choosable import Choosable

        day = self._now().day
        return Choosable(self._library, concepts, self._progress, self._scheduler, day, self._rules)

    def selected(self, selection: Selection) -> list[Item]:
        """The cards of a selection, in learning order; those that are suspended are left out."""
        fitting = self.choosable(selection.concepts).fitting(selection)
        return [self._library.items[key] for key in fitting]

    def quiz(self, plan: Plan) -> Quiz:
        """A quiz over the cards of a plan; nothing of it is recorded unless it counts."""
        from tutor.study.quiz import SEEDS, Quiz

        if plan.seed is None:
            plan = replace(plan, seed=self._random.randrange(SEEDS))
        items = self.selected(plan.selection)
        return Quiz(plan, items, self._library.concepts, self, self._live.demo, self._clock)

    def pose(self, question: Question) -> Question:
        """A question that was made elsewhere, with what each grade of its answer comes to."""
        return self._answers.take_in(question, self._now()).question

    def retract(self, question: Question) -> bool:
        """Take back the answer to a question, whose card does not come next by that.

        False where none stands, or where it was asked too long ago.
        """
        retracted = self._answers.retract(question, self._now())
        if retracted:
            self._day.forget()
        return retracted

    # Marks

    def suspend(self, key: CardKey) -> bool:
        """Leave a card out, or take a suspended one in again; says whether it is left out now."""
        on = not self._progress.is_suspended(self._library.items[key])
        self._mark(RowKind.SUSPEND, key, {"on": on})
        return on

    def bury(self, key: CardKey) -> None:
        """Leave a card out until the next study day."""
        self._mark(RowKind.BURY, key)

    def flag(self, key: CardKey) -> bool:
        """Flag a card, or take its flag away; says whether it is flagged now."""
        on = not self.flagged(key)
        self._mark(RowKind.FLAG, key, {"on": on})
        return on

    def flagged(self, key: CardKey) -> bool:
        """Whether the learner flagged the card."""
        return self._progress.marks.flagged(key)

    def suspended(self, key: CardKey) -> bool:
        """Whether the card is left out, by its file or by the learner."""
        return left_out(key, self._progress, self._library)

    # What is known

    def demo(self, name: str) -> Demo:
        """The demo of a live card as it was asked with; raises `DemoError` where there is none."""
        return self._live.last_demo(name)

    def memory(self, key: CardKey) -> Memory | None:
        """What the scheduler knows of a card, None where it was never answered."""
        return self._progress.memories.get(key)

    def history(self, key: CardKey) -> list[LogRow]:
        """The rows of a card that stand, oldest first."""
        return self._progress.rows(key)

    def summary(self) -> DaySummary:
        """What today came to so far, and what tomorrow will ask."""
        return self._day.summary(self._now())

    def seen(self) -> Mapping[ConceptId, int]:
        """How many cards of each concept were answered at least once."""
        library, known = self._library, self._progress.memories
        seen = {deck.id: known.seen_of(deck, library) for deck in library.decks.values()}
        return {concept: count for concept, count in seen.items() if count}

    def statistics(self) -> Statistics:
        """Figures over the whole log."""
        from tutor.study.whole_log import count_answers

        moment = self._now()
        return statistics(
            count_answers(self._store),
            moment.day,
            cards=len(self._library.items),
            seen=sum(self.seen().values()),
        )

    def vanished(self) -> list[CardKey]:
        """The cards with a history that no file holds any more; it is kept until they are back."""
        gone = self._progress.memories.gone(self._library)
        return sorted(gone - self._library.aliases.keys())

    def rebuild(self) -> list[CardKey]:
        """Fold the whole log anew; says which cards the derived state was wrong about."""
        self._day.forget()
        return self._progress.rebuild()

    # Inside

    def _now(self) -> Moment:
        self._catch_up()
        return moment_of(self._clock(), self._rollover_hour)

    def _catch_up(self) -> None:
        if self._progress.catch_up():
            self._day.forget()

    def _go_on(self, walking: Walking | None, asked: Asked, verdict: Verdict | None) -> Report:
        """Take an answer into its walk-through; the report of one that is over by it."""
        grade = asked.row.grade if asked.row else Grade.AGAIN
        if walking is None or grade is None:
            return ()
        walking.take(asked, verdict, grade)
        if self._turns.is_under_way(self._now()):
            return ()
        self._day.forget()  # other steps may have become blanks
        return walking.report()

    def _record(self, asked: Asked, grade: Grade, details: Mapping[str, Any]) -> None:
        self._day.count(self._answers.record(asked, grade, self._now(), details))
        self._turns.returning = None

    def _mark(self, kind: RowKind, card: CardKey, payload: Mapping[str, Any] | None = None) -> None:
        write_mark(self._progress, kind, card, payload or {}, self._now())
        self._day.forget()


def _is_idle(asked: Asked) -> bool:
    """Whether a question was passed by unrecorded."""
    return asked.verdict is not None and asked.verdict.carried is Carried.IDLE
