"""Where one stands in a run: a cell of a step or an input, and the way one came there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.trace.tree import Address

if TYPE_CHECKING:
    from tutor.demo.tracing import Explained
    from tutor.ui.player.numbers import Run


class Standing:
    """The cursor. Position 0 is the page of the inputs, 1 the first step.

    `path` holds the cells from which one went into an operand, `chosen` the operand into which one
    would go from here.
    """

    def __init__(self) -> None:
        self.at = 0
        self.cell = Address("")
        self.path: tuple[Address, ...] = ()
        self.chosen = 0
        self._run: Run | None = None
        self._left: dict[str, tuple[int, ...]] = {}
        self._explained: tuple[Run, Address, Explained] | None = None

    def follow(self, run: Run) -> None:
        """Stand at the same place of another run of the same demo, as far as it has that place."""
        self._run = run
        self.at = min(self.at, len(run.steps))
        self.path = tuple(cell for cell in self.path if self._exists(cell))
        name = self.cell.name if self.cell.name in self._names(self.at) else self._first(self.at)
        self._stand(name, self.cell.index)

    @property
    def name(self) -> str:
        """The step or the input one stands in, empty where there is none."""
        return self.cell.name

    @property
    def on_inputs(self) -> bool:
        """Whether one stands on the page of the inputs."""
        return self.at == 0

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the array one stands in."""
        return self._shape(self.cell.name)

    @property
    def several(self) -> bool:
        """Whether the array one stands in has other cells to go to."""
        return _size(self.shape) > 1

    @property
    def several_inputs(self) -> bool:
        """Whether there are other inputs to go to."""
        return len(self._names(0)) > 1

    @property
    def explained(self) -> Explained | None:
        """How the cell one stands in came about; None where there is no cell."""
        if self._run is None or not self.exists:
            return None
        known = self._explained
        if known is None or known[0] is not self._run or known[1] != self.cell:
            known = self._explained = (self._run, self.cell, self._run.cell(self.cell))
        return known[2]

    @property
    def operands(self) -> Sequence[Address]:
        """The cells that it was made from."""
        explained = self.explained
        return explained.operands if explained is not None else ()

    @property
    def operand(self) -> Address | None:
        """The chosen one of them."""
        operands = self.operands
        return operands[self.chosen % len(operands)] if operands else None

    @property
    def exists(self) -> bool:
        """Whether there is a cell here: not in an empty array."""
        return self._exists(self.cell)

    def go_to(self, at: int) -> bool:
        """Stand at a position, in the cell of before where there is one; False if one is there."""
        if self._run is None:
            return False
        at = max(0, min(at, len(self._run.steps)))
        if at == self.at and not self.path:
            return False
        index = self.cell.index
        self.path = ()
        self.at = at
        name = self._first(at)
        self._stand(name, index if at else self._left.get(name, ()))
        return True

    def go_to_cell(self, cell: Address) -> bool:
        """Stand in a cell of the page one is on, or of another one; False if there is none."""
        if not self._exists(cell):
            return False
        self.at = self._position(cell.name)
        self._stand(cell.name, cell.index)
        return True

    def move(self, rows: int, columns: int) -> bool:
        """Go so many cells down and right; blocks of more than two axes follow one another."""
        shape = self.shape
        if not shape or 0 in shape:
            return False
        *blocks, column = self.cell.index
        count = shape[-1]
        line = _ravel(blocks, shape[:-1]) + rows
        line = max(0, min(line, _size(shape[:-1]) - 1))
        column = max(0, min(column + columns, count - 1))
        index = (*_unravel(line, shape[:-1]), column)
        if index == self.cell.index:
            return False
        self._stand(self.cell.name, index)
        return True

    def choose(self, by: int) -> bool:
        """Choose another operand; on the page of the inputs, stand in another input."""
        if self.on_inputs:
            names = self._names(0)
            if len(names) < 2:
                return False
            name = names[(names.index(self.cell.name) + by) % len(names)]
            self._stand(name, self._left.get(name, ()))
            return True
        count = len(self.operands)
        if count < 2:
            return False
        self.chosen = (self.chosen + by) % count
        return True

    def enter(self, operand: Address | None = None) -> bool:
        """Go into an operand, the chosen one if none is named, and remember the way."""
        operand = operand or self.operand
        if operand is None or not self._exists(operand):
            return False
        before = self.cell
        self.go_to_cell(operand)
        self.path = (*self.path, before)
        return True

    def back(self, to: int = -1) -> bool:
        """Go back out of an operand: one stretch of the way, or to its cell number `to`."""
        if not self.path:
            return False
        way = (*self.path, self.cell)
        to %= len(self.path)
        self.go_to_cell(way[to])
        self.path = way[:to]
        operands = list(self.operands)
        self.chosen = operands.index(way[to + 1]) if way[to + 1] in operands else 0
        return True

    def _stand(self, name: str, index: tuple[int, ...]) -> None:
        shape = self._shape(name)
        fits = len(index) == len(shape)
        index = (
            tuple(max(0, min(i, n - 1)) for i, n in zip(index, shape, strict=True))
            if fits
            else (0,) * len(shape)
        )
        self.cell = Address(name, index)
        self.chosen = 0
        self._left[name] = index

    def _names(self, at: int) -> list[str]:
        """The arrays one can stand in at a position."""
        if self._run is None:
            return []
        return [self._run.steps[at - 1].name] if at else list(self._run.inputs)

    def _first(self, at: int) -> str:
        return next(iter(self._names(at)), "")

    def _position(self, name: str) -> int:
        """The position of a step by its name; 0 for an input."""
        names = [step.name for step in self._run.steps] if self._run else []
        return names.index(name) + 1 if name in names else 0

    def _shape(self, name: str) -> tuple[int, ...]:
        known = self._run is not None and (self._position(name) or name in self._run.inputs)
        return tuple(self._run.array(name).shape) if self._run is not None and known else ()

    def _exists(self, cell: Address) -> bool:
        if self._run is None or not cell.name:
            return False
        if not (self._position(cell.name) or cell.name in self._run.inputs):
            return False
        shape = self._shape(cell.name)
        inside = len(cell.index) == len(shape)
        return inside and all(0 <= i < n for i, n in zip(cell.index, shape, strict=True))


def _size(shape: Sequence[int]) -> int:
    size = 1
    for length in shape:
        size *= length
    return size


def _ravel(index: Sequence[int], shape: Sequence[int]) -> int:
    line = 0
    for i, n in zip(index, shape, strict=True):
        line = line * n + i
    return line


def _unravel(line: int, shape: Sequence[int]) -> tuple[int, ...]:
    index: list[int] = []
    for n in reversed(shape):
        line, i = divmod(line, n)
        index.append(i)
    return tuple(reversed(index))
