"""Trees as Python: full precision, plain ASCII, to be evaluated."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeAlias

from tutor.trace.chains import Plan, factors, fold, terms
from tutor.trace.evaluating import Arithmetic, leaf_value
from tutor.trace.pieces import Rope, pieces_of, text_of
from tutor.trace.tree import Call, Opaque, Operation, Scalar, Tree

_LONGEST = 200_000
"""Characters: some more than a sum of 4096 products of two numbers needs."""
_DEEPEST = 80
"""Brackets within brackets: Python's parser takes few more than a hundred."""
_FLATTEST = 200
"""Terms in a row: Python compiles `a + b + c` as brackets within brackets."""


def numbers(tree: Tree) -> str | None:
    """The arithmetic with all numbers in full, `(-6.0*0.0 + -2.0*-1.0)/sqrt(4)`.

    Evaluated with `NAMES` it equals `evaluate(tree)` to the last bit, but for products of more than
    200 factors, which are put in groups; sums of more than 200 terms are written `sum([…])`.
    None where there is no such text: for words, opaque results, unknown operations and nan; where
    Python raises and NumPy does not (division by zero, an overflowing power, a root of a negative
    number, a logarithm of 0); for more than 200,000 characters or 80 brackets within each other. In
    the branch that a `where` does not take, `None` stands for what cannot be written.
    """
    arithmetic = Arithmetic(tree)
    found = arithmetic.values(lambda leaf: None if isinstance(leaf, Opaque) else leaf_value(leaf))
    if not isinstance(found[-1], int | float):
        return None
    printer = _Printer(
        {id(node): value for node, value in zip(arithmetic.nodes, found, strict=True)}
    )
    code = fold(tree, printer.plan)
    return None if code is None else text_of(pieces_of(code.rope))


class _Level(IntEnum):
    """Python's order of operations."""

    CHOICE = 0
    OR = 1
    AND = 2
    NOT = 3
    COMPARISON = 4
    SUM = 5
    PRODUCT = 6
    SIGN = 7
    POWER = 8
    ATOM = 9


@dataclass(frozen=True, slots=True)
class _Code:
    level: _Level
    rope: Rope
    length: int
    depth: int = 0
    """Brackets within brackets."""
    height: int = 1
    """Operations within operations."""

    def within(self, least: _Level) -> _Code:
        if self.level >= least:
            return self
        return _Code(
            _Level.ATOM, ("(", self.rope, ")"), self.length + 2, self.depth + 1, self.height
        )


_Parts: TypeAlias = Sequence["_Code | None"]
_Join: TypeAlias = Callable[[Sequence[_Code]], _Code]


def _code(level: _Level, rope: Sequence[Rope], parts: Sequence[_Code], nested: int = 0) -> _Code:
    """Parts put together; `nested` counts what Python's parser has to remember meanwhile."""
    return _Code(
        level,
        tuple(rope),
        sum(part.length for part in parts) + sum(len(part) for part in rope if type(part) is str),
        max(part.depth for part in parts) + nested,
        max(part.height for part in parts) + len(parts),
    )


class _Printer:
    def __init__(self, values: dict[int, Scalar | None]) -> None:
        self._values = values

    def plan(self, node: Tree) -> Plan[_Code | None]:
        if isinstance(node, Call):
            return (node.body,), lambda parts: parts[0]
        if isinstance(node, Operation) and node.parts:
            if node.kind == "where":
                return node.parts, lambda parts: self._checked(node, parts, _choice)
            parts, join = self._operation(node)
            return parts, lambda codes: self._checked(node, codes, join)
        value = None if isinstance(node, Opaque) else leaf_value(node)
        return (), lambda _: _leaf(value)

    def _checked(
        self, node: Operation, parts: _Parts, join: Callable[[Any], _Code]
    ) -> _Code | None:
        """The parts joined, None if they cannot be printed or Python could not evaluate it."""
        if self._values.get(id(node)) is None:
            return None
        if node.kind == "where":
            taken = 1 if self._values[id(node.parts[0])] else 2
            other = _Code(_Level.ATOM, "None", 4)
            if parts[0] is None or parts[taken] is None:
                return None
            parts = [other if part is None else part for part in parts]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts) or not self._python_agrees(node):
            return None
        code = join(known)
        is_small = code.length <= _LONGEST and code.depth <= _DEEPEST
        return code if is_small and code.height <= 3 * _FLATTEST else None

    def _python_agrees(self, node: Operation) -> bool:
        if node.kind not in _RAISING:
            return True
        value = self._values[id(node)]
        # A power that the evaluation took as floats would have thousands of digits.
        operands = [self._values[id(part)] for part in node.parts]
        of_whole = all(isinstance(part, int) for part in operands)
        if of_whole and node.kind == "power" and value in (math.inf, -math.inf):
            return False
        try:
            return not isinstance(_RAISING[node.kind](*operands), complex)
        except (ZeroDivisionError, OverflowError, ValueError):
            return False

    def _operation(self, node: Operation) -> tuple[Sequence[Tree], _Join]:
        kind = node.kind
        if kind in ("add", "subtract"):
            signed = terms(node)
            minuses = [minus for minus, _ in signed]
            return [term for _, term in signed], lambda parts: _sum(minuses, parts)
        if kind == "multiply":
            return factors(node), _product
        if kind in _INFIX:
            return node.parts, lambda parts: _infix(kind, parts)
        if kind in _LOGIC:
            truths = [isinstance(self._values.get(id(part)), bool) for part in node.parts]
            return node.parts, lambda parts: _logic(kind, truths, parts)
        if kind in ("negative", "not"):
            return node.parts, lambda parts: _signed(kind, parts[0])
        return node.parts, lambda parts: _function(_CALLED.get(kind, kind), parts)


