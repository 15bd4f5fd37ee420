"""What a demo may not do: refused with a code whose sentence carries the cure."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.trace.small_demos import named, unwise
from tests.trace.worked_trees import assert_same, check_cell, traced, untraced
from tutor.trace import Traced, Untraceable
from tutor.trace.errors import SENTENCES

X = np.array([3.0, -1.0, 4.0])
CODES = {
    "assigned": "assigned",
    "assigned_in_steps": "assigned",
    "assigned_plain": "assigned_plain",
    "made_plain": "made_plain",
    "converted": "made_plain",
    "filled": "made_plain",
    "listed": "listed",
    "float_of": "number",
    "int_of": "number",
    "math_of": "module",
    "tested": "truth",
    "looped": "truth",
    "both": "truth",
    "python_min": "truth",
    "vectorized": "vectorized",
    "added_at": "at",
    "put": "written",
    "diagonal_filled": "written",
    "sorted_in_place": "written",
    "out_given": "output",
    "out_of_sum": "output",
    "item": "unpacked",
    "listed_out": "unpacked",
    "attribute": "attribute",
    "function": "function",
    "objects": "objects",
    "hashed": "hashed",
}
SPELT = {
    "made_plain": "`np.array`",
    "converted": "`np.asarray`",
    "filled": "`np.full`",
    "math_of": "`math.sqrt`",
    "put": "`np.put`",
    "sorted_in_place": "`.sort`",
    "function": "`np.apply_along_axis`",
}


@pytest.mark.parametrize("name", CODES)
def test_what_a_demo_may_not_do_is_refused_while_the_plain_run_allows_it(name: str) -> None:
    demo: Callable[..., Any] = getattr(unwise, name)
    assert untraced(demo, X)
    with pytest.raises((Untraceable, ValueError)) as refused:
        traced(demo, X)
    # Of a number that is assigned NumPy makes a complaint of its own, for the reason given.
    reason = refused.value.__cause__ or refused.value
    assert isinstance(reason, Untraceable)
    assert reason.code == CODES[name]
    assert SPELT.get(name, "") in str(reason)
    lines = [entry.lineno for entry in refused.traceback if "unwise.py" in str(entry.path)]
    first = demo.__code__.co_firstlineno
    assert lines
    assert first <= lines[-1] < first + 6


def test_every_sentence_is_reached_by_some_demo() -> None:
    assert set(CODES.values()) == set(SENTENCES)


def test_an_input_may_decide_what_is_done() -> None:
    run: dict[str, Any] = dict(traced(named.lengths, np.array(3), np.array([2, 0, 1])))
    assert bool(run["n"])
    with pytest.raises(Untraceable):
        bool(run["n"] + 2)


def test_whole_numbers_count_and_index_as_plain_ones_do() -> None:
    given = np.array(3), np.array([2, 0, 1])
    run = traced(named.lengths, *given)
    for name, value in untraced(named.lengths, *given).items():
        assert np.array_equal(run[name].value, value)
        if isinstance(value, np.ndarray):
            check_cell(run, name, (1,) * value.ndim)
            assert_same(run[name], value)


def test_an_unknown_attribute_is_absent_for_those_who_ask_before() -> None:
    x: Any = traced(named.lengths, np.array(3), np.array([2, 0, 1]))["ids"]
    assert isinstance(x, Traced)
    assert not hasattr(x, "nbytes")
    assert not hasattr(x, "__array_interface__")


def test_a_value_printed_is_the_plain_one_s_text() -> None:
    x: Any = traced(named.lengths, np.array(3), np.array([2, 0, 1]))["n"]
    assert (str(x), f"{x:03d}", repr(x)) == ("3", "003", "Traced(array(3))")
