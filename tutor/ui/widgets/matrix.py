"""Arrays drawn: aligned at the decimal point, warmer the larger, legible without colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from textual.color import Color
from textual.content import Content, Span

from tutor.maths import cells
from tutor.numbers import matrix_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.theme import Theme

_HEATS = 12
_STRONGEST = 0.55
_CELL = re.compile(r"\S+")
_GAP = 2


def heats(theme: Theme) -> tuple[str, ...]:
    """Backgrounds from the theme's own to its accent; none in the terminal's colours."""
    if theme.ansi or not theme.background or not theme.accent:
        return ()
    ground, accent = Color.parse(theme.background), Color.parse(theme.accent)
    steps = (_STRONGEST * number / (_HEATS - 1) for number in range(_HEATS))
    return tuple(f"on {ground.blend(accent, share).hex6}" for share in steps)


def shape_of(array: Any) -> str:
    """`2×3`; a number has no shape to speak of."""
    return "×".join(map(str, getattr(array, "shape", ())))


def draw_array(array: Any, colours: Sequence[str], width: int) -> list[Content]:
    """The rows of an array in a width; columns that do not fit give way to an ellipsis."""
    values = array.tolist() if hasattr(array, "tolist") else array
    flat = list(_flat(values))
    if any(isinstance(value, str) for value in flat):
        return [Content("  ".join(map(str, flat))).truncate(width, ellipsis=True)]
    texts = matrix_lines(values)
    columns = _columns(texts)
    shown = _fitting(columns, width)
    heat = _heat(flat, colours)
    lines, position = [], 0
    for text in texts:
        tokens = _CELL.findall(text)
        styles = [heat[position + number] for number in range(len(tokens))]
        position += len(tokens)
        lines.append(_line(text, columns, shown, styles) if tokens else Content(""))
    return lines


def _flat(values: Any) -> list[Any]:
    if not isinstance(values, list):
        return [values]
    return [cell for value in values for cell in _flat(value)]


def _columns(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where each column begins and ends, over all rows."""
    edges: list[tuple[int, int]] = []
    for text in texts:
        for number, match in enumerate(_CELL.finditer(text)):
            if number == len(edges):
                edges.append(match.span())
            else:
                first, last = edges[number]
                edges[number] = (min(first, match.start()), max(last, match.end()))
    return edges


def _fitting(columns: Sequence[tuple[int, int]], width: int) -> list[int | None]:
    """The columns to show; None is where an ellipsis stands for those left out."""
    everything: list[int | None] = list(range(len(columns)))
    widths = [last - first + _GAP for first, last in columns]
    if sum(widths) <= width or len(columns) < 3:
        return everything
    room = width - widths[-1] - 3
    first = 0
    while first < len(columns) - 1 and widths[first] <= room:
        room -= widths[first]
        first += 1
    return [*everything[:first], None, len(columns) - 1]


def _line(
    text: str,
    columns: Sequence[tuple[int, int]],
    shown: Sequence[int | None],
    styles: Sequence[str],
) -> Content:
    parts: list[Content] = []
    for column in shown:
        if column is None:
            parts.append(Content.styled(" … ", "$quiet"))
        elif column < len(styles):
            first, last = columns[column]
            cell = f" {text[first:last].ljust(last - first)} "
            spans = [Span(0, len(cell), styles[column])] if styles[column] else []
            parts.append(Content(cell, spans))
    return Content("").join(parts)


def _heat(flat: Sequence[Any], colours: Sequence[str]) -> list[str]:
    """A background for each number by where it lies between the least and the largest."""
    numbers = [float(value) for value in flat]
    finite = [number for number in numbers if abs(number) < float("inf")]
    least, largest = min(finite, default=0.0), max(finite, default=0.0)
    if not colours or len(finite) < 2 or least == largest:
        return [""] * len(numbers)
    top = len(colours) - 1
    return [
        colours[round((number - least) / (largest - least) * top)]
        if abs(number) < float("inf")
        else ""
        for number in numbers
    ]


def labelled(label: Content, rows: Sequence[Content]) -> list[Content]:
    """An array under its name, all lines equally wide."""
    wide = max(cells(line.plain) for line in (label, *rows))
    return [line.pad_right(wide - line.cell_length) for line in (label, *rows)]
