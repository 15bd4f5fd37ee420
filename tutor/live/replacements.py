"""Edits that take one thing for another: a quantity, an activation, a derivative, an axis."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any, Final

import numpy as np

from tutor.live.arrangements import REDUCTIONS, along, axis_code, axis_of, said
from tutor.live.editing import Edit, Word, by, operand_for, value_of
from tutor.live.graphs import Change, Graph, Values, matrix_text
from tutor.live.operations import number_of, relu, sigmoid
from tutor.trace.graph import Known, Node, recompute
from tutor.trace.signs import CALLS, name_text

ACTIVATIONS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": relu,
}
"""Functions that are taken for one another."""


def of_node(graph: Graph, node: Node) -> Iterator[Edit]:
    """Another quantity, or another size, in the place of one of a node's operands."""
    for place, leaf in enumerate(node.args):
        if isinstance(leaf, Node) and leaf.name:
            yield from _quantities(graph, node, place, leaf)
            yield from _turned(node, place, leaf)
        elif isinstance(leaf, Known) and isinstance(number_of(leaf), int):
            yield from _lengths(graph, node, place, leaf)


def _quantities(graph: Graph, node: Node, place: int, leaf: Node) -> Iterator[Edit]:
    if np.asarray(leaf.value).dtype.kind not in "biuf":
        return
    for other in graph.before(node):
        if other is not leaf and np.shape(other.value) == np.shape(leaf.value):
            words: dict[str, Word] = {"right": leaf, "wrong": other}
            yield Edit(2, "quantity", node, operand_for(node, place, other), words)


def _turned(node: Node, place: int, leaf: Node) -> Iterator[Edit]:
    """A named array transposed or turned round where neither was due."""
    shape, what = np.shape(leaf.value), matrix_text(leaf)
    if len(shape) == 2 and node.function is not np.matmul:
        changes = operand_for(node, place, lambda values: values.get(leaf, leaf.value).T)
        yield Edit(2, "transposed", node, changes, {"what": what})
    # Another place of an array was taken, it was not turned round.
    if shape and max(shape) > 1 and node.call is not operator.getitem:
        changes = operand_for(node, place, lambda values: np.flip(values.get(leaf, leaf.value)))
        yield Edit(3, "flipped", node, changes, {"what": what})


def _lengths(graph: Graph, node: Node, place: int, leaf: Known) -> Iterator[Edit]:
    """A length of another array, one more or one less, for a length that the formula names."""
    if not isinstance(node.function, np.ufunc) or leaf.tree is None:
        return
    right = f"{name_text(leaf.name)} = {leaf.value}" if leaf.name else str(leaf.value)
    arrays: dict[int, str] = {}
    for other in graph.named:
        for length in np.shape(other.value):
            arrays.setdefault(length, matrix_text(other))
    for wrong, array in arrays.items():
        if wrong != leaf.value:
            words: dict[str, Word] = {"right": right, "wrong": str(wrong), "array": array}
            yield Edit(2, "length", node, operand_for(node, place, Known(wrong)), words)
    for wrong in (leaf.value + 1, leaf.value - 1):
        if wrong not in arrays:
            words = {"right": right, "wrong": str(wrong)}
            yield Edit(2, "instead", node, operand_for(node, place, Known(wrong)), words)


def of_steps(graph: Graph) -> Iterator[Edit]:
    """Two quantities exchanged in one formula or throughout; all reductions along another axis."""
    for members in graph.formulas.values():
        leaves = dict.fromkeys(leaf for node in members for leaf in graph.operands[node])
        read = [leaf for leaf in leaves if leaf.name and leaf is not members[-1]]
        for one, other in combinations(read, 2):
            if _exchangeable(one, other):
                yield _exchanged(members, one, other)
        for leaf in read:
            yield from _replaced(graph, members, leaf)
    for one, other in combinations(graph.named, 2):
        if _exchangeable(one, other) and one.call is None and other.call is None:
            everywhere = _exchanged(graph.order, one, other)
            yield replace(everywhere, cost=3, code="exchanged_throughout")
    yield from _axes_together(graph)


def _replaced(graph: Graph, members: list[Node], leaf: Node) -> Iterator[Edit]:
    """Another quantity for one that a formula reads in several places, in all of them."""
    reading = [node for node in members if leaf in graph.operands[node]]
    if len(reading) < 2:
        return
    for other in graph.before(reading[0]):
        if _exchangeable(leaf, other):
            changes = {node: _swapping(node, leaf, other) for node in reading}
            words: dict[str, Word] = {"right": leaf, "wrong": other}
            yield Edit(2, "quantity", members[-1], changes, words)


def _exchangeable(one: Node, other: Node) -> bool:
    numbers = all(np.asarray(node.value).dtype.kind in "biuf" for node in (one, other))
    return (
        numbers
        and np.shape(one.value) == np.shape(other.value)
        and not np.array_equal(one.value, other.value)
    )


def _exchanged(members: Sequence[Node], one: Node, other: Node) -> Edit:
    """Two quantities exchanged in one formula, wherever it reads them."""
    changes: dict[Node, Change] = {}
    for node in members:
        if any(leaf is one or leaf is other for leaf in node.operands):
            changes[node] = _swapping(node, one, other)
    return Edit(2, "exchanged", members[-1], changes, _pair(one, other))


def _swapping(node: Node, one: Node, other: Node) -> Change:
    def swapped(values: Values) -> Any:
        crossed = {one: values.get(other, other.value), other: values.get(one, one.value)}
        return recompute(node, {**values, **crossed})

    return swapped


def _pair(one: Node, other: Node) -> dict[str, Word]:
    return {"one": matrix_text(one), "other": matrix_text(other)}


