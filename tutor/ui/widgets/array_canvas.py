"""An array drawn line by line; only what changed is drawn again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tutor.core.study import Mark
from tutor.ui import marks
from tutor.ui.widgets.array_layout import ArrayLayout, Index, layout, numbers_of
from tutor.ui.widgets.heat import backgrounds, scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Marked: TypeAlias = Literal["right", "wrong", "first"]
"""What is said of a cell beside its number; `first` is the first cell that differs."""

Place: TypeAlias = tuple[int, int]
"""The row, counted through all blocks, and the column of a cell."""

_SIGNS: dict[Marked, str] = {
    "right": marks.sign(Mark.RIGHT),
    "wrong": marks.sign(Mark.WRONG),
    "first": "◂",
}
_EDGES = {"lit": ("‹", "›"), "cursor": ("[", "]")}
_HERE = "▸"
_COVER = "?"


class ArrayCanvas(ScrollView, can_focus=False):
    """The drawing of one array: label and numbers of rows and columns stay, the cells scroll."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"array--{name}" for name in ("cursor", "lit", "quiet", "right", "wrong", "first")
    }
    DEFAULT_CSS = """
    ArrayCanvas {
        width: auto; height: auto; max-width: 100%; scrollbar-size: 1 1;
        & > .array--cursor { text-style: bold reverse; }
        & > .array--lit { text-style: bold underline; }
        & > .array--quiet { color: $quiet; }
        & > .array--right { color: $success; text-style: bold; }
        & > .array--wrong { color: $error; text-style: bold; }
        & > .array--first { color: $warning; text-style: bold; }
    }
    """

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._layout = ArrayLayout((0,), [], [], [], words=False)
        self._label = Content("")
        self._levels: list[list[int | None]] = []
        self._heat = True
        self._place: Place | None = None
        self._lit: frozenset[Index] = frozenset()
        self._covered: frozenset[Index] = frozenset()
        self._marks: dict[Index, Marked] = {}
        self._starts = [0]
        self._windows: dict[tuple[int, int], _Window] = {}
        self._styles: dict[tuple[str, int | None], Style] = {}
        self._colours: tuple[str, ...] = ()
        self._label_strip: Strip | None = None

    def show(self, array: Any, label: Content | str = "", *, heat: bool = True) -> None:
        """Draw another array, with nothing lit, covered or marked."""
        before = None if self._place is None else self._layout.index(*self._place)
        self._layout = layout(array)
        self._label = Content(label) if isinstance(label, str) else label
        self._heat = heat
        self._levels = _levels(self._layout)
        self._lit = self._covered = frozenset()
        self._marks = {}
        self._place = None if before is None else self._layout.place(before)
        self._measure()
        self.scroll_to(0, 0, animate=False)

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the array that is shown."""
        return self._layout.shape

    @property
    def natural(self) -> Size:
        """The size at which nothing has to scroll."""
        label = self._label.cell_length + 2 if self._label else 0
        wide = self._layout.gutter + max(self._starts[-1], len(" [ ] "))
        return Size(max(label, wide), self.head + len(self._layout.lines))

    @property
    def head(self) -> int:
        """How many lines never scroll: the label, and the numbers of the columns."""
        return bool(self._label) + self._layout.columns_numbered

    @property
    def heat(self) -> bool:
        """Whether the cells are coloured by their numbers."""
        return self._heat

    @heat.setter
    def heat(self, heat: bool) -> None:
        if heat != self._heat:
            self._heat = heat
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All lines, and one for the scrollbar where the cells are wider than the room."""
        return self.natural.height + (self.natural.width > width)

    def notify_style_update(self) -> None:
        """Another theme: the styles are made anew when they are needed."""
        super().notify_style_update()
        self._forget_styles()

    def render_line(self, y: int) -> Strip:
        """The label, the numbers of the columns, or a line of cells."""
        width = self.size.width
        if self._label and y == 0:
            return self._label_line(width)
        if y < self.head:
            corner = Segment(" " * self._layout.gutter, self._style("plain"))
            return self._framed(corner, self._column_numbers(), width)
        number = y - self.head + self.scroll_offset.y
        if number >= len(self._layout.lines):
            return Strip.blank(width, self._style("plain"))
        row = self._layout.lines[number]
        if isinstance(row, str):
            # A block's label is short and says where one is: it does not scroll sideways.
            return self._filled([Segment(f" {row}", self._style("quiet"))], width)
        return self._framed(self._row_number(row), self._row(row), width)

    def _framed(self, gutter: Segment, cells: Iterable[Segment], width: int) -> Strip:
        """A line that scrolls sideways behind a gutter; `cells` are those in sight."""
        window = self._window
        spare = width - self._layout.gutter - window.width
        if window.hidden or spare < 0:
            line = Strip(cells).crop(window.hidden, window.hidden + width - self._layout.gutter)
            return self._filled([gutter, *line], width)
        rest = [Segment(" " * spare, self._style("plain"))] if spare else []
        return Strip([gutter, *cells, *rest], width)

    def _filled(self, segments: Iterable[Segment], width: int) -> Strip:
        return Strip(segments).adjust_cell_length(width, self._style("plain"))

    @property
    def _window(self) -> _Window:
        """The columns in sight; worked out once for all lines of a frame."""
        room = self.scrollable_content_region.width - self._layout.gutter
        key = (self.scroll_offset.x, max(0, room))
        if self._windows.get(key) is None:
            self._windows = {key: _window(self._starts, *key)}
        return self._windows[key]

    def _label_line(self, width: int) -> Strip:
        if self._label_strip is None:
            label = Content.assemble(" ", self._label)
            strips = Visual.to_strips(self, label, max(width, 1), 1, self.visual_style)
            self._label_strip = strips[0]
        return self._label_strip.adjust_cell_length(width, self._style("plain"))

    def _column_numbers(self) -> Iterator[Segment]:
        here = None if self._place is None else self._place[1]
        window = self._window
        for column in window.columns:
            wide = self._starts[column + 1] - self._starts[column]
            if column in window.cut:
                text = " " * len(window.cut[column])
            elif self._layout.words:
                text = f" {column}".ljust(wide)
            else:
                text = str(column).rjust(1 + self._layout.widths[column]).ljust(wide)
            yield Segment(text, self._style("plain" if column == here else "quiet"))

    def _row_number(self, row: int) -> Segment:
        made = self._layout
        if not made.gutter:
            return Segment("")
        number = str(row % made.shape[-2]) if made.rows_numbered else ""
        here = self._place is not None and self._place[0] == row
        text = number.rjust(made.gutter - 1) + (_HERE if here else " ")
        return Segment(text, self._style("plain" if here else "quiet"))

    def _row(self, row: int) -> Iterator[Segment]:
        texts, levels = self._layout.texts[row], self._levels[row]
        prefix = self._layout.index(row, 0)[:-1]
        window = self._window
        for column in window.columns:
            if column in window.cut:
                yield Segment(window.cut[column], self._style("quiet"))
                continue
            index = (*prefix, column) if self._layout.shape else ()
            covered = index in self._covered
            state = "lit" if index in self._lit else "quiet" if covered else "plain"
            if (row, column) == self._place:
                state = "cursor"
            level = None if covered or not self._heat else levels[column]
            text = _COVER.center(self._layout.widths[column]) if covered else texts[column]
            opening, closing = _EDGES.get(state, (" ", " "))
            yield Segment(opening + text + closing, self._style(state, level))
            if self._marks:
                marked = self._marks.get(index)
                sign = _SIGNS[marked] if marked else " "
                yield Segment(sign, self._style(marked or "plain"))

    def _style(self, state: str, level: int | None = None) -> Style:
        key = (state, level)
        if (known := self._styles.get(key)) is None:
            known = self.rich_style
            if state != "plain":
                known += self.get_component_rich_style(f"array--{state}", partial=True)
            if level is not None and self._colours:
                known += Style(bgcolor=self._colours[level])
            self._styles[key] = known
        return known

    def _forget_styles(self) -> None:
        self._styles = {}
        self._colours = backgrounds(self.app.current_theme)
        self._label_strip = None

    def _measure(self) -> None:
        """Where the columns begin and how large all is, after a change of the array or marks."""
        self._starts = self._layout.starts(slot=1 if self._marks else 0)
        self._windows = {}
        self._label_strip = None
        self.virtual_size = self.natural
        self.refresh(layout=True)

    @property
    def _sight(self) -> Region:
        """Where cells can be seen: beside the gutter, below the head."""
        gutter, head = self._layout.gutter, self.head
        width, height = self.scrollable_content_region.size
        return Region(gutter, head, max(0, width - gutter), max(0, height - head))


