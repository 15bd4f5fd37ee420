"""Where the cells of an array stand: lines of aligned texts, and the way from a place to a cell."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tutor.maths import cells, pad
from tutor.numbers import matrix_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = tuple[int, ...]

_CELL = re.compile(r"\S+")
_EDGES = 2
_LONGEST_WORD = 24
MANY = 6
"""More rows or columns than this are numbered."""


@dataclass(frozen=True)
class ArrayLayout:
    """An array as rows of texts, all texts of a column equally wide.

    The rows of all blocks follow one another; `lines` are the lines that scroll, each the number
    of a row or the label of the block that follows. A number is one row of one cell, a vector one
    row.
    """

    shape: tuple[int, ...]
    texts: list[list[str]]
    values: list[list[Any]]
    widths: list[int]
    words: bool
    lines: list[int | str] = field(init=False)
    line_of_row: list[int] = field(init=False)

    def __post_init__(self) -> None:
        lines: list[int | str] = []
        places = []
        for row in range(self.rows):
            if len(self.shape) > 2 and row % self.shape[-2] == 0:
                lines.append(f"[{','.join(map(str, self.index(row, 0)[:-2]))}]")
            places.append(len(lines))
            lines.append(row)
        # Frozen for those who read it.
        object.__setattr__(self, "lines", lines or ["[ ]"])
        object.__setattr__(self, "line_of_row", places)

    @property
    def rows(self) -> int:
        """The rows of all blocks together."""
        return len(self.texts)

    @property
    def columns(self) -> int:
        """The cells of a row."""
        return len(self.widths)

    @property
    def rows_numbered(self) -> bool:
        """Whether a block has so many rows that nobody counts them."""
        return len(self.shape) > 1 and self.shape[-2] > MANY

    @property
    def columns_numbered(self) -> bool:
        """Whether a row has so many cells that nobody counts them."""
        return self.columns > MANY

    @property
    def gutter(self) -> int:
        """The cells before each row: its number if there are many, and the cursor's sign."""
        if self.rows < 2:
            return 0
        return 1 + (len(str(self.shape[-2] - 1)) if self.rows_numbered else 0)

    def index(self, row: int, column: int) -> Index:
        """The index of a cell in the array."""
        if not self.shape:
            return ()
        found = [column]
        for size in reversed(self.shape[:-1]):
            row, place = divmod(row, size)
            found.append(place)
        return tuple(reversed(found))

    def place(self, index: Index) -> tuple[int, int] | None:
        """The row and column of a cell; None where there is no such cell."""
        if len(index) != len(self.shape):
            return None
        if not all(0 <= place < size for place, size in zip(index, self.shape, strict=True)):
            return None
        row = 0
        for place, size in zip(index[:-1], self.shape[:-1], strict=True):
            row = row * size + place
        return row, index[-1] if index else 0

    def starts(self, slot: int = 0) -> list[int]:
        """Where each column begins, and where the last one ends.

        A cell has an edge on both sides, where brackets go, and `slot` cells more for a sign.
        """
        found = [0]
        for width in self.widths:
            found.append(found[-1] + width + _EDGES + slot)
        return found


def column_at(starts: Sequence[int], x: int) -> int | None:
    """The column that covers the cell `x` of a line, None beyond the last."""
    if not 0 <= x < starts[-1]:
        return None
    return bisect_right(starts, x) - 1


def layout(array: Any) -> ArrayLayout:
    """The layout of an array of numbers, truth values or words, of any rank.

    `array` has `shape`, `dtype` and `tolist`. Numbers are aligned at the decimal point over all
    rows, words begin where their column begins. Truth values are 1 and 0.
    """
    shape = tuple(array.shape)
    words = array.dtype.kind not in "biuf"
    if 0 in shape:
        return ArrayLayout(shape, [], [], [], words)
    columns = shape[-1] if shape else 1
    flat = array.reshape(-1).tolist()
    values = [flat[start : start + columns] for start in range(0, len(flat), columns)]
    if words:
        texts = [[_word(value) for value in row] for row in values]
        widths = [max(map(cells, column)) for column in zip(*texts, strict=True)]
        texts = [
            [pad(text, width) for text, width in zip(row, widths, strict=True)] for row in texts
        ]
    else:
        texts = _cut(matrix_lines(values))
        widths = [len(text) for text in texts[0]]
    return ArrayLayout(shape, texts, values, widths, words)


def numbers_of(made: ArrayLayout) -> list[float]:
    """The numbers of an array, row by row; a word is none."""
    return [math.nan if made.words else float(value) for row in made.values for value in row]


def _word(value: object) -> str:
    """A word on one line, cut where it is very long."""
    text = " ".join(str(value).split()) or "''"
    if cells(text) <= _LONGEST_WORD:
        return text
    while cells(text) > _LONGEST_WORD - 1:
        text = text[:-1]
    return text + "…"


def _cut(lines: Sequence[str]) -> list[list[str]]:
    """Lines cut where every one of them has a gap."""
    spans = [[match.span() for match in _CELL.finditer(line)] for line in lines]
    edges = [
        (min(first for first, _ in column), max(last for _, last in column))
        for column in zip(*spans, strict=True)
    ]
    return [[line[first:last] for first, last in edges] for line in lines]
