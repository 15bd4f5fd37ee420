"""From the graph to the tree of one cell: up to named cells, through movement, by named calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from tutor.trace.frames import Activation
from tutor.trace.graph import Known, Node, Operand, Wrapped, item, ravel, unravel
from tutor.trace.movement import Moved
from tutor.trace.tree import Address, Call, Cell, Constant, Opaque, Tree

Calls: TypeAlias = tuple[Activation, ...]
Place: TypeAlias = tuple[Operand, int]
Outside: TypeAlias = dict[Place, None]
"""The cells, in order, that the inside of a call reads from outside."""

DEEPEST = 40
"""So many operations are looked into one within the other before the innermost is done first."""

MOST_READ = 2000
"""So many operands are looked up for one cell before unnamed arrays are taken as they are."""
LARGEST = 4000
"""So many nodes a tree may be printed with, those that stand in several places counted in each."""
_LEVELS = (None, DEEPEST, 3, 2, 1)
"""How many operations within one another are followed: all, those up to local names, fewer."""


def tree_of(traced: Wrapped, index: tuple[int, ...]) -> Tree | None:
    """How the cell `index` of a step was made; None where the step or input was given.

    The leaves are cells of inputs and of steps before it (or of the step itself, where one row of
    it follows from another), and numbers of the code. Where that would be more than one can read,
    arrays between that have no name of their own are leaves too: constants under the name of the
    demo's variable, if there is one that nothing else has.
    """
    root = traced.node
    if root.rule is None:
        return None
    flat = ravel(index, np.shape(root.value))
    for levels in _LEVELS:
        try:
            return _Trees(root, levels).of(flat)
        except _TooLarge:
            continue
    return _Trees(root, 1, bounded=False).of(flat)


def reads(traced: Wrapped) -> tuple[str, ...]:
    """The names of the steps and inputs that a step's formula reads, in order of first use."""
    root = traced.node
    found: dict[str, None] = {}
    seen: set[Node] = {root}
    waiting = list(reversed(root.operands))
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        named = _named(node, root)
        if named is None or named is root:
            waiting.extend(reversed(node.operands))
        else:
            found[named.name] = None
    return tuple(found)


def _named(node: Node, root: Node) -> Node | None:
    """The input or step before `root` that the node is or lies in; the root for its own parts."""
    if node.name and node.order < root.order:
        return node
    alias = root.names.alias(node, root.order) if root.names else None
    return alias[0] if alias else None


class _Deeper(Exception):  # noqa: N818  # not an error: the way back to the top of the stack
    def __init__(self, task: _Task) -> None:
        self.task = task


class _TooLarge(Exception):  # noqa: N818  # as above
    pass


_CUT: Place = (Known(None), -1)
"""Read by a call of which not everything is followed: it cannot stand for what it was given."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A cell whose tree is wanted; `calls` are those that one is already inside."""

    node: Node
    flat: int
    calls: Calls


