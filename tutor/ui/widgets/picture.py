"""What pictures of arrays share: a label, a cell that is pointed at, strips made once a size."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tutor.core.text import Language
from tutor.maths import cells
from tutor.numbers import show
from tutor.ui.widgets.array_layout import Index
from tutor.words.pictures import Kind, picture_text
from tutor.words.say import say

_LONGEST_NUMBER = len("-0.0001235")

Plane = tuple[Index, list[list[float]]]
"""A matrix of an array, with the index that leads to it."""


class Picture(Widget):
    """An array of numbers as something to look at, as large as the room lets it be.

    Where the theme leaves colours to the terminal, or the learner wants none, signs take their
    place. `text` says the same in words.
    """

    kind: Kind
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Picture { width: auto; height: auto; max-width: 100%; }
    """

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.array: Any = None
        self.label = Content("")
        self.language: Language = "en"
        self.point: Index | None = None
        self.planes: list[Plane] = []
        self._drawn: tuple[Size, list[Strip]] | None = None

    def show(self, array: Any, label: Content | str = "", *, language: Language = "en") -> None:
        """Draw another array of numbers, of any rank, under a label."""
        self.array = array
        self.label = Content(label) if isinstance(label, str) else label
        self.language = language
        self.point = None
        self.planes = list(planes(array.tolist()))
        self._forget()
        self.refresh(layout=True)

    def go(self, index: Index | None) -> None:
        """Point at a cell, or at none."""
        if index != self.point:
            self.point = index
            self._forget()
            self.refresh()

    @property
    def text(self) -> list[str]:
        """What the picture shows, a sentence each."""
        return [] if self.array is None else picture_text(self.array, self.kind, self.language)

    @property
    def natural(self) -> Size:
        """The size at which it is best looked at."""
        return self.drawn_size(self.best)

    @property
    def best(self) -> Size:
        """The most room that it would make use of."""
        raise NotImplementedError

    def drawn_size(self, room: Size) -> Size:
        """How much of a room it takes."""
        raise NotImplementedError

    def draw(self, room: Size) -> list[list[Segment]]:
        """Its lines in a room, without the label."""
        raise NotImplementedError

    @property
    def head(self) -> int:
        """The lines of the label."""
        return bool(self.label)

    @property
    def coloured(self) -> bool:
        """Whether colours may tell anything."""
        return not (self.app.current_theme.ansi or self.app.no_color)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as is of use."""
        return min(self.natural.width, container.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it is in that width."""
        return self.drawn_size(Size(width, self.best.height)).height

    def notify_style_update(self) -> None:
        """Another theme: it is drawn anew."""
        super().notify_style_update()
        self._forget()

    def render_line(self, y: int) -> Strip:
        """A line of the picture."""
        if self._drawn is None or self._drawn[0] != self.size:
            self._drawn = (self.size, self._strips(self.size))
        strips = self._drawn[1]
        return strips[y] if y < len(strips) else Strip.blank(self.size.width, self.rich_style)

    def _strips(self, size: Size) -> list[Strip]:
        strips = []
        if self.label:
            label = Content.assemble(" ", self.label)
            strips += Visual.to_strips(self, label, max(size.width, 1), 1, self.visual_style)
        lines = self.draw(size) if self.array is not None and self.array.size else []
        return [
            strip.adjust_cell_length(size.width, self.rich_style)
            for strip in (*strips, *map(Strip, lines))
        ]

    def _forget(self) -> None:
        self._drawn = None

    def quiet(self, text: str) -> Segment:
        """A text that is read second."""
        return Segment(text, self.rich_style + Style(color=self.colour("quiet")))

    def colour(self, name: str) -> str | None:
        """A colour of the theme; None where the terminal chooses."""
        if not self.coloured:
            return None
        theme = self.app.current_theme
        return theme.variables.get(name) or getattr(theme, name, None)

    def value_at(self, index: Index) -> float | None:
        """The number in a cell, None where there is none."""
        value = self.array.tolist() if self.array is not None else None
        for place in index:
            if not isinstance(value, list) or not 0 <= place < len(value):
                return None
            value = value[place]
        return None if value is None or isinstance(value, list | str) else float(value)

    @property
    def pointed_width(self) -> int:
        """The cells that a cell and its number take at most, whichever is pointed at."""
        last = ",".join(str(size - 1) for size in self.array.shape)
        return len(f"[{last}] ") + _LONGEST_NUMBER

    def pointed(self) -> str:
        """The cell that is pointed at and its number, `[1,2] 0.867`."""
        value = None if self.point is None else self.value_at(self.point)
        if self.point is None or value is None:
            return ""
        return f"[{','.join(map(str, self.point))}] {show(value)}".strip()

    def notice(self, code: str, **details: object) -> list[Segment]:
        """A line that says what was left out."""
        return [self.quiet(f" {say(f'picture.{code}', self.language, **details)}")]


def planes(values: Any, index: Index = ()) -> Iterator[Plane]:
    """The matrices of a nested list; a number or a vector is a matrix of one row."""
    if not isinstance(values, list):
        yield index, [_numbers([values])]
    elif not values or not isinstance(values[0], list):
        yield index, [_numbers(values)]
    elif not values[0] or not isinstance(values[0][0], list):
        yield index, [_numbers(row) for row in values]
    else:
        for place, part in enumerate(values):
            yield from planes(part, (*index, place))


def _numbers(values: Sequence[Any]) -> list[float]:
    return [math.nan if isinstance(value, str) else float(value) for value in values]


def width_of(segments: Sequence[Segment]) -> int:
    """The cells that segments take."""
    return sum(cells(segment.text) for segment in segments)
