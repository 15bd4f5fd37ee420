"""Each call of NumPy that demos make, on every array it fits: same bits, cells explained."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from tests.trace import numpy_calls
from tests.trace.worked_trees import NOWHERE, assert_same, check_cell
from tutor.trace import Tracer

ARRAYS: list[Any] = [
    np.array(1.5),
    np.array(2),
    np.array([-2, 0, 1]),
    np.array([1.0, -0.5, 2.0, 3.0]),
    np.array([[1.0, -2.0, 0.5], [2.5, 0.0, -1.0]]),
    np.array([[1, 0, -2], [3, 2, 5], [-1, 4, 2]]),
    np.array([[1.0], [2.0]]),
    np.arange(-6, 6).reshape(2, 3, 2) / 2,
    np.arange(24.0).reshape(2, 1, 3, 4) - 9,
]
FAMILIES = ["ONE", "ROUGH", "SHARP", "MOVES", "TWO", "TWO_SHARP"]
UNFIT = (ValueError, IndexError, TypeError, AttributeError, np.exceptions.AxisError)


def run_both(function: Callable[..., Any], *arrays: Any) -> bool:
    """Whether the plain run takes these arrays; if so the traced one is checked against it."""
    try:
        expected = function(*arrays)
    except (*UNFIT, RuntimeWarning):
        return False
    with Tracer(NOWHERE) as tracer:
        inputs = [tracer.input(f"x{at}", array) for at, array in enumerate(arrays)]
        result = tracer.step("y", "Y", function(*inputs))
    assert_same(result, expected)
    named = {**{f"x{at}": traced for at, traced in enumerate(inputs)}, "y": result}
    cells = list(np.ndindex(np.shape(expected)))
    for index in cells[:: 1 + len(cells) // 24]:
        check_cell(named, "y", index)
    return np.size(expected) > 0


@pytest.mark.parametrize("family", FAMILIES)
def test_every_call_explains_its_cells_on_every_array_it_fits(family: str) -> None:
    for function in getattr(numpy_calls, family):
        if family.startswith("TWO"):
            fitting = [run_both(function, one, two) for one in ARRAYS for two in ARRAYS]
        else:
            fitting = [run_both(function, array) for array in ARRAYS]
        assert any(fitting), f"no array fits {function.__code__.co_firstlineno}"


@pytest.mark.parametrize("family", ["GATHERED", "ROUGHLY_GATHERED", "ALONG"])
def test_every_reduction_explains_its_cells_along_every_axis(family: str) -> None:
    for function in getattr(numpy_calls, family):
        fitting = 0
        for array in ARRAYS:
            rank = array.ndim
            axes: list[Any] = [None, *range(-rank, rank), *([(0, -1)] if rank > 1 else [])]
            for axis in axes:
                fitting += run_both(partial(function, axis=axis), array)
        assert fitting > 5
