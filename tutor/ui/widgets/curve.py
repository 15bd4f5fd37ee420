"""The rows of an array as curves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size

from tutor.maths import cells
from tutor.numbers import show
from tutor.ui.widgets.array_layout import Index
from tutor.ui.widgets.braille import ACROSS, DOWN, Braille, ticks
from tutor.ui.widgets.heat import backgrounds
from tutor.ui.widgets.picture import Picture, width_of

_SIGNS = "abcdef"
_NARROWEST, _LOWEST = 8, 3
_APART = 10

Curve = tuple[Index, list[float]]


class CurveView(Picture):
    """Each row of an array as a curve over its columns, with axes; a vector is one curve.

    Several curves carry letters, so that they are told apart without colour. More than six are not
    drawn. What is infinite or no number is a gap.
    """

    kind = "curve"

    @property
    def best(self) -> Size:
        """Wide enough for a trend, and no higher than a page can spare."""
        return Size(64, 16)

    def drawn_size(self, room: Size) -> Size:
        """All the room: a curve is the better to look at the larger it is."""
        if not self._curves:
            return Size(self.label.cell_length + 1, self.head)
        return Size(room.width, max(room.height, self.head + _LOWEST + len(self._legend()) + 2))

    def draw(self, room: Size) -> list[list[Segment]]:
        """The curves, the axes, the legend."""
        if not self._curves:
            return []
        legend = self._legend()
        height = max(_LOWEST, room.height - self.head - 2 - len(legend))
        heights = self._heights(height)
        marks = [show(height, 3) for height in heights]
        margin = max(map(cells, marks)) + 2
        width = max(_NARROWEST, room.width - margin - 1)
        plot = _Plot(self._curves, width, height, (heights[0], heights[-1]))
        rows = {plot.row(tick): mark for tick, mark in zip(heights, marks, strict=True)}
        point = self._pointed_cell(plot)
        lines = []
        for row in range(height):
            mark = rows.get(row, "")
            edge = self.quiet(f"{mark:>{margin - 1}} {'┤' if mark else '│'}")
            lines.append([edge, *self._row(plot, row, point)])
        return lines + self._axis(plot, margin) + legend

    @property
    def _curves(self) -> list[Curve]:
        """The curves that are drawn."""
        if self.array is None or not self.array.size:
            return []
        return self._all_curves[: len(_SIGNS)]

    @property
    def _all_curves(self) -> list[Curve]:
        return [
            ((*index, place) if len(self.array.shape) > 1 else (), row)
            for index, rows in self.planes
            for place, row in enumerate(rows)
            if any(map(math.isfinite, row))
        ]

    def _heights(self, height: int) -> list[float]:
        numbers = [number for _, row in self._curves for number in row if math.isfinite(number)]
        return ticks(min(numbers), max(numbers), max(2, height // 2))

    def _pointed_cell(self, plot: _Plot) -> tuple[int, int] | None:
        if self.point is None or not self.point:
            return None
        for index, row in self._curves:
            place = self.point[-1]
            if self.point[:-1] == index and place < len(row) and math.isfinite(row[place]):
                return plot.cell_of(place, row[place])
        return None

    def _row(self, plot: _Plot, row: int, point: tuple[int, int] | None) -> Iterator[Segment]:
        for column in range(plot.width):
            sign, by = plot.sign(column, row)
            if (column, row) == point:
                yield Segment("o", self.rich_style + Style(bold=True, reverse=True))
            else:
                yield Segment(sign, self._ink(by))

    def _axis(self, plot: _Plot, margin: int) -> list[list[Segment]]:
        """The line below the curves, and the numbers of the columns under it."""
        line, numbers = list("─" * plot.width), [" "] * (plot.width + 1)
        for place in _places(plot.columns, plot.width):
            column = plot.column(place)
            text = str(place)
            start = min(column, plot.width + 1 - len(text))
            line[column] = "┬"
            numbers[start : start + len(text)] = text
        return [
            [self.quiet(" " * margin + "└" + "".join(line))],
            [self.quiet(" " * (margin + 1) + "".join(numbers).rstrip())],
        ]

    def _legend(self) -> list[list[Segment]]:
        lines: list[list[Segment]] = []
        names: list[list[Segment]] = []
        if len(self._curves) > 1:
            for number, (index, _) in enumerate(self._curves):
                name = f"[{','.join(map(str, index))}]"
                names.append(
                    [Segment(f" {_SIGNS[number]}", self._ink(number)), self.quiet(f" {name} ")]
                )
        if pointed := self.pointed():
            names.append([Segment(f" {pointed}", self.rich_style + Style(bold=True))])
        for named in names:
            if lines and width_of(lines[-1]) + width_of(named) < self.best.width:
                lines[-1] += named
            else:
                lines.append(list(named))
        if left := len(self._all_curves) - len(self._curves):
            lines.append(self.notice("more", count=left))
        return lines

    def _ink(self, number: int) -> Style:
        """The colour of a curve; its letter says the same."""
        colours = backgrounds(self.app.current_theme, strongest=1.0) if self.coloured else ()
        if not colours:
            return self.rich_style
        middle = len(colours) // 2
        inks = (colours[middle], colours[middle + 1], self.colour("formula"), self.colour("quiet"))
        return self.rich_style + Style(color=inks[number % len(inks)])


class _Plot:
    """Where curves lie on a sheet of braille, and where their letters stand."""

    def __init__(
        self, curves: Sequence[Curve], width: int, height: int, ends: tuple[float, float]
    ) -> None:
        self.width, self.height, self._ends = width, height, ends
        self.columns = max(len(row) for _, row in curves)
        self._sheet = Braille(width, height)
        self._letters: dict[tuple[int, int], int] = {}
        for number, (_, row) in enumerate(curves):
            self._draw(number, row)
            if len(curves) > 1:
                self._letter(number, row, len(curves))

    def sign(self, column: int, row: int) -> tuple[str, int]:
        """What stands in a cell, and the number of its curve."""
        if (number := self._letters.get((column, row))) is not None:
            return _SIGNS[number], number
        return self._sheet.cell(column, row)

    def column(self, place: int) -> int:
        """Where a column of the array lies."""
        return self._x(place) // ACROSS

    def row(self, number: float) -> int:
        """Where a number lies."""
        return self._y(number) // DOWN

    def cell_of(self, place: int, number: float) -> tuple[int, int]:
        """Where a cell of the array lies."""
        return self.column(place), self.row(number)

    def _x(self, place: int) -> int:
        return round(place / max(1, self.columns - 1) * (self.width * ACROSS - 1))

    def _y(self, number: float) -> int:
        low, high = self._ends
        return round((high - number) / (high - low) * (self.height * DOWN - 1))

    def _draw(self, curve: int, row: Sequence[float]) -> None:
        for place, number in enumerate(row):
            if math.isfinite(number):
                self._sheet.dot(self._x(place), self._y(number), curve)
        for (place, one), (after, other) in pairwise(enumerate(row)):
            if math.isfinite(one) and math.isfinite(other):
                self._sheet.line(
                    self._x(place), self._y(one), self._x(after), self._y(other), curve
                )

    def _letter(self, curve: int, row: Sequence[float], curves: int) -> None:
        """Put the curve's letter at some of its points, each curve at others than the last."""
        by = max(1, math.ceil(len(row) * _APART / self.width))
        for place in range(curve * by // curves, len(row), by):
            if math.isfinite(row[place]):
                self._letters.setdefault(self.cell_of(place, row[place]), curve)


def _places(columns: int, width: int) -> list[int]:
    """The columns whose numbers stand under the axis."""
    decades = (factor * 10**power for power in range(9) for factor in (1, 2, 5))
    step = next(step for step in decades if (columns - 1) // step * _APART <= width)
    return list(range(0, columns, step))
