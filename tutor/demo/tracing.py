"""A traced run of a demo: each cell of each step can say which arithmetic it came from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING, Any

import numpy as np

from tutor.demo.arguments import KINDS, arguments, kind_of, shown
from tutor.demo.comparing import first_other
from tutor.demo.errors import DemoError, near
from tutor.demo.running import Handling, Visit, folder_of, shape_text, walk
from tutor.demo.steps import WRONG, Array, DemoFunction, Step
from tutor.trace import Traced, Tracer, nodes, reads, tree_of
from tutor.trace.tree import Address, Call, Cell, Opaque, Operation, Scalar, Tree

if TYPE_CHECKING:
    from tutor.trace.graph import Node
    from tutor.trace.printing import Piece

_ADDRESS = re.compile(r"\s*(?P<name>[^][]*?)\s*(?:\[(?P<index>[-+\d,\s]*)\])?\s*")


@dataclass(frozen=True, slots=True)
class Explained:
    """A cell, its value and where that came from.

    `tree` is None for a cell that was given: an input's, or a value put in a step's place.
    `operands` are the cells that the tree speaks of, each once, in the order of the line.
    """

    at: Address
    symbol: str
    value: Scalar
    tree: Tree | None
    operands: tuple[Address, ...]

    @property
    def symbols(self) -> str:
        """The whole expression in symbols; of a given cell its own name."""
        from tutor.trace.printing import symbols

        return symbols(self._told())

    @property
    def numbers(self) -> str | None:
        """The whole expression in numbers, which Python evaluates; None for words and opaques.

        None too where the arithmetic does not give the value (other types of numbers).
        """
        from tutor.trace.printing import gives, numbers

        told = self._told()
        return numbers(told) if gives(told, self.value) else None

    def lines(self, longest: int = 6) -> "list[list[Piece]]":
        """The expression line by line for the screen, without its value; none if it was given."""
        from tutor.trace.printing import lines

        return [] if self.tree is None else lines(self.tree, self.value, longest=longest)

    def _told(self) -> Tree:
        return Cell(self.at, self.symbol, self.value) if self.tree is None else self.tree


class Run:
    """A run of a demo that can be asked about each of its cells.

    `inputs` are the positional arguments, `conventions` the keyword-only ones, `steps` the steps
    with the values that the demo went on with, all of them plain; `lines` says where the `yield` of
    each step stands.
    """

    def __init__(
        self,
        inputs: Mapping[str, Array],
        conventions: Mapping[str, object],
        visits: list[Visit],
        traced: Mapping[str, Traced],
    ) -> None:
        self.inputs = inputs
        self.conventions = conventions
        self.steps: tuple[Step, ...] = tuple(visit.step for visit in visits)
        self.lines: Mapping[str, tuple[str, int]] = {
            visit.step.name: visit.place for visit in visits
        }
        self._traced = traced
        self._symbols = {step.name: step.symbol for step in self.steps}
        self._arrays: dict[str, Array] = dict(inputs)
        self._arrays.update((step.name, np.asarray(step.value)) for step in self.steps)

    def array(self, name: str) -> Array:
        """The value of a step or an input as an array; raises `DemoError` if there is none."""
        if name not in self._arrays:
            raise self._unknown(name)
        return self._arrays[name]

    def symbol(self, name: str) -> str:
        """The symbol of a step (TeX), the name of an input."""
        self.array(name)
        return self._symbols.get(name, name)

    def reads(self, name: str) -> tuple[str, ...]:
        """The steps and inputs that a step's formula reads, none for what was given."""
        self.array(name)
        return reads(self._traced[name]) if name in self._symbols else ()

    def cell(self, address: Address) -> Explained:
        """How a cell came about; raises `DemoError` if there is no such cell."""
        array = self.array(address.name)
        at = _within(address, array, str(address))
        traced = self._traced.get(at.name)
        tree = None if traced is None else tree_of(traced, at.index)
        found = () if tree is None else tuple(dict.fromkeys(_operands(tree)))
        return Explained(at, self.symbol(at.name), array[at.index].item(), tree, found)

    def address(self, text: str) -> Address:
        """The cell that a text such as `scaled[0,1]` names; raises `DemoError`.

        A step may also be called by its symbol if no other has it, and indices may count from the
        end, as Python's do.
        """
        parts = _ADDRESS.fullmatch(text)
        if parts is None:
            example = _last(self.steps[-1].name, np.asarray(self.steps[-1].value))
            raise DemoError("address", given=text, example=str(example))
        name = self._name(parts["name"])
        places = (parts["index"] or "").split(",")
        array = self.array(name)
        try:
            index = tuple(int(place) for place in places if place.strip())
        except ValueError:
            raise _no_cell(name, array, text) from None
        return _within(Address(name, index), array, text)

    def node(self, name: str) -> "Node":
        """The operation that made a step, with all that is behind it; raises `DemoError`."""
        self.array(name)
        return self._traced[name].node

    def _name(self, called: str) -> str:
        if called in self._arrays:
            return called
        found = [name for name, symbol in self._symbols.items() if symbol == called]
        if not found:
            raise self._unknown(called)
        if len(found) > 1:
            raise DemoError("many_arrays", name=called, known=", ".join(found))
        return found[0]

    def _unknown(self, name: str) -> DemoError:
        known = tuple(self._arrays)
        return DemoError("no_array", name=name, near=near(name, known), known=", ".join(known))


