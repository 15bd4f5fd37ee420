"""A lesson: one text, read before the first card of its concept."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from tutor.core.study import Lesson
from tutor.core.text import Text, in_language
from tutor.ui.counting import Counting
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.page import Body, Page
from tutor.ui.setting import inline, unglued
from tutor.ui.widgets.bars import Key, TopBar
from tutor.ui.widgets.typeset import Prose


class LessonPage(Page):
    """A concept's lesson. Enter goes on; one that is read `again` only goes back."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter", "go_on"),
        bind("space", "leaf"),
        bind(f"f3,{letter('d')}", "demo"),
        bind(f"{letter('u')},ctrl+z", "undo"),
        bind(f"escape,{letter('q')}", "leave"),
    ]
    TOPICS = ("lesson", "everywhere")

    def __init__(self, lesson: Lesson, *, again: bool = False) -> None:
        super().__init__()
        self.lesson = lesson
        self._again = again

    def body(self) -> ComposeResult:
        """The text and where it comes from."""
        yield Prose("text")
        yield Prose("source", style="$quiet")

    def tell(self, text: Text) -> str:
        """A text of the lesson: in the language that is set for its deck, else in that of now."""
        return in_language(text, self.lesson.language or self.tutor.language)

    def retell(self) -> None:
        """The lesson in its language, and what is around it in that of now."""
        concept = self.lesson.concept
        title = unglued(inline(self.tell(concept.title))).plain
        track = self.tell(self.tutor.library.tracks.get(concept.track, ""))
        where = " · ".join(part for part in (track, self.say("lesson.title")) if part)
        self.query_one(TopBar).update(title, where)
        self.query_one("#text", Prose).update(self.tell(concept.lesson))
        self.query_one("#source", Prose).update(self.tell(concept.source))
        keys = [
            Key("Enter", self.say("key.back" if self._again else "key.go_on"), "screen.go_on"),
            Key("Space", self.say("key.leaf"), "screen.leaf"),
        ]
        if concept.demo:
            keys.append(Key("F3", self.say("key.demo"), "screen.demo"))
        keys.append(Key("g", self.tutor.say("glossary.key"), "app.glossary"))
        away = self.say("key.back" if self._again else "key.home")
        self.teach(*keys, Key("q", away, "screen.leave", last=True))

    async def action_go_on(self) -> None:
        """The lesson has been read: go on to what comes next."""
        if self._again:
            self.app.pop_screen()
            return
        with self.reporting():
            self.tutor.study.read(self.lesson)
            await self.tutor.turn()

    async def action_leave(self) -> None:
        """Go home; from a lesson that is read again, to where one came from."""
        if self._again:
            self.app.pop_screen()
        else:
            await self.tutor.action_home()

    async def action_leaf(self) -> None:
        """Turn the page; at the end go on."""
        body = self.query_one(Body)
        if body.scroll_offset.y >= body.max_scroll_y:
            await self.action_go_on()
        else:
            self.action_scroll_pages(1)

    def action_demo(self) -> None:
        """Open the concept's demo."""
        with self.reporting():
            self.tutor.show_demo(self.lesson.concept.demo, Counting(self.lesson.concept))

    async def action_undo(self) -> None:
        """Take the last answer back."""
        await self.tutor.take_back()
