"""What a trace calls things: the demo's functions, its constants, its steps."""

from typing import Any

import numpy as np

from tests.trace.small_demos import named
from tests.trace.worked_trees import cells_of, check_cell, traced
from tutor.trace import reads, symbols, tree_of
from tutor.trace.tree import Call, Cell, Constant, Operation

X = np.array([[1.0, -2.0], [0.5, 3.0]])
W = np.array([[1.0, 0.5], [-1.0, 2.0]])
S = np.array([[1.0, 2.0, 0.0], [3.0, 1.0, 2.0]])


def call(run: dict[str, Any], name: str, *index: int) -> Call:
    tree = check_cell(run, name, index)
    assert isinstance(tree, Call), tree
    return tree


def constants_of(tree: Any) -> list[Constant]:
    if isinstance(tree, Constant):
        return [tree]
    parts = tree.parts if isinstance(tree, Operation) else ()
    return [found for part in parts for found in constants_of(part)]


def test_a_function_of_one_cell_is_called_by_its_name() -> None:
    run = traced(named.activations, X, W)
    gate = call(run, "gate", 1, 0)
    assert (gate.name, gate.index) == ("sigmoid", None)
    assert [str(cell.address) for cell in gate.arguments if isinstance(cell, Cell)] == ["net[1,0]"]
    assert isinstance(gate.body, Operation)


def test_arithmetic_without_a_name_stays_inside_the_brackets_of_the_call() -> None:
    run = traced(named.activations, X, W)
    inline = call(run, "inline", 0, 1)
    assert isinstance(inline.arguments[0], Operation)
    assert inline.arguments[0].kind == "add"
    assert len(list(cells_of(inline.arguments[0]))) == 4


def test_one_call_may_stand_in_the_argument_of_another_or_in_its_body() -> None:
    run = traced(named.activations, X, W)
    outer = call(run, "twice", 0, 0)
    (argument,) = outer.arguments
    assert isinstance(argument, Operation)
    assert isinstance(argument.parts[1], Call)
    body = call(run, "nested", 0, 0)
    assert body.name == "swish"
    assert isinstance(body.body, Operation)
    assert [type(part) for part in body.body.parts] == [Cell, Call]


def test_a_call_may_read_what_the_function_around_it_made() -> None:
    deep = call(traced(named.activations, X, W), "deep", 0, 0)
    assert deep.name == "doubled_swish"
    assert isinstance(deep.body, Operation)
    twice, inner = deep.body.parts
    assert isinstance(inner, Call)
    assert inner.arguments == (twice,)


def test_a_function_with_constants_of_its_own_is_still_one_of_one_cell() -> None:
    assert call(traced(named.activations, X, W), "slope", 0, 0).name == "leaky"


def test_a_function_of_several_cells_is_written_out() -> None:
    run = traced(named.activations, X, W)
    assert isinstance(check_cell(run, "scaled", (0, 0)), Operation)
    assert isinstance(check_cell(run, "dense", (0, 0)), Operation)


def test_a_function_that_only_moves_cells_never_shows() -> None:
    run = traced(named.activations, X, W)
    assert isinstance(check_cell(run, "moved", (0, 1)), Cell)
    assert call(run, "gated", 1, 0).arguments == (tree_of(run["moved"], (1, 0)),)


def test_a_function_of_a_whole_row_is_called_on_the_row() -> None:
    run = traced(named.rows, S)
    weights = call(run, "weights", 1, 2)
    assert (weights.name, weights.index) == ("softmax", 2)
    cells = [cell.address for cell in weights.arguments if isinstance(cell, Cell)]
    assert [str(address) for address in cells] == ["s[1,0]", "s[1,1]", "s[1,2]"]
    assert call(run, "columns", 2, 1).index == 1
    assert call(run, "single", 0, 0).index is None


def test_the_row_may_be_arithmetic_and_the_result_may_be_moved() -> None:
    run = traced(named.rows, S)
    assert [type(part) for part in call(run, "halved", 0, 1).arguments] == [Operation] * 3
    part = check_cell(run, "part", (1,))
    assert isinstance(part, Operation)
    assert isinstance(part.parts[1], Call)
    assert part.parts[1].index == 1


def test_conventions_and_sizes_keep_their_names() -> None:
    run = traced(named.constants, X, rate=0.5, width=4)
    names = {
        name: [constant.name for constant in constants_of(tree_of(run[name], (0, 1)))]
        for name in ("rated", "widened", "sizes", "size")
    }
    assert names == {
        "rated": ["rate"],
        "widened": ["width"],
        "sizes": ["n", "width", "", "d", ""],
        "size": [""],
    }


def test_arrays_and_decimal_numbers_are_called_what_the_code_calls_them() -> None:
    run = traced(named.constants, X)
    assert constants_of(tree_of(run["moved_on"], (0, 1))) == [Constant(2.0, "offset", (1,))]
    assert constants_of(tree_of(run["nearby"], (0, 0))) == [Constant(1e-5, "eps")]
    assert constants_of(tree_of(run["slope"], (0, 0))) == [Constant(0.25, "SLOPE")]


def test_a_number_that_may_be_a_literal_is_given_no_name() -> None:
    run = traced(named.constants, X)
    assert constants_of(tree_of(run["half"], (0, 0))) == [Constant(0.5), Constant(0.5)]


def test_an_array_that_changes_later_keeps_the_numbers_that_were_used() -> None:
    run = traced(named.constants, X)
    assert constants_of(tree_of(run["moved_on"], (0, 0)))[0].value == 1.0
    assert constants_of(tree_of(run["later"], (0, 0)))[0].value == 2.0


def test_a_step_that_is_plain_is_the_code_s_own() -> None:
    run = traced(named.constants, X)
    assert tree_of(run["mask"], (1, 1)) == Constant(1.0, "", (1, 1))
    assert reads(run["mask"]) == ()


def test_a_formula_reads_what_it_names_in_the_order_of_first_use() -> None:
    run = traced(named.activations, X, W)
    assert {name: reads(run[name]) for name in ("net", "gate", "scaled", "dense")} == {
        "net": ("x", "w"),
        "gate": ("net",),
        "scaled": ("net", "x"),
        "dense": ("x", "w", "net"),
    }


def test_the_call_is_printed_by_its_name() -> None:
    run = traced(named.activations, X, W)
    tree = tree_of(run["gate"], (1, 0))
    assert tree is not None
    assert symbols(tree) == "σ(z[1,0])"
