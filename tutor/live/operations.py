"""Edits of arithmetic: an operation left out, another one in its place, its sides exchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import numpy as np

from tutor.live.editing import Edit, Word, by, instead, operand_for
from tutor.trace.graph import Known, Node
from tutor.trace.signs import name_text

Function: TypeAlias = Callable[..., Any]


def of_operation(node: Node) -> Iterator[Edit]:
    """The edits of a universal function or a choice of NumPy's by itself."""
    function = node.function
    if function is np.where and len(node.args) == 3:
        yield from _choices(node)
    if not isinstance(function, np.ufunc) or getattr(node.call, "__self__", None) is function:
        return
    if np.asarray(node.value).dtype.kind == "U" or function is np.matmul:
        return
    if function.nin == 1:
        yield from _unary(node, function)
    elif function.nin == 2:
        yield from _binary(node, function)
    yield from _numbers(node)


def sigmoid(x: Any) -> Any:
    """The logistic function."""
    return 1 / (1 + np.exp(-x))


def relu(x: Any) -> Any:
    """What is above 0, else 0."""
    return np.maximum(x, 0)


def same(x: Any) -> Any:
    """What it was given."""
    return x


SIGNS: Final[Mapping[Any, str]] = {
    np.add: "+",
    np.subtract: "−",
    np.multiply: "·",
    np.divide: "/",
    np.floor_divide: "⌊ / ⌋",
    np.power: "^",
    np.sqrt: "√",
    np.exp: "e^",
    np.log: "ln",
    np.log10: "log₁₀",
    np.log2: "log₂",
    np.tanh: "tanh",
    np.negative: "−",
    np.floor: "⌊ ⌋",
    np.ceil: "⌈ ⌉",
    np.rint: "round",
    np.absolute: "| |",
    np.square: "²",
    np.maximum: "max",
    np.minimum: "min",
    np.sin: "sin",
    np.cos: "cos",
    np.less: "<",
    np.less_equal: "≤",
    np.greater: ">",
    np.greater_equal: "≥",
    np.equal: "=",
    np.not_equal: "≠",
    np.bitwise_and: "and",
    np.logical_and: "and",
    np.bitwise_or: "or",
    np.logical_or: "or",
}
"""How operations are written; others go by their name."""

