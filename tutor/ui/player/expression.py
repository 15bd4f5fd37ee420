"""A cell's arithmetic set in a width: symbols, numbers, what is partly worked out, the value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from tutor.maths import cells
from tutor.numbers import show
from tutor.trace.tree import Cell
from tutor.ui.widgets.bars import CLICK

if TYPE_CHECKING:
    from tutor.demo.tracing import Explained
    from tutor.trace.printing import Piece
    from tutor.trace.tree import Address, Scalar

_BREAK = re.compile(r" (?=[-+−·×/÷=<>≤≥≠] )| (?=if |else )|(?<=,) ")
"""Where a line may end: before an operator, behind a comma."""
_WIDEST_HEAD = 18


def cell_label(symbol: str, cell: Address) -> str:
    """`S′[0,1]`: what a cell, or without index an array, is called in formulas."""
    from tutor.trace.printing import symbols

    return symbols(Cell(cell, symbol, 0.0))


def value_text(value: Scalar) -> str:
    """A cell's value to four significant digits."""
    if isinstance(value, bool):
        return "1" if value else "0"
    return value if isinstance(value, str) else show(value)


def draw_expression(
    label: Content,
    explained: Explained,
    width: int,
    *,
    lit: Sequence[Address],
    chosen: Address | None,
    say_left_out: Callable[[int], str],
    most: int | None = None,
    hidden: bool = False,
    longest: int = 6,
    pointed: str = "",
) -> list[Content]:
    """The lines of a cell's arithmetic, each behind its `=`; operands in `lit` can be clicked.

    At `most` so many equations are drawn. The value of what is `hidden` is a question mark. The
    part of the formula that is `pointed` at has pointed brackets around it.
    """
    drawn = [_line(pieces, lit, chosen, say_left_out) for pieces in explained.lines(longest)[:most]]
    if pointed and drawn:
        drawn[0] = _pointing(drawn[0], pointed)
    value = Content.styled("?" if hidden else value_text(explained.value), "bold")
    if label.cell_length > _WIDEST_HEAD and drawn:
        return [label, *_equations(Content("  "), drawn, value, width)]
    return _equations(Content.assemble(label, " "), drawn, value, width)


def _equations(
    head: Content, drawn: Sequence[Content], value: Content, width: int
) -> list[Content]:
    """Each equation on lines of its own, the value behind the last where it has room."""
    room = max(width - head.cell_length - 2, 8)
    lines: list[Content] = []
    for content in drawn:
        for number, part in enumerate(_wrapped(content, room)):
            sign = Content.styled("= ", "$quiet") if number == 0 else Content("  ")
            lines.append(Content.assemble(sign, part))
    beside = Content.assemble((" = ", "$quiet"), value)
    if lines and len(drawn) > 1 and lines[-1].cell_length + beside.cell_length <= room + 2:
        lines[-1] = Content.assemble(lines[-1], beside)
    else:
        lines.append(Content.assemble(("= ", "$quiet"), value))
    blank = Content(" " * head.cell_length)
    return [Content.assemble(blank if number else head, line) for number, line in enumerate(lines)]


def _pointing(line: Content, part: str) -> Content:
    first = line.plain.find(part)
    if first < 0:
        return line
    end = first + len(part)
    lit = Content.assemble("‹", line[first:end], "›").stylize("bold $warning")
    return Content.assemble(line[:first], lit, line[end:])


def _line(
    pieces: Sequence[Piece],
    operands: Sequence[Address],
    chosen: Address | None,
    say_left_out: Callable[[int], str],
) -> Content:
    return Content.assemble(*(_piece(piece, operands, chosen, say_left_out) for piece in pieces))


def _piece(
    piece: Piece,
    operands: Sequence[Address],
    chosen: Address | None,
    say_left_out: Callable[[int], str],
) -> Content:
    if piece.left_out:
        return Content.styled(say_left_out(piece.left_out), "$quiet")
    if piece.address is None or piece.address not in operands:
        return Content(piece.text)
    style = "bold reverse $accent" if piece.address == chosen else "$accent"
    number = list(operands).index(piece.address)
    deed = Style.from_meta({CLICK: f"screen.into({number})"})
    return Content.styled(piece.text, style).stylize(deed)


def _wrapped(content: Content, width: int) -> list[Content]:
    """A line of arithmetic, broken before its operators; where that is too wide, anywhere."""
    lines: list[Content] = []
    start = end = 0
    plain = content.plain
    places = [*(match.start() for match in _BREAK.finditer(plain)), len(plain)]
    for place in places:
        if end > start and cells(plain[start:place]) > width:
            lines.append(content[start:end])
            start = end + 1
        end = place
    lines.append(content[start:])
    return [part for line in lines for part in _fitted(line, width)]


def _fitted(line: Content, width: int) -> list[Content]:
    if line.cell_length <= width:
        return [line]
    return list(line.wrap(width))
