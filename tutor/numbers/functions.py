"""The constants and functions that an answer may use; nothing else is ever called."""

import math
from collections.abc import Callable

from tutor.numbers.values import UnreadableError

CONSTANTS = {"pi": math.pi, "e": math.e}

_ONE: dict[str, Callable[[float], float]] = {
    "sqrt": math.sqrt,
    "exp": math.exp,
    "log": math.log,
    "ln": math.log,
    "log2": math.log2,
    "log10": math.log10,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "tanh": math.tanh,
    "abs": abs,
    "floor": math.floor,
    "ceil": math.ceil,
}
_SEVERAL: dict[str, Callable[[list[float]], float]] = {"min": min, "max": max}
FUNCTIONS = frozenset(_ONE) | frozenset(_SEVERAL)


def applied(name: str, numbers: list[float]) -> float:
    """The function `name` of `numbers`; raises `UnreadableError` where it has no finite value."""
    if name in _SEVERAL and numbers:
        return _SEVERAL[name](numbers)
    if name in _SEVERAL or len(numbers) != 1:
        raise UnreadableError("arguments", function=name)
    try:
        return finite(float(_ONE[name](numbers[0])))
    except OverflowError:
        raise UnreadableError("too-large") from None
    except ValueError:
        raise UnreadableError("not-real", what=f"{name}({numbers[0]:g})") from None


def power(base: float, exponent: float) -> float:
    """`base` to the power `exponent`, in floating point, so that its cost is bounded."""
    if base == 0 and exponent < 0:
        raise UnreadableError("division-by-zero")
    try:
        result = base**exponent
    except OverflowError:
        raise UnreadableError("too-large") from None
    if isinstance(result, complex):
        raise UnreadableError("not-real", what=f"({base:g})^{exponent:g}")
    return finite(result)


def quotient(number: float, divisor: float) -> float:
    """`number / divisor`; raises `UnreadableError` on division by zero."""
    if divisor == 0:
        raise UnreadableError("division-by-zero")
    return finite(number / divisor)


def finite(number: float) -> float:
    """`number` itself; raises `UnreadableError` when it is infinite."""
    if not math.isfinite(number):
        raise UnreadableError("too-large")
    return number
