"""Lines drawn in braille: eight dots in a cell, and the ticks of an axis."""

from __future__ import annotations

import math

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_EMPTY = 0x2800
ACROSS, DOWN = 2, 4
"""The dots of a cell."""


class Braille:
    """A sheet of dots, `width` by `height` cells of the terminal; each cell knows who drew last."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells = [[0] * width for _ in range(height)]
        self._drawn_by = [[0] * width for _ in range(height)]

    def line(self, x: int, y: int, to_x: int, to_y: int, by: int = 0) -> None:
        """Draw a straight line between two dots; both lie on the sheet."""
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            self.dot(x + round((to_x - x) * step / steps), y + round((to_y - y) * step / steps), by)

    def dot(self, x: int, y: int, by: int = 0) -> None:
        """Draw one dot; the first is at the left above."""
        row, column = y // DOWN, x // ACROSS
        self._cells[row][column] |= _DOTS[y % DOWN][x % ACROSS]
        self._drawn_by[row][column] = by

    def cell(self, column: int, row: int) -> tuple[str, int]:
        """The sign in a cell and who drew there last; a blank where nobody did."""
        dots = self._cells[row][column]
        return (chr(_EMPTY + dots) if dots else " "), self._drawn_by[row][column]


def ticks(least: float, largest: float, most: int) -> list[float]:
    """At most `most` round numbers (at least two) that lie evenly, the ends round about a range.

    Their distance is 1, 2 or 5 times a power of ten.
    """
    if least == largest:
        spare = abs(least) / 2 or 1.0
        least, largest = least - spare, largest + spare
    unit = 10.0 ** math.floor(math.log10((largest - least) / max(1, most - 1)))
    for factor in (1, 2, 5, 10, 20, 50):
        step = unit * factor
        first, last = math.floor(least / step + 1e-9), math.ceil(largest / step - 1e-9)
        if last - first + 1 <= max(2, most) or factor == 50:
            break
    # A multiple of the step, not a sum of steps: sums of tenths drift.
    return [_multiple(number, unit, factor) for number in range(first, last + 1)]


def _multiple(number: int, unit: float, factor: int) -> float:
    whole = number * factor
    return whole * unit if unit >= 1 else whole / round(1 / unit)
