"""A form: rows to tick, and values to change, with the arrows, space and the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message

from tutor.maths import cells
from tutor.ui.keys import Bindings, bind
from tutor.ui.widgets.typeset import Typeset

_NOTE_GAP = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between rows; one does not stand on it."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A row that is ticked or not, `partly` where only some of what it stands for is."""

    text: str
    on: bool
    note: str = ""
    indent: int = 0
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A row with a value that left and right change; `column` is where it stands."""

    text: str
    value: str
    column: int
    note: str = ""


Row = Heading | Tick | Value


class Form(Typeset, can_focus=True):
    """Rows with one among them at which the learner stands; the page holds what they mean."""

    BINDINGS: ClassVar[Bindings] = [
        bind("up", "move(-1)"),
        bind("down", "move(1)"),
        bind("left", "change(-1)"),
        bind("right", "change(1)"),
        bind("space", "change(0)"),
        bind("home", "edge(False)"),
        bind("end", "edge(True)"),
        bind("pageup", "leap(-8)"),
        bind("pagedown", "leap(8)"),
    ]

    class Changed(Message):
        """A row was acted on: ticked (0), or its value sent to the next one or the one before."""

        def __init__(self, row: int, by: int) -> None:
            super().__init__()
            self.row = row
            self.by = by

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._rows: Sequence[Row] = ()
        self.at = 0

    def update(self, rows: Sequence[Row]) -> None:
        """Show other rows; one stands at the same place."""
        self._rows = rows
        if not self._can_stand(self.at):
            self.at = next((n for n in range(len(rows)) if self._can_stand(n)), 0)
        self.renew()

    @property
    def row(self) -> Row | None:
        """The row at which the learner stands."""
        return self._rows[self.at] if self.at < len(self._rows) else None

    def set_in(self, width: int) -> Content:
        """A line a row, an empty one above a heading."""
        lines: list[Content] = []
        self._lines: list[int] = []
        columns = self._columns()
        for place, row in enumerate(self._rows):
            if isinstance(row, Heading) and lines:
                lines.append(Content(""))
                self._lines.append(-1)
            lines.append(self._draw(place, row, columns[place]).truncate(width, ellipsis=True))
            self._lines.append(place)
        return Content("\n").join(lines)

    def _columns(self) -> list[tuple[int, int]]:
        """Where each row's note begins and how wide the notes are, alike between headings."""
        blocks: list[list[Tick | Value]] = [[]]
        places = []
        for row in self._rows:
            if isinstance(row, Heading):
                blocks.append([])
            else:
                blocks[-1].append(row)
            places.append(len(blocks) - 1)
        found = [
            (
                max(map(_wide, block), default=0),
                max((cells(row.note) for row in block), default=0),
            )
            for block in blocks
        ]
        return [found[block] for block in places]

    def _draw(self, place: int, row: Row, columns: tuple[int, int]) -> Content:
        here = place == self.at and self.has_focus
        edge = Content.styled("▌ " if here else "  ", "$accent")
        style = "bold" if here else ""
        match row:
            case Heading(text, note):
                pieces = [(text, "$accent"), ("   " + note if note else "", "$quiet")]
                return Content.assemble("  ", *pieces)
            case Tick(text, on, note, indent, partly):
                box = ("■", "$accent") if on else ("◪" if partly else "□", "$accent" * partly)
                told = Content.assemble(" " * indent, box, "  ", (text, style))
                note = note.rjust(columns[1]) if note.isdecimal() else note
            case Value(text, value, column, note):
                arrows = ("‹", "›") if here else (" ", " ")
                told = Content.assemble((text, style), " " * (column - cells(text)))
                told = Content.assemble(
                    told, (arrows[0], "$accent"), f" {value} ", (arrows[1], "$accent")
                )
        if note:
            told = told.pad_right(max(columns[0] - told.cell_length, 0))
            return Content.assemble(edge, told, " " * _NOTE_GAP, (note, "$quiet"))
        return Content.assemble(edge, told)

    def _can_stand(self, place: int) -> bool:
        return 0 <= place < len(self._rows) and not isinstance(self._rows[place], Heading)

    def action_move(self, by: int) -> None:
        """Go to the row below or above, round the ends."""
        if not self._rows:
            return
        at = (self.at + by) % len(self._rows)
        while not self._can_stand(at):
            at = (at + by) % len(self._rows)
        self._stand(at)

    def action_leap(self, by: int) -> None:
        """Several rows at once, to the ends and not beyond."""
        at = min(max(self.at + by, 0), len(self._rows) - 1)
        if self._can_stand(at):
            self._stand(at)
        else:
            self.at = at
            self.action_move(1 if by > 0 else -1)

    def action_edge(self, end: bool) -> None:
        """The first row or the last."""
        self.at = len(self._rows) - 1 if end else 0
        if not self._can_stand(self.at):
            self.action_move(-1 if end else 1)
        self._stand(self.at)

    def action_change(self, by: int) -> None:
        """Tick the row, or change its value; a value that is ticked goes on to the next one."""
        if isinstance(self.row, Value):
            self.post_message(self.Changed(self.at, by or 1))
        elif by == 0 and self.row is not None:
            self.post_message(self.Changed(self.at, 0))

    def on_click(self, event: Click) -> None:
        """Act on the row that was clicked."""
        place = self._lines[event.y] if event.y < len(self._lines) else -1
        if self._can_stand(place):
            self._stand(place)
            self.action_change(0)

    def on_focus(self) -> None:
        """The row one stands at shows only while the keys go there."""
        self.refresh()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self.refresh()

    def _stand(self, at: int) -> None:
        self.at = at
        self.refresh()
        self.call_after_refresh(self._scroll_to_row)

    def _scroll_to_row(self) -> None:
        page = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if page is None or self.at not in self._lines:
            return
        line = self._lines.index(self.at)
        # What stands above the first row, its heading, comes into view with it.
        first = next(n for n in range(len(self._rows)) if self._can_stand(n))
        top = self.region.y + (0 if self.at == first else max(line - 1, 0))
        bottom = self.region.y + line + 1
        seen = page.content_region
        if top < seen.y:
            page.scroll_relative(y=top - seen.y, animate=False)
        elif bottom > seen.bottom:
            page.scroll_relative(y=bottom - seen.bottom, animate=False)


def _wide(row: Tick | Value) -> int:
    """How many cells a row takes before its note: a box or two arrows, and their gaps."""
    if isinstance(row, Tick):
        return row.indent + 3 + cells(row.text)
    return row.column + 4 + cells(row.value)
