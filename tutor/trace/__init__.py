"""Traced arrays: NumPy arrays that remember, cell by cell, the arithmetic that made them.

Importing this package costs no NumPy; what it re-exports is fetched when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tutor.trace.errors import Untraceable

if TYPE_CHECKING:
    from tutor.trace.array import Traced, plain
    from tutor.trace.cells import reads, tree_of
    from tutor.trace.graph import Known, Node, nodes, recompute
    from tutor.trace.printing import NAMES, Piece, Unevaluable, evaluate, lines, numbers, symbols
    from tutor.trace.scalars import Real, Size
    from tutor.trace.tracer import Tracer
    from tutor.trace.tree import Address, Call, Cell, Constant, Opaque, Operation, Scalar, Tree

_ROOMS = {
    "array": ("Traced", "plain"),
    "cells": ("reads", "tree_of"),
    "graph": ("Known", "Node", "nodes", "recompute"),
    "printing": ("NAMES", "Piece", "Unevaluable", "evaluate", "lines", "numbers", "symbols"),
    "scalars": ("Real", "Size"),
    "tracer": ("Tracer",),
    "tree": ("Address", "Call", "Cell", "Constant", "Opaque", "Operation", "Scalar", "Tree"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "NAMES",
    "Address",
    "Call",
    "Cell",
    "Constant",
    "Known",
    "Node",
    "Opaque",
    "Operation",
    "Piece",
    "Real",
    "Scalar",
    "Size",
    "Traced",
    "Tracer",
    "Tree",
    "Unevaluable",
    "Untraceable",
    "evaluate",
    "lines",
    "nodes",
    "numbers",
    "plain",
    "reads",
    "recompute",
    "symbols",
    "tree_of",
]


def __getattr__(name: str) -> Any:
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"tutor.trace.{room}"), name)
