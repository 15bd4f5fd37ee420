"""An array that one can walk in: a cursor, cells that are lit, covered or marked, the mouse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.message import Message

from tutor.ui.widgets.array_canvas import ArrayCanvas, Marked, Place
from tutor.ui.widgets.array_layout import Index, column_at

__all__ = ["ArrayView", "Index", "Marked"]


class ArrayView(ArrayCanvas, can_focus=False):
    """One array under its label, as large as its cells; where there is less room, it scrolls.

    The page owns the keys and moves the cursor; only the mouse works here. Nothing is told by
    colour alone: the cursor has brackets, a lit cell pointed ones, a covered one shows `?`, a mark
    is a sign.
    """

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell."""

        view: ArrayView
        index: Index

        @property
        def control(self) -> ArrayView:
            """The array it moved in."""
            return self.view

    @dataclass
    class Entered(Message):
        """A cell was clicked twice: its own arithmetic is asked for."""

        view: ArrayView
        index: Index

        @property
        def control(self) -> ArrayView:
            """The array it stands in."""
            return self.view

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._wanted: list[Place] = []
        """What was last scrolled to, and stays in sight when the room changes."""

    @property
    def cursor(self) -> Index | None:
        """The cell with the cursor; None where it is in another array."""
        return None if self._place is None else self._layout.index(*self._place)

    @property
    def lit(self) -> frozenset[Index]:
        """The cells that are lit."""
        return self._lit

    @property
    def covered(self) -> frozenset[Index]:
        """The cells that do not show their numbers yet."""
        return self._covered

    @property
    def marks(self) -> Mapping[Index, Marked]:
        """What is said of which cell."""
        return self._marks

    def show(self, array: Any, label: Content | str = "", *, heat: bool = True) -> None:
        """Show another array under a label; nothing in it is lit, covered or marked.

        `array` holds numbers, truth values or words, of any rank. The cursor stays where it was
        if the array has such a cell.
        """
        super().show(array, label, heat=heat)
        self._reveal([] if self._place is None else [self._place])

    def go(self, index: Index | None) -> bool:
        """Put the cursor on a cell, or take it away; False where there is no such cell.

        `Moved` is posted if the cursor was elsewhere.
        """
        place = None if index is None else self._layout.place(index)
        if index is not None and place is None:
            return False
        self._put(place)
        return True

    def move(self, rows: int, columns: int) -> bool:
        """Move the cursor, through all blocks but no further than the edges.

        False where it was at the edge already. Without a cursor, it comes to the first cell.
        """
        made = self._layout
        if not made.rows:
            return False
        before = self._place
        if before is None:
            self._put((0, 0))
            return True
        row = max(0, min(before[0] + rows, made.rows - 1))
        column = max(0, min(before[1] + columns, made.columns - 1))
        self._put((row, column))
        return self._place != before

    def light(self, cells: Collection[Index], *, reveal: bool = True) -> None:
        """Light these cells and no others; scroll to them, unless told otherwise."""
        lit = frozenset(cells)
        if lit == self._lit:
            return
        changed, self._lit = lit ^ self._lit, lit
        self._repaint(self._places(changed))
        if reveal:
            self._reveal(self._places(lit))

    def cover(self, cells: Collection[Index]) -> None:
        """Hide the numbers of these cells and of no others."""
        covered = frozenset(cells)
        changed, self._covered = covered ^ self._covered, covered
        self._repaint(self._places(changed))

    def mark(self, marked: Mapping[Index, Marked]) -> None:
        """Mark these cells and no others; any mark makes all cells wider by its sign."""
        before, self._marks = self._marks, dict(marked)
        if bool(before) != bool(self._marks):
            self._measure()
            self._reveal(self._wanted)
        else:
            self._repaint(self._places({*before, *self._marks}))

    def index_at(self, x: int, y: int) -> Index | None:
        """The cell at a place of the widget, None where there is none."""
        if not self._sight.contains(x, y):
            return None
        line = y - self.head + self.scroll_offset.y
        column = column_at(self._starts, x - self._layout.gutter + self.scroll_offset.x)
        if line >= len(self._layout.lines) or column is None:
            return None
        row = self._layout.lines[line]
        return None if isinstance(row, str) else self._layout.index(row, column)

    def on_resize(self) -> None:
        """What was to be seen is to be seen still."""
        self._reveal(self._wanted)

    def watch_show_horizontal_scrollbar(self) -> None:
        """A scrollbar takes a line away."""
        self._reveal(self._wanted)

    def watch_show_vertical_scrollbar(self) -> None:
        """A scrollbar takes a column away."""
        self._reveal(self._wanted)

    def on_click(self, event: Click) -> None:
        """A click puts the cursor on a cell, a second one goes into it."""
        at = event.get_content_offset(self)
        index = None if at is None else self.index_at(at.x, at.y)
        if index is None:
            return
        event.stop()
        self.go(index)
        if event.chain == 2:
            self.post_message(self.Entered(self, index))

    def _put(self, place: Place | None) -> None:
        before = self._place
        if place == before:
            return
        self._place = place
        for changed in (before, place):
            if changed is not None:
                self._repaint([changed])
                self._repaint_margins(changed)
        if place is not None:
            self._reveal([place])
            self.post_message(self.Moved(self, self._layout.index(*place)))

    def _places(self, cells: Collection[Index]) -> list[Place]:
        found = (self._layout.place(index) for index in cells)
        return [place for place in found if place is not None]

    def _repaint(self, places: Iterable[Place]) -> None:
        """Have these cells drawn again: a region for rows that follow one another alike."""
        spans: dict[int, tuple[int, int]] = {}
        for row, column in places:
            first, last = spans.get(row, (column, column))
            spans[row] = (min(first, column), max(last, column))
        regions: list[Region] = []
        for row in sorted(spans):
            region = self._cells(row, *spans[row])
            above = regions[-1] if regions else None
            if above and (above.x, above.width, above.bottom) == (region.x, region.width, region.y):
                regions[-1] = Region(above.x, above.y, above.width, above.height + 1)
            else:
                regions.append(region)
        sight = self._sight
        for region in regions:
            if seen := region.intersection(sight):
                self.refresh(seen)

    def _repaint_margins(self, place: Place) -> None:
        """Have the numbers of a row and a column drawn again."""
        row, column = place
        cell = self._cells(row, column, column)
        line = Region(0, cell.y, self._layout.gutter, 1)
        if line.y >= self.head and line.width:
            self.refresh(line)
        if self._layout.columns_numbered:
            self.refresh(Region(0, self.head - 1, self.size.width, 1))

    def _cells(self, row: int, first: int, last: int) -> Region:
        """Where some cells of a row stand in the widget, in sight or not."""
        x = self._starts[first] + self._layout.gutter - self.scroll_offset.x
        y = self._layout.line_of_row[row] + self.head - self.scroll_offset.y
        return Region(x, y, self._starts[last + 1] - self._starts[first], 1)

    def _reveal(self, places: Iterable[Place]) -> None:
        """Scroll as little as it takes to see these cells; the first ones if not all fit."""
        self._wanted = list(places)
        sight = self._sight
        if not self._wanted or not sight.area:
            return
        rows, columns = zip(*self._wanted, strict=True)
        lines = [self._layout.line_of_row[row] for row in (min(rows), max(rows))]
        if lines[0] and isinstance(self._layout.lines[lines[0] - 1], str):
            lines[0] -= 1
        x = _nearest(
            self.scroll_offset.x,
            sight.width,
            self._starts[min(columns)],
            self._starts[max(columns) + 1],
        )
        if x > self.scroll_offset.x:
            # Whole columns from the left, so that what is cut is cut at one side only.
            x = min(self._starts[bisect_left(self._starts, x)], self._starts[min(columns)])
        y = _nearest(self.scroll_offset.y, sight.height, lines[0], lines[1] + 1)
        if (x, y) != self.scroll_offset:
            self.scroll_to(x, y, animate=False)


def _nearest(now: int, room: int, first: int, end: int) -> int:
    """Where to scroll to, so that `first` to `end` are seen, or as many of them as fit."""
    return first if end - first >= room or first < now else max(now, end - room)
