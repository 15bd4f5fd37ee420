"""Many cells into one: sums, means, maxima, running sums, norms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tutor.trace.elementwise import ONE, TWO, ZERO, divide, one, power, subtract
from tutor.trace.graph import Find, Operand, item
from tutor.trace.tree import Constant, Operation, Tree

Axis: TypeAlias = int | tuple[int, ...] | None
Combine: TypeAlias = Callable[[list[Tree]], Tree]
"""From the trees of the cells that are gathered to the tree of the result."""


class Gathered:
    """A cell follows from all cells along some axes of one operand.

    `wanted` picks from their values those that count (all unless given).
    """

    __slots__ = ("_axis", "_combine", "_operand", "_rows", "_wanted")

    def __init__(
        self,
        combine: Combine,
        operand: Operand,
        axis: Axis,
        wanted: Callable[[Any], bool] | None = None,
    ) -> None:
        self._combine = combine
        self._operand = operand
        self._axis = axis
        self._wanted = wanted
        self._rows: NDArray[np.int64] | None = None

    def tree(self, flat: int, find: Find) -> Tree:
        """What the cells behind the cell `flat` combine to."""
        if self._rows is None:
            self._rows = lanes(np.shape(self._operand.value), self._axis)
        cells = self._rows[flat].tolist()
        if self._wanted is not None:
            cells = [cell for cell in cells if self._wanted(item(self._operand.value, cell))]
        return self._combine([find(self._operand, cell) for cell in cells])


class Running:
    """A cell follows from the cells up to its own along one axis (`np.cumsum`)."""

    __slots__ = ("_axis", "_combine", "_operand", "_rows")

    def __init__(self, combine: Combine, operand: Operand, axis: int | None) -> None:
        self._combine = combine
        self._operand = operand
        self._axis = axis
        self._rows: NDArray[np.int64] | None = None

    def tree(self, flat: int, find: Find) -> Tree:
        """What the cells up to the one at `flat` combine to."""
        shape = np.shape(self._operand.value)
        if self._rows is None:
            self._rows = lanes(shape, self._axis)
        row, at = place_in_lane(flat, shape, self._axis)
        cells = self._rows[row, : at + 1].tolist()
        return self._combine([find(self._operand, cell) for cell in cells])


class Weighted:
    """A weighted mean: products over the sum of the weights, both along the same axes."""

    __slots__ = ("_axis", "_operand", "_weights", "_weights_at")

    def __init__(self, operand: Operand, weights: Operand, axis: Axis) -> None:
        self._operand = operand
        self._weights = weights
        self._axis = axis
        shape, own = np.shape(operand.value), np.shape(weights.value)
        places = np.arange(np.size(weights.value)).reshape(own)
        if own != shape:
            # One-dimensional weights lie along the one axis that is averaged.
            assert isinstance(axis, int)
            aligned = [1] * len(shape)
            aligned[axis] = shape[axis]
            places = np.broadcast_to(places.reshape(aligned), shape)
        self._weights_at = places.reshape(-1)

    def tree(self, flat: int, find: Find) -> Tree:
        """The weighted mean behind the cell `flat`."""
        cells = lanes(np.shape(self._operand.value), self._axis)[flat].tolist()
        weights = [find(self._weights, int(self._weights_at[cell])) for cell in cells]
        products = [
            Operation("multiply", (weight, find(self._operand, cell)))
            for weight, cell in zip(weights, cells, strict=True)
        ]
        return divide(total(products), total(weights))


def lanes(shape: tuple[int, ...], axis: Axis) -> NDArray[np.int64]:
    """The flat places of the cells along `axis` (None: all), one row for each cell of the rest."""
    places = np.arange(int(np.prod(shape)), dtype=np.int64).reshape(shape)
    if axis is None:
        return places.reshape(1, -1)
    axes = axis if isinstance(axis, tuple) else (axis,)
    last = tuple(range(-len(axes), 0))
    count = int(np.prod([shape[each] for each in axes]))
    moved = np.moveaxis(places, axes, last)
    rest = int(np.prod(moved.shape[: moved.ndim - len(axes)]))
    return moved.reshape(rest, count)


def place_in_lane(flat: int, shape: tuple[int, ...], axis: int | None) -> tuple[int, int]:
    """Which lane along `axis` a flat place is in, and where in that lane."""
    if axis is None or not shape:
        return 0, flat
    axis %= len(shape)
    behind = int(np.prod(shape[axis + 1 :]))
    before, rest = divmod(flat, shape[axis] * behind)
    at, after = divmod(rest, behind)
    return before * behind + after, at


def total(parts: Sequence[Tree]) -> Tree:
    """A sum; of one part that part, of none 0."""
    return _joined("add", parts, ZERO)


def product(parts: Sequence[Tree]) -> Tree:
    """A product; of one part that part, of none 1."""
    return _joined("multiply", parts, ONE)


def largest(parts: Sequence[Tree]) -> Tree:
    """The maximum."""
    return _joined("maximum", parts, ZERO)


def smallest(parts: Sequence[Tree]) -> Tree:
    """The minimum."""
    return _joined("minimum", parts, ZERO)


def mean(parts: Sequence[Tree]) -> Tree:
    """A sum over its number of terms."""
    return parts[0] if len(parts) == 1 else divide(total(parts), Constant(len(parts)))


def variance(parts: Sequence[Tree], ddof: float) -> Tree:
    """The mean squared distance from the mean, over `ddof` less than their number."""
    middle = mean(parts)
    squares = [power(subtract(part, middle), TWO) for part in parts]
    left = len(parts) - ddof
    return divide(total(squares), Constant(int(left) if left == int(left) else left))


def spread(parts: Sequence[Tree]) -> Tree:
    """The largest less the smallest."""
    return subtract(largest(parts), smallest(parts))


def length(parts: Sequence[Tree]) -> Tree:
    """The root of the sum of the squares."""
    return one("sqrt", total([power(part, TWO) for part in parts]))


def nested(kind: str, parts: Sequence[Tree], *, truths: bool) -> Tree:
    """`and` or `or`, two by two; of numbers (not `truths`) whether they are not 0."""
    if not parts:
        return Constant(kind == "and")
    checked = [part if truths else Operation("not_equal", (part, ZERO)) for part in parts]
    result = checked[0]
    for part in checked[1:]:
        result = Operation(kind, (result, part))
    return result


def _joined(kind: str, parts: Sequence[Tree], none: Tree) -> Tree:
    if len(parts) == 1:
        return parts[0]
    return Operation(kind, tuple(parts)) if parts else none
