"""Boxes of text with a baseline, and the ways to put them together."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.maths.widths import Align, cells, pad


@dataclass(frozen=True, slots=True)
class Box:
    """Rows of equal width in cells; `base` is the row that stands on the text's line."""

    rows: tuple[str, ...]
    base: int
    width: int

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)


def text_box(text: str) -> Box:
    """One row of text."""
    return Box((text,), 0, cells(text))


def blank(width: int) -> Box:
    """One row of blanks."""
    return Box((" " * width,), 0, width)


def beside(boxes: Sequence[Box]) -> Box:
    """Boxes from left to right, their baselines level."""
    boxes = [box for box in boxes if box.width]
    if not boxes:
        return blank(0)
    above = max(box.base for box in boxes)
    below = max(box.height - box.base for box in boxes)
    level = [_extended(box, above - box.base, below - (box.height - box.base)) for box in boxes]
    rows = tuple("".join(parts) for parts in zip(*level, strict=True))
    return Box(rows, above, sum(box.width for box in boxes))


def _extended(box: Box, above: int, below: int) -> tuple[str, ...]:
    empty = (" " * box.width,)
    return empty * above + box.rows + empty * below


def stacked(boxes: Sequence[Box], base: int, align: Align = "center") -> Box:
    """Boxes from top to bottom; `base` is the row of the whole that is its baseline."""
    width = max(box.width for box in boxes)
    rows = tuple(pad(row, width, align) for box in boxes for row in box.rows)
    return Box(rows, base, width)


def fraction(over: Box, under: Box) -> Box:
    """One box over another, with a rule that is wider than both."""
    rule = text_box("─" * (max(over.width, under.width) + 2))
    return stacked([over, rule, under], over.height)


def root(body: Box, degree: Box | None) -> Box:
    """A box under a root sign."""
    if body.height == 1:
        sign = stacked([text_box(" " + "_" * body.width), text_box("√" + body.rows[0])], 1, "left")
    else:
        last = body.height - 1
        rows = [" ┌" + "─" * body.width]
        rows += [("╲│" if place == last else " │") + row for place, row in enumerate(body.rows)]
        sign = Box(tuple(rows), body.base + 1, body.width + 2)
    if degree is None:
        return sign
    return beside([_lifted(degree, sign.base - sign.height + 2), sign])


def _lifted(box: Box, rows: int) -> Box:
    """The box with its last row `rows` rows above the baseline (below it when negative)."""
    empty = (" " * box.width,)
    base = box.height - 1 + rows
    return Box(empty * -base + box.rows + empty * rows, max(0, base), box.width)


def scripts(base: Box, raised: Box | None, lowered: Box | None) -> Box:
    """A base with boxes at its upper and lower right.

    They stand outside a base of one row and overlap the first and last row of a taller one.
    """
    overlap = base.height > 1
    over = raised.rows if raised else ()
    under = lowered.rows if lowered else ()
    above = max(0, len(over) - overlap)
    below = max(0, len(under) - overlap)
    width = max(box.width for box in (raised, lowered) if box)
    column = [""] * (above + base.height + below)
    column[: len(over)] = over
    if under:
        column[len(column) - len(under) :] = under
    empty = (" " * base.width,)
    left = empty * above + base.rows + empty * below
    rows = tuple(part + pad(script, width) for part, script in zip(left, column, strict=True))
    return Box(rows, above + base.base, base.width + width)


def limits(base: Box, above: Box | None, below: Box | None) -> Box:
    """A base with boxes centred above and below it."""
    boxes = [box for box in (above, base, below) if box]
    return stacked(boxes, (above.height if above else 0) + base.base)


# Top, middle, bottom, and the piece at half the height (braces only).
_PIECES = {
    "(": "⎛⎜⎝",
    ")": "⎞⎟⎠",
    "[": "⎡⎢⎣",
    "]": "⎤⎥⎦",
    "⌊": "⎢⎢⎣",
    "⌋": "⎥⎥⎦",
    "⌈": "⎡⎢⎢",
    "⌉": "⎤⎥⎥",
    "|": "│││",
    "‖": "║║║",
    "{": "⎧⎪⎩⎨",
    "}": "⎫⎪⎭⎬",
}
_BRACES_OF_TWO = {"{": ("⎰", "⎱"), "}": ("⎱", "⎰")}


def fence(sign: str, height: int, base: int) -> Box:
    """A bracket as tall as what it holds."""
    pieces = _PIECES.get(sign)
    if height == 1 or not sign:
        return text_box(sign)
    if pieces is None:
        empty = " " * cells(sign)
        rows = [empty] * height
        rows[base] = sign
        return Box(tuple(rows), base, len(empty))
    if height == 2 and sign in _BRACES_OF_TWO:
        return Box(_BRACES_OF_TWO[sign], base, 1)
    rows = [pieces[0], *[pieces[1]] * (height - 2), pieces[2]]
    if len(pieces) == 4:
        rows[min(max(base, 1), height - 2)] = pieces[3]
    return Box(tuple(rows), base, 1)


def fenced(left: str, body: Box, right: str, *, grows: bool = True) -> Box:
    """A box between brackets, of its own height if they grow."""
    height, base = (body.height, body.base) if grows else (1, 0)
    return beside([fence(left, height, base), body, fence(right, height, base)])


def grid(rows: Sequence[Sequence[Box]], aligns: Sequence[Align], gap: int) -> Box:
    """Boxes in columns `gap` blanks apart; rows of tall boxes are set apart by an empty line."""
    count = max(len(row) for row in rows)
    full = [[*row, *[blank(0)] * (count - len(row))] for row in rows]
    widths = [max(row[column].width for row in full) for column in range(count)]
    lines: list[Box] = []
    for row in full:
        boxes: list[Box] = []
        for column, box in enumerate(row):
            align = aligns[column % len(aligns)]
            padded = tuple(pad(text, widths[column], align) for text in box.rows)
            boxes += [Box(padded, box.base, widths[column]), blank(gap)]
        lines.append(beside(boxes[:-1]))
    if len(lines) > 1 and any(line.height > 1 for line in lines):
        lines = [part for line in lines for part in (line, blank(line.width))][:-1]
    height = sum(line.height for line in lines)
    base = lines[0].base if len(lines) == 1 else (height - 1) // 2
    return stacked(lines, base, "left")
