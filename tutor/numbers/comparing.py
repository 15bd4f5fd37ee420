"""Whether two values are equal, as far as they were written out."""

import math
from enum import StrEnum

from tutor.numbers.values import Value, is_whole

_SLACK = 1 + 1e-9
"""Room for what binary floating point makes of a decimal half."""


class Closeness(StrEnum):
    """How a given value compares with the right one."""

    RIGHT = "right"
    ROUNDING = "rounding"
    """Right to the digits that were given, which are fewer than asked."""
    WRONG = "wrong"


def equal(given: Value, right: Value, tolerance: float | None) -> Closeness:
    """How `given` compares with `right`, by the most favourable reading of `given`.

    `tolerance` is absolute. None stands for half a unit of the third significant digit of each
    right number, and for equality where all of them are whole. A vector may be given as a matrix
    of one row or column. ROUNDING needs two significant digits, in a list at least once.
    """
    found = {_closeness(reading, right, tolerance) for reading in (given, *given.alternatives)}
    return next(closeness for closeness in Closeness if closeness in found)


def _closeness(given: Value, right: Value, tolerance: float | None) -> Closeness:
    if not _same_shape(given.shape, right.shape):
        return Closeness.WRONG
    pairs = list(zip(given.cells, right.cells, strict=True))
    if tolerance is None and right.exact:
        same = all(is_whole(mine) and round(mine) == round(theirs) for mine, theirs in pairs)
        return Closeness.RIGHT if same else Closeness.WRONG
    allowed = _tolerances(right) if tolerance is None else [tolerance] * len(pairs)
    near = [
        abs(mine - theirs) <= limit * _SLACK + abs(theirs) * 1e-14
        for (mine, theirs), limit in zip(pairs, allowed, strict=True)
    ]
    if all(near):
        return Closeness.RIGHT
    if tolerance != 0 and _is_rounded(given, right, near):
        return Closeness.ROUNDING
    return Closeness.WRONG


def _same_shape(given: tuple[int, ...], right: tuple[int, ...]) -> bool:
    if given == right:
        return True
    lengths = [tuple(size for size in shape if size != 1) for shape in (given, right)]
    return lengths[0] == lengths[1] and min(len(given), len(right)) <= 1


def _tolerances(right: Value) -> list[float]:
    """Half a unit of the third significant digit; for a zero, the finest one beside it."""
    halves = [
        0.5 * 10.0 ** (math.floor(math.log10(abs(cell))) - 2) if cell else math.inf
        for cell in right.cells
    ]
    finest = min(halves, default=0.0)
    return [finest if half == math.inf else half for half in halves]


def _is_rounded(given: Value, right: Value, near: list[bool]) -> bool:
    """Whether `given` is `right` rounded to the decimals that were written."""
    if len(given.decimals) != len(given.cells):
        return False
    enough_digits = False
    for mine, theirs, places, is_near in zip(
        given.cells, right.cells, given.decimals, near, strict=True
    ):
        if places is None:
            if not is_near:
                return False
            continue
        unit = 10.0 ** -max(-300, min(300, places))
        if not is_near and abs(mine - theirs) > unit / 2 * _SLACK:
            return False
        enough_digits = enough_digits or abs(mine) >= 10 * unit / _SLACK
    return enough_digits