class _Window(NamedTuple):
    """The columns in sight, and how a line of them is put together.

    `cut` is what stands for a column of which a part is in sight: part of a number would be
    another number. A column that is wider than all the room is not; then `hidden` cells of the
    line lie left of the room. `width` is that of the whole line.
    """

    columns: range
    cut: Mapping[int, str]
    hidden: int
    width: int


def _window(starts: Sequence[int], first: int, room: int) -> _Window:
    """The columns that a room shows from the cell `first` on; `starts` says where each begins."""
    end = first + room
    right = min(bisect_left(starts, end), len(starts) - 1)
    columns = range(max(0, min(bisect_right(starts, first) - 1, right - 1)), right)
    cut: dict[int, str] = {}
    hidden = width = 0
    for column in columns:
        left, wide = starts[column], starts[column + 1] - starts[column]
        seen = min(left + wide, end) - max(left, first)
        if seen == wide or wide > room:
            hidden += max(0, first - left)
            width += wide
        else:
            cut[column] = "…".rjust(seen) if left < first else "…".ljust(seen)
            width += seen
    return _Window(columns, cut, hidden, width)


def _levels(made: ArrayLayout) -> list[list[int | None]]:
    numbers = numbers_of(made)
    on = scale(numbers)
    levels = [on.level(number) for number in numbers]
    columns = max(1, made.columns)
    return [levels[start : start + columns] for start in range(0, len(levels), columns)]
