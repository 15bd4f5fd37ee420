"""The learner at the screen: the real app, as `tutor` opens it, under hands that press its keys."""

from __future__ import annotations

import random
import re
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from tests.course.learner import LESSON_SECONDS, Calendar, Learner
from tutor.cli.context import make_context
from tutor.cli.screen import open_screen
from tutor.core.cards import Recall
from tutor.core.study import Arranged, Question
from tutor.ui.app import TutorApp
from tutor.ui.screens.lesson import LessonPage
from tutor.ui.screens.question import QuestionPage
from tutor.ui.widgets.order import OrderList

Script: TypeAlias = Callable[["Screen"], Awaitable[None]]


class Screen:
    """One run of the app; `pictures` are named and kept, without what differs from run to run."""

    def __init__(self, pilot: Pilot[None], learner: Learner, calendar: Calendar) -> None:
        self.pilot = pilot
        self.learner = learner
        self.calendar = calendar
        self.pictures: dict[str, str] = {}

    @property
    def app(self) -> TutorApp:
        """The app that runs."""
        assert isinstance(self.pilot.app, TutorApp)
        return self.pilot.app

    @property
    def question(self) -> Question:
        """What is asked now."""
        assert isinstance(self.app.screen, QuestionPage), self.app.screen
        return self.app.screen.question

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each seen through."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def picture(self, name: str) -> None:
        """Keep the screen as it is under a name."""
        for line in self.app.screen.query(Input):
            line.cursor_blink = False
        await self.pilot.pause()
        svg = self.app.export_screenshot(title="tutor")
        assert name not in self.pictures
        self.pictures[name] = re.sub(r"terminal-\d+", "terminal", svg)

    async def answer(self, *, right: bool) -> None:
        """Answer what is asked by its own keys; the grade is still to be settled."""
        question = self.question
        self.calendar.go(self.learner.seconds(question))
        if isinstance(question.item.card, Recall):
            await self.press("space")
            return
        study = self.app.study
        given = self.learner.right(question) if right else self.learner.wrong(study, question)
        match given:
            case bool():
                await self.press("1" if given else "2")
            case frozenset():
                digits = [str(question.order.index(one) + 1) for one in sorted(given)]
                await self.press(*digits)
            case Arranged(places):
                await self._arrange(places)
            case _:
                await self._write(given)
        page = self.app.screen
        if isinstance(page, QuestionPage) and page.verdict is None:
            await self.press("enter")

    async def _write(self, texts: tuple[str, ...]) -> None:
        for number, text in enumerate(texts):
            if number:
                await self.press("tab")
            line = self.app.focused
            assert isinstance(line, Input)
            line.insert_text_at_cursor(text)
            await self.pilot.pause()

    async def _arrange(self, places: tuple[int, ...]) -> None:
        """Carry each line to its place, or choose a right side for each left one."""
        lists = self.app.screen.query(OrderList)
        if not lists:
            await self.press(*(str(self.question.order.index(right) + 1) for right in places))
            return
        rows = lists.first()
        for place, line in enumerate(places):
            at = rows.places.index(line)
            await self.press(*["down"] * ((at - rows.at) % rows.count), str(place + 1))

    async def go_on(self, *, right: bool = True) -> None:
        """Deal with whatever is on the screen: a lesson, or a question and its grade."""
        match self.app.screen:
            case LessonPage():
                self.calendar.go(LESSON_SECONDS)
                await self.press("enter")
            case QuestionPage():
                await self.answer(right=right)
                await self.press("enter" if right else "1")

    @property
    def at_recall(self) -> bool:
        """Whether the learner is the judge of what is asked."""
        return isinstance(self.question.item.card, Recall)


def at_the_screen(
    script: Script,
    learner: Learner,
    calendar: Calendar,
    environ: Mapping[str, str],
    size: tuple[int, int] = (100, 30),
) -> dict[str, str]:
    """Open the tutor as the command does, follow a script, leave; the pictures taken."""
    pictures: dict[str, str] = {}
    failed: list[BaseException] = []

    async def follow(pilot: Pilot[None]) -> None:
        try:
            await pilot.pause()
            screen = Screen(pilot, learner, calendar)
            screen.pictures = pictures
            await script(screen)
        except BaseException as error:
            failed.append(error)
        pilot.app.exit()

    def run(self: TutorApp) -> None:
        self.animation_level = "none"
        App.run(self, headless=True, size=size, auto_pilot=follow)  # type: ignore[arg-type]  # a pilot of this app

    usual = TutorApp.run
    TutorApp.run = run  # type: ignore[assignment,method-assign]  # a terminal of the test's own
    try:
        open_screen(make_context(environ, calendar, random.Random(1)))
    finally:
        TutorApp.run = usual  # type: ignore[method-assign]  # see above
    if failed:
        raise failed[0]
    return pictures


def home_of(folder: Path, language: str) -> dict[str, str]:
    """The environment of a learner whose everything lies in a folder."""
    return {"TUTOR_HOME": str(folder), "TUTOR_LANG": language, "TERM": "xterm-256color"}
