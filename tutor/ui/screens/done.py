"""The end of the day's review."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from tutor.core.log import Grade
from tutor.core.study import DayDone, Statistics, Today
from tutor.ui.keys import Bindings, bind, letter
from tutor.ui.screens.page import Page
from tutor.ui.widgets.bars import Key, Progress, TopBar, bar
from tutor.ui.widgets.typeset import Drawn
from tutor.words import clock_time, date_and_time, grade_name


class DonePage(Page):
    """What the day came to, and when the next card is due."""

    BINDINGS: ClassVar[Bindings] = [
        bind("enter,space", "go_on"),
        bind(f"{letter('u')},ctrl+z", "undo"),
        bind(f"escape,{letter('q')}", "app.home"),
    ]
    TOPICS = ("done", "everywhere")

    def __init__(self, done: DayDone) -> None:
        super().__init__()
        self._done = done
        self._today: Today | None = None
        self._statistics: Statistics | None = None

    def body(self) -> ComposeResult:
        """One drawing."""
        yield Drawn("done")

    async def begin(self) -> None:
        """Count what the day came to."""
        with self.reporting():
            self._today = self.tutor.study.today()
            self._statistics = self.tutor.study.statistics()
        self.retell()

    def retell(self) -> None:
        """Say it in the language of now."""
        total = self._done.answered
        self.query_one(TopBar).update(self.say("review.title"), "", Progress(total, total))
        self.query_one("#done", Drawn).update(self._draw)
        self.teach(
            Key("Enter", self.say("key.home"), "screen.go_on"),
            Key("u", self.say("key.undo"), "screen.undo", last=True),
        )

    def _draw(self, width: int) -> Content:
        waiting = self._done.waiting > 0
        lines = [Content.styled(self.say("done.pause" if waiting else "done.title"), "bold")]
        lines += [
            Content(""),
            *Content(self.say("done.answered", n=self._done.answered)).wrap(width),
        ]
        lines += self._shares(width)
        if sentence := self._next():
            lines += [Content(""), *Content.styled(sentence, "$quiet").wrap(width)]
        return Content("\n").join(lines)

    def _shares(self, width: int) -> list[Content]:
        """How the day's answers went, a bar a grade."""
        counts = self.tutor.sitting
        total = sum(counts.values())
        if not total:
            return []
        names = {grade: grade_name(grade, self.tutor.language) for grade in Grade}
        column = max(Content(name).cell_length for name in names.values()) + 3
        wide = max(min(width - column - 8, 40), 4)
        lines = [Content("")]
        for grade, name in names.items():
            label = Content(name)
            lines.append(
                Content.assemble(
                    label.pad_right(column - label.cell_length),
                    bar(Progress(counts[grade], total), wide),
                    f"  {counts[grade]}",
                )
            )
        right = total - counts[Grade.AGAIN]
        lines += [Content(""), Content(self.say("done.share", share=f"{right / total:.0%}"))]
        return lines

    def _next(self) -> str:
        now = self.tutor.now()
        if self._done.next_at is not None:
            return self.say(
                "done.waiting",
                n=self._done.waiting,
                time=clock_time(self._done.next_at, now.tzinfo),
            )
        if self._today is None or self._today.next_due is None:
            return ""
        at = self._today.next_due
        tomorrow = date_and_time(int((now + timedelta(days=1)).timestamp() * 1000), now.tzinfo)
        date = date_and_time(at, now.tzinfo)
        if date[:10] == tomorrow[:10]:
            return self.say("done.tomorrow")
        return self.say("done.next", when=date[:10])

    async def action_go_on(self) -> None:
        """Go on if something has come due meanwhile, else home."""
        await self.tutor.action_home()

    async def action_undo(self) -> None:
        """Take the day's last answer back."""
        await self.tutor.take_back()
