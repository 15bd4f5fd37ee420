"""Cells that follow from more than one can read end in the demo's variables and in numbers."""

import numpy as np
import pytest

from tests.trace.small_demos import large
from tests.trace.worked_trees import NOWHERE, check_cell, traced
from tutor.trace import Tracer, Untraceable, symbols, tree_of
from tutor.trace.printing import NAMES, gives, numbers
from tutor.trace.tree import Address, Constant, Opaque, Operation

X = np.array([[1.0, -2.0], [0.5, 3.0]])


def test_layers_without_names_come_as_a_line_of_numbers() -> None:
    run = traced(large.attention, np.sin(np.arange(64 * 64)).reshape(64, 64) / 10)
    tree = check_cell(run, "h", (5, 7))
    text = numbers(tree)
    assert text is not None
    assert eval(text, dict(NAMES)) == pytest.approx(run["h"].value[5, 7], abs=1e-12)
    assert len(symbols(tree)) < 2000


def test_a_long_training_says_its_last_step_in_the_code_s_own_names() -> None:
    run = traced(large.training, X, np.array([1.0, 2.0]))
    before = run["w"].value[0]
    assert symbols(check_cell(run, "w", (0,))).endswith("(rate·x[0,0]·e[0] + rate·x[1,0]·e[1])")
    assert before != 0


def test_a_short_training_is_still_followed_to_its_inputs() -> None:
    assert "e[" not in symbols(check_cell(traced(large.misread, X), "scaled", (0, 0)))


def said(name: str, *index: int) -> str:
    tree = tree_of(traced(large.misread, X)[name], index)
    assert tree is not None
    return symbols(tree)


def test_a_constant_that_is_called_like_a_step_has_no_name() -> None:
    assert said("w", 0) == "x[0,0] − 0"


def test_an_array_given_to_a_function_is_not_dropped() -> None:
    assert said("scaled", 0, 0) == "gains[0]·s[0,0]"
    assert said("scaled", 0, 1) == "gains[1]·s[0,1]"


def test_a_literal_is_not_called_by_a_global_s_name() -> None:
    assert said("tenth", 0, 0) == "0.1·x[0,0]"
    assert said("rated", 0, 0) == "SPEED·x[0,0]"


def test_several_results_of_one_function_are_told_apart() -> None:
    assert said("left", 0, 1) == "u[0,1]·1"
    assert said("other", 0, 1) == "svd(x).Vh[0,1]·1"


def test_complex_numbers_on_the_way_are_printed_but_not_worked_out() -> None:
    run = traced(large.misread, X)
    tree = tree_of(run["wave"], (0, 0))
    assert tree is not None
    assert symbols(tree) == "|fft(x)[0,0]|"
    assert numbers(tree) is None


def test_all_that_a_function_was_given_is_printed() -> None:
    assert said("sum") == "sum(x, initial=5)"
    assert said("third") == "percentile(x, 30)"
    assert said("smooth", 1) == "convolve(x[0], [1, 0, -1])[1]"


def test_numbers_that_a_type_cuts_short_are_only_named() -> None:
    run = traced(large.misread, X)
    wrapped, whole = tree_of(run["bytes"], (0, 1)), tree_of(run["bytes"], (0, 0))
    assert wrapped is not None
    assert whole is not None
    assert symbols(wrapped).startswith("uint8(")
    assert numbers(wrapped) is None
    assert not gives(whole, 101)


def test_a_replaced_number_says_where_it_came_from() -> None:
    tree = tree_of(traced(large.misread, X)["finite"], (0, 1))
    assert isinstance(tree, Opaque)
    assert tree.operands == (Address("x", (0, 1)),)


def test_a_value_in_another_type_s_rounding_is_told_from_its_arithmetic() -> None:
    third = Operation("divide", (Constant(1.0), Constant(3.0)))
    assert gives(third, 1 / 3)
    assert not gives(third, float(np.float32(1) / np.float32(3)))
    assert numbers(Operation("log", (Constant(0.0),))) is None
    assert numbers(Operation("sqrt", (Constant(-1.0),))) is None


def test_computed_values_are_no_keys() -> None:
    with Tracer(NOWHERE) as tracer:
        array = tracer.input("x", X)
        with pytest.raises(TypeError, match="unhashable"):
            hash(array)
        with pytest.raises(Untraceable) as refused:
            {array.sum(): 1}
        assert refused.value.code == "hashed"
        assert "np.unique" in str(refused.value)
