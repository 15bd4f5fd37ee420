"""One traced run of a demo: inputs in, steps named, constants called what the code calls them."""

from __future__ import annotations

from contextvars import Token
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tutor.trace.array import Traced
from tutor.trace.frames import WATCH, Place, Watch, place
from tutor.trace.graph import Known, Node, keep
from tutor.trace.movement import Moved, same
from tutor.trace.scalars import Real, Size
from tutor.trace.tree import Constant


class Tracer:
    """One run of a demo whose files lie in `folder`, as a context manager.

    While it is entered, in this thread alone, operations remember which functions of the demo they
    stand in and what the demo calls its numbers. Trees are asked for afterwards.
    """

    def __init__(self, folder: Path) -> None:
        self._watch = Watch(folder.resolve())
        self._names = _Names()
        self._token: Token[Watch | None] | None = None

    def __enter__(self) -> Tracer:
        self._token = WATCH.set(self._watch)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._token is not None
        WATCH.reset(self._token)
        self._watch.forget()

    def input(self, name: str, value: Any) -> Traced:
        """An input of the demo; cells are called by the argument's name."""
        node = Node(value, name=name, symbol=name, order=-1, names=self._names)
        self._names.taken.add(name)
        return Traced(node)

    def convention(self, name: str, value: object) -> object:
        """A setting of the demo: a number that knows its name, anything else as it is."""
        if type(value) is int:
            return Size(value, Constant(value, name))
        if type(value) is float:
            return Real(value, Constant(value, name))
        return value

    def step(self, name: str, symbol: str, value: Any) -> Traced:
        """A value that the demo yields, under the step's name; plain ones are its constants."""
        node = value.node if isinstance(value, Traced) else None
        if node is None or node.name:
            kept = keep(value, place())
            operand = kept if isinstance(kept, Node | Known) else Known(kept)
            node = Node(
                operand.value,
                np.copy,
                (operand,),
                call=_itself,
                rule=same((operand,), {}, operand.value),
            )
        self._names.add(node, name, symbol)
        return Traced(node)

    def given(self, name: str, symbol: str, value: Any) -> Traced:
        """A step whose value was sent from outside: nothing is behind it."""
        node = Node(value)
        self._names.add(node, name, symbol)
        return Traced(node)

    def learn_names(self, frame: FrameType) -> None:
        """Names the arrays that the demo made before its frame, standing at a `yield`, named them.

        Most numbers are named when they are used; an array that a function of the demo makes, uses
        and returns gets its name only from what the demo calls the result.
        """
        where = Place((frame,))
        for array, known in self._watch.unnamed:
            known.name = where.name_of(array)
        self._watch.unnamed = [each for each in self._watch.unnamed if not each[1].name]
        for name, held in frame.f_locals.items():
            if isinstance(held, Traced) and not held.node.name and not held.node.local:
                held.node.local = name if name[0].isalpha() else ""


def _itself(value: Any) -> Any:
    return value


class _Names:
    """The steps of a run, and which unnamed arrays lie in them whole.

    A step that only joins others (`np.stack(hs)`) gives all their cells a place that one can go
    to: the state of one time then follows from that of the time before, not from all before it.
    """

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self._steps: list[Node] = []
        self._aliases: dict[Node, list[tuple[Node, list[int]]]] = {}
        self._looked_at = 0

    def add(self, node: Node, name: str, symbol: str) -> None:
        node.name, node.symbol, node.order, node.names = name, symbol, len(self._steps), self
        self._steps.append(node)
        self.taken |= {name, symbol}

    def alias(self, node: Node, order: int) -> tuple[Node, Any] | None:
        """The step up to `order` that holds all of `node`, and where each cell stands in it."""
        while self._looked_at < len(self._steps):
            self._look_at(self._steps[self._looked_at])
            self._looked_at += 1
        for step, places in self._aliases.get(node, ()):
            if step.order <= order and step is not node:
                return step, places.__getitem__
        return None

    def _look_at(self, step: Node) -> None:
        """Notes the unnamed arrays that the step, if it only moves cells, holds whole."""
        found: dict[Node, list[_Held]] = {}
        everywhere = np.arange(np.size(step.value))
        waiting: list[tuple[Node, _Held]] = [(step, (everywhere, everywhere))]
        while waiting:
            holder, (cells, places) = waiting.pop()
            if not isinstance(holder.rule, Moved):
                continue
            for node, inner, at in holder.rule.sources():
                if isinstance(node, Node) and not (node.name and node.order < step.order):
                    held = _within((inner, at), (cells, places), np.size(holder.value))
                    found.setdefault(node, []).append(held)
                    waiting.append((node, held))
        for node, parts in found.items():
            places = np.full(np.size(node.value), -1)
            for cells, where in reversed(parts):
                places[cells[::-1]] = where[::-1]
            if places.size and places.min() >= 0:
                self._aliases.setdefault(node, []).append((step, places.tolist()))


_Held: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Flat places in an unnamed array, and where in the step each of these cells stands."""


def _within(inner: _Held, outer: _Held, size: int) -> _Held:
    """Where in the step the cells stand that `inner` says to stand in what `outer` holds."""
    cells, at = inner
    first = np.full(size, -1)
    first[outer[0][::-1]] = outer[1][::-1]
    places = first[at]
    return cells[places >= 0], places[places >= 0]
