"""Element by element operations: which tree each of NumPy's universal functions makes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from tutor.trace.graph import Find, Operand
from tutor.trace.tree import Constant, Operation, Tree

Form = Callable[..., Tree]
"""From the trees of the operands to the tree of the result."""

ONE, TWO, ZERO, PI = Constant(1), Constant(2), Constant(0), Constant(math.pi, "pi")


class Elementwise:
    """A cell follows from one cell of each operand, by broadcasting.

    `shape` is the result's, `shapes` those of the operands (their values' own unless given).
    """

    __slots__ = ("_form", "_operands", "_steps")

    def __init__(
        self,
        form: Form,
        operands: Sequence[Operand],
        shape: tuple[int, ...],
        shapes: Sequence[tuple[int, ...]] | None = None,
    ) -> None:
        self._form = form
        self._operands = tuple(operands)
        own = shapes or [np.shape(operand.value) for operand in operands]
        self._steps = tuple(_broadcast(each, shape) for each in own)

    def tree(self, flat: int, find: Find) -> Tree:
        """The form of the operands' cells that stand at `flat`."""
        return self._form(
            *(
                find(operand, flat if steps is None else _at(flat, steps))
                for operand, steps in zip(self._operands, self._steps, strict=True)
            )
        )


def _broadcast(
    shape: tuple[int, ...], whole: tuple[int, ...]
) -> tuple[tuple[int, int, int], ...] | None:
    """How a flat place in `whole` leads to one in `shape`: (stride there, length, stride here)."""
    if shape == whole:
        return None
    steps = []
    there = here = 1
    padded = (1,) * (len(whole) - len(shape)) + shape
    for own, length in zip(reversed(padded), reversed(whole), strict=True):
        if own > 1:
            steps.append((there, length, here))
        there, here = there * length, here * own
    return tuple(steps)


