"""The end of the day's review: what was learnt, what slipped, what comes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click

from tutor.core.study import DayDone, DaySummary, Statistics, Today
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.page import Body, Page
from tutor.ui.widgets.bars import Key, Progress, TopBar, clicked
from tutor.ui.widgets.day import entry_lines, figures, forecast, name_column
from tutor.ui.widgets.typeset import Drawn
from tutor.words import clock_time, date_and_time
from tutor.words.day import (
    Entry,
    asked_entries,
    day_counts,
    held_line,
    learnt_entries,
    more_new,
    tomorrow_line,
)

_LOOK_S = 10.0
"""So often a pause looks at the clock."""


class DonePage(Page):
    """What the day came to; its cards can be looked at, and limits that hold back be widened."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "go_on"),
        bind("up", "choose(-1)"),
        bind("down", "choose(1)"),
        bind(letter("m"), "more_new"),
        bind(letter("r"), "more_reviews"),
        bind(f"{letter('u')},ctrl+z", "undo"),
        bind(f"escape,{letter('q')}", "leave"),
    ]
    TOPICS = ("done", "everywhere")

    def __init__(self, done: DayDone) -> None:
        super().__init__()
        self._done = done
        self._today: Today | None = None
        self._statistics: Statistics | None = None
        self._summary: DaySummary | None = None
        self._slipped: tuple[Entry, ...] = ()
        self._learnt: tuple[Entry, ...] = ()
        self._at: int | None = None
        self._chosen_line = 0

    def body(self) -> ComposeResult:
        """One drawing."""
        yield Drawn("done")

    async def begin(self) -> None:
        """Say what the day came to; the streak needs the whole log and comes a moment later."""
        with self.reporting():
            self._today = self.tutor.study.today()
            self._summary = self.tutor.study.summary()
        self.retell()
        self.call_after_refresh(self._count)
        if self._done.next_at is not None:
            self.set_interval(_LOOK_S, self.retell)

    def _count(self) -> None:
        with self.reporting():
            self._statistics = self.tutor.study.statistics()
        self.query_one("#done", Drawn).refresh(layout=True)

    def retell(self) -> None:
        """Say it in the language of now."""
        total, language = self._done.answered, self.tutor.language
        if self._summary is not None:
            library = self.tutor.library
            self._slipped = asked_entries(self._summary.slipped, library, language)
            self._learnt = learnt_entries(self._summary.learnt, library, language)
        self.query_one(TopBar).update(self.say("review.title"), "", Progress(total, total))
        self.query_one("#done", Drawn).update(self._draw)
        self._retell_keys()

    def _retell_keys(self) -> None:
        opens = self._at is not None
        deed = "open" if opens else "next" if self._is_ready else "home"
        keys = [Key("Enter", self.say(f"key.{deed}"), "screen.go_on")]
        if self._entries:
            keys.append(Key("↑ ↓", self.tutor.say("day.key.look")))
        if more := more_new(self._done):
            keys.append(Key("m", self.tutor.say("day.key.new", n=more), "screen.more_new"))
        if self._done.held_due:
            said = self.tutor.say("day.key.reviews", n=self._done.held_due)
            keys.append(Key("r", said, "screen.more_reviews"))
        self.teach(*keys, Key("u", self.say("key.undo"), "screen.undo", last=True))

    @property
    def _entries(self) -> tuple[Entry, ...]:
        return self._slipped + self._learnt

    @property
    def _is_ready(self) -> bool:
        """Whether the time of a pause has passed."""
        at, now = self._done.next_at, self.tutor.now()
        return at is not None and now.timestamp() * 1000 >= at

    # What it says.

    def _draw(self, width: int) -> Content:
        lines = [Content.styled(self._title, "bold"), Content("")]
        lines += figures(self._figures(), width)
        for sentence in self._sentences():
            lines += Content.styled(sentence, "$quiet").wrap(width)
        column = name_column(self._entries, width)
        for code, entries, first in (
            ("slipped", self._slipped, 0),
            ("learnt", self._learnt, len(self._slipped)),
        ):
            if entries:
                lines += [Content(""), self._heading(code)]
                if self._at is not None and first <= self._at < first + len(entries):
                    self._chosen_line = len(lines) + self._at - first
                lines += entry_lines(entries, self._at, first, "screen.look", column, width)
        summary = self._summary
        if summary is not None and any(summary.ahead):
            language = self.tutor.language
            lines += [Content(""), self._heading("ahead")]
            lines += forecast(summary.ahead, summary.day, language, width)
        return Content("\n").join(lines)

    def _heading(self, code: str) -> Content:
        return Content.styled(self.tutor.say(f"day.{code}"), "bold $accent")

    @property
    def _title(self) -> str:
        if self._is_ready:
            return self.tutor.say("day.title.ready")
        if self._done.waiting:
            return self.say("done.pause")
        pages = self.app.screen_stack
        if any(isinstance(page, HomePage) and page.keeps_to_a_deck for page in pages):
            return self.tutor.say("day.title.deck")
        return self.say("done.title") if self._done.answered else self.tutor.say("day.title.none")

    def _figures(self) -> list[str]:
        summary, counted = self._summary, self._statistics
        if summary is None or not summary.answers:
            return []
        return day_counts(summary, counted.streak if counted else 0, self.tutor.language)

    def _sentences(self) -> list[str]:
        summary = self._summary
        said = [self._next()]
        if summary is not None and summary.answers and not summary.learnt:
            said.insert(0, self.tutor.say("day.nothing_new"))
        said.append(held_line(self._done, self.tutor.language))
        return [sentence for sentence in said if sentence]

    def _next(self) -> str:
        """When it goes on: today, tomorrow, or on a later day."""
        zone, done, summary = self.tutor.now().tzinfo, self._done, self._summary
        if done.next_at is not None:
            time = clock_time(done.next_at, zone)
            return self.say("done.waiting", n=done.waiting, time=time)
        if summary is not None and (told := tomorrow_line(summary.tomorrow, self.tutor.language)):
            return told
        if self._today is None or self._today.next_due is None:
            return ""
        return self.say("done.next", when=date_and_time(self._today.next_due, zone)[:10])

    # What keys do.

    def on_click(self, event: Click) -> None:
        """Look at the card that was clicked."""
        clicked(self, event)

    def action_choose(self, by: int) -> None:
        """Another card; above the first one none."""
        if not self._entries:
            self.action_scroll_by(by)
            return
        last = len(self._entries) - 1
        at = (-1 if self._at is None else self._at) + by
        self._at = min(at, last) if at >= 0 else None
        self.query_one("#done", Drawn).refresh(layout=True)
        self._retell_keys()
        self.call_after_refresh(self._scroll_to_chosen)

    def _scroll_to_chosen(self) -> None:
        body = self.query_one(Body)
        if self._at is None:
            body.scroll_home(animate=False)
            return
        top, high = round(body.scroll_offset.y), body.size.height
        line = self._chosen_line
        if not top <= line < top + high - 1:
            body.scroll_to(y=max(line - high // 2, 0), animate=False)

    async def action_go_on(self) -> None:
        """Look at the chosen card; else go on if something has come due meanwhile, else home."""
        if self._at is not None:
            self.action_look(self._at)
        elif self._is_ready:
            await self.tutor.turn()
        else:
            await self.tutor.action_home()

    def action_look(self, place: int) -> None:
        """Look at a card and at those after it."""
        from tutor.ui.screens.card import open_card

        self._at = place
        slipped = place < len(self._slipped)
        group = self._slipped if slipped else self._learnt
        at = place if slipped else place - len(self._slipped)
        self.retell()
        with self.reporting():
            open_card(self.tutor, [entry.key for entry in group], at, slipped=slipped)

    async def action_leave(self) -> None:
        """Leave the list; from no card of it, the page."""
        if self._at is None:
            await self.tutor.action_home()
        else:
            self._at = None
            self.retell()
            self._scroll_to_chosen()

    async def action_more_new(self) -> None:
        """Let today hold a few new cards more, and go on."""
        await self.tutor.widen(new=more_new(self._done))

    async def action_more_reviews(self) -> None:
        """Let today hold the rest of the reviews, and go on."""
        await self.tutor.widen(reviews=self._done.held_due)

    async def action_undo(self) -> None:
        """Take the day's last answer back."""
        await self.tutor.take_back()
