"""The graph of a run: every operation with its operands, kept so that it can be done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import numpy as np

from tutor.trace.errors import Untraceable
from tutor.trace.frames import WATCH, Activation, Place, place
from tutor.trace.scalars import Real, Size, bare
from tutor.trace.tree import Constant, Scalar, Tree

LAST = 1 << 62
"""The `order` of a node that is no step (yet)."""


@dataclass(slots=True, eq=False)
class Known:
    """An operand that no operation of the demo made: a number or an array of its code.

    `value` is a snapshot: what the demo does to the array later does not change it. `tree` is set
    for a `Size` or `Real` that has no name where it is used.
    """

    value: Any
    name: str = ""
    tree: Tree | None = None
    given: bool = False
    """Whether the function that used it got it as an argument."""

    def cell(self, flat: int) -> Tree:
        """The number at the flat index `flat`, with its name and place."""
        if self.tree is not None:
            return self.tree
        return Constant(item(self.value, flat), self.name, unravel(flat, np.shape(self.value)))


@dataclass(slots=True, eq=False)
class Node:
    """One operation of a run and what it came to; an input or a sent value has no operation.

    `function` is NumPy's name of the operation (`np.add` for `+`, `np.sum` for `.sum()`), `call`
    what was really called; `args` and `kwargs` are what it was given: a `Node` or a `Known` for
    each array or number, lists and slices around them, anything else as it was. Where the call
    gave several results, `part` says which of them this is. `rule` makes the tree of one cell,
    `calls` are the demo's functions that the operation stands in, outermost first. A step or an
    input has a `name`, a `symbol` and an `order` (inputs before steps).
    """

    value: Any
    function: Callable[..., Any] | None = None
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    call: Callable[..., Any] | None = None
    part: int | None = None
    rule: Rule | None = None
    calls: tuple[Activation, ...] = ()
    name: str = ""
    symbol: str = ""
    order: int = LAST
    names: Names | None = None
    field: str = ""
    """What the named tuple that it is a part of calls it."""
    local: str = ""
    """What the demo's own variables call it, if it has no name of its own."""

    @property
    def operands(self) -> tuple[Node, ...]:
        """The nodes that this one was made from, in the order in which they are written."""
        return tuple(
            leaf
            for leaf in leaves((self.args, tuple(self.kwargs.values())))
            if isinstance(leaf, Node)
        )


class Names(Protocol):
    """The named nodes of a run, and the unnamed ones that a step consists of."""

    taken: set[str]
    """The names and symbols of its inputs and steps: nothing else may be called so."""

    def alias(self, node: Node, order: int) -> tuple[Node, Callable[[int], int]] | None:
        """The step up to `order` that holds all of `node`, and where each cell stands in it."""


Operand: TypeAlias = Node | Known
Find: TypeAlias = Callable[[Operand, int], Tree]
Result: TypeAlias = Any  # a Node, or a tuple, list or named tuple of them


class Rule(Protocol):
    """How a cell of a node follows from cells of its operands."""

    def tree(self, flat: int, find: Find) -> Tree:
        """The tree of the cell at the flat index `flat`; `find` gives the operands' trees."""


class Wrapped:
    """What the demo holds in its hands in place of an array; see `tutor.trace.array.Traced`."""

    __slots__ = ("node",)
    node: Node


def leaves(value: Any) -> Iterator[Any]:
    """The leaves of nested tuples, lists and slices, in order."""
    if isinstance(value, tuple | list):
        for part in value:
            yield from leaves(part)
    elif isinstance(value, slice):
        yield from (value.start, value.stop, value.step)
    else:
        yield value


def each(value: Any, change: Callable[[Any], Any]) -> Any:
    """`value` with every leaf of its nested tuples, lists and slices changed."""
    if isinstance(value, tuple | list):
        return _like(value, [each(part, change) for part in value])
    if isinstance(value, slice):
        return slice(change(value.start), change(value.stop), change(value.step))
    return change(value)


def _like(value: Any, parts: list[Any]) -> Any:
    """`parts` in the same kind of list or tuple as `value`, named tuples included."""
    return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)


def plain(value: Any) -> Any:
    """The plain NumPy or Python value of whatever is traced, within lists, tuples and slices."""
    return each(value, _plain)


def _plain(leaf: Any) -> Any:
    if isinstance(leaf, Wrapped):
        return leaf.node.value
    if isinstance(leaf, Node | Known):
        return leaf.value
    return bare(leaf)


def keep(value: Any, where: Place) -> Any:
    """`value` as a node keeps it: traced values as nodes, numbers and arrays as `Known`."""
    return each(value, lambda leaf: _kept(leaf, where))