def trace(
    function: DemoFunction,
    inputs: Mapping[str, object],
    sent: Mapping[str, object] | None = None,
) -> Run:
    """A traced run of a demo, its arguments as in `run`.

    The demo is run by itself as well; raises `DemoError` where a step then differs in a single
    bit, and where the trace cannot follow the demo.
    """
    sent = sent or {}
    visits = walk(function, inputs, sent, Handling())
    filled = arguments(function, inputs)
    for visit in visits:
        if visit.step.name in filled.inputs:
            file, line = visit.place
            raise DemoError("step_input", file=file, line=line, step=visit.step.name)
    with Tracer(folder_of(function)) as tracer:
        following = _Following(tracer)
        try:
            followed = walk(function, inputs, sent, following)
        except DemoError as error:
            # The demo has just gone through by itself: only the trace fails at this line.
            code = "trace_fails" if error.code == "raised" else error.code
            raise DemoError(code, file=error.file, line=error.line, **error.details) from error
    other = first_other(visits, followed)
    if other is not None:
        file, line = other.place
        again = walk(function, inputs, sent, _Again())
        code = "not_repeatable" if first_other(visits, again) else "trace_differs"
        raise DemoError(code, file=file, line=line, step=other.step.name)
    _check_way(visits, following.traced)
    return Run(
        shown(filled.inputs),
        {name: value for name, value in filled.conventions.items() if not name.startswith(WRONG)},
        visits,
        following.traced,
    )


def _check_way(visits: list[Visit], traced: Mapping[str, Traced]) -> None:
    """Refuse a step that is computed by way of what no expression can show, dates for example."""
    for visit in visits:
        for node in nodes(traced[visit.step.name]):
            kind = kind_of(np.asarray(node.value))
            if kind not in KINDS:
                file, line = visit.place
                given = "complex numbers" if kind == "c" else f"`{np.asarray(node.value).dtype}`"
                details = {"step": visit.step.name, "given": given}
                raise DemoError("between", file=file, line=line, **details)


class _Again(Handling):
    """Runs a demo once more, without its prints."""

    prints = False


class _Following(_Again):
    """Puts traced arrays in the place of plain ones and tells them what they are called."""

    def __init__(self, tracer: Tracer) -> None:
        self.traced: dict[str, Traced] = {}
        self._tracer = tracer

    def argument(self, name: str, value: Any) -> Any:
        if not isinstance(value, np.ndarray):
            return value
        self.traced[name] = traced = self._tracer.input(name, value)
        return traced

    def convention(self, name: str, value: Any) -> Any:
        return self._tracer.convention(name, value)

    def stand_at(self, frame: FrameType) -> None:
        self._tracer.learn_names(frame)

    def computed(self, step: Step) -> Any:
        self.traced[step.name] = traced = self._tracer.step(step.name, step.symbol, step.value)
        return traced

    def sent(self, step: Step, value: Any) -> Any:
        # What was made of the demo's own arrays can be explained; bare numbers cannot.
        bare = isinstance(value, np.ndarray | np.generic)
        name = self._tracer.given if bare else self._tracer.step
        self.traced[step.name] = traced = name(step.name, step.symbol, value)
        return traced


def _operands(tree: Tree) -> Iterator[Address]:
    """The cells that a tree speaks of, from left to right; shared branches are walked but once."""
    waiting, met = [tree], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in met:
            continue
        met.add(id(node))
        match node:
            case Cell():
                yield node.address
            case Operation():
                waiting += reversed(node.parts)
            case Call():
                waiting += reversed((*node.arguments, node.body))
            case Opaque():
                yield from node.operands


def _within(address: Address, array: Array, written: str) -> Address:
    """The address with its index counted from the start; refused where it lies outside."""
    if len(address.index) != array.ndim:
        raise _no_cell(address.name, array, written)
    index = []
    for place, length in zip(address.index, array.shape, strict=True):
        if not -length <= place < length:
            raise _no_cell(address.name, array, written)
        index.append(place % length)
    return Address(address.name, tuple(index))


def _no_cell(name: str, array: Array, written: str) -> DemoError:
    if not array.ndim:
        return DemoError("cell_of_number", given=written, name=name)
    shape, example = shape_text(array.shape), str(_last(name, array))
    return DemoError("cell", given=written, name=name, shape=shape, example=example)


def _last(name: str, array: Array) -> Address:
    return Address(name, tuple(max(length - 1, 0) for length in array.shape))
