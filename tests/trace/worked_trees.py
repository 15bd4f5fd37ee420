"""Trees worked out by other means than the tutor's own, and demos run by hand."""

import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from tutor.demo import Step
from tutor.trace import Traced, Tracer, tree_of
from tutor.trace.tree import Call, Cell, Constant, Operation, Tree

NOWHERE = Path(__file__).parent / "no demo is here"
"""A folder for traces in which no function counts as the demo's."""


def traced(function: Callable[..., Any], *args: Any, **conventions: Any) -> dict[str, Traced]:
    """The traced inputs and steps of a demo."""
    names = function.__code__.co_varnames[: len(args)]
    with Tracer(Path(function.__code__.co_filename).parent) as tracer:
        given = zip(names, args, strict=True)
        found = {name: tracer.input(name, np.array(value)) for name, value in given}
        switched = {name: tracer.convention(name, value) for name, value in conventions.items()}
        made = function(*found.values(), **switched)
        try:
            step: Step = next(made)
            while True:
                tracer.learn_names(made.gi_frame)
                found[step.name] = tracer.step(step.name, step.symbol, step.value)
                step = made.send(found[step.name])
        except StopIteration:
            return found


def untraced(function: Callable[..., Any], *args: Any, **conventions: Any) -> dict[str, Any]:
    """The steps of the same run on plain arrays."""
    made = function(*(np.array(value) for value in args), **conventions)
    found = {}
    try:
        step: Step = next(made)
        while True:
            found[step.name] = step.value
            step = made.send(step.value)
    except StopIteration:
        return found


def assert_same(traced: Any, value: Any) -> None:
    """That a traced value is the plain one bit for bit, and of the same kind."""
    assert isinstance(traced, Traced)
    assert type(traced.value) is type(value)
    assert traced.dtype == value.dtype
    assert np.array_equal(traced.value, value, equal_nan=value.dtype.kind in "fc")


def check_cell(arrays: Mapping[str, Any], name: str, index: tuple[int, ...]) -> Tree:
    """The tree of a cell, once it comes to the cell's value and all its leaves exist."""
    value = np.asarray(arrays[name].value)[index]
    tree = tree_of(arrays[name], index)
    assert tree is not None
    number, scale = worked_out(tree)
    assert math.isclose(number, value, rel_tol=0, abs_tol=1e-9 * max(scale, 1)), tree
    for leaf in cells_of(tree):
        assert np.asarray(arrays[leaf.address.name].value)[leaf.address.index] == leaf.value
    return tree


def cells_of(tree: Tree) -> Iterator[Cell]:
    """The cells that a tree ends in."""
    if isinstance(tree, Cell):
        yield tree
    elif isinstance(tree, Operation):
        for part in tree.parts:
            yield from cells_of(part)
    elif isinstance(tree, Call):
        for argument in tree.arguments:
            yield from cells_of(argument)
        yield from cells_of(tree.body)


_FUNCTIONS = ("sqrt", "exp", "log", "tanh", "sin", "cos", "floor", "ceil")
PLAIN: dict[str, Callable[..., Any]] = {
    "add": lambda *x: math.fsum(x),
    "multiply": lambda *x: math.prod(x),
    "maximum": max,
    "minimum": min,
    "subtract": lambda x, y: x - y,
    "divide": lambda x, y: x / y,
    "floordivide": lambda x, y: x // y,
    "remainder": lambda x, y: x % y,
    "power": lambda x, y: x**y,
    "less": lambda x, y: x < y,
    "less_equal": lambda x, y: x <= y,
    "greater": lambda x, y: x > y,
    "greater_equal": lambda x, y: x >= y,
    "equal": lambda x, y: x == y,
    "not_equal": lambda x, y: x != y,
    "and": lambda x, y: x and y,
    "or": lambda x, y: x or y,
    "not": lambda x: not x,
    "negative": lambda x: -x,
    "abs": abs,
    "sign": lambda x: (x > 0) - (x < 0),
    "where": lambda c, x, y: x if c else y,
}


PLAIN |= {name: getattr(math, name) for name in _FUNCTIONS}


def worked_out(tree: Tree) -> tuple[float, float]:
    """What a tree comes to, and the largest number on the way: the scale of its rounding."""
    if isinstance(tree, Cell | Constant):
        number = float(tree.value)
        return number, abs(number)
    if isinstance(tree, Call):
        return worked_out(tree.body)
    assert isinstance(tree, Operation), tree
    parts = [worked_out(part) for part in tree.parts]
    number = float(PLAIN[tree.kind](*(value for value, _ in parts)))
    return number, max(abs(number), *(scale for _, scale in parts))
