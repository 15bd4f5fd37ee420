"""Results that no line of arithmetic explains: sortings, inverses, words; named, with operands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import getitem
from typing import Any

import numpy as np

from tutor.trace.frames import Place, place
from tutor.trace.gathering import lanes, place_in_lane
from tutor.trace.graph import (
    Find,
    Known,
    Node,
    Operand,
    Result,
    Wrapped,
    item,
    leaves,
    operand,
    plain,
    record,
    unravel,
)
from tutor.trace.tree import Address, Call, Cell, Opaque, Operation, Tree

_SIGNS: dict[Any, str] = {
    np.add: "+",
    np.subtract: "−",
    np.multiply: "·",
    np.divide: "/",
    np.matmul: "·",
    np.power: "^",
}


_LANES: dict[str, tuple[int, int | None, bool]] = {
    "sort": (1, -1, True),
    "argsort": (1, -1, True),
    "partition": (2, -1, True),
    "argpartition": (2, -1, True),
    "argmax": (1, None, False),
    "argmin": (1, None, False),
    "median": (1, None, False),
}
"""Functions along one axis: where it stands among the arguments, which it is, if it stays."""


def opaque(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Result:
    """Does a function whose results are only named."""
    name = str(getattr(function, "__name__", "function"))

    def rule(kept: tuple[Any, ...], options: dict[str, Any], value: Any) -> Any:
        given = arrays((kept, tuple(options.values())))
        words = spelled(kept, options)
        if isinstance(value, tuple | list):
            return [Named(name, given, part, words=words) for part in value]
        at, axis, keeps = _LANES.get(name, (0, None, False))
        if name in _LANES:
            axis = plain(kept[at] if len(kept) > at else options.get("axis", axis))
        rank = np.ndim(given[0].value)
        lane = axis % rank if isinstance(axis, int) and rank else None
        return Named(name, given, value, lane, keeps=keeps, words=words)

    return record(function, args, kwargs, rule)


def arrays(kept: Any) -> list[Operand]:
    """What a function was made from: all that is traced, and the arrays of the code."""
    return [
        operand(leaf)
        for leaf in leaves(kept)
        if isinstance(leaf, Node) or (isinstance(leaf, Known) and np.ndim(leaf.value))
    ]


class Named:
    """A cell of the result of a function that is only named.

    Where the function works along one axis (`np.sort`), the cells one can go to are those of its
    lane; else they are all cells of what it was given.
    """

    __slots__ = ("_all", "_axis", "_keeps", "_name", "_operands", "_shape", "_value", "_words")

    def __init__(
        self,
        name: str,
        operands: Sequence[Operand],
        value: Any,
        axis: int | None = None,
        *,
        keeps: bool = False,
        words: tuple[str, ...] | None = None,
    ) -> None:
        """`axis` is the lane's, if there is one; `keeps` says that the result still has it.

        `words` are all arguments as they are printed; without them they are the operands.
        """
        self._name = name
        self._operands = tuple(operands)
        self._value = value
        self._shape = np.shape(value)
        self._axis = axis
        self._keeps = keeps
        self._all: tuple[Address, ...] | None = None
        self._words = spelled(self._operands, {}) if words is None else words

    def tree(self, flat: int, find: Find) -> Tree:
        """The function's name with what can be gone to from the cell `flat`."""
        if self._axis is not None:
            return self.of(flat, self._lane(flat), find)
        if self._all is None:
            self._all = tuple(self._addresses(self._everything(), find))
        return self._opaque(flat, self._all)

    def of(self, flat: int, cells: Iterable[tuple[Operand, int]], find: Find) -> Tree:
        """The same of a cell that one knows to be made from these `cells` alone."""
        return self._opaque(flat, tuple(self._addresses(cells, find)))

    def _opaque(self, flat: int, operands: tuple[Address, ...]) -> Opaque:
        index = unravel(flat, self._shape)
        return Opaque(self._name, self._words, operands, index, item(self._value, flat))

    def _everything(self) -> Iterator[tuple[Operand, int]]:
        for array in self._operands:
            for cell in range(int(np.size(array.value))):
                yield array, cell

    def _lane(self, flat: int) -> Iterator[tuple[Operand, int]]:
        first = self._operands[0]
        shape = np.shape(first.value)
        row = place_in_lane(flat, self._shape, self._axis)[0] if self._keeps else flat
        for cell in lanes(shape, self._axis)[row].tolist():
            yield first, cell

    def _addresses(self, cells: Iterable[tuple[Operand, int]], find: Find) -> Iterator[Address]:
        seen: set[Address] = set()
        for array, cell in cells:
            if isinstance(array, Known):
                continue
            for address in cells_of(find(array, cell)):
                if address not in seen:
                    seen.add(address)
                    yield address


def cells_of(tree: Tree) -> Iterator[Address]:
    """The cells at the leaves of a tree, each node looked at once."""
    waiting, seen = [tree], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Cell):
            yield node.address
        elif isinstance(node, Opaque):
            yield from node.operands
        elif isinstance(node, Operation):
            waiting.extend(reversed(node.parts))
        elif isinstance(node, Call):
            waiting.append(node.body)


def spelled(args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[str, ...]:
    """All that a function was given, as the demo would write it, long lists cut short."""
    where = place()
    named = [
        f"{name}={_spelled(given, where)}"
        for name, given in kwargs.items()
        if name not in ("out", "keepdims") and given is not None
    ]
    return (*(_spelled(given, where) for given in args), *named)


def _spelled(given: Any, where: Place) -> str:
    if isinstance(given, Node | Known):
        return word(given, where)
    if isinstance(given, list | tuple):
        text = ", ".join(_spelled(part, where) for part in given)
        text = text if len(text) <= _LONGEST else "…"
        return f"[{text}]" if isinstance(given, list) else f"({text})"
    if isinstance(given, type):
        return given.__name__
    if given is None or isinstance(given, bool | int | float | str | np.dtype):
        return str(given)
    return "…"


_LONGEST = 40
"""Characters of a list among the arguments."""


def word(operand: Operand, where: Place) -> str:
    """An array as an opaque step names it: its symbol or name, a short formula of them, or `…`."""
    if isinstance(operand, Known):
        if operand.name:
            return operand.name
        return str(operand.value) if np.ndim(operand.value) == 0 else "[…]"
    if operand.symbol:
        return operand.symbol
    name = where.name_where(lambda value: isinstance(value, Wrapped) and value.node is operand)
    return name or _formula(operand, where)


def _formula(node: Node, where: Place) -> str:
    parts = [leaf for leaf in leaves(node.args) if isinstance(leaf, Node | Known)]
    if node.function is np.negative:
        return f"−{word(parts[0], where)}"
    if node.function is np.transpose and len(node.args) == 1:
        return f"{word(parts[0], where)}ᵀ"
    if node.function is getitem and isinstance(node.args[1], int):
        return f"{word(parts[0], where)}[{node.args[1]}]"
    sign = _SIGNS.get(node.function)
    if sign and len(parts) == 2:
        texts = [word(part, where) for part in parts]
        return sign.join(f"({text})" if _loose(text) else text for text in texts)
    return "…"


def _loose(text: str) -> bool:
    return any(sign in text for sign in "+−")