def _kept(leaf: Any, where: Place) -> Any:
    if isinstance(leaf, Wrapped):
        if not leaf.node.name and not leaf.node.local:
            leaf.node.local = where.local_name(leaf)
        return leaf.node
    if isinstance(leaf, Size | Real):
        name = where.name_of(leaf)
        return Known(bare(leaf), name, Constant(bare(leaf), name) if name else leaf.tree)
    if isinstance(leaf, np.ndarray):
        return _array(leaf, where)
    if type(leaf) is float or isinstance(leaf, np.generic):
        return Known(leaf, where.name_of(leaf), given=where.is_argument(leaf))
    return leaf


def _array(array: Any, where: Place) -> Known:
    known = Known(array.copy(), where.name_of(array), given=where.is_argument(array))
    watch = WATCH.get()
    if watch is not None and not known.name:
        watch.unnamed.append((array, known))
    return known


def operand(value: Any) -> Operand:
    """An argument (as kept) as an operand: lists become arrays, bare numbers constants."""
    if isinstance(value, Node | Known):
        return value
    if isinstance(value, tuple | list):
        if any(isinstance(leaf, Node) for leaf in leaves(value)):
            raise Untraceable("listed")
        return Known(np.asarray(plain(value)))
    return Known(value)


RuleMaker: TypeAlias = Callable[[tuple[Any, ...], dict[str, Any], Any], Any]
"""From an operation's kept `args`, `kwargs` and plain result to its rule: one for each part."""


def record(
    function: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    rule: RuleMaker,
    call: Callable[..., Any] | None = None,
) -> Result:
    """Does an operation on the plain values and returns its node, or its nodes in a tuple.

    The very objects are handed to the very function (`call`, else `function`), so that the value
    is the plain run's, bit for bit.
    """
    where = place()
    call = call or function
    value = call(*plain(args), **{name: plain(given) for name, given in kwargs.items()})
    kept = keep(args, where)
    options = {name: keep(given, where) for name, given in kwargs.items()}
    rules = rule(kept, options, value)

    def node(result: Any, part: int | None, made: Rule) -> Node:
        if getattr(getattr(result, "dtype", None), "kind", "") == "O":
            raise Untraceable("objects", function=getattr(function, "__name__", "this"))
        fields = getattr(value, "_fields", ()) if part is not None else ()
        field = fields[part] if fields else ""
        return Node(result, function, kept, options, call, part, made, where.calls, field=field)

    if isinstance(value, tuple | list):
        parts = [node(result, part, rules[part]) for part, result in enumerate(value)]
        return _like(value, parts)
    return node(value, None, rules)


def recompute(
    node: Node,
    values: Mapping[Node, Any] | None = None,
    function: Callable[..., Any] | None = None,
) -> Any:
    """What `node` comes to with other values for some of its operands, or by another function.

    Operands that `values` does not hold keep the value of the run. A node without an operation
    gives its own value. Raises whatever NumPy raises where the shapes do not fit.
    """
    call = function or node.call
    if call is None:
        return node.value
    given = values or {}

    def value_of(leaf: Any) -> Any:
        if isinstance(leaf, Node):
            return given.get(leaf, leaf.value)
        return leaf.value if isinstance(leaf, Known) else leaf

    kwargs = {name: each(kept, value_of) for name, kept in node.kwargs.items()}
    result = call(*each(node.args, value_of), **kwargs)
    return result if node.part is None or function else result[node.part]


def nodes(root: Wrapped | Node, *, through: bool = False) -> tuple[Node, ...]:
    """The operations behind a step, each after its operands, the step itself last.

    Named nodes stand in it, but what is behind them does not, unless `through`.
    """
    last = root.node if isinstance(root, Wrapped) else root
    found: dict[Node, None] = {}
    waiting: list[tuple[Node, bool]] = [(last, False)]
    while waiting:
        node, ready = waiting.pop()
        if node in found:
            continue
        if ready or (node.name and node is not last and not through):
            found[node] = None
        else:
            waiting.append((node, True))
            waiting.extend((operand, False) for operand in reversed(node.operands))
    return tuple(found)


def item(value: Any, flat: int) -> Scalar:
    """The plain Python number, truth value or word at the flat (row by row) index of `value`."""
    if isinstance(value, np.ndarray):
        found: Scalar = value.item(flat)
        return found
    scalar: Scalar = value.item() if isinstance(value, np.generic) else value
    return scalar


def unravel(flat: int, shape: tuple[int, ...]) -> tuple[int, ...]:
    """The index of the flat (row by row) place `flat` in an array of this shape."""
    index: list[int] = []
    for length in reversed(shape):
        flat, place_on_axis = divmod(flat, length)
        index.append(place_on_axis)
    return tuple(reversed(index))


def ravel(index: tuple[int, ...], shape: tuple[int, ...]) -> int:
    """The flat (row by row) place of an index."""
    flat = 0
    for at, length in zip(index, shape, strict=True):
        flat = flat * length + at
    return flat
