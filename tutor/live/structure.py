"""The right numbers in another order, shape, sign or scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from tutor.core.live import Cause, Explanation, Numbers
from tutor.live.matching import Typed

Cells: TypeAlias = Sequence[float]

_FACTORS: Final[tuple[tuple[float, str], ...]] = (
    (2, "2"),
    (1 / 2, "1/2"),
    (10, "10"),
    (1 / 10, "1/10"),
    (100, "100"),
    (1 / 100, "1/100"),
    (math.log(2), "ln 2"),
    (1 / math.log(2), "1/ln 2"),
    (math.log(10), "ln 10"),
    (1 / math.log(10), "1/ln 10"),
)
"""Scales by which people err: halves, percentages, and logarithms to another base."""


def structural(typed: Typed, numbers: Numbers) -> Iterator[Explanation]:
    """What the typed numbers have in common with the right ones, the likeliest first.

    A single number can only have another sign or scale; a whole number of another scale is no more
    than a wrong number. What a mere slip gives as easily is not told.
    """
    step, key = numbers.step, numbers.key
    if typed.value.shape != numbers.shape:
        yield from _other_shape(typed, numbers)
        return
    typed.begin()
    for code, cells, ways in _orders(typed.value.cells, key, numbers.shape):
        if (
            typed.considers(cells)
            and typed.tells(cells)
            and typed.chance(cells) * ways <= typed.limit
        ):
            yield _explained(step, code)
    if any(not float(cell).is_integer() for cell in key):
        scaled = [([factor * cell for cell in key], name) for factor, name in _FACTORS]
        for cells, name in [each for each in scaled if typed.considers(each[0])]:
            if typed.tells(cells):
                yield _explained(step, "factor", factor=name)


def _orders(
    typed: Cells, key: Cells, shape: tuple[int, ...]
) -> Iterator[tuple[str, list[float], int]]:
    """The right cells in other orders and signs: what that is called, and how many there are."""
    rows = _rows(key, shape)
    if len(shape) == 2 and shape[0] == shape[1]:
        yield "transposed", _flat(zip(*rows, strict=True)), 1
    yield "sign" if len(key) > 1 else "sign_of_one", [-cell for cell in key], 1
    if len(key) > 1:
        yield "sign_lost", [abs(cell) for cell in key], 1
    if len(shape) == 2:
        yield from _permuted(typed, rows, shape)
    if len(shape) == 1 and len(key) > 1:
        yield "reversed", list(reversed(key)), 1
        yield "permuted", _matched(typed, key), math.factorial(min(len(key), 20))


def _other_shape(typed: Typed, numbers: Numbers) -> Iterator[Explanation]:
    given, shape = typed.value, numbers.shape
    if given.shape == tuple(reversed(shape)) and len(shape) == 2:
        columns = _flat(zip(*_rows(numbers.key, shape), strict=True))
        triples = zip(given.cells, columns, typed.windows, strict=True)
        if all(abs(one - other) <= window for one, other, window in triples):
            yield _explained(numbers.step, "transposed")
            return
    yield _explained(numbers.step, "shape", given=_sizes(given.shape), right=_sizes(shape))


def _permuted(
    cells: Cells, rows: list[list[float]], shape: tuple[int, ...]
) -> Iterator[tuple[str, list[float], int]]:
    """The rows, the columns, then all cells in the order in which they come nearest."""
    typed = _rows(cells, shape)
    yield "rows_permuted", _flat(_nearest(typed, rows)), math.factorial(min(shape[0], 20))
    columns = _nearest(
        [list(column) for column in zip(*typed, strict=True)],
        [list(column) for column in zip(*rows, strict=True)],
    )
    yield (
        "columns_permuted",
        _flat(zip(*columns, strict=True)),
        math.factorial(min(shape[1], 20)),
    )
    yield "permuted", _matched(cells, _flat(rows)), math.factorial(min(len(cells), 20))


def _nearest(typed: list[list[float]], right: list[list[float]]) -> list[list[float]]:
    """The right lines in the order of the typed ones."""
    left = list(right)
    found = []
    for line in typed:
        apart = [sum(abs(a - b) for a, b in zip(line, other, strict=True)) for other in left]
        found.append(left.pop(apart.index(min(apart))))
    return found


def _matched(typed: Cells, right: Cells) -> list[float]:
    """The right cells in the order of the typed ones, by size."""
    order = sorted(range(len(typed)), key=lambda place: typed[place])
    found = [0.0] * len(typed)
    for place, cell in zip(order, sorted(right), strict=True):
        found[place] = cell
    return found


def _rows(cells: Cells, shape: tuple[int, ...]) -> list[list[float]]:
    width = shape[-1] if len(shape) > 1 else len(cells)
    return [list(cells[start : start + width]) for start in range(0, len(cells), max(width, 1))]


def _flat(rows: Iterable[Iterable[float]]) -> list[float]:
    return [cell for row in rows for cell in row]


def _sizes(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape)) or "1"


def _explained(step: str, code: str, **details: str) -> Explanation:
    return Explanation(cause=Cause.STRUCTURE, step=step, code=code, details=details)
