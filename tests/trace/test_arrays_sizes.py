"""Sizes and settings: plain numbers wherever one is needed, named in every formula."""

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

import tutor.trace
from tests.trace.worked_trees import NOWHERE, check_cell
from tutor.trace import Real, Size, Traced, Tracer, tree_of
from tutor.trace.tree import Constant, Operation


@pytest.fixture
def tracer() -> Any:
    with Tracer(NOWHERE) as entered:
        yield entered


def test_a_size_is_an_int_wherever_one_is_needed(tracer: Tracer) -> None:
    x: Any = tracer.input("x", np.arange(6.0).reshape(2, 3))
    n, d = x.shape
    assert list(range(n)) == [0, 1]
    assert x[n - 1, d - 1].value == 5.0
    assert x.reshape(d, n).shape == (3, 2)
    assert x.sum(axis=n - 1).shape == (2,)
    assert np.zeros((n, d)).shape == (2, 3)
    assert [0] * n == [0, 0]
    assert (n < d, n == 2, n != 2, bool(n - 2)) == (True, True, False, False)
    assert f"{n}×{d}" == "2×3"
    assert {2: "two"}[n] == "two"
    assert x.size == 6
    assert len(x) == 2


def test_arithmetic_with_sizes_remembers_itself() -> None:
    d, h = Size(6, Constant(6, "d")), Size(2, Constant(2, "h"))
    divided: Any = d // h
    assert isinstance(divided, Size)
    assert divided == 3
    assert divided.tree == Operation("floordivide", (Constant(6, "d"), Constant(2, "h")))
    results: list[tuple[Any, Any, Any, str]] = [
        (d + 1, Size, 7, "add"),
        (1 - d, Size, -5, "subtract"),
        (d * 0.5, Real, 3.0, "multiply"),
        (1 / d, Real, 1 / 6, "divide"),
        (d**-1, Real, 1 / 6, "power"),
        (d % 4, Size, 2, "remainder"),
        (-d, Size, -6, "negative"),
        (abs(h - d), Size, 4, "abs"),
        (d**0.5, Real, 6**0.5, "power"),
    ]
    for result, kind, value, operation in results:
        assert type(result) is kind
        assert result == value
        assert result.tree.kind == operation


@pytest.mark.parametrize("ufunc", [np.sqrt, np.exp, np.log, np.negative, np.floor])
def test_a_function_of_a_size_is_traced_and_equals_the_plain_one(
    tracer: Tracer, ufunc: Any
) -> None:
    result = ufunc(Size(5))
    plain = ufunc(5)
    assert isinstance(result, Traced)
    assert type(result.value) is type(plain)
    assert result.value == plain


def test_a_size_among_arrays_is_the_plain_number_in_the_value(tracer: Tracer) -> None:
    x: Any = tracer.input("x", np.ones((2, 3), np.float32))
    y = tracer.step("y", "Y", x / x.shape[-1] + np.arange(3, dtype=np.int8) * x.shape[0])
    expected = np.ones((2, 3), np.float32) / 3 + np.arange(3, dtype=np.int8) * 2
    assert y.dtype == expected.dtype
    assert np.array_equal(y.value, expected)


def test_conventions_are_numbers_with_names_and_others_stay_as_they_are(tracer: Tracer) -> None:
    assert tracer.convention("flag", True) is True
    assert tracer.convention("where", "post") == "post"
    assert tracer.convention("none", None) is None
    rate: Any = tracer.convention("rate", 0.5)
    assert type(rate) is Real
    assert rate > 0.25
    x: Any = tracer.input("x", np.array([2.0, 4.0]))
    tree = check_cell({"x": x, "y": tracer.step("y", "Y", (1 - rate) * x)}, "y", (1,))
    assert isinstance(tree, Operation)
    assert tree.parts[0] == Operation("subtract", (Constant(1), Constant(0.5, "rate")))


def test_numpy_s_own_code_counts_with_plain_sizes() -> None:
    with Tracer(NOWHERE):
        spread = np.linspace(0, 1, Size(3))
        assert type(spread) is np.ndarray
        assert spread.tolist() == [0.0, 0.5, 1.0]
        assert type(np.eye(Size(2))) is np.ndarray
        assert np.array_split(np.arange(4), Size(2))[1].tolist() == [2, 3]
        assert np.logspace(0, Size(2), 3).tolist() == [1.0, 10.0, 100.0]


def test_the_root_of_a_size_is_a_root_in_the_tree(tracer: Tracer) -> None:
    x: Any = tracer.input("x", np.ones((2, 4)))
    tree = tree_of(tracer.step("y", "Y", x / np.sqrt(x.shape[-1])), (0, 0))
    assert isinstance(tree, Operation)
    assert tree.parts[1] == Operation("sqrt", (Constant(4),))


def test_the_package_and_its_plain_rooms_cost_no_numpy() -> None:
    code = (
        "import sys, tutor.trace, tutor.trace.tree, tutor.trace.errors, tutor.trace.scalars;"
        "tutor.trace.Address, tutor.trace.Untraceable, tutor.trace.Size;"
        "assert 'numpy' not in sys.modules;"
        "tutor.trace.Traced;"
        "assert 'numpy' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_name_of_the_package_is_there() -> None:
    for name in tutor.trace.__all__:
        assert getattr(tutor.trace, name) is not None
    assert not hasattr(tutor.trace, "nothing")