def _leaf(value: Scalar | None) -> _Code | None:
    if not isinstance(value, int | float | str) or value != value:
        return None
    text = ascii(value)
    level = _Level.SIGN if text.startswith("-") else _Level.ATOM
    return _Code(level, (text,), len(text))


def _sum(minuses: Sequence[bool], parts: Sequence[_Code]) -> _Code:
    if len(parts) == 1:
        return _signed("negative", parts[0]) if minuses[0] else parts[0]
    if len(parts) > _FLATTEST:
        rope: list[Rope] = ["sum(["]
        for place, (minus, part) in enumerate(zip(minuses, parts, strict=True)):
            rope += [", " if place else "", (_signed("negative", part) if minus else part).rope]
        code = _code(_Level.ATOM, [*rope, "])"], parts, 3)
        return _Code(code.level, code.rope, code.length, code.depth, code.height - len(parts) + 2)
    rope = []
    used = []
    for place, (minus, part) in enumerate(zip(minuses, parts, strict=True)):
        if place:
            part = part.within(_Level.PRODUCT)
            rope.append(" - " if minus else " + ")
        else:
            part = _signed("negative", part) if minus else part.within(_Level.SUM)
        used.append(part)
        rope.append(part.rope)
    return _code(_Level.SUM, rope, used)


def _product(parts: Sequence[_Code]) -> _Code:
    if len(parts) > _FLATTEST:
        groups = range(0, len(parts), _FLATTEST)
        parts = [_product(parts[start : start + _FLATTEST]) for start in groups]
    used = [
        part.within(_Level.SIGN if place else _Level.PRODUCT) for place, part in enumerate(parts)
    ]
    rope: list[Rope] = []
    for place, part in enumerate(used):
        rope += ["*" if place else "", part.rope]
    return _code(_Level.PRODUCT, rope, used) if len(used) > 1 else parts[0]


def _infix(kind: str, parts: Sequence[_Code]) -> _Code:
    sign, level, left, right = _INFIX[kind]
    used = [parts[0].within(left), parts[1].within(right)]
    return _code(level, [used[0].rope, sign, used[1].rope], used, nested=kind == "power")


def _logic(kind: str, truths: Sequence[bool], parts: Sequence[_Code]) -> _Code:
    """`and` and `or` of truth values: Python's would give the number itself."""
    used = []
    for is_truth, part in zip(truths, parts, strict=True):
        if not is_truth:
            part = part.within(_Level.SUM)
            part = _code(_Level.COMPARISON, [part.rope, " != 0"], [part])
        used.append(part.within(_Level.AND if kind == "or" else _Level.NOT))
    return _code(_LOGIC[kind], [used[0].rope, f" {kind} ", used[1].rope], used)


def _signed(kind: str, part: _Code) -> _Code:
    sign, level = ("-", _Level.SIGN) if kind == "negative" else ("not ", _Level.NOT)
    part = part.within(level)
    return _code(level, [sign, part.rope], [part], nested=1)


def _function(name: str, parts: Sequence[_Code]) -> _Code:
    if name in ("max", "min") and len(parts) == 1:
        return parts[0]
    rope: list[Rope] = [f"{name}("]
    for place, part in enumerate(parts):
        rope += [", " if place else "", part.rope]
    code = _code(_Level.ATOM, [*rope, ")"], parts, nested=1)
    return _Code(code.level, code.rope, code.length, code.depth, code.height - len(parts) + 1)


def _choice(parts: Sequence[_Code]) -> _Code:
    condition, one, other = parts
    used = [one.within(_Level.OR), condition.within(_Level.OR), other.within(_Level.CHOICE)]
    rope = [used[0].rope, " if ", used[1].rope, " else ", used[2].rope]
    return _code(_Level.CHOICE, rope, used, nested=1)


_CALLED = {"maximum": "max", "minimum": "min"}
_LOGIC = {"and": _Level.AND, "or": _Level.OR}
_RAISING: dict[str, Callable[..., Any]] = {
    "divide": operator.truediv,
    "floordivide": operator.floordiv,
    "remainder": operator.mod,
    "power": operator.pow,
    "log": math.log,
    "sqrt": math.sqrt,
}
_INFIX = {
    "divide": ("/", _Level.PRODUCT, _Level.PRODUCT, _Level.SIGN),
    "floordivide": ("//", _Level.PRODUCT, _Level.PRODUCT, _Level.SIGN),
    "remainder": ("%", _Level.PRODUCT, _Level.PRODUCT, _Level.SIGN),
    "power": ("**", _Level.POWER, _Level.ATOM, _Level.SIGN),
    "less": (" < ", _Level.COMPARISON, _Level.SUM, _Level.SUM),
    "less_equal": (" <= ", _Level.COMPARISON, _Level.SUM, _Level.SUM),
    "greater": (" > ", _Level.COMPARISON, _Level.SUM, _Level.SUM),
    "greater_equal": (" >= ", _Level.COMPARISON, _Level.SUM, _Level.SUM),
    "equal": (" == ", _Level.COMPARISON, _Level.SUM, _Level.SUM),
    "not_equal": (" != ", _Level.COMPARISON, _Level.SUM, _Level.SUM),
}
