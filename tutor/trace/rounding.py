"""How many digits shown numbers need, so that one who computes with them gets what is shown."""

from __future__ import annotations

import math

from tutor.trace.chains import is_number
from tutor.trace.evaluating import Arithmetic
from tutor.trace.signs import constant_digits
from tutor.trace.tree import Scalar, Tree

FEWEST = 4
"""What `show` gives by itself."""
MOST = 17
"""Enough for every float."""
_WITHOUT_EXPONENT = 1e15


def digits_needed(arithmetic: Arithmetic, exact: list[Scalar | None], value: Scalar) -> int:
    """The fewest digits (4 to 17) with which the leaves' shown numbers give `value` as it is shown.

    `exact` has the exact values of all nodes, leaves too, as `arithmetic` lists them. 4 where no
    digits help: where the value is no number, or not what the exact leaves give.
    """
    target = _as_shown(value)
    if target is None or _as_shown(exact[-1]) != target:
        return FEWEST
    known = {id(node): value for node, value in zip(arithmetic.nodes, exact, strict=True)}
    for digits in range(FEWEST, MOST):

        def shown(leaf: Tree, digits: int = digits) -> Scalar | None:
            return rounded(known[id(leaf)], constant_digits(digits) if is_number(leaf) else digits)

        if _as_shown(arithmetic.values(shown)[-1]) == target:
            return digits
    return MOST


def rounded(value: Scalar | None, digits: int) -> Scalar | None:
    """The number that `show(value, digits)` says, in a fraction of its time."""
    if not isinstance(value, float):
        return value
    if not math.isfinite(value) or (value == (whole := round(value)) and abs(whole) < 1e15):
        return value + 0.0
    if 10.0 ** (digits - 1) <= abs(value) < _WITHOUT_EXPONENT:
        return float(round(value))
    return float(f"{value:.{digits - 1}e}")


def _as_shown(value: Scalar | None) -> Scalar | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value if isinstance(value, bool) else None
    try:
        return rounded(float(value), FEWEST) if value == value else None
    except OverflowError:
        return None
