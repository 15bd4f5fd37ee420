"""Two weeks of ten minutes a day, from school mathematics to the four concepts.

A scripted learner goes through them once, on the screen and beside it, rightly and wrongly, with
undo, restarts and a journey to another zone; the tests look at what became of it.
"""

from __future__ import annotations

import random
from collections import Counter
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from statistics import fmean
from zoneinfo import ZoneInfo

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.course.hands import Screen, Script, at_the_screen, home_of
from tests.course.learner import Calendar, Learner, sit
from tutor.cli.context import make_context
from tutor.cli.wiring import Wired, wire
from tutor.core.cards import CardKey, ConceptId
from tutor.core.decks import concept_of
from tutor.core.study import DaySummary
from tutor.study.scores import Results
from tutor.study.selection import Plan, Selection
from tutor.ui.screens.quiz import QuizPage

DAYS = 14
GOALS = (
    "lstm-cell",
    "scaled-dot-product-attention",
    "convolution-output-size",
    "masked-language-model",
)
FLIGHT, TWICE = 6, 3  # the day of the journey, and the day on which the tutor is opened twice
PICTURES = (
    "tour-day",
    "tour-taste",
    "tour-goals",
    "home",
    "lesson",
    "question",
    "wrong",
    "undone",
    "day-end",
    "slipped",
    "live-wrong",
    "demo",
    "history",
    "glossary",
    "last-end",
    "settings",
    "help",
    "marked",
    "quiz-setup",
    "quiz-question",
    "quiz-score",
    "quiz-missed",
)


@dataclass
class Course:
    """What became of the two weeks."""

    pictures: dict[str, str] = field(default_factory=dict)
    days: list[DaySummary] = field(default_factory=list)
    minutes: list[float] = field(default_factory=list)
    asked: list[CardKey] = field(default_factory=list)
    undone: list[CardKey] = field(default_factory=list)
    out_of_step: list[CardKey] = field(default_factory=list)
    begun: dict[CardKey, bool] = field(default_factory=dict)
    deeper: set[CardKey] = field(default_factory=set)
    needs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    retention: float | None = None
    quiz: Results | None = None


