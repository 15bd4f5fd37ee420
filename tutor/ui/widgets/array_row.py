"""Arrays side by side: what a step was made from on the left, its result on the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual.containers import Container
from textual.geometry import NULL_OFFSET, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tutor.ui.widgets.array_canvas import ArrayCanvas
from tutor.ui.widgets.picture import Picture

_GAP = 3
_NARROWEST = 18
"""Narrower than this an array shows too little to be of use."""
_LOWEST = 5
_SHARE = 0.55


class ArrayRow(Container):
    """Several arrays in as much room as there is; the last one is the result.

    All stand side by side where that shows them whole, else in several rows where that does, else
    the operands shrink, and the result last of all. What got less than it needs scrolls by itself.
    """

    DEFAULT_CSS = """
    ArrayRow { width: 1fr; height: auto; overflow: hidden; }
    """

    def __init__(
        self,
        *views: Widget,
        id: str | None = None,  # noqa: A002  # Textual's own word
        most_lines: int | None = None,
    ) -> None:
        super().__init__(*views, id=id)
        self._most_lines = most_lines
        self._side_by_side = _SideBySide()

    @property
    def layout(self) -> Layout:
        """The arrangement that tells operands from results."""
        return self._side_by_side

    @property
    def most_lines(self) -> int:
        """The most lines that all take together; a good half of the screen unless set."""
        if self._most_lines is not None:
            return self._most_lines
        return max(_LOWEST, int(self.app.size.height * _SHARE))

    @most_lines.setter
    def most_lines(self, lines: int | None) -> None:
        self._most_lines = lines
        self.refresh(layout=True)


class _SideBySide(Layout):
    name = "arrays"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Each array in its region."""
        assert isinstance(parent, ArrayRow)
        viewport = parent.app.viewport_size
        naturals = [_natural(child, size, viewport) for child in children]
        regions = fit(naturals, size.width, parent.most_lines)
        return [
            WidgetPlacement(_taken(child, region), NULL_OFFSET, child.styles.margin, child)
            for child, region in zip(children, regions, strict=True)
        ]


def fit(naturals: Sequence[Size], width: int, most_lines: int) -> list[Region]:
    """Where arrays of these natural sizes stand in a width and a height; the last is the result."""
    wishes = list(naturals)
    regions = _fit(wishes, width, most_lines)
    # What scrolls up and down needs a column more, for its scrollbar.
    for place, (wish, region) in enumerate(zip(naturals, regions, strict=True)):
        if region.height < wish.height:
            wishes[place] = Size(wish.width + 1, wish.height)
    return regions if wishes == list(naturals) else _fit(wishes, width, most_lines)


def _fit(wishes: Sequence[Size], width: int, most_lines: int) -> list[Region]:
    rows = _rows([wish.width for wish in wishes], width)
    if sum(max(wish.height for wish in _of(wishes, row)) + 1 for row in rows) - 1 > most_lines:
        rows = _rows([min(wish.width, _NARROWEST) for wish in wishes], width)
    wide = [_widths([wish.width for wish in _of(wishes, row)], width) for row in rows]
    high = [
        [
            wish.height + (wish.width > given)
            for wish, given in zip(_of(wishes, row), widths, strict=True)
        ]
        for row, widths in zip(rows, wide, strict=True)
    ]
    room = max(most_lines - (len(rows) - 1), _LOWEST * len(rows))
    lines = _shares([max(heights) for heights in high], room)
    regions = []
    y = 0
    for widths, heights, most in zip(wide, high, lines, strict=True):
        x = 0
        for given, height in zip(widths, heights, strict=True):
            regions.append(Region(x, y, given, min(height, most)))
            x += given + _GAP
        y += most + 1
    return regions


def _of(wishes: Sequence[Size], row: range) -> Sequence[Size]:
    return wishes[row.start : row.stop]


def _rows(widths: Sequence[int], width: int) -> list[range]:
    """Which arrays stand in one row, if each takes at least these widths."""
    numbers: list[int] = []
    used = 0
    for wide in widths:
        new = not numbers or used + _GAP + wide > width
        numbers.append((numbers[-1] + 1 if numbers else 0) if new else numbers[-1])
        used = wide if new else used + _GAP + wide
    groups = [
        [place for place, _ in group] for _, group in groupby(enumerate(numbers), lambda x: x[1])
    ]
    return [range(group[0], group[-1] + 1) for group in groups]


def _widths(wishes: Sequence[int], width: int) -> list[int]:
    """The widths in one row: the last gets what it wishes before the others do."""
    room = width - _GAP * (len(wishes) - 1)
    *others, last = wishes
    kept = sum(min(wish, _NARROWEST) for wish in others)
    result = min(last, max(room - kept, min(last, _NARROWEST), 1))
    return [*_shares(others, room - result), result]


def _shares(wishes: Sequence[int], room: int) -> list[int]:
    """What each gets of a room: all alike, but none more than it wishes."""
    shares: dict[int, int] = {}
    for number, place in enumerate(sorted(range(len(wishes)), key=wishes.__getitem__)):
        shares[place] = max(1, min(wishes[place], room // (len(wishes) - number)))
        room -= shares[place]
    return [shares[place] for place in range(len(wishes))]


def _taken(child: Widget, region: Region) -> Region:
    """What a child takes of the room it is given; a picture draws itself in whole cells."""
    drawn = child.drawn_size(region.size) if isinstance(child, Picture) else region.size
    return Region(region.x, region.y, *map(min, drawn, region.size))


def _natural(child: Widget, size: Size, viewport: Size) -> Size:
    if isinstance(child, ArrayCanvas | Picture):
        return child.natural
    wide = child.get_content_width(size, viewport)
    return Size(wide, child.get_content_height(size, viewport, wide))
