"""Movement: transposing, slicing, joining, padding. Each cell is one of the operands' cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tutor.trace.graph import Find, Operand, each, item, operand, plain
from tutor.trace.opaque import Named, spelled
from tutor.trace.tree import Constant, Tree

FIRST = ("a", "m", "ary", "arr", "x", "v", "tup", "array", "arrays", "tensor")
"""What NumPy calls the argument that is moved, where it is not given by its position."""


class Moved:
    """One array after a movement: which cell of which operand stands where.

    The places are found by sending cell numbers, counted from 1 over all operands, through the
    same call; what comes out as 0 the call has brought in by itself.
    """

    __slots__ = ("_movement", "_part", "_value")

    def __init__(self, movement: Movement, part: int | None, value: Any) -> None:
        self._movement = movement
        self._part = part
        self._value = value

    def tree(self, flat: int, find: Find) -> Tree:
        """The tree of the cell that stands at `flat`."""
        source = self.source(flat)
        return find(*source) if source else Constant(item(self._value, flat))

    def source(self, flat: int) -> tuple[Operand, int] | None:
        """The operand's cell that stands at `flat`; None for a number that was brought in."""
        return self._movement.cell(int(self._movement.places(self._part)[flat]))

    def sources(self) -> Iterator[tuple[Operand, NDArray[np.int64], NDArray[np.int64]]]:
        """For each operand: its cells that stand here, and where each of them stands."""
        yield from self._movement.origins(self._part)


class Movement:
    """A call that moves cells; its results are `Moved`."""

    __slots__ = ("_args", "_call", "_found", "_kwargs", "_starts", "operands")

    def __init__(
        self,
        call: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        data: Sequence[int | str],
    ) -> None:
        """`data` names the arguments (by position or keyword) whose cells are moved."""
        self._call = call
        self.operands: list[Operand] = []
        self._starts = [1]
        self._args = tuple(
            each(given, self._slot) if position in data else given
            for position, given in enumerate(args)
        )
        self._kwargs = {
            name: each(given, self._slot) if name in data else given
            for name, given in kwargs.items()
            if name not in ("dtype", "casting", "constant_values", "out")
        }
        self._found: Any = None

    def changes(self, value: Any) -> bool:
        """Whether numbers lose their decimals on the way (`np.insert` into whole numbers)."""
        whole = getattr(value, "dtype", None) is not None and value.dtype.kind in "iu"
        return whole and any(np.asarray(each.value).dtype.kind == "f" for each in self.operands)

    def cell(self, at: int) -> tuple[Operand, int] | None:
        """The operand and its flat place behind a cell number."""
        if at == 0:
            return None
        which = bisect_right(self._starts, at) - 1
        return self.operands[which], at - self._starts[which]

    def origins(
        self, part: int | None
    ) -> Iterator[tuple[Operand, NDArray[np.int64], NDArray[np.int64]]]:
        """For each operand: its cells that stand in the result, and where each of them stands."""
        places = self.places(part)
        for moved, start, end in zip(self.operands, self._starts, self._starts[1:], strict=False):
            here = np.flatnonzero((places >= start) & (places < end))
            yield moved, places[here] - start, here

    def places(self, part: int | None) -> NDArray[np.int64]:
        """The cell numbers of a result, row by row."""
        if self._found is None:
            self._found = self._send()
        found: NDArray[np.int64] = self._found if part is None else self._found[part]
        return found

    def _slot(self, leaf: Any) -> _Slot:
        moved = operand(leaf)
        self.operands.append(moved)
        self._starts.append(self._starts[-1] + int(np.size(moved.value)))
        return _Slot(len(self.operands) - 1)

    def _send(self) -> Any:
        kwargs = {name: each(given, self._numbered) for name, given in self._kwargs.items()}
        result = self._call(*each(self._args, self._numbered), **kwargs)
        if isinstance(result, tuple | list):
            return [np.reshape(part, -1) for part in result]
        return np.reshape(result, -1)

    def _numbered(self, leaf: Any) -> Any:
        if not isinstance(leaf, _Slot):
            return plain(leaf)
        shape = np.shape(self.operands[leaf.number].value)
        start = self._starts[leaf.number]
        return np.arange(start, start + int(np.prod(shape)), dtype=np.int64).reshape(shape)


class _Slot:
    """Stands for an operand among the arguments."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number


def moving(
    call: Callable[..., Any], data: Sequence[int | str] | None = None
) -> Callable[[tuple[Any, ...], dict[str, Any], Any], Any]:
    """The rule (for each part of the result) of a call that moves the arguments `data`.

    Without `data` it is the first argument that is moved.
    """

    def rule(args: tuple[Any, ...], kwargs: dict[str, Any], value: Any) -> Any:
        moved = data if data is not None else [0] if args else [n for n in kwargs if n in FIRST]
        movement = Movement(call, args, kwargs, moved)
        if movement.changes(value):
            name = str(getattr(call, "__name__", "move"))
            return Named(name, movement.operands, value, words=spelled(args, kwargs))
        if isinstance(value, tuple | list):
            return [Moved(movement, part, result) for part, result in enumerate(value)]
        return Moved(movement, None, value)

    return rule


def same(args: tuple[Any, ...], kwargs: dict[str, Any], value: Any) -> Moved:
    """The rule of a call that leaves every cell where it is (`np.copy`, a step's second name)."""
    return Moved(Movement(_first, args[:1], {}, [0]), None, value)


def _first(value: Any) -> Any:
    return value