class TwoWeeks:
    """The course as it is gone through."""

    def __init__(self, folder: Path) -> None:
        self.calendar = Calendar(datetime(2026, 3, 2, 7, 30, tzinfo=ZoneInfo("Europe/Berlin")))
        self.learner = Learner("en")
        self.environ = home_of(folder, "en")
        self.course = Course()

    def go(self) -> Course:
        """All days, one after the other."""
        mornings = {1: self.first_morning, 8: self.eighth_morning}
        evenings = {TWICE: self.third_evening, DAYS: self.last_evening}
        for day in range(1, DAYS + 1):
            began = self.calendar.now
            self.at_the_screen(mornings.get(day))
            if day == TWICE:
                self.sit_and_undo()
            self.sit(day)
            self.course.minutes.append((self.calendar.now - began) / timedelta(minutes=1))
            self.at_the_screen(evenings.get(day))
            if day == FLIGHT:
                self.calendar.fly("Asia/Seoul")
            self.calendar.wake(7)
        self.examine()
        return self.course

    def at_the_screen(self, script: Script | None) -> None:
        """A start of the program on the screen, if one is due."""
        if script is not None:
            taken = at_the_screen(script, self.learner, self.calendar, self.environ)
            self.course.pictures |= taken

    def sit(self, seed: int) -> None:
        """A start of the program beside the screen, to the day's end."""
        with self.opened(seed) as wired:
            self.course.asked += sit(wired.study, self.learner, self.calendar)
            self.course.days.append(wired.study.summary())

    def sit_and_undo(self) -> None:
        """A short sitting before breakfast whose last answer is taken back."""
        with self.opened(TWICE) as wired:
            self.course.asked += sit(wired.study, self.learner, self.calendar, most=12)
            undone = wired.study.undo()
            assert undone is not None
            self.course.undone.append(undone.card)

    def opened(self, seed: int) -> AbstractContextManager[Wired]:
        """Everything put together anew, as at each start of the program."""
        return wire(make_context(self.environ, self.calendar, random.Random(seed)))

    def examine(self) -> None:
        """A quiz on numbers never seen before, which only one who has understood can answer."""
        with self.opened(99) as wired:
            study, goals = wired.study, frozenset(map(ConceptId, GOALS))
            selection = Selection(concepts=goals, kinds=frozenset({"live", "formula"}))
            quiz = study.quiz(Plan(selection=selection, seed=5))
            while (question := quiz.next()) is not None:
                quiz.answer(question, self.learner.right(question))
            self.course.quiz = quiz.results()
            self.course.out_of_step = study.rebuild()
            self.course.retention = study.statistics().retention
            for deck in wired.library.decks.values():
                self.course.needs[deck.id] = deck.needs
                self.course.deeper |= set(deck.deeper)
            for key in wired.library.items:
                self.course.begun[key] = study.memory(key) is not None

    # On the screen

    async def first_morning(self, screen: Screen) -> None:
        """The tour, the first lesson, a mistake and its undo."""
        await screen.picture("tour-day")
        await screen.press("enter")
        await screen.picture("tour-taste")
        await screen.press("enter", "1", "2", "3", "4")
        await screen.picture("tour-goals")
        await screen.press("enter")
        await screen.picture("home")
        await screen.press("enter")
        await screen.picture("lesson")
        await screen.go_on()
        await screen.picture("question")
        first = screen.question.item.key
        await screen.answer(right=False)
        await screen.picture("wrong")
        await screen.press("1")
        assert screen.question.item.key != first
        await screen.press("escape", "u")
        assert screen.question.item.key == first
        await screen.picture("undone")
        await screen.go_on()

    async def third_evening(self, screen: Screen) -> None:
        """What the day came to, and a card that slipped."""
        await screen.press("enter")
        await screen.picture("day-end")
        await screen.press("enter")
        await screen.picture("slipped")
        await screen.press("escape", "escape")

    async def eighth_morning(self, screen: Screen) -> None:
        """A live card got wrong, its demo, its history, the glossary, a flag."""
        await screen.press("enter")
        while not (screen.question.numbers and screen.question.walk is None):
            await screen.go_on()
        await screen.answer(right=False)
        await screen.picture("live-wrong")
        await screen.press("f3")
        await screen.picture("demo")
        await screen.press("q", "i")
        await screen.picture("history")
        await screen.press("escape", "g")
        await screen.picture("glossary")
        await screen.press("escape", "asterisk", "1")

    async def last_evening(self, screen: Screen) -> None:
        """The end of the course, all other pages, and a quiz of five questions."""
        await screen.press("enter")
        await screen.picture("last-end")
        await screen.press("escape", "comma")
        await screen.picture("settings")
        await screen.press("escape", "f1")
        await screen.picture("help")
        await screen.press("escape", "asterisk")
        await screen.picture("marked")
        await screen.press("escape", "z")
        await screen.press("left", "left")
        await screen.picture("quiz-setup")
        await screen.press("enter")
        await screen.picture("quiz-question")
        while isinstance(screen.app.screen, QuizPage):
            await screen.answer(right=False)
            await screen.press("1" if screen.at_recall else "enter")
        await screen.picture("quiz-score")
        await screen.press("enter")
        await screen.picture("quiz-missed")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The two weeks, gone through once, in a folder whose name is the same in every picture."""
    with pytest.MonkeyPatch.context() as here:
        here.chdir(tmp_path_factory.mktemp("two_weeks"))
        return TwoWeeks(Path("learner")).go()


def test_a_day_takes_about_ten_minutes(course: Course) -> None:
    leading = course.minutes[:-1]  # on the last day walk-throughs begin, which take their time
    assert 8 <= fmean(leading) <= 12.5
    assert max(leading) <= 15


def test_all_that_leads_to_the_four_concepts_was_learnt(course: Course) -> None:
    path = set(GOALS)
    while more := {need for name in path for need in course.needs[name]} - path:
        path |= more
    assert len(path) == 8
    leading = [key for key in course.begun if concept_of(key) in path and key not in course.deeper]
    assert len(leading) > 100
    assert [key for key in leading if not course.begun[key]] == []


def test_a_concept_is_met_after_those_that_it_needs(course: Course) -> None:
    met = {concept_of(key): place for place, key in reversed([*enumerate(course.asked)])}
    assert set(GOALS) <= met.keys()
    for concept, place in met.items():
        assert all(met[ConceptId(need)] < place for need in course.needs[concept])


def test_at_the_end_every_goal_is_computed_rightly_on_new_numbers(course: Course) -> None:
    assert course.quiz is not None
    asked = Counter(one.question.concept.id for one in course.quiz.answered)
    assert course.quiz.share == 1
    assert all(asked[ConceptId(goal)] >= 4 for goal in GOALS)


def test_most_of_what_came_back_was_still_known(course: Course) -> None:
    assert course.retention is not None
    assert course.retention > 0.85
    assert any(day.slipped for day in course.days)


def test_undo_restarts_and_a_journey_left_nothing_out_of_step(course: Course) -> None:
    assert course.out_of_step == []
    assert course.undone
    assert course.begun[course.undone[0]]
    assert all(day.answers > 10 for day in course.days)
    assert len(course.days) == DAYS


class Svg(SingleFileSnapshotExtension):
    """One SVG file for each picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.mark.parametrize("page", PICTURES)
def test_its_screens_look_as_before(course: Course, snapshot: SnapshotAssertion, page: str) -> None:
    assert course.pictures[page] == snapshot(name=page, extension_class=Svg)


def test_every_screen_of_it_is_looked_at(course: Course) -> None:
    assert set(course.pictures) == set(PICTURES)
