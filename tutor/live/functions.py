"""The functions that an expression may call: those of NumPy by name, on numbers and arrays alike.

Plain Python numbers stay plain, so that whole numbers stay whole and no NumPy is needed for them.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

PLAIN: Final = frozenset({int, float, bool})
"""The types of plain numbers; a named number of a trace is another type and is left to NumPy."""
_MOST_PLACES: Final = 20


@dataclass(frozen=True, slots=True)
class Listed:
    """How a function may be called: how many values, which keywords, and on plain numbers how."""

    least: int
    most: int
    keywords: tuple[str, ...] = ()
    plain: Callable[..., Any] | None = None


_AXIS = ("axis",)
_REDUCES = ("axis", "keepdims")


def _each(plain: Callable[..., Any]) -> Listed:
    return Listed(1, 1, plain=plain)


FUNCTIONS: Final[Mapping[str, Listed]] = {
    "exp": _each(math.exp),
    "sqrt": _each(math.sqrt),
    "log": _each(math.log),
    "log2": _each(math.log2),
    "log10": _each(math.log10),
    "tanh": _each(math.tanh),
    "sin": _each(math.sin),
    "cos": _each(math.cos),
    "abs": _each(abs),
    "floor": _each(math.floor),
    "ceil": _each(math.ceil),
    "sign": _each(lambda x: (x > 0) - (x < 0)),
    "round": Listed(1, 2, plain=round),
    "maximum": Listed(2, 2, plain=max),
    "minimum": Listed(2, 2, plain=min),
    "where": Listed(3, 3, plain=lambda condition, a, b: a if condition else b),
    "clip": Listed(3, 3, plain=lambda x, least, most: min(max(x, least), most)),
    "max": Listed(1, 10, _REDUCES, plain=lambda *numbers: max(numbers)),
    "min": Listed(1, 10, _REDUCES, plain=lambda *numbers: min(numbers)),
    "sum": Listed(1, 1, _REDUCES),
    "mean": Listed(1, 1, _REDUCES),
    "prod": Listed(1, 1, _REDUCES),
    "any": Listed(1, 1, _REDUCES),
    "all": Listed(1, 1, _REDUCES),
    "cumsum": Listed(1, 1, _AXIS),
    "argmax": Listed(1, 1, _REDUCES),
    "argsort": Listed(1, 1, _AXIS),
    "flip": Listed(1, 1, _AXIS),
    "roll": Listed(2, 2, _AXIS),
    "transpose": Listed(1, 2),
    "concatenate": Listed(1, 1, _AXIS),
    "stack": Listed(1, 1, _AXIS),
    "ones_like": Listed(1, 1),
    "zeros_like": Listed(1, 1),
    "len": Listed(1, 1),
}
"""The listed functions. `max(a, b, …)` is the largest of its values, cell by cell."""

BROADCASTING: Final = frozenset({"maximum", "minimum", "where", "clip", "max", "min"})
"""Those whose result takes the shape of all their values together."""

CONSTANTS: Final[Mapping[str, float]] = {"pi": math.pi, "inf": math.inf}
"""Names that stand for numbers wherever nothing else is called so."""


def call(name: str, given: list[Any], keywords: dict[str, Any]) -> Any:
    """What a listed function makes of the values given."""
    if name == "round" and len(given) > 1 and abs(given[1]) > _MOST_PLACES:
        raise ValueError(f"more than {_MOST_PLACES} places")
    listed = FUNCTIONS[name]
    if listed.plain and not keywords and all(type(value) in PLAIN for value in given):
        return listed.plain(*given)
    if name == "len":
        return len(given[0])
    import numpy as np

    if name in ("max", "min") and len(given) > 1:
        return quietly(reduce, np.maximum if name == "max" else np.minimum, given)
    return quietly(getattr(np, name), *given, **keywords)


def quietly(function: Callable[..., Any], *given: Any, **keywords: Any) -> Any:
    """The function's result without NumPy's warnings: inf and nan tell enough."""
    import numpy as np

    with np.errstate(all="ignore"):
        return function(*given, **keywords)