def _at(flat: int, steps: tuple[tuple[int, int, int], ...]) -> int:
    return sum(flat // there % length * here for there, length, here in steps)


def operation(kind: str) -> Form:
    """The plain form: one operation of this kind on the parts."""
    return lambda *parts: Operation(kind, parts)


def add(*parts: Tree) -> Tree:
    """A sum. The whole number 0 with which Python's `sum` begins is no term of it."""
    if len(parts) == 2 and isinstance(parts[0], Constant) and _is_bare_zero(parts[0]):
        return parts[1]
    return Operation("add", parts)


def _is_bare_zero(part: Constant) -> bool:
    return type(part.value) is int and part.value == 0 and not part.name and not part.index


def subtract(left: Tree, right: Tree) -> Tree:
    """A difference."""
    return Operation("subtract", (left, right))


def multiply(*parts: Tree) -> Tree:
    """A product."""
    return Operation("multiply", parts)


def divide(left: Tree, right: Tree) -> Tree:
    """A quotient."""
    return Operation("divide", (left, right))


def power(base: Tree, exponent: Tree) -> Tree:
    """A power."""
    return Operation("power", (base, exponent))


def one(kind: str, part: Tree) -> Tree:
    """An operation on one part."""
    return Operation(kind, (part,))


def where(condition: Tree, yes: Tree, no: Tree) -> Tree:
    """A choice by a condition."""
    return Operation("where", (condition, yes, no))


class Logical:
    """`logical_and` and its like: numbers count as true where they are not 0."""

    __slots__ = ("_inner",)

    def __init__(self, kind: str, operands: Sequence[Operand], shape: tuple[int, ...]) -> None:
        boolean = [is_truth(operand.value) for operand in operands]

        def form(*parts: Tree) -> Tree:
            truths = (
                part if known else Operation("not_equal", (part, ZERO))
                for part, known in zip(parts, boolean, strict=True)
            )
            return Operation(kind, tuple(truths))

        self._inner = Elementwise(form, operands, shape)

    def tree(self, flat: int, find: Find) -> Tree:
        """The truths of the operands' cells at `flat`, joined."""
        return self._inner.tree(flat, find)


def _truncated(x: Tree) -> Tree:
    return multiply(one("sign", x), one("floor", one("abs", x)))


def _log_of_sum(x: Tree, y: Tree) -> Tree:
    largest = Operation("maximum", (x, y))
    rest = Operation("add", tuple(one("exp", subtract(part, largest)) for part in (x, y)))
    return Operation("add", (largest, one("log", rest)))


def _half(sign: str) -> Form:
    return lambda x: divide(Operation(sign, (one("exp", x), one("exp", one("negative", x)))), TWO)


_KINDS: dict[Any, str] = {
    np.subtract: "subtract",
    np.multiply: "multiply",
    np.divide: "divide",
    np.floor_divide: "floordivide",
    np.remainder: "remainder",
    np.power: "power",
    np.float_power: "power",
    np.maximum: "maximum",
    np.minimum: "minimum",
    np.less: "less",
    np.less_equal: "less_equal",
    np.greater: "greater",
    np.greater_equal: "greater_equal",
    np.equal: "equal",
    np.not_equal: "not_equal",
    np.negative: "negative",
    np.sqrt: "sqrt",
    np.exp: "exp",
    np.log: "log",
    np.tanh: "tanh",
    np.sin: "sin",
    np.cos: "cos",
    np.floor: "floor",
    np.ceil: "ceil",
    np.absolute: "abs",
    np.fabs: "abs",
    np.sign: "sign",
    np.rint: "round",
}

_FORMS: dict[Any, Form] = {
    np.add: add,
    np.positive: lambda x: x,
    np.square: lambda x: power(x, TWO),
    np.reciprocal: lambda x: divide(ONE, x),
    np.exp2: lambda x: power(TWO, x),
    np.expm1: lambda x: subtract(one("exp", x), ONE),
    np.log1p: lambda x: one("log", Operation("add", (ONE, x))),
    np.log2: lambda x: divide(one("log", x), one("log", TWO)),
    np.log10: lambda x: divide(one("log", x), one("log", Constant(10))),
    np.logaddexp: _log_of_sum,
    np.tan: lambda x: divide(one("sin", x), one("cos", x)),
    np.sinh: _half("subtract"),
    np.cosh: _half("add"),
    np.hypot: lambda x, y: one("sqrt", Operation("add", (power(x, TWO), power(y, TWO)))),
    np.degrees: lambda x: divide(multiply(x, Constant(180)), PI),
    np.radians: lambda x: divide(multiply(x, PI), Constant(180)),
    np.trunc: _truncated,
    np.cbrt: lambda x: multiply(one("sign", x), power(one("abs", x), divide(ONE, Constant(3)))),
    np.heaviside: lambda x, middle: where(
        Operation("less", (x, ZERO)),
        ZERO,
        where(Operation("equal", (x, ZERO)), middle, ONE),
    ),
}
_FORMS |= {np.rad2deg: _FORMS[np.degrees], np.deg2rad: _FORMS[np.radians]}

_LOGICAL: dict[Any, str] = {
    np.logical_and: "and",
    np.logical_or: "or",
    np.logical_not: "not",
    np.logical_xor: "not_equal",
}
_OF_TRUTHS: dict[Any, str] = {
    np.add: "or",
    np.multiply: "and",
    np.bitwise_and: "and",
    np.bitwise_or: "or",
    np.bitwise_xor: "not_equal",
    np.invert: "not",
}


def rule(ufunc: Any, operands: Sequence[Operand], value: Any) -> Any:
    """The rule of one of NumPy's universal functions with the one result `value`."""
    shape = np.shape(value)
    logical = _LOGICAL.get(ufunc)
    # `+` and `*` of truth values are `or` and `and`, unless numbers were asked for (`dtype=int`).
    if logical is None and is_truth(value) and all(is_truth(each.value) for each in operands):
        logical = _OF_TRUTHS.get(ufunc)
    if logical:
        return Logical(logical, operands, shape)
    if ufunc is np.reciprocal and np.asarray(value).dtype.kind in "iu":
        return Elementwise(lambda x: _truncated(divide(ONE, x)), operands, shape)
    if ufunc in (np.fmax, np.fmin) and not any(_has_nan(each) for each in operands):
        ufunc = np.maximum if ufunc is np.fmax else np.minimum
    return Elementwise(form(ufunc), operands, shape)


def form(ufunc: Any) -> Form:
    """The tree that a universal function makes of its operands' trees.

    One that nothing here describes is printed by its name and cannot be evaluated.
    """
    if ufunc is np.conjugate:
        return _FORMS[np.positive]
    return _FORMS.get(ufunc) or operation(_KINDS.get(ufunc, ufunc.__name__))


def is_truth(value: Any) -> bool:
    """Whether it is a truth value or an array of them."""
    return np.asarray(value).dtype.kind == "b"


def _has_nan(operand: Operand) -> bool:
    value = np.asarray(operand.value)
    return value.dtype.kind == "f" and bool(np.isnan(value).any())
