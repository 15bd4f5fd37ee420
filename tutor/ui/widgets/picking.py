"""Rows that are answered with the arrows, digits, space and the mouse: what they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message

from tutor.core.study import Given, Verdict
from tutor.core.text import Language
from tutor.ui.keys import Bindings, bind
from tutor.ui.widgets.typeset import Typeset


class Picking(Typeset, can_focus=True):
    """Rows with one among them at which the learner stands; nothing moves once it is judged.

    A subclass draws its rows (`draw_row`) and says what space, Enter, a digit and a click do.
    """

    BINDINGS: ClassVar[Bindings] = [
        bind("up", "move(-1)"),
        bind("down", "move(1)"),
        bind("space", "pick"),
        bind("enter", "answer"),
    ]
    keys: Sequence[tuple[str, str]] = ()
    """What the bar of keys teaches beside Enter: a label, and a code under `ui.key`."""

    class Answered(Message):
        """The learner gave the whole answer."""

        def __init__(self, given: Given) -> None:
            super().__init__()
            self.given = given

    class Lacking(Message):
        """Enter came too early; `said` is what is missing."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    class Changed(Message):
        """What Enter would give is another answer now: what was lacking may be no longer."""

    def __init__(self, count: int, language: Language) -> None:
        super().__init__()
        self.count = count
        self.language = language
        self.verdict: Verdict | None = None
        self.at = 0
        self._drawn: list[int] = []

    def retell(self, language: Language) -> None:
        """Show the rows in another language; what was done with them stays."""
        self.language = language
        self.refresh(layout=True)

    def judged(self, verdict: Verdict) -> None:
        """Show what was right; nothing can be changed any more."""
        self.verdict = verdict
        self.can_focus = False
        self.refresh(layout=True)

    def draw_row(self, place: int, width: int) -> list[Content]:
        """The lines of the row at a place, from the top."""
        raise NotImplementedError

    def digit(self, number: int) -> None:
        """A digit was pressed, from 1 to the number of rows."""
        raise NotImplementedError

    def clicked(self, place: int, x: int) -> None:
        """The row at a place was clicked, `x` cells from its left edge."""
        raise NotImplementedError

    def action_pick(self) -> None:
        """What space does."""
        raise NotImplementedError

    def action_answer(self) -> None:
        """What Enter does."""
        raise NotImplementedError

    def set_in(self, width: int) -> Content:
        """Row by row; a few of them stand apart where the window is high."""
        lines: list[Content] = []
        self._drawn = []
        spaced = self.count <= 4 and self.app.size.height >= 28
        for place in range(self.count):
            row = self.draw_row(place, width)
            if lines and spaced:
                lines.append(Content(""))
                self._drawn.append(place - 1)
            lines += row
            self._drawn += [place] * len(row)
        return Content("\n").join(lines)

    def edge(self, place: int) -> Content:
        """The bar at the row where the learner stands, while the keys go there."""
        here = self.verdict is None and place == self.at and self.has_focus
        return Content.styled("▌" if here else " ", "$accent")

    def row_at(self, y: int) -> int:
        """The row that stands on a line, the nearest one for a line outside."""
        return self._drawn[min(max(y, 0), len(self._drawn) - 1)]

    def on_key(self, event: Key) -> None:
        """Digits act at once."""
        digit = event.character or ""
        if self.verdict is None and digit.isdecimal() and 1 <= int(digit) <= self.count:
            event.stop()
            self.digit(int(digit))

    def on_click(self, event: Click) -> None:
        """A click acts on the row under the pointer."""
        if self.verdict is None and event.y < len(self._drawn):
            self.clicked(self._drawn[event.y], event.x)

    def on_focus(self) -> None:
        """The row that the arrows move shows only while they do."""
        self.refresh()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.refresh()

    def action_move(self, by: int) -> None:
        """Go to the row below or above, round the ends."""
        self.at = (self.at + by) % self.count
        self.refresh()
        self.show_row()

    def show_row(self) -> None:
        """Scroll so far that the row at which the learner stands is seen."""
        self.call_after_refresh(self._scroll_to_row)

    def _scroll_to_row(self) -> None:
        page = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if page is None or self.at not in self._drawn:
            return
        top = self.region.y + self._drawn.index(self.at)
        bottom = top + self._drawn.count(self.at)
        seen = page.content_region
        if top < seen.y:
            page.scroll_relative(y=top - seen.y, animate=False)
        elif bottom > seen.bottom:
            page.scroll_relative(y=bottom - seen.bottom, animate=False)


def led(lead: Content, lines: Sequence[Content], edge: Content) -> list[Content]:
    """Lines behind a lead; the lines after the first stand under it, with only its edge."""
    rest = Content.assemble(edge, " " * (lead.cell_length - edge.cell_length))
    return [Content.assemble(rest if number else lead, line) for number, line in enumerate(lines)]
