"""When a computed value may be looked at as a plain one, and what is said when it may not."""

from __future__ import annotations

import operator

from tutor.trace.errors import Untraceable
from tutor.trace.frames import called, in_numpy, in_vectorize, instruction
from tutor.trace.graph import Node


def is_given(node: Node) -> bool:
    """Whether it is an input or a sent value, or a part of one."""
    while node.call in (operator.getitem,) and isinstance(node.args[0], Node):
        node = node.args[0]
    return node.call is None


def is_counting() -> bool:
    """Whether NumPy itself looks at a number, to know how long an array shall be."""
    return in_numpy(2) or called().rpartition(".")[2] == "arange"


def number_refused(function: str) -> Untraceable:
    """What is said where a computed value would become a plain Python number."""
    if instruction() == "store":
        return Untraceable("assigned_plain")
    spelling = called()
    if spelling.startswith("math."):
        return Untraceable("module", function=spelling)
    return Untraceable("number", function=spelling or function)


def wants_places(number: bool) -> bool:
    """Whether whole numbers are wanted as plain ones: as an index, or `number` as a length."""
    name = called().rpartition(".")[2]
    if instruction() == "operator" or name == "take":
        return True
    return number and (name == "arange" or (in_numpy(2) and name not in ("full", "vectorize")))


def array_refused() -> Untraceable:
    """What is said where a computed value would become a plain array."""
    if instruction() == "store":
        return Untraceable("assigned_plain")
    if in_vectorize():
        return Untraceable("vectorized")
    return Untraceable("made_plain", function=called() or "np.array")
