"""The program on the screen: what the pages share, and the way from one to the next."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar, Literal, Unpack

from textual import work
from textual.app import App, SystemCommand
from textual.screen import Screen

from tutor.core.cards import CardKey
from tutor.core.log import RowKind
from tutor.core.settings import NotASettingError
from tutor.core.study import DayDone, Lesson, Question, Turn
from tutor.core.text import Language
from tutor.ui import themes
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.rehearsal import Rehearsal, is_untried
from tutor.ui.screens.dialog import Dialog
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.page import Page
from tutor.ui.surroundings import Surroundings
from tutor.words import say

if TYPE_CHECKING:
    from tutor.demo import Demo
    from tutor.packs import Library
    from tutor.study import Study
    from tutor.study.selection import Plan
    from tutor.ui.counting import Counting
    from tutor.ui.player.state import Opening, Play


class TutorApp(App[None]):
    """The tutor in a terminal.

    `remember` keeps a setting, given as text, for the next time, and may raise OSError and
    NotASettingError; `around` says what else there is. `open_demo` loads a demo by
    name and may raise DemoError. `demo` opens that demo at once, over the page of `start`, and
    `opening` says where; a start with a quiz begins `quiz`, or else asks what it shall be about.
    `clock` tells the moment and the zone in which times are shown. With `count_predictions`,
    predicting a step in a concept's demo is a review of that step.
    """

    CSS_PATH = "tutor.tcss"
    TITLE = "tutor"
    BINDINGS: ClassVar[Bindings] = [
        bind("f6,ctrl+l", "language"),
        bind("f7,ctrl+t", "next_theme"),
        bind("ctrl+r", "read_anew"),
        bind(letter("g"), "glossary"),
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
        start: Literal["home", "review", "quiz"] = "home",
        quiz: Plan | None = None,
        demo: str | None = None,
        opening: Opening | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        count_predictions: bool = False,
        around: Surroundings | None = None,
    ) -> None:
        # Without colour the terminal's own are left as they are, for Textual to take them out.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.study = study
        self.library = library
        self.language: Language = language
        self._demo_names = demo_names
        self._remember = remember
        self._open_demo = open_demo
        self._start = start
        self._first_quiz = quiz
        self._first_demo = demo
        self._opening: Opening = opening or {}
        self._clock = clock
        self.around = around or Surroundings()
        self.settings = replace(self.around.settings, count_predictions=count_predictions)
        self._troubles: set[CardKey] = set()
        self.put_aside: set[CardKey] = set()
        """The cards that were asked about, whether they are under another name now."""
        self.rehearsal = Rehearsal(self)
        study.language = language
        for known in themes.THEMES:
            self.register_theme(known)
        self.theme = themes.known(theme)

    async def on_mount(self) -> None:
        """Open the page that was asked for; what is not seen is not made yet."""
        if self._start == "home":
            await self.push_screen(HomePage())
            if self.around.toured is not None:
                self.action_tour()
        elif self._start == "quiz":
            from tutor.ui.quizzing import open_quiz

            await open_quiz(self, self._first_quiz)
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
        if self.around.pause is not None:
            self._watch_files()
        if self.around.moves is not None:
            from tutor.ui.moving import ask_about_moves

            self.call_after_refresh(ask_about_moves, self)

    @work(group="watching")
    async def _watch_files(self) -> None:
        from tutor.ui.watching import watch_files

        if self.around.pause is not None:
            await watch_files(self, self.around.pause)

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
        """What went wrong in the store, in a demo or in a question, as a sentence."""
        from tutor.words.errors import error_sentence

        return error_sentence(error, self.language)

    def now(self) -> datetime:
        """The moment, with its zone."""
        return self._clock()

    @cached_property
    def demo_names(self) -> tuple[str, ...]:
        """The demos there are; their files are looked through only when somebody asks."""
        return tuple(self._demo_names())

    def take_library(self, library: Library) -> None:
        """Ask from these packs from now on."""
        self.study.library = library
        self.library = library

    async def action_read_anew(self) -> None:
        """Read the files of all packs again."""
        from tutor.ui.watching import read_anew

        await read_anew(self, asked=True)

    def flagged(self, key: CardKey) -> bool:
        """Whether the learner flagged a card."""
        return self.study.flagged(key)

    async def turn(self, note: str = "", *, said: str = "") -> None:
        """Show what comes next: a lesson, a question, or the day's end.

        Beside it stands the sentence of the code `note`, or what was `said`.
        """
        if not isinstance(self.screen, Page):
            await self._first_turn()
            return
        with self.screen.reporting():
            await self._go_to(self.study.next())
            said = said or (self.say(f"ui.{note}") if note else "")
            if said and isinstance(self.screen, Page):
                self.screen.note(said)
        self.name_troubles(self.study.troubles)

    def name_troubles(self, troubles: Mapping[CardKey, Exception]) -> None:
        """Say once which cards are left out because their demo or draw does not work."""
        new = {key: why for key, why in troubles.items() if key not in self._troubles}
        if waiting := [why for why in new.values() if is_untried(why)]:
            self.rehearsal.begin(waiting[0])
        new = {key: why for key, why in new.items() if not is_untried(why)}
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
        self.call_after_refresh(self.name_troubles, self.study.troubles)

    async def _go_to(self, turn: Turn) -> None:
        match turn:
            case Question():
                await self._ask(turn)
            case Lesson():
                from tutor.ui.screens.lesson import LessonPage

                await self.show(LessonPage(turn))
            case DayDone():
                from tutor.ui.screens.done import DonePage

                await self.show(DonePage(turn))

    async def _ask(self, question: Question) -> None:
        from tutor.ui.screens.review import ReviewPage

        if isinstance(self.screen, ReviewPage):
            await self.screen.show(question)
        else:
            await self.show(ReviewPage(question))

    async def show(self, page: Page) -> None:
        """Put a page over the home page, in place of the one that lay there."""
        if isinstance(self.screen, Page) and not isinstance(self.screen, HomePage):
            await self.switch_screen(page)
        else:
            await self.push_screen(page)

    async def take_back(self) -> None:
        """Undo the last answer, lesson or mark, name it, and show what comes next.

        A flag changes nothing of what is shown, and from a list only an answer leads away.
        """
        page = self.screen
        assert isinstance(page, Page)
        with page.reporting():
            undone = self.study.undo()
            if undone is None:
                page.note(self.say("ui.note.nothing_to_undo"))
                return
            from tutor.ui.naming import undone_line

            said = undone_line(undone, self.library, self.language)
            stays = page.STAYS and undone.kind is not RowKind.ANSWER
            if stays or undone.kind is RowKind.FLAG:
                page.renew()
                page.note(said)
            else:
                await self.turn(said=said)

    async def widen(self, *, new: int = 0, reviews: int = 0) -> None:
        """Let today hold so many cards more, and go on; nothing happens for none."""
        page = self.screen
        assert isinstance(page, Page)
        if new or reviews:
            with page.reporting():
                self.study.extend(new=new, reviews=reviews)
            await self.turn()

    def demo(self, name: str) -> Demo:
        """A demo by its name; DemoError where it cannot be loaded, or waits for its first run."""
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

        with self.rehearsal.awaiting(partial(self.show_demo, demo, counting, **opening)):
            found = self.demo(demo) if isinstance(demo, str) else demo
        counts = (
            partial(self._count, counting) if counting and self.settings.count_predictions else None
        )
        self.push_screen(PlayerPage(found, counts=counts, **opening))

    def _count(self, counting: Counting, play: Play, text: str) -> bool:
        """Record a prediction as a review, if it can be one."""
        if not isinstance(self.screen, Page):
            return False
        with self.screen.reporting():
            return counting.count(self.study, play, text) is not None
        return False

    def action_marked(self) -> None:
        """List the flagged and suspended cards."""
        from tutor.ui.screens.marked import MarkedPage

        if not isinstance(self.screen, MarkedPage):
            self.push_screen(MarkedPage())

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
        self.take_language("ko" if self.language == "en" else "en")

    def take_language(self, language: Language) -> None:
        """Speak a language from now on, and the next time."""
        self.language = language
        self.study.language = language
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.note("")  # it was said in the other language
            if isinstance(screen, Page | Dialog):
                screen.retell()
        self.keep("language", language)

    def action_next_theme(self) -> None:
        """The next of the three looks."""
        self.take_theme(themes.after(self.theme))

    def take_theme(self, name: str) -> None:
        """Look so from now on, and the next time."""
        self.theme = name
        self.keep("theme", name)

    def keep(self, key: str, text: str) -> None:
        """Keep a setting for the next time; where that cannot be, the page says why."""
        try:
            self._remember(key, text)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            said = self.say("settings.unwritable", file=self.around.file, reason=reason)
        except NotASettingError as error:
            said = self.say(f"settings.{error.code}", **error.details)
        else:
            return
        pages = [screen for screen in self.screen_stack if isinstance(screen, Page)]
        for page in pages[-1:]:
            page.note(said, error=True)

    def action_settings(self) -> None:
        """Open the settings."""
        from tutor.ui.screens.settings import SettingsPage

        if not isinstance(self.screen, SettingsPage):
            self.push_screen(SettingsPage())

    def action_tour(self) -> None:
        """Open the tour."""
        from tutor.ui.screens.tour import TourPage

        if not isinstance(self.screen, TourPage):
            self.push_screen(TourPage())

    async def action_quiz(self) -> None:
        """Ask what a quiz shall be about."""
        from tutor.ui.quizzing import open_quiz

        await self.action_home()
        await open_quiz(self)

    def action_demos(self) -> None:
        """List all demos."""
        from tutor.ui.screens.demos import DemosPage

        if not isinstance(self.screen, DemosPage):
            self.push_screen(DemosPage())

    def action_glossary(self) -> None:
        """Open the glossary."""
        from tutor.ui.screens.glossary import GlossaryPage

        if not isinstance(self.screen, GlossaryPage):
            self.push_screen(GlossaryPage())

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
        from tutor.ui.palette import commands

        return commands(self, screen)
