"""The home page: what today holds, deck by deck."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tutor.core.cards import ConceptId
from tutor.core.study import DeckCount, Today
from tutor.ui.counting import Counting
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.page import Page
from tutor.ui.setting import inline, unglued
from tutor.ui.widgets.bars import Key, TopBar
from tutor.ui.widgets.typeset import Drawn
from tutor.words import clock_time, date_and_time

_COLUMN = 10


class HomePage(Page):
    """What today holds; Enter begins."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "begin"),
        bind(letter("l"), "lesson"),
        bind(letter("o"), "only"),
        bind("f3", "demo"),
        bind(letter("d"), "demos"),
        bind(f"{letter('u')},ctrl+z", "undo"),
        bind(letter("q"), "app.quit"),
    ]
    TOPICS = ("home", "everywhere")

    def __init__(self) -> None:
        super().__init__()
        self._today: Today | None = None
        self._kept = False
        self._before: frozenset[ConceptId] | None = None  # what `--deck` asked for
        self._decks: tuple[DeckCount, ...] = ()

    def body(self) -> ComposeResult:
        """The day's counts, then the decks."""
        yield Drawn("today")
        yield Drawn("columns")
        yield OptionList(id="decks", compact=True, markup=False)

    async def begin(self) -> None:
        """Show the page at once; the day is counted as soon as it is on the screen."""
        self.query_one(OptionList).focus()
        self.retell()
        self.call_after_refresh(self.count)

    def on_screen_resume(self) -> None:
        """Count anew: something may have been learnt meanwhile."""
        if self._kept:
            self.tutor.study.keep_to(self._before)
            self._kept = False
        if self._today is not None:
            self.count()

    def count(self) -> None:
        """Ask what today holds now."""
        with self.reporting():
            self._today = self.tutor.study.today()
            self._decks = self._today.decks
            self.retell()

    def retell(self) -> None:
        """Say the day and the decks in the language of now."""
        self.query_one(TopBar).update(self.say("home.title"))
        self.query_one("#today", Drawn).update(self._draw_day)
        self.query_one("#columns", Drawn).update(self._draw_columns if self._decks else None)
        self._fill()
        keys = [Key("Enter", self.say("key.begin"), "screen.begin")]
        if self._decks:
            keys.append(Key("o", self.say("key.only"), "screen.only"))
            keys.append(Key("l", self.say("key.lesson"), "screen.lesson"))
        keys.append(Key("d", self.say("key.demos"), "screen.demos"))
        self.teach(
            *keys,
            Key("^l", self.say("key.language"), "app.language", last=True),
            Key("q", self.say("key.quit"), "app.quit", last=True),
        )

    def _draw_day(self, width: int) -> Content:
        today = self._today
        if today is None:
            return Content(" ")
        if not self.tutor.library.items:
            return Content("\n").join(Content(self.say("home.empty")).wrap(width))
        counts = [
            ("home.due", today.due),
            ("home.new", today.new),
            ("home.learning", today.learning),
        ]
        line = Content("      ").join(
            Content.assemble(
                (str(number), "bold" if number else "$quiet"), " ", (self.say(code), "$quiet")
            )
            for code, number in counts
        )
        sentence = self._sentence(today)
        return Content("\n").join(
            [line, Content(""), *Content.styled(sentence, "$quiet").wrap(width)]
        )

    def _sentence(self, today: Today) -> str:
        left = today.due + today.new + today.learning
        if left and today.answered:
            return self.say("home.goes_on", answered=today.answered)
        if left:
            return self.say("home.begins")
        if today.next_due is None:
            return self.say("home.nothing")
        return self.say("home.done", answered=today.answered, when=self._when(today.next_due))

    def _when(self, at_ms: int) -> str:
        """A time of today by the clock, a later one with its date."""
        now = self.tutor.now()
        then = datetime.fromtimestamp(at_ms / 1000, now.tzinfo)
        return (clock_time if then.date() == now.date() else date_and_time)(at_ms, now.tzinfo)

    def _draw_columns(self, width: int) -> Content:
        heads = [self.say(f"home.{name}") for name in ("due", "new", "learning")]
        return self._row(Content(self.say("home.decks")), heads, width).stylize("$quiet")

    def _fill(self) -> None:
        decks = self.query_one("#decks", OptionList)
        at = decks.highlighted
        width = max(decks.scrollable_content_region.width - 2, 20)  # less the options' padding
        decks.clear_options()
        decks.add_options(Option(self._deck(deck, width), id=deck.concept) for deck in self._decks)
        if self._decks:
            decks.highlighted = min(at or 0, len(self._decks) - 1)

    def _deck(self, deck: DeckCount, width: int) -> Content:
        title = unglued(inline(self.tell(deck.title)))
        numbers = [str(n) if n else "·" for n in (deck.due, deck.new, deck.learning)]
        return self._row(title, numbers, width)

    def _row(self, title: Content, cells: list[str], width: int) -> Content:
        column = _COLUMN if width >= 60 else 6
        room = max(width - column * len(cells), 8)
        title = title.truncate(room - 1, ellipsis=True)
        parts = [title.pad_right(max(room - title.cell_length, 0))]
        for cell in cells:
            text = Content(cell).truncate(column - 1, ellipsis=True)
            parts.append(text.pad_left(column - text.cell_length))
        return Content.assemble(*parts)

    def on_resize(self) -> None:
        """Set the rows in the new width."""
        self.call_after_refresh(self._fill)

    @property
    def _chosen(self) -> DeckCount | None:
        at = self.query_one("#decks", OptionList).highlighted
        return self._decks[at] if at is not None and at < len(self._decks) else None

    @on(OptionList.OptionSelected)
    async def _begin(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_begin()

    async def action_begin(self) -> None:
        """Go to the day's first lesson or question."""
        await self.tutor.turn()

    async def action_only(self) -> None:
        """Go to the chosen deck's first lesson or question; coming back here lifts it."""
        if (deck := self._chosen) is not None:
            self._before = self.tutor.study.keep_to([deck.concept])
            self._kept = True
            await self.tutor.turn()

    def action_lesson(self) -> None:
        """Read the chosen deck's lesson again; the day is not touched."""
        deck = self._chosen
        concept = self.tutor.library.concepts.get(deck.concept) if deck else None
        if concept is None or not concept.lesson:
            self.note(self.say("note.no_lesson"))
            return
        from tutor.core.study import Lesson
        from tutor.ui.screens.lesson import LessonPage

        self.app.push_screen(LessonPage(Lesson(concept), again=True))

    def action_demo(self) -> None:
        """Open the chosen deck's demo."""
        deck = self._chosen
        concept = self.tutor.library.concepts.get(deck.concept) if deck else None
        with self.reporting():
            if concept is None:
                self.tutor.show_demo("")
            else:
                self.tutor.show_demo(concept.demo, Counting(concept))

    def action_demos(self) -> None:
        """List all demos."""
        from tutor.ui.screens.demos import DemosPage

        self.app.push_screen(DemosPage())

    async def action_undo(self) -> None:
        """Take the last answer back and ask it again."""
        await self.tutor.take_back()
