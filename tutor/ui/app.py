"""The program on the screen: what the pages share, and the way from one to the next."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar, Literal, Unpack

from textual.app import App, SystemCommand
from textual.screen import Screen

from tutor.core.cards import CardKey
from tutor.core.log import Grade
from tutor.core.study import DayDone, Lesson, Question, Turn
from tutor.core.text import Language
from tutor.ui import themes
from tutor.ui.keys import Bindings, bind
from tutor.ui.screens.dialog import Dialog
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.page import Page
from tutor.words import say

if TYPE_CHECKING:
    from tutor.demo import Demo
    from tutor.study import Library, Study
    from tutor.ui.counting import Counting
    from tutor.ui.player.state import Opening, Play


class TutorApp(App[None]):
    """The tutor in a terminal.

    `remember` keeps a setting ("language", "theme") for the next time; `open_demo` loads a demo by
    name and may raise DemoError. `demo` opens that demo at once, over the page of `start`, and
    `opening` says where. `clock` tells the moment and the zone in which times are shown. With
    `count_predictions`, predicting a step in a concept's demo is a review of that step.
    """

    CSS_PATH = "tutor.tcss"
    TITLE = "tutor"
    BINDINGS: ClassVar[Bindings] = [
        bind("f6,ctrl+l", "language"),
        bind("f7,ctrl+t", "next_theme"),
    ]

    def __init__(
        self,
        study: Study,
        library: Library,
        *,
        language: Language,
        theme: str,
        remember: Callable[[str, str], None],
        open_demo: Callable[[str], Demo],
        demo_names: Callable[[], Iterable[str]] = tuple,
        start: Literal["home", "review"] = "home",
        demo: str | None = None,
        opening: Opening | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        count_predictions: bool = False,
    ) -> None:
        super().__init__()
        self.study = study
        self.library = library
        self.language: Language = language
        self._demo_names = demo_names
        self._remember = remember
        self._open_demo = open_demo
        self._start = start
        self._first_demo = demo
        self._opening: Opening = opening or {}
        self._clock = clock
        self._count_predictions = count_predictions
        self._grades: list[tuple[CardKey, Grade]] = []
        self._troubles: set[CardKey] = set()
        study.language = language
        for known in themes.THEMES:
            self.register_theme(known)
        self.theme = themes.known(theme)

    async def on_mount(self) -> None:
        """Open the page that was asked for; what is not seen is not made yet."""
        if self._start == "home":
            await self.push_screen(HomePage())
        else:
            await self.turn()
        if self._first_demo is not None and isinstance(self.screen, Page):
            with self.screen.reporting():
                self.show_demo(self._first_demo, **self._opening)

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is a screen only the theme's colours are taken.

        All style sheets are still to be parsed then: Textual would do it twice.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_ready(self) -> None:
        """The first page is shown: collect garbage again, but never look through the start's."""
        gc.freeze()
        gc.enable()

    @property
    def failure(self) -> Exception | None:
        """The exception that ended the app, if one did: whoever ran it reports it."""
        return self._exception

    def _fatal_error(self) -> None:
        # Textual would print its traceback over the terminal.
        self._close_messages_no_wait()

    def say(self, code: str, **details: object) -> str:
        """The sentence of a code in the language of now."""
        return say(code, self.language, **details)

    def sentence(self, error: Exception) -> str:
        """What went wrong in the store or in a demo, as a sentence."""
        from tutor.store import StoreError

        if isinstance(error, StoreError):
            return self.say(f"error.{error.code}", **error.details)
        from tutor.demo import DemoError
        from tutor.live.errors import LiveError

        if isinstance(error, DemoError):
            from tutor.words.demos import demo_sentence

            return demo_sentence(error, self.language)
        if isinstance(error, LiveError):
            from tutor.words.live import live_sentence

            return live_sentence(error, self.language)
        return str(error)

    def now(self) -> datetime:
        """The moment, with its zone."""
        return self._clock()

    @cached_property
    def demo_names(self) -> tuple[str, ...]:
        """The demos there are; their files are looked through only when somebody asks."""
        return tuple(self._demo_names())

    def flagged(self, key: CardKey) -> bool:
        """Whether the learner flagged a card."""
        return self.study.flagged(key)

    @property
    def sitting(self) -> Counter[Grade]:
        """How the answers of this sitting were graded."""
        return Counter(grade for _, grade in self._grades)

    def graded(self, question: Question, grade: Grade) -> None:
        """An answer was graded, for the first time or anew."""
        if self._asked is question:
            self._ungraded(question.item.key)
        self._grades.append((question.item.key, grade))
        self._asked = question

    def _ungraded(self, key: CardKey) -> None:
        """The last grade of a card counts no more."""
        places = [place for place, (other, _) in enumerate(self._grades) if other == key]
        if places:
            del self._grades[places[-1]]

    _asked: Question | None = None

    async def turn(self, note: str = "") -> None:
        """Show what comes next: a lesson, a question, or the day's end."""
        if not isinstance(self.screen, Page):
            await self._first_turn()
            return
        with self.screen.reporting():
            await self._go_to(self.study.next())
            if note and isinstance(self.screen, Page):
                self.screen.note(self.say(f"ui.{note}"))
        self._name_troubles()

    def _name_troubles(self) -> None:
        """Say once which cards are left out because their demo or draw does not work."""
        new = {key: why for key, why in self.study.troubles.items() if key not in self._troubles}
        self._troubles |= new.keys()
        if new and isinstance(self.screen, Page):
            key, why = next(iter(new.items()))
            details = {"card": key, "reason": self.sentence(why), "n": len(new) - 1}
            code = "ui.note.left_out_more" if len(new) > 1 else "ui.note.left_out"
            self.screen.note(self.say(code, **details), error=True)

    async def _first_turn(self) -> None:
        """Open what comes first; where the store fails, the home page, which says so."""
        from tutor.store import StoreError

        try:
            await self._go_to(self.study.next())
        except StoreError:
            await self.push_screen(HomePage())
        self.call_after_refresh(self._name_troubles)

    async def _go_to(self, turn: Turn) -> None:
        match turn:
            case Question():
                await self._ask(turn)
            case Lesson():
                from tutor.ui.screens.lesson import LessonPage

                await self._show(LessonPage(turn))
            case DayDone():
                from tutor.ui.screens.done import DonePage

                await self._show(DonePage(turn))

    async def _ask(self, question: Question) -> None:
        from tutor.ui.screens.review import ReviewPage

        if isinstance(self.screen, ReviewPage):
            await self.screen.show(question)
        else:
            await self._show(ReviewPage(question))

    async def _show(self, page: Page) -> None:
        """Put a page over the home page, in place of the one that lay there."""
        if isinstance(self.screen, Page) and not isinstance(self.screen, HomePage):
            await self.switch_screen(page)
        else:
            await self.push_screen(page)

    async def take_back(self) -> None:
        """Undo the last thing that was answered or decided, and show what comes next."""
        page = self.screen
        assert isinstance(page, Page)
        with page.reporting():
            undone = self.study.undo()
            if undone is None:
                page.note(self.say("ui.note.nothing_to_undo"))
                return
            if undone.grade is not None:
                self._ungraded(undone.card)
            self._asked = None
            await self.turn("note.undone")

    def demo(self, name: str) -> Demo:
        """A demo by its name; DemoError where it cannot be loaded."""
        return self._open_demo(name)

    def show_demo(
        self, demo: str | Demo, counting: Counting | None = None, **opening: Unpack[Opening]
    ) -> None:
        """Open a demo over the page, on numbers and at a place that `opening` says.

        `counting` says of which concept predictions may be reviews. Raises DemoError where the
        demo cannot be loaded or run.
        """
        if not demo:
            if isinstance(self.screen, Page):
                self.screen.note(self.say("ui.note.no_demo"))
            return
        from tutor.ui.screens.player import PlayerPage

        found = self.demo(demo) if isinstance(demo, str) else demo
        counts = partial(self._count, counting) if counting and self._count_predictions else None
        self.push_screen(PlayerPage(found, counts=counts, **opening))

    def _count(self, counting: Counting, play: Play, text: str) -> bool:
        """Record a prediction as a review, if it can be one."""
        if not isinstance(self.screen, Page):
            return False
        with self.screen.reporting():
            grade = counting.count(self.study, play, text)
            if grade is not None:
                self._grades.append(grade)
                return True
        return False

    async def action_home(self) -> None:
        """Back to the home page, whatever lies over it."""
        if not any(isinstance(screen, HomePage) for screen in self.screen_stack):
            while len(self.screen_stack) > 2:
                self.pop_screen()
            await self.switch_screen(HomePage())
        while not isinstance(self.screen, HomePage):
            self.pop_screen()

    def action_language(self) -> None:
        """The other language, on every page at once."""
        self.language = "ko" if self.language == "en" else "en"
        self.study.language = self.language
        self._remember("language", self.language)
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.note("")  # it was said in the other language
            if isinstance(screen, Page | Dialog):
                screen.retell()

    def action_next_theme(self) -> None:
        """The next of the three looks."""
        self._take_theme(themes.after(self.theme))

    def _take_theme(self, name: str) -> None:
        self.theme = name
        self._remember("theme", name)

    def action_command_palette(self) -> None:
        """The palette, in the language of now."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(
                CommandPalette(
                    placeholder=self.say("ui.palette.placeholder"), id="--command-palette"
                )
            )

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers."""
        commands: list[tuple[str, Callable[[], object]]] = [("language", self.action_language)]
        commands += [
            (f"theme_{theme.name}", partial(self._take_theme, theme.name))
            for theme in themes.THEMES
        ]
        if isinstance(screen, Page):
            commands.append(("keys", screen.action_keys))
        commands += [("home", self.action_home), ("quit", self.exit)]
        for code, deed in commands:
            yield SystemCommand(
                self.say(f"ui.palette.{code}"), self.say(f"ui.palette.{code}.help"), deed
            )
