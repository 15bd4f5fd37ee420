"""Random programs of NumPy calls: traced and plain runs agree, and every cell explains itself."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.trace.numpy_calls import (
    ALONG,
    GATHERED,
    MOVES,
    ONE,
    ROUGH,
    ROUGHLY_GATHERED,
    SHARP,
    TWO,
    TWO_SHARP,
)
from tests.trace.worked_trees import NOWHERE, assert_same, check_cell, worked_out
from tutor.trace import Tracer, evaluate

Pick = Callable[[int], int]
"""A drawn whole number below the one given."""


@dataclass
class Line:
    """One line of a program: what is done to which of the earlier values."""

    function: Callable[..., Any]
    operands: tuple[int, ...]
    exact: bool


@dataclass
class Program:
    inputs: list[Any]
    calls: list[Line]
    steps: list[int]

    def values(self, inputs: list[Any], step: Callable[[int, Any], Any]) -> list[Any]:
        pool = list(inputs)
        for call in self.calls:
            result = call.function(*(pool[at] for at in call.operands))
            at = len(pool)
            pool.append(step(at, result) if at in self.steps else result)
        return pool


def _call(pick: Pick, pool: list[Any], exact: list[bool]) -> Line:
    at = pick(len(pool))
    sort = pick(8)
    if sort <= 1:
        other = pick(len(pool))
        sharp = exact[at] and exact[other] and pick(3) == 0
        family = TWO_SHARP if sharp else TWO
        function = family[pick(len(family))]
        return Line(function, (at, other), exact[at] and exact[other])
    if sort in (2, 3):
        return Line(MOVES[pick(len(MOVES))], (at,), exact[at])
    if sort == 4:
        return _along(pick, pool[at], at, exact[at])
    families = [(ONE, exact[at]), (ROUGH, False)] + ([(SHARP, True)] if exact[at] else [])
    functions, still = families[pick(len(families))]
    return Line(functions[pick(len(functions))], (at,), still)


def _along(pick: Pick, value: Any, at: int, exact: bool) -> Line:
    rank = np.ndim(value)
    axes: list[Any] = [None, *range(-rank, rank)]
    if rank > 1:
        axes += [(0, rank - 1), (-1, 0)]
    axis = axes[pick(len(axes))]
    if pick(3) == 0:
        function = ALONG[pick(len(ALONG))]
        return Line(lambda x: function(x, axis=axis), (at,), exact)
    keep = bool(pick(2))
    rough = pick(3) == 0
    family = ROUGHLY_GATHERED if rough else GATHERED
    gathered = family[pick(len(family))]
    return Line(lambda x: gathered(x, axis=axis, keepdims=keep), (at,), False)


@st.composite
def programs(draw: st.DrawFn) -> Program:
    def pick(below: int) -> int:
        return draw(st.integers(0, below - 1))

    shapes = [(), (2,), (3,), (2, 3), (3, 2), (3, 3), (2, 2, 3), (1, 3), (2, 1, 2, 3)]
    inputs = []
    for _ in range(1 + pick(3)):
        shape = shapes[pick(len(shapes))]
        size = int(np.prod(shape))
        cells = draw(st.lists(st.integers(-6, 6), min_size=size, max_size=size))
        array = np.array(cells).reshape(shape)
        inputs.append(array / 2 if pick(2) else array)
    pool, exact = list(inputs), [True] * len(inputs)
    calls: list[Line] = []
    for _ in range(2 + pick(10)):
        call = _call(pick, pool, exact)
        try:
            result = call.function(*(pool[at] for at in call.operands))
        except (
            ValueError,
            IndexError,
            TypeError,
            AttributeError,
            np.exceptions.AxisError,
            RuntimeWarning,
        ):
            continue
        if _usable(result):
            calls.append(call)
            pool.append(result)
            exact.append(call.exact)
    made = range(len(inputs), len(pool))
    steps = [at for at in made if pick(2)]
    return Program(inputs, calls, [*steps, len(pool) - 1] if made else [])


def _usable(result: Any) -> bool:
    if not isinstance(result, np.ndarray | np.generic) or not 0 < np.size(result) <= 400:
        return False
    if result.dtype == np.float16:  # what NumPy makes of truth values; too coarse to compare
        return False
    return np.ndim(result) <= 6 and bool(np.all(np.abs(np.asarray(result, float)) < 1e6))


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(programs(), st.data())
def test_a_random_program_runs_as_if_untraced_and_each_cell_explains_itself(
    program: Program, data: st.DataObject
) -> None:
    expected = program.values(program.inputs, lambda at, value: value)
    with Tracer(NOWHERE) as tracer:
        inputs = [tracer.input(f"x{at}", value) for at, value in enumerate(program.inputs)]
        pool = program.values(inputs, lambda at, value: tracer.step(f"s{at}", f"s{at}", value))
    for traced, value in zip(pool, expected, strict=True):
        assert_same(traced, value)
    arrays = {traced.node.name: traced for traced in pool if traced.node.name}
    for at in program.steps:
        shape = np.shape(expected[at])
        cell = data.draw(st.tuples(*(st.integers(0, length - 1) for length in shape)))
        tree = check_cell(arrays, pool[at].node.name, cell)
        number, scale = worked_out(tree)
        assert math.isclose(float(evaluate(tree)), number, abs_tol=1e-9 * max(scale, 1))
