"""Numbers and matrices as text."""

import math
from collections.abc import Sequence
from typing import Any

_LARGEST = 1e15
"""Above it whole numbers are shown with an exponent: their last digits would be made up."""


def show(number: float, digits: int = 4) -> str:
    """`number` to `digits` significant digits, as one would write it by hand.

    Whole numbers are whole (`14`), zeros at the end show only where something was rounded away
    (`0.5`, but `1.000` for 0.99996), and an exponent stands only where zeros would have to be
    counted (`9.5e-7`).
    """
    number = float(number)
    if not math.isfinite(number):
        return str(number)
    if number == round(number) and abs(number) < _LARGEST:
        return str(round(number))
    # The size after rounding: 999.96 has four digits before its point.
    size = int(f"{number:.{digits - 1}e}".partition("e")[2])
    if not -5 <= size < 15:
        return _with_exponent(number, digits)
    text = f"{number:.{max(0, digits - 1 - size)}f}"
    if "." in text and _is_exactly(float(text), number):
        text = text.rstrip("0").rstrip(".")
    return text


def matrix_lines(rows: Any) -> list[str]:
    """The rows of a matrix, its columns aligned at the decimal point.

    `rows` is a number, nested sequences of numbers, or an array with `tolist`. A vector is one
    row; blocks of more than two dimensions are set apart by an empty line. All lines of a block
    are equally wide, and all numbers have the same decimals unless that would hide one.
    """
    nested = rows.tolist() if hasattr(rows, "tolist") else rows
    if not _is_list(nested):
        return [show(nested)]
    cells = [cell for cell in _flat(nested) if math.isfinite(cell)]
    return _block(nested, _common_decimals(cells))


def _block(nested: Sequence[Any], decimals: int | None) -> list[str]:
    if any(_is_list(row) and any(map(_is_list, row)) for row in nested):
        lines: list[str] = []
        for part in nested:
            lines += [*([""] if lines else []), *_block(part, decimals)]
        return lines
    rows = nested if any(map(_is_list, nested)) else [nested]
    texts = [[_cell(float(cell), decimals) for cell in row] for row in rows]
    count = max(map(len, texts), default=0)
    columns = [[row[place] for row in texts if place < len(row)] for place in range(count)]
    wide = [
        tuple(max(len(part) for part in parts) for parts in zip(*map(_halves, column), strict=True))
        for column in columns
    ]
    lines = []
    for row in texts:
        parts = [
            before.rjust(wide[place][0]) + after.ljust(wide[place][1])
            for place, (before, after) in enumerate(map(_halves, row))
        ]
        parts += [" " * sum(wide[place]) for place in range(len(row), count)]
        lines.append("  ".join(parts))
    return lines


def _halves(text: str) -> tuple[str, str]:
    before, point, after = text.partition(".")
    if not point and "e" in before:
        before, point, after = before.partition("e")
    return before, point + after


def _cell(number: float, decimals: int | None) -> str:
    if decimals is None or not math.isfinite(number):
        return show(number)
    text = f"{number:.{decimals}f}"
    if float(text) == 0:
        return show(number, 3) if number else text.lstrip("-")
    return text


def _common_decimals(cells: Sequence[float]) -> int | None:
    """The decimals for all numbers, None where they are better shown one by one."""
    largest = max(map(abs, cells), default=0.0)
    if all(cell == round(cell) for cell in cells):
        return 0 if largest < _LARGEST else None
    size = math.floor(math.log10(largest))
    if not -5 <= size < 7:
        return None
    most = min(3, max(1, 3 - size)) if size >= -1 else 2 - size
    return next(
        (
            decimals
            for decimals in range(1, most)
            if all(_is_exactly(round(cell, decimals), cell) for cell in cells)
        ),
        most,
    )


def _is_exactly(rounded: float, number: float) -> bool:
    return abs(rounded - number) <= 1e-12 * abs(number)


def _with_exponent(number: float, digits: int) -> str:
    mantissa, _, exponent = f"{number:.{digits - 1}e}".partition("e")
    if _is_exactly(float(f"{mantissa}e{exponent}"), number):
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}e{int(exponent)}"


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _flat(nested: Sequence[Any]) -> list[float]:
    found: list[float] = []
    for part in nested:
        found += _flat(part) if _is_list(part) else [float(part)]
    return found
