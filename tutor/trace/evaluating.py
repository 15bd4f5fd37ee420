"""Trees as arithmetic: the value of each node, by plain Python and with NumPy's conventions."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Container, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from tutor.trace.tree import Call, Constant, Opaque, Operation, Scalar, Tree

Number: TypeAlias = float | int
_BITS = 2048
"""Whole numbers larger than that, which no float reaches, are not computed digit by digit."""


class Unevaluable(ValueError):  # noqa: N818 - the contract's name: it says what the tree is
    """A tree whose value no arithmetic gives: a text, an opaque result, an unknown operation."""


def evaluate(tree: Tree) -> Scalar:
    """The value of `tree` by plain Python arithmetic, where NumPy has inf or nan that too.

    Sums run from left to right. Of a `where` only the condition and the branch it takes count.
    Raises `Unevaluable`.
    """
    value = Arithmetic(tree).values(_plainly)[-1]
    if not isinstance(value, int | float):
        raise Unevaluable(f"no arithmetic gives the value of {_what(tree)}")
    return value


def gives(tree: Tree, value: Scalar) -> bool:
    """Whether `tree` comes to `value`, but for the rounding of the numbers on the way.

    It does not where NumPy computes in a type that overflows or has fewer digits than Python's.
    """
    found = Arithmetic(tree).values(_plainly)
    result = found[-1]
    if not isinstance(result, int | float) or not isinstance(value, int | float):
        return False
    if result == value or (result != result and value != value):
        return True
    if not (math.isfinite(result) and math.isfinite(value)):
        return False
    sizes = [abs(each) for each in (*found, value) if isinstance(each, int | float)]
    return abs(result - value) <= _ROUNDING * max(size for size in sizes if size < math.inf)


_ROUNDING = 1e-9


class Arithmetic:
    """The nodes of a tree, each once and after its parts, ready to be computed again and again.

    Nodes whose `id` is in `whole` count as leaves: what they are made of is left aside.
    """

    def __init__(self, tree: Tree, whole: Container[int] = ()) -> None:
        self.nodes: list[Tree] = []
        self._places: dict[int, int] = {}
        self._steps: list[tuple[str, tuple[int, ...]]] = []
        waiting: list[tuple[Tree, bool]] = [(tree, False)]
        while waiting:
            node, is_ready = waiting.pop()
            if id(node) in self._places:
                continue
            parts = () if id(node) in whole else _parts(node)
            if parts and not is_ready:
                waiting.append((node, True))
                waiting.extend((part, False) for part in reversed(parts))
                continue
            kind = "" if not parts else node.kind if isinstance(node, Operation) else "body"
            self._places[id(node)] = len(self.nodes)
            self._steps.append((kind, tuple(self._places[id(part)] for part in parts)))
            self.nodes.append(node)

    def values(self, leaf: Callable[[Tree], Scalar | None]) -> list[Scalar | None]:
        """The value of each node, that of the tree last, from those of the leaves; None if none."""
        found: list[Scalar | None] = []
        for node, (kind, places) in zip(self.nodes, self._steps, strict=True):
            # Most nodes of most trees are products of two numbers.
            if kind == "multiply" and len(places) == 2:
                one, other = found[places[0]], found[places[1]]
                if type(one) is float and type(other) is float:
                    found.append(one * other)
                    continue
            found.append(_applied(kind, [found[place] for place in places]) if kind else leaf(node))
        return found


def leaf_value(node: Tree) -> Scalar | None:
    """What stands in a leaf; None for an operation without parts that has no value."""
    if isinstance(node, Operation):
        return {"add": 0, "multiply": 1}.get(node.kind)
    return None if isinstance(node, Call) else node.value


def _plainly(node: Tree) -> Scalar | None:
    return None if isinstance(node, Opaque) else leaf_value(node)


def _parts(node: Tree) -> tuple[Tree, ...]:
    if isinstance(node, Call):
        return (node.body,)
    return node.parts if isinstance(node, Operation) else ()


def _what(tree: Tree) -> str:
    if isinstance(tree, Operation):
        return f"the operation {tree.kind!r}"
    return (
        f"the constant {tree.value!r}" if isinstance(tree, Constant) else f"a {type(tree).__name__}"
    )


def _applied(kind: str, values: list[Scalar | None]) -> Scalar | None:
    if kind == "body":
        return values[0]
    if kind == "where" and len(values) == 3:
        holds, taken, other = values
        return None if holds is None or isinstance(holds, str) else taken if holds else other
    if kind not in _FUNCTIONS or any(value is None for value in values):
        return None
    if not all(isinstance(value, int | float) for value in values) and kind not in (
        "equal",
        "not_equal",
    ):
        return None
    try:
        return _FUNCTIONS[kind](*values)
    except OverflowError:
        # A whole number beyond every float.
        return None


def _extreme(prefer: Callable[[Any, Any], bool]) -> Callable[..., Number]:
    """The largest or smallest of several; nan if any is, as NumPy has it (Python has not)."""

    def extreme(*numbers: Any) -> Number:
        given: Iterable[Number] = numbers[0] if not isinstance(numbers[0], int | float) else numbers
        best, *others = given
        for number in others:
            if prefer(number, best) or number != number:
                best = number
            if best != best:
                break
        return best

    return extreme


def _sum(numbers: Iterable[Number], start: Number = 0) -> Number:
    """From left to right, without the compensation of newer Pythons."""
    for number in numbers:
        start = start + number
    return start


def _added(first: Number, *others: Number) -> Number:
    return _sum(others, first)


def _multiplied(product: Number, *others: Number) -> Number:
    for number in others:
        product = product * number
        if isinstance(product, int) and product.bit_length() > _BITS:
            raise OverflowError
    return product


def divided(number: Number, divisor: Number) -> Number:
    """`number / divisor`; by zero inf or nan."""
    if divisor != 0:
        return number / divisor
    if number == 0 or number != number:
        return math.nan
    return math.copysign(math.inf, number) * math.copysign(1.0, divisor)


def _divided_whole(number: Number, divisor: Number) -> Number:
    if divisor != 0:
        return number // divisor
    return 0 if _are_whole(number, divisor) else divided(number, divisor)


def _remainder(number: Number, divisor: Number) -> Number:
    if divisor != 0:
        return number % divisor
    return 0 if _are_whole(number, divisor) else math.nan


def raised(base: Number, exponent: Number) -> Number:
    """`base` to the power `exponent`: inf where it overflows, nan where it is not real."""
    if (
        isinstance(base, int)
        and isinstance(exponent, int)
        and exponent > 0
        and exponent * base.bit_length() > _BITS
    ):
        base, exponent = float(base), float(exponent)
    try:
        power = base**exponent
    except ZeroDivisionError:
        return math.copysign(math.inf, base) if exponent % 2 == 1 else math.inf
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf
    return math.nan if isinstance(power, complex) else power


def _are_whole(one: Number, other: Number) -> bool:
    return isinstance(one, int) and isinstance(other, int)


def _exp(number: Number) -> float:
    try:
        return math.exp(number)
    except OverflowError:
        return math.inf


def _log(number: Number) -> float:
    if number > 0:
        return math.log(number)
    return -math.inf if number == 0 else math.nan


def _sqrt(number: Number) -> float:
    return math.sqrt(number) if number >= 0 else math.nan


def _wave(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: function(number) if math.isfinite(number) else math.nan


def _rounded(function: Callable[[float], int]) -> Callable[[Number], Number]:
    def whole(number: Number) -> Number:
        if isinstance(number, int) or not math.isfinite(number):
            return number
        return float(function(number))

    return whole


def _sign(number: Number) -> Number:
    return number if number != number else type(number)((number > 0) - (number < 0))


_ONE: Mapping[str, Callable[..., Number]] = {
    "exp": _exp,
    "sqrt": _sqrt,
    "tanh": math.tanh,
    "log": _log,
    "floor": _rounded(math.floor),
    "ceil": _rounded(math.ceil),
    "erf": math.erf,
    "sin": _wave(math.sin),
    "cos": _wave(math.cos),
    "abs": abs,
    "sign": _sign,
}
_FUNCTIONS: Mapping[str, Callable[..., Scalar]] = {
    **_ONE,
    "add": _added,
    "subtract": operator.sub,
    "multiply": _multiplied,
    "divide": divided,
    "floordivide": _divided_whole,
    "remainder": _remainder,
    "power": raised,
    "negative": operator.neg,
    "maximum": _extreme(operator.gt),
    "minimum": _extreme(operator.lt),
    "less": operator.lt,
    "less_equal": operator.le,
    "greater": operator.gt,
    "greater_equal": operator.ge,
    "equal": operator.eq,
    "not_equal": operator.ne,
    "and": lambda one, other: bool(one) and bool(other),
    "or": lambda one, other: bool(one) or bool(other),
    "not": operator.not_,
}
NAMES: Mapping[str, object] = MappingProxyType(
    {
        **_ONE,
        "max": _FUNCTIONS["maximum"],
        "min": _FUNCTIONS["minimum"],
        "sum": _sum,
        "pi": math.pi,
        "inf": math.inf,
    }
)
"""What the text of `numbers` is evaluated with, each as NumPy has it.

The text has the same value with the functions of `math` and Python's own `max`, `min`, `sum`,
unless one of them raises (`exp` of more than 709, `log` of 0) or a nan is among their arguments.
"""
