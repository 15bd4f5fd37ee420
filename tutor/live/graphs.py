"""The operations between a question's numbers and its answer, done again with some of them changed.

Nothing is traced anew for that: the nodes of a run know how to be computed from other operands.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from tutor.core.live import Index
from tutor.trace.cells import tree_of
from tutor.trace.graph import Known, Node, Wrapped, item, nodes, ravel, recompute
from tutor.trace.printing import lines
from tutor.trace.signs import constant_text, leaf_text, name_text, symbol_text

if TYPE_CHECKING:
    from tutor.demo.tracing import Run

Values: TypeAlias = dict[Node, Any]
"""What nodes come to along the edited path, where that is not what they came to in the run."""
Change: TypeAlias = Callable[[Values], Any]
Changes: TypeAlias = Mapping[Node, Change]

_FAILURES: Final = (
    ValueError,
    TypeError,
    IndexError,
    ArithmeticError,
    AttributeError,
    np.linalg.LinAlgError,
)
"""What NumPy raises where changed operands do not fit."""
_VARIATIONS: Final = 3
_LONGEST: Final = 3


class Graph:
    """The operations between the inputs (or given steps) of a run and one of its steps.

    `order` has each node after its operands and the formulas of the steps one after the other,
    `named` the inputs and steps among them but the root, `earlier` all inputs and all steps before
    it, `step_of` the step in whose formula each stands (the first that needs it), `formulas` the
    nodes of each step's formula.
    """

    def __init__(self, run: Run, step: str) -> None:
        self.root = run.node(step)
        by_need = nodes(self.root, through=True)
        self.operands = {node: node.operands for node in by_need}
        turn = _turns(by_need, self.operands)
        # What an edit puts into a formula belongs to an earlier one, and is computed by then.
        self.order = tuple(sorted(by_need, key=turn.__getitem__))
        self.named = tuple(node for node in self.order if node.name and node is not self.root)
        self.earlier = tuple(_earlier(run, self.root))
        steps = {node.order: node.name for node in self.order if node.name}
        self._turn = turn
        self.step_of = {node: node.name or steps[turn[node]] for node in self.order}
        self.formulas: dict[str, list[Node]] = {}
        for node in self.order:
            self.formulas.setdefault(self.step_of[node], []).append(node)
        self._again = {node: _prepared(node) for node in self.order}
        self._bits = {node: 1 << place for place, node in enumerate(self.order)}
        self._behind = self._reached()
        self._followers: dict[int, list[Node]] = {}

    def result(self, changes: Changes) -> Any:
        """What the step comes to with these nodes changed; None where it cannot be computed."""
        values = self.values(changes)
        if values is None:
            return None
        return values.get(self.root)

    def values(self, changes: Changes) -> Values | None:
        """What all nodes come to that differ once these are changed.

        None where that cannot be computed, or where more than the changed nodes would have another
        shape: the code's own counts, such as `len(x)`, would not be true of it.
        """
        values: Values = {}
        try:
            for node in self._following(changes):
                change = changes.get(node)
                value = values[node] = (change or self._again[node])(values)
                if (change is None or node.name) and _shape(value) != _shape(node.value):
                    return None
        except _FAILURES:
            return None
        return values

    def before(self, node: Node) -> list[Node]:
        """The inputs and steps that are there before the step in whose formula a node stands.

        The latest come first.
        """
        return [other for other in reversed(self.earlier) if other.order < self._turn[node]]

    def depends(self, node: Node, other: Node) -> bool:
        """Whether `node` is computed from `other`, or is it."""
        return bool(self._behind[node] & self._bits[other])

    def alike(self, one: Changes, other: Changes) -> bool:
        """Whether two changes come to the same whatever the inputs are, as far as a few tell."""
        compared = 0
        for number in range(_VARIATIONS):
            varied = self.varied(number)
            results = [self.result({**varied, **changes}) for changes in (one, other)]
            if results[0] is None or results[1] is None:
                varied = self.varied(number, whole=False)
                results = [self.result({**varied, **changes}) for changes in (one, other)]
            if results[0] is None or results[1] is None:
                continue
            compared += 1
            if not np.allclose(results[0], results[1], rtol=1e-9, atol=1e-12, equal_nan=True):
                return False
        return compared > 0

    def varied(self, number: int, *, whole: bool = True) -> Changes:
        """Other numbers for the inputs; whole ones stay as they are unless `whole`."""
        chance = np.random.default_rng(number)
        found: dict[Node, Change] = {}
        for node in self.order:
            array = np.asarray(node.value)
            if node.call is None and (
                array.dtype.kind == "f" or (whole and array.dtype.kind == "i")
            ):
                moved = array * chance.uniform(0.6, 1.4, array.shape)
                found[node] = _constantly(moved + chance.uniform(0, 0.2, array.shape))
        return found

    def formula(self, node: Node, cells: Sequence[Index]) -> str:
        """The operation as the demo writes it, at the first asked cell if it has that one."""
        index = _nearest(cells, np.shape(node.value))
        tree = tree_of(_Held(node), index)
        if tree is None:
            return self.text(node, cells)
        value = item(node.value, ravel(index, np.shape(node.value)))
        return "".join(piece.text for piece in lines(tree, value, longest=_LONGEST)[0])

    def text(self, operand: Node | Known, cells: Sequence[Index]) -> str:
        """An operand as it stands in a formula: its name and cell, or how it is made."""
        index = _nearest(cells, np.shape(operand.value))
        if isinstance(operand, Known):
            if operand.name:
                return leaf_text(name_text(operand.name), index)[1]
            return constant_text(item(operand.value, ravel(index, np.shape(operand.value))))[1]
        if operand.name:
            return leaf_text(symbol_text(operand.symbol, operand.name), index)[1]
        return self.formula(operand, cells)

    def _following(self, changes: Changes) -> list[Node]:
        """The changed nodes and all that are computed from them, in order."""
        mask = 0
        for node in changes:
            mask |= self._bits[node]
        found = self._followers.get(mask)
        if found is None:
            found = [node for node in self.order if self._behind[node] & mask]
            self._followers[mask] = found
        return found

    def _reached(self) -> dict[Node, int]:
        behind: dict[Node, int] = {}
        for node in self.order:
            reached = self._bits[node]
            for operand in self.operands[node]:
                reached |= behind[operand]
            behind[node] = reached
        return behind


def _shape(value: Any) -> tuple[int, ...]:
    """What `np.shape` gives of plain arrays and numbers, in a fraction of its time."""
    shape: tuple[int, ...] = getattr(value, "shape", ())
    return shape


def _earlier(run: Run, root: Node) -> Iterator[Node]:
    for name in (*run.inputs, *(step.name for step in run.steps)):
        node = run.node(name)
        if node.order < root.order and np.asarray(node.value).dtype.kind in "biuf":
            yield node


def _turns(by_need: Sequence[Node], operands: Mapping[Node, tuple[Node, ...]]) -> dict[Node, int]:
    """The place, among all steps, of the first step that needs each node; inputs before all."""
    turns: dict[Node, int] = {}
    for node in reversed(by_need):
        turn = turns[node] = node.order if node.name else turns[node]
        for operand in operands[node]:
            turns[operand] = min(turn, turns.get(operand, turn))
    return turns


def matrix_text(node: Node | Known) -> str:
    """An array as a whole in a formula, `K` or `Kᵀ`; empty where it has no name."""
    if isinstance(node, Known):
        return name_text(node.name) if node.name else ""
    if node.name:
        return symbol_text(node.symbol, node.name)
    if node.function in (np.transpose, np.matrix_transpose) and isinstance(node.args[0], Node):
        below = matrix_text(node.args[0])
        return f"{below}ᵀ" if below else ""
    if node.call is operator.getitem and type(node.args[1]) is int:
        source = matrix_text(node.args[0])
        return leaf_text(source, (node.args[1],))[1] if source else ""
    return ""


class _Held(Wrapped):
    """A node by itself, to be asked for its tree."""

    def __init__(self, node: Node) -> None:
        self.node = node


def _prepared(node: Node) -> Change:
    """What `recompute` does, with all that does not change looked up beforehand."""
    call, part = node.call, node.part
    whole = [*node.args, *node.kwargs.values()]
    if call is None:
        return _constantly(node.value)
    if any(isinstance(leaf, tuple | list | slice) for leaf in whole):
        return lambda values: recompute(node, values)
    if any(isinstance(leaf, Node) for leaf in node.kwargs.values()):
        return lambda values: recompute(node, values)
    given = [
        (leaf, leaf.value) if isinstance(leaf, Node) else (node, _bare(leaf)) for leaf in node.args
    ]
    kwargs = {name: _bare(leaf) for name, leaf in node.kwargs.items()}

    def again(values: Values) -> Any:
        # A node is not yet among the values while it is computed: its own key finds nothing.
        result = call(*[values.get(leaf, value) for leaf, value in given], **kwargs)
        return result if part is None else result[part]

    return again


def _bare(leaf: Any) -> Any:
    return leaf.value if isinstance(leaf, Known) else leaf


def _constantly(value: Any) -> Change:
    return lambda values: value


def _nearest(cells: Sequence[Index], shape: tuple[int, ...]) -> Index:
    """The first asked cell that an array of this shape has, broadcast; else its first cell."""
    return next(_candidates(cells, shape), (0,) * len(shape))


def _candidates(cells: Sequence[Index], shape: tuple[int, ...]) -> Iterator[Index]:
    for cell in cells:
        if len(cell) >= len(shape):
            last = cell[len(cell) - len(shape) :]
            if all(size == 1 or at < size for at, size in zip(last, shape, strict=True)):
                yield tuple(0 if size == 1 else at for at, size in zip(last, shape, strict=True))
