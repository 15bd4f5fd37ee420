"""A whole row of cells, written as one: `S′[0]`, `S′[:,1]`, `z`."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.trace import signs
from tutor.trace.tree import Cell, Constant, Tree


def row_text(cells: Sequence[Tree]) -> str | None:
    """The row that `cells` are, None if they are not the cells 0, 1, 2, … of one axis in order."""
    places = [_place(cell) for cell in cells]
    if not places or any(place is None for place in places):
        return None
    names = {place[0] for place in places if place}
    indices = [place[1] for place in places if place]
    if len(names) > 1 or not indices[0] or len({len(index) for index in indices}) > 1:
        return None
    axis = _axis(indices)
    if axis is None:
        return None
    first, last = indices[0][:axis], indices[0][axis + 1 :]
    index = [*map(str, first), ":", *map(str, last)] if last else [*map(str, first)]
    _, text = signs.leaf_text(names.pop(), (0,))
    name = text.removesuffix("[0]")
    return f"{name}[{','.join(index)}]" if index else name


def _place(leaf: Tree) -> tuple[str, tuple[int, ...]] | None:
    if isinstance(leaf, Cell):
        return signs.symbol_text(leaf.symbol, leaf.address.name), leaf.address.index
    if isinstance(leaf, Constant) and leaf.name:
        return signs.name_text(leaf.name), leaf.index
    return None


def _axis(indices: Sequence[tuple[int, ...]]) -> int | None:
    """The axis along which the indices count from 0, the last one if there is but one index."""
    for axis in reversed(range(len(indices[0]))):
        before, after = indices[0][:axis], indices[0][axis + 1 :]
        if all(index == (*before, place, *after) for place, index in enumerate(indices)):
            return axis
    return None
