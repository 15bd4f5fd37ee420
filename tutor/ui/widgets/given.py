"""What a question gives, drawn: each quantity under its symbol, as many side by side as fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.content import Content

from tutor.core.study import Mark
from tutor.ui import marks
from tutor.ui.setting import beside, inline, set_text, unglued
from tutor.words.notation import aligned, grid, shape_of, shape_text
from tutor.words.questions import Quantity

_GAP = 4
_CELL_GAP = 2


def draw_given(
    quantities: Sequence[Quantity], width: int, faulty: Collection[str] = ()
) -> list[Content]:
    """Arrays in rows of blocks; those named in `faulty` are marked wrong."""
    blocks = [_block(one, width, faulty) for one in quantities]
    lines: list[Content] = []
    for row in _rows(blocks, width):
        lines += [*([Content("")] if lines else []), *beside(row, _GAP)]
    return lines


def draw_meanings(quantities: Sequence[Quantity], width: int) -> list[Content]:
    """What the inputs among them mean."""
    return [
        line
        for one in quantities
        if one.means
        for line in set_text(f"${one.symbol}$: {one.means}", width, "$quiet")
    ]


def _block(one: Quantity, width: int, faulty: Collection[str]) -> list[Content]:
    """`S 2×3` above the cells; a single number stands behind its symbol."""
    text = f"${one.symbol} = {one.formula}$" if one.formula else f"${one.symbol}$"
    symbol = unglued(inline(text)).stylize("bold")
    whose: list[Content] = []
    if one.whose:
        sign = f" {marks.sign(Mark.WRONG)} " if one.name in faulty else " "
        style = "$warning" if one.name in faulty else "$quiet"
        whose = [Content.styled(f"{sign}{one.whose}", style)]
    if not shape_of(one.value):
        number = Content("".join(grid(one.value)[0]))
        return [Content.assemble(symbol, " = ", number.stylize("bold"), *whose)]
    shape = Content.styled(f" {shape_text(one.value)}", "$quiet")
    return [Content.assemble(symbol, shape, *whose), *_cells(one.value, width)]


def _cells(value: object, width: int) -> list[Content]:
    """The rows of an array; where they are too wide, so many columns at a time."""
    rows = aligned(grid(value))
    lines: list[Content] = []
    for first, end in _spans([len(text) for text in rows[0]] if rows else [], width - 1):
        if end - first < len(rows[0]):
            lines.append(Content.styled(f" [:, {first}–{end - 1}]", "$quiet"))
        height = shape_of(value)[-2] if len(shape_of(value)) > 2 else len(rows)
        for number, row in enumerate(rows):
            if number and number % height == 0:
                lines.append(Content(""))
            lines.append(Content(" " + (" " * _CELL_GAP).join(row[first:end])))
    return lines


def _spans(widths: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Which columns stand in one block of rows."""
    spans: list[tuple[int, int]] = []
    first = used = 0
    for place, wide in enumerate(widths):
        if place > first and used + wide > room:
            spans.append((first, place))
            first, used = place, 0
        used += wide + _CELL_GAP
    return [*spans, (first, len(widths))] if widths else []


def _rows(blocks: Sequence[list[Content]], width: int) -> list[list[list[Content]]]:
    rows: list[list[list[Content]]] = []
    used = 0
    for block in blocks:
        wide = max(line.cell_length for line in block)
        if rows and used + _GAP + wide <= width:
            rows[-1].append(block)
            used += _GAP + wide
        else:
            rows.append([block])
            used = wide
    return rows
