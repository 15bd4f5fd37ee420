"""An array as an image: attention maps, kernels, small pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.geometry import Size

from tutor.core.text import Language
from tutor.numbers import show
from tutor.ui.widgets.array_layout import Index
from tutor.ui.widgets.heat import LEVELS, backgrounds, scale
from tutor.ui.widgets.picture import Picture, width_of

_GAP = 3
_LARGEST = 4
_BAR = 16
_SHORTEST_BAR = 4
_ABOVE, _BELOW, _ODD = " ░▒▓█", " .-=#", "?"
"""Without colour five strengths, other signs below zero."""


@dataclass(frozen=True, slots=True)
class Scaling:
    """How large the planes of an array are drawn, and how many of them stand side by side.

    A cell is `factor` pixels a side; or a pixel is the mean of `averaged` cells a side. `width`
    and `lines` are those of one plane on the screen; `shown` planes have room.
    """

    factor: int
    averaged: int
    width: int
    lines: int
    beside: int
    shown: int


class ImageView(Picture):
    """An array as an image; the planes of an array of higher rank stand side by side.

    With colours two pixels share a cell of the terminal, one above the other (▀). Without, a pixel
    is two shaded cells wide. Positive and negative numbers differ in colour, or in kind of sign.
    """

    kind = "image"

    def show(self, array: Any, label: Content | str = "", *, language: Language = "en") -> None:
        """Draw another array of numbers, of any rank, under a label."""
        super().show(array, label, language=language)
        numbers = [number for _, rows in self.planes for row in rows for number in row]
        self._scale = scale(numbers)
        self._has_odd = not all(map(math.isfinite, numbers))
        self._colours: tuple[str, ...] = ()

    def notify_style_update(self) -> None:
        """Another theme has other colours."""
        super().notify_style_update()
        self._colours = ()

    @property
    def best(self) -> Size:
        """Large enough for most maps, and no larger than a page can spare."""
        return Size(60, 18)

    def drawn_size(self, room: Size) -> Size:
        """The planes, their labels and the legend."""
        if self.array is None or not self.array.size:
            return Size(self.label.cell_length + 1, self.head)
        scaling = self._scaling(room)
        rows = math.ceil(scaling.shown / scaling.beside)
        wide = min(scaling.shown, scaling.beside) * (scaling.width + _GAP) - _GAP
        legend = self._legend(scaling, room.width)
        bar = width_of(self._bar(room.width)) + _GAP + self.pointed_width
        return Size(
            max(wide + 1, self.label.cell_length + 1, bar, *map(width_of, legend)),
            self.head + rows * (scaling.lines + self._labelled) + len(legend),
        )

    def draw(self, room: Size) -> list[list[Segment]]:
        """The planes row by row, and the legend."""
        scaling = self._scaling(room)
        lines: list[list[Segment]] = []
        gap = Segment(" " * _GAP, self.rich_style)
        for start in range(0, scaling.shown, scaling.beside):
            row = self.planes[start : min(start + scaling.beside, scaling.shown)]
            drawn = [list(self._plane(index, rows, scaling)) for index, rows in row]
            for parts in zip(*drawn, strict=True):
                line = [Segment(" ", self.rich_style)]
                for part in parts:
                    line += [*part, gap]
                lines.append(line[:-1])
        return lines + self._legend(scaling, room.width)

    @property
    def _labelled(self) -> bool:
        return len(self.planes) > 1

    def _scaling(self, room: Size) -> Scaling:
        """As large as goes beside the label and the legend, which needs a line for each notice."""
        found = self._scaled(room, 1 + self._has_odd)
        notices = (found.averaged > 1) + (found.shown < len(self.planes))
        return self._scaled(room, 1 + self._has_odd + notices) if notices else found

    def _scaled(self, room: Size, legend: int) -> Scaling:
        rows = self.planes[0][1]
        pixel = (1, 2) if self.coloured else (2, 1)
        free = Size(room.width - 1, room.height - self.head - legend)
        return scaled((len(rows), len(rows[0])), len(self.planes), free, pixel)

    def _plane(
        self, index: Index, rows: Sequence[Sequence[float]], scaling: Scaling
    ) -> Iterator[list[Segment]]:
        """The lines of one plane, all equally wide."""
        if self._labelled:
            label = f"[{','.join(map(str, index))}]"
            yield [self.quiet(label[: scaling.width].ljust(scaling.width))]
        pixels = averaged(rows, scaling.averaged)
        pointed = self._pixel_pointed(index, scaling)
        for y, line in enumerate(self._lines(pixels, scaling.factor)):
            row = self._row_of(y, scaling.factor)
            if pointed is None or row != pointed[0]:
                yield line
            else:
                yield self._bracketed(line, pointed[1])

    def _lines(self, pixels: Sequence[Sequence[float]], factor: int) -> Iterator[list[Segment]]:
        """The lines of the pixels, a segment for each column."""
        if not self.coloured:
            for row in pixels:
                wide = 2 * factor
                line = [Segment(self._sign(number) * wide, self.rich_style) for number in row]
                yield from [line] * factor
            return
        rows = [row for row in pixels for _ in range(factor)]
        for y in range(0, len(rows), 2):
            below = rows[y + 1] if y + 1 < len(rows) else None
            yield [
                Segment(
                    "▀" * factor,
                    Style(
                        color=self._colour(number),
                        bgcolor=self.colour("background")
                        if below is None
                        else self._colour(below[column]),
                    ),
                )
                for column, number in enumerate(rows[y])
            ]

    def _row_of(self, line: int, factor: int) -> int:
        """The row of pixels whose middle a line shows, -1 where it shows none's."""
        per = 2 if self.coloured else 1
        middle = [(2 * row * factor + factor) // 2 // per for row in range(line * per + 2)]
        return middle.index(line) if line in middle else -1

    def _pixel_pointed(self, index: Index, scaling: Scaling) -> tuple[int, int] | None:
        point = self.point
        if point is None or point[: len(index)] != index or self.value_at(point) is None:
            return None
        row, column = (0, 0, *point[len(index) :])[-2:]
        return row // scaling.averaged, column // scaling.averaged

    def _bracketed(self, line: list[Segment], column: int) -> list[Segment]:
        """A line with brackets in one of its pixels, if that is wide enough for them."""
        text, style = line[column].text, line[column].style or Style()
        if len(text) < 2:
            return line
        edge = self.rich_style + Style(bold=True)
        if style.color is not None and self.coloured:
            ground = Color.from_rich_color(style.color)
            edge = Style(
                color=ground.get_contrast_text().rich_color, bgcolor=style.color, bold=True
            )
        pixel = [Segment("[", edge), Segment(text[2:], style), Segment("]", edge)]
        return [*line[:column], *pixel, *line[column + 1 :]]

    def _legend(self, scaling: Scaling, width: int) -> list[list[Segment]]:
        """The scale from the least to the largest, and what else must be known."""
        lines = [self._bar(width)]
        if pointed := self.pointed():
            lines[0].append(Segment(" " * _GAP + pointed, self.rich_style + Style(bold=True)))
        if scaling.averaged > 1:
            lines.append(self.notice("averaged", rows=scaling.averaged, columns=scaling.averaged))
        if self._has_odd:
            sign = "▀" if self.coloured else _ODD
            style = self.rich_style + Style(color=self._colour(math.nan))
            lines.append([Segment(f" {sign}", style), *self.notice("odd")])
        if left := len(self.planes) - scaling.shown:
            lines.append(self.notice("more", count=left))
        return lines

    def _bar(self, width: int) -> list[Segment]:
        on = self._scale
        if on.least >= on.largest:
            return [self.quiet(f" {show(on.least)}")]
        ends = [self.quiet(f" {show(on.least)} "), self.quiet(f" {show(on.largest)}")]
        room = width - width_of(ends)
        # The number of the cell that is pointed at stands beside it, if the scale can be short.
        beside = room - _GAP - self.pointed_width
        count = min(_BAR, beside if beside >= _SHORTEST_BAR else max(2, room))
        steps = [on.least + (on.largest - on.least) * n / (count - 1) for n in range(count)]
        bar = [
            Segment(" ", Style(bgcolor=self._colour(step)))
            if self.coloured
            else Segment(self._sign(step), self.rich_style)
            for step in steps
        ]
        return [ends[0], *bar, ends[1]]

    def _colour(self, number: float) -> str | None:
        if not self.coloured:
            return None
        if not math.isfinite(number):
            return self.colour("quiet")
        if not self._colours:
            theme = self.app.current_theme
            self._colours = backgrounds(theme, strongest=1.0, ground=theme.surface)
        return self._colours[self._scale.level(number) or 0]

    def _sign(self, number: float) -> str:
        if not math.isfinite(number):
            return _ODD
        level = self._scale.level(number) or 0
        signs = _BELOW if level < 0 else _ABOVE
        return signs[round(abs(level) / LEVELS * (len(signs) - 1))]


def scaled(shape: tuple[int, int], planes: int, room: Size, pixel: tuple[int, int]) -> Scaling:
    """How to draw planes of a shape in a room.

    `pixel` says how many cells a pixel is wide, and how many pixels stand in a line of cells. As
    large as all planes have room for; where one alone has none, its cells are averaged.
    """
    height, width = shape
    wide, per_line = pixel
    room = Size(max(wide, room.width), max(1 + (planes > 1), room.height))
    for factor in range(_LARGEST // wide, 0, -1):
        found = _standing(width * factor * wide, height * factor / per_line, planes, room)
        if found and (found[1] == planes or factor == 1):
            plane = (width * factor * wide, math.ceil(height * factor / per_line))
            return Scaling(factor, 1, *plane, *found)
    free = room.height - (planes > 1)
    by = max(math.ceil(width * wide / room.width), math.ceil(height / (free * per_line)))
    plane = (math.ceil(width / by) * wide, math.ceil(math.ceil(height / by) / per_line))
    found = _standing(*plane, planes, room) or (1, 1)
    return Scaling(1, by, *plane, *found)


def _standing(width: int, lines: float, planes: int, room: Size) -> tuple[int, int] | None:
    """How many planes stand side by side and how many in all; None where not even one does."""
    high = math.ceil(lines) + (planes > 1)
    beside = (room.width + _GAP) // (width + _GAP)
    shown = min(planes, beside * (room.height // high))
    return (beside, shown) if shown else None


def averaged(rows: Sequence[Sequence[float]], by: int) -> Sequence[Sequence[float]]:
    """The means of squares of `by` cells a side; what stands out at the edges has fewer cells."""
    if by == 1:
        return rows
    return [
        [
            _mean([cell for row in rows[y : y + by] for cell in row[x : x + by]])
            for x in range(0, len(rows[0]), by)
        ]
        for y in range(0, len(rows), by)
    ]


def _mean(cells: Sequence[float]) -> float:
    return sum(cells) / len(cells)