class _Trees:
    """The trees of one step's cells, each made once.

    With `levels` only so many operations are followed, and none behind a variable of the demo.
    Raises `_TooLarge` where trees that are `bounded` outgrow what one can read.
    """

    def __init__(self, root: Node, levels: int | None = None, *, bounded: bool = True) -> None:
        self._root = root
        self._levels = levels
        self._bounded = bounded
        self._level = 0
        self._read = 0
        self._size = 0
        self._called: dict[str, Node] = {}
        self._done: dict[tuple[Node, int, int], tuple[Tree, Outside, int]] = {}
        self._cells: dict[Place, Cell] = {}
        self._depth = 0

    def of(self, flat: int) -> Tree:
        """The tree of a cell of the root itself."""
        at: Operand = self._root
        while isinstance(at, Node):
            if at is not self._root and self._leaf(at, flat, own=False):
                break
            if at is not self._root and self._is_cut(at):
                return self._cut(at, flat)
            if not isinstance(at.rule, Moved):
                return self._work(_Task(at, flat, ()))
            source = at.rule.source(flat)
            if source is None:
                return Constant(item(at.value, flat))
            at, flat = source
        return self._find(at, flat, (), {})

    def _work(self, first: _Task) -> Tree:
        """Does a task; one that lies too deep is done before it, so that no stack overflows."""
        waiting = [first]
        while True:
            task = waiting[-1]
            self._depth = self._level = self._size = 0
            try:
                tree = self._enter(task.node, task.flat, task.calls, {})
            except _Deeper as deeper:
                waiting.append(deeper.task)
                continue
            waiting.pop()
            if not waiting:
                return tree

    def _find(self, operand: Operand, flat: int, calls: Calls, outside: Outside) -> Tree:
        """The tree of an operand's cell for a reader inside `calls`."""
        crossed = not calls
        self._read += 1
        self._size += 1
        if self._bounded and (self._read > MOST_READ or self._size > LARGEST):
            raise _TooLarge
        while isinstance(operand, Node):
            leaf = self._leaf(operand, flat)
            if not leaf and self._is_cut(operand):
                outside[_CUT] = None
                return self._cut(operand, flat)
            if not crossed and (leaf or operand.calls[: len(calls)] != calls):
                outside[operand, flat] = None
                crossed = True
            if leaf:
                return leaf
            if not isinstance(operand.rule, Moved):
                shared = calls if not crossed else _shared(calls, operand.calls)
                return self._enter(operand, flat, shared, {} if crossed else outside)
            source = operand.rule.source(flat)
            if source is None:
                return Constant(item(operand.value, flat))
            operand, flat = source
        if not crossed and operand.given:
            outside[operand, flat] = None
        return self._known(operand.cell(flat))

    def _is_cut(self, node: Node) -> bool:
        """Whether what is behind an unnamed array is left aside."""
        if self._levels is None or node.rule is None:
            return False
        return bool(node.local) or self._level >= self._levels

    def _cut(self, node: Node, flat: int) -> Tree:
        """A cell of an unnamed array as it is, under its variable's name if no other has that."""
        value = item(node.value, flat)
        if not node.local or self._called.setdefault(node.local, node) is not node:
            return Constant(value)
        return self._known(Constant(value, node.local, unravel(flat, np.shape(node.value))))

    def _part(self, whole: Opaque, node: Node) -> Opaque:
        """One of several results of a function, so called that it differs from the others."""
        names = self._root.names
        is_free = names is None or node.local not in names.taken
        name = f"{whole.name}({', '.join(whole.arguments)}).{node.field or node.part}"
        if node.local and is_free and self._called.setdefault(node.local, node) is node:
            name = node.local
        return Opaque(name, (), whole.operands, whole.index, whole.value)

    def _known(self, leaf: Tree) -> Tree:
        """A constant, without the name if an input or a step is called so."""
        names = self._root.names
        if isinstance(leaf, Constant) and names is not None and leaf.name in names.taken:
            return Constant(leaf.value)
        return leaf

    def _leaf(self, node: Node, flat: int, *, own: bool = True) -> Cell | None:
        """The named cell that this is, if it is one; `own`: cells of the root itself count."""
        known = self._cells.get((node, flat))
        if known is not None:
            return known
        step, at = node, flat
        if not (node.name and node.order < self._root.order):
            names = self._root.names
            alias = names.alias(node, self._root.order) if names else None
            if alias is None or (alias[0] is self._root and not own):
                return None
            step, at = alias[0], alias[1](flat)
        index = unravel(at, np.shape(step.value))
        cell = Cell(Address(step.name, index), step.symbol, item(step.value, at))
        if own:
            self._cells[node, flat] = cell
        return cell

    def _enter(self, node: Node, flat: int, calls: Calls, outside: Outside) -> Tree:
        """The tree of a cell that an operation made, as a call if that begins a call."""
        key = (node, flat, len(calls))
        if key not in self._done:
            if self._depth >= DEEPEST:
                raise _Deeper(_Task(node, flat, calls))
            self._depth += 1
            before, self._size = self._size, 0
            if len(node.calls) > len(calls):
                tree, reads = self._call(node, flat, calls)
            else:
                reads = {}
                assert node.rule is not None
                self._level += 1
                tree = node.rule.tree(flat, lambda part, at: self._find(part, at, calls, reads))
                self._level -= 1
                if isinstance(tree, Opaque) and node.part is not None:
                    tree = self._part(tree, node)
            self._done[key] = (tree, reads, self._size)
            self._size = before
            self._depth -= 1
        tree, reads, size = self._done[key]
        self._size += size
        outside.update(reads)
        return tree

    def _call(self, node: Node, flat: int, calls: Calls) -> tuple[Tree, Outside]:
        """A cell made in a call that one is not inside yet, and what the tree reads outside."""
        activation = node.calls[len(calls)]
        inner: Outside = {}
        body = self._enter(node, flat, (*calls, activation), inner)
        reads: Outside = {}
        if _CUT in inner:
            reads[_CUT] = None
            del inner[_CUT]
            for operand, at in inner:
                self._find(operand, at, calls, reads)
            return body, reads
        arguments = [self._find(operand, at, calls, reads) for operand, at in inner]
        if len({self._origin(*place) for place in inner}) == 1:
            return Call(activation.name, (arguments[0],), None, body), reads
        row = _row(list(inner))
        if row is not None and np.shape(node.value)[-1:] == (len(row),):
            in_order = tuple(arguments[at] for at in row)
            return Call(activation.name, in_order, flat % len(row), body), reads
        return body, reads

    def _origin(self, operand: Operand, flat: int) -> Place:
        """Where a cell comes from once all movement is undone."""
        while isinstance(operand, Node) and isinstance(operand.rule, Moved):
            source = None if self._leaf(operand, flat) else operand.rule.source(flat)
            if source is None:
                break
            operand, flat = source
        return operand, flat


def _row(places: list[Place]) -> list[int] | None:
    """In which order the places make up one whole row of one array; None if they do not."""
    if not places or len({id(operand) for operand, _ in places}) != 1:
        return None
    length = (np.shape(places[0][0].value) or (0,))[-1]
    flats = [flat for _, flat in places]
    first = min(flats)
    if (
        len(flats) != length
        or first % length
        or sorted(flats) != list(range(first, first + length))
    ):
        return None
    return sorted(range(length), key=flats.__getitem__)


def _shared(calls: Calls, others: Calls) -> Calls:
    """The calls that both are inside."""
    count = 0
    for one, other in zip(calls, others, strict=False):
        if one is not other:
            break
        count += 1
    return calls[:count]