_UNARY: Final[Mapping[Any, tuple[tuple[str, Function], ...]]] = {
    np.sqrt: (("²", np.square),),
    np.square: (("√", np.sqrt), ("2·", lambda x: 2 * x)),
    np.absolute: (("²", np.square),),
    np.exp: (("2^", np.exp2), ("10^", lambda x: 10.0**x)),
    np.log: (("log₁₀", np.log10), ("log₂", np.log2)),
    np.log2: (("ln", np.log), ("log₁₀", np.log10)),
    np.log10: (("ln", np.log), ("log₂", np.log2)),
    np.tanh: (("σ", sigmoid), ("ReLU", relu)),
    np.floor: (("⌈ ⌉", np.ceil), ("round", np.rint)),
    np.ceil: (("⌊ ⌋", np.floor), ("round", np.rint)),
    np.rint: (("⌊ ⌋", np.floor), ("⌈ ⌉", np.ceil)),
    np.sin: (("cos", np.cos),),
    np.cos: (("sin", np.sin),),
}
_BINARY: Final[Mapping[Any, tuple[tuple[str, Function], ...]]] = {
    np.add: (("−", np.subtract), ("·", np.multiply)),
    np.subtract: (("+", np.add),),
    np.multiply: (("+", np.add), ("/", np.divide)),
    np.divide: (
        ("·", np.multiply),
        ("/ √", lambda a, b: a / np.sqrt(b)),
        ("/ ²", lambda a, b: a / b**2),
    ),
    np.floor_divide: (
        ("⌈ / ⌉", lambda a, b: -(-a // b)),
        ("/", np.divide),
        ("round", lambda a, b: np.rint(a / b)),
    ),
    np.power: (("·", np.multiply), ("√", lambda a, b: a ** (1 / b))),
    np.maximum: (("min", np.minimum),),
    np.minimum: (("max", np.maximum),),
    np.less: (("≤", np.less_equal), (">", np.greater)),
    np.less_equal: (("<", np.less), ("≥", np.greater_equal)),
    np.greater: (("≥", np.greater_equal), ("<", np.less)),
    np.greater_equal: ((">", np.greater), ("≤", np.less_equal)),
    np.equal: (("≠", np.not_equal),),
    np.not_equal: (("=", np.equal),),
    np.bitwise_and: (("or", np.bitwise_or),),
    np.bitwise_or: (("and", np.bitwise_and),),
    np.logical_and: (("or", np.logical_or),),
    np.logical_or: (("and", np.logical_and),),
}
_COMPARING: Final = frozenset(
    {np.less, np.less_equal, np.greater, np.greater_equal, np.equal, np.not_equal}
)
_ONE_SIDED: Final = frozenset({np.subtract, np.divide, np.floor_divide, np.power})


def _unary(node: Node, function: np.ufunc) -> Iterator[Edit]:
    sign = SIGNS.get(function, function.__name__)
    yield Edit(1, "left_out", node, by(node, same), {"what": sign})
    for other, wrong in _UNARY.get(function, ()):
        yield instead(node, wrong, sign, other)


def _binary(node: Node, function: np.ufunc) -> Iterator[Edit]:
    sign = SIGNS.get(function, function.__name__)
    for other, wrong in _BINARY.get(function, ()):
        yield instead(node, wrong, sign, other)
    if function in _BINARY and function not in _COMPARING:
        shape = np.shape(node.value)
        left, right = (_operand(leaf) for leaf in node.args[:2])
        # Python divides in whole numbers where it is asked to: 7 // 2 without the 2 is 7.
        yield Edit(1, "left_out", node, by(node, _first(shape)), {"what": (sign, right)})
        yield Edit(1, "left_out", node, by(node, _second(shape)), {"what": (left, sign)})
    if function in _ONE_SIDED:
        yield Edit(1, "turned_round", node, by(node, _turned(function)), {"sign": sign})


def _first(shape: tuple[int, ...]) -> Function:
    return lambda a, b: a if np.shape(a) == shape else np.broadcast_to(a, shape)


def _second(shape: tuple[int, ...]) -> Function:
    return lambda a, b: b if np.shape(b) == shape else np.broadcast_to(b, shape)


def _turned(function: Function) -> Function:
    return lambda a, b: function(b, a)


def _operand(leaf: Any) -> Word:
    return leaf if isinstance(leaf, Node | Known) else Known(leaf)


def number_of(leaf: Any) -> float | int | None:
    """The single number of the code that an operand is; None for anything else."""
    number = leaf.value if isinstance(leaf, Known) else leaf
    if isinstance(number, np.integer | np.floating):
        number = number.item()
    return number if type(number) in (int, float) else None


def _numbers(node: Node) -> Iterator[Edit]:
    """A number of the code that was one more, one less or half of it; twice it if it is named."""
    for place, leaf in enumerate(node.args):
        number = number_of(leaf)
        if number is None or not np.isfinite(number):
            continue
        if isinstance(leaf, Known) and leaf.tree is not None:
            continue  # an array's length: other lengths are taken for it, not other numbers
        right = f"{number:g}"
        if isinstance(leaf, Known) and leaf.name:
            right = f"{name_text(leaf.name)} = {right}"
        others = [number + 1, number - 1]
        if isinstance(leaf, Known) and leaf.name:
            others.append(2 * number)
        if number != 1:
            others.append(number / 2)
        for wrong in others:
            words: dict[str, Word] = {"right": right, "wrong": f"{wrong:g}"}
            yield Edit(2, "instead", node, operand_for(node, place, Known(wrong)), words)


def _choices(node: Node) -> Iterator[Edit]:
    """A choice turned round, not made at all, or made with 0 for what is hidden."""
    if np.asarray(node.value).dtype.kind == "U":
        return
    _, one, other = (_operand(leaf) for leaf in node.args)
    shape = np.shape(node.value)
    turned = by(node, lambda condition, a, b: np.where(condition, b, a))
    yield Edit(1, "cases_exchanged", node, turned)
    for kept, place in ((one, 1), (other, 2)):
        alone = by(node, lambda *given, place=place: np.broadcast_to(given[place], shape))
        yield Edit(1, "case_ignored", node, alone, {"kept": kept})
    for place in (1, 2):
        number = number_of(node.args[place])
        if number:
            wrong = operand_for(node, place, Known(0.0))
            words: dict[str, Word] = {"right": _operand(node.args[place]), "wrong": "0"}
            yield Edit(1, "instead", node, wrong, words)