def _axes_together(graph: Graph) -> Iterator[Edit]:
    """A softmax has two reductions, which one takes along the same axis, be it the wrong one."""
    kinds: dict[tuple[Any, tuple[int, ...]], list[Node]] = {}
    for node in graph.order:
        name = getattr(node.function, "__name__", "")
        if name in REDUCTIONS and node.args and isinstance(node.args[0], Node):
            axis, shape = axis_of(node), np.shape(node.args[0].value)
            if isinstance(axis, int) and len(shape) > 1:
                kinds.setdefault((axis % len(shape), shape), []).append(node)
    for (axis, shape), together in kinds.items():
        if len(together) < 2:
            continue
        functions = ", ".join(dict.fromkeys(map(said, together)))
        last = together[-1]
        what: Word = matrix_text(together[0].args[0]) or together[0].args[0]
        words: dict[str, Word] = {"function": functions, "what": what}
        others: list[int | None] = [other for other in range(len(shape)) if other != axis]
        for other in [*others, None]:
            changes: dict[Node, Change] = {}
            for node in together:
                changes.update(by(node, along(node, other)))
            code = "over_all" if other is None else axis_code(other, len(shape))
            yield Edit(1, code, last, changes, words)


def of_calls(graph: Graph) -> Iterator[Edit]:
    """A function that the demo names, left out or another one in its place."""
    inside: dict[Any, list[Node]] = {}
    for node in graph.order:
        for call in node.calls:
            inside.setdefault(call, []).append(node)
    for call, members in inside.items():
        ends = _ends(graph, members)
        if ends is None or np.shape(ends[0].value) != np.shape(ends[1].value):
            continue
        source, result = ends
        depth = len(result.calls) - 1
        sign = CALLS.get(call.name, call.name)
        yield Edit(1 + depth, "left_out", result, _of(result, source, _same), {"what": sign})
        for name, function in ACTIVATIONS.items():
            if name != call.name:
                words: dict[str, Word] = {"right": sign, "wrong": CALLS.get(name, name)}
                changes = _of(result, source, function)
                yield Edit(1 + depth, "instead", result, changes, words)


def _ends(graph: Graph, members: list[Node]) -> tuple[Node, Node] | None:
    """The only array that a call was given, and its only result."""
    within = set(members)
    given = {leaf for node in members for leaf in graph.operands[node] if leaf not in within}
    used = {leaf for node in graph.order if node not in within for leaf in graph.operands[node]}
    results = [node for node in members if node in used or node is graph.root]
    return (given.pop(), results[0]) if len(given) == 1 and len(results) == 1 else None


def _same(x: Any) -> Any:
    return x


def _of(node: Node, source: Node, function: Callable[[Any], Any]) -> Mapping[Node, Change]:
    """The node as a function of an array that it is otherwise made from in several steps."""
    return {node: lambda values: function(values.get(source, source.value))}


def of_patterns(node: Node) -> Iterator[Edit]:
    """A sigmoid written out, and the derivatives of sigmoid and tanh, taken for one another."""
    source = _logistic(node)
    if source is not None and not node.calls:
        for name in ("tanh", "relu"):
            words: dict[str, Word] = {"right": "σ", "wrong": CALLS.get(name, name)}
            yield Edit(1, "instead", node, _of(node, source, ACTIVATIONS[name]), words)
    yield from _slopes(node)


def _logistic(node: Node) -> Node | None:
    """What 1 / (1 + e^(-x)) is taken of, if a node is that."""
    below = _other_than_one(node, np.divide)
    power = _other_than_one(below, np.add)
    if power is None or power.function is not np.exp or not isinstance(power.args[0], Node):
        return None
    minus = power.args[0]
    source = minus.args[0] if minus.function is np.negative else None
    return source if isinstance(source, Node) else None


def _other_than_one(node: Node | None, function: Any) -> Node | None:
    """The other operand of an operation with 1."""
    if node is None or node.function is not function or len(node.args) != 2:
        return None
    one, other = node.args
    if function is np.add and isinstance(one, Node):
        one, other = other, one
    return other if number_of(one) == 1 and isinstance(other, Node) else None


def _slopes(node: Node) -> Iterator[Edit]:
    """The derivative y (1 - y) for 1 - y², and the other way round."""
    if node.function is np.subtract and number_of(node.args[0]) == 1:
        squared = node.args[1]
        if isinstance(squared, Node) and _is_square(squared):
            words: dict[str, Word] = {"right": "tanh′", "wrong": "σ′"}
            y = squared.args[0]
            changes = {node: lambda values: value_of(y, values) * (1 - value_of(y, values))}
            yield Edit(1, "instead", node, changes, words)
    if node.function is np.multiply and all(isinstance(leaf, Node) for leaf in node.args):
        product, rest = node.args
        y = _other_than_one(rest, np.subtract)
        if y is not None and product is y:
            yield _other_slope(node, Known(1), y)
        elif y is not None and product.function is np.multiply and y in product.operands:
            factor = product.args[0 if product.args[1] is y else 1]
            yield _other_slope(node, factor, y)
            left_out = {node: lambda values: value_of(factor, values)}
            yield Edit(1, "left_out", node, left_out, {"what": "σ′"})


def _other_slope(node: Node, factor: Node | Known, y: Node) -> Edit:
    def changed(values: Values) -> Any:
        return value_of(factor, values) * (1 - value_of(y, values) ** 2)

    return Edit(1, "instead", node, {node: changed}, {"right": "σ′", "wrong": "tanh′"})


def _is_square(node: Node) -> bool:
    if node.function is np.square:
        return True
    return node.function is np.power and number_of(node.args[1]) == 2
