"""Loops, steps that join others, very deep graphs, and doing an operation again."""

import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.trace.small_demos import loops, named, spike
from tests.trace.worked_trees import NOWHERE, assert_same, cells_of, check_cell, traced, untraced
from tutor.trace import Known, Node, Traced, Tracer, evaluate, nodes, reads, recompute, tree_of
from tutor.trace.tree import Cell, Constant, Operation

XS = np.array([[1.0, 0.5], [-1.0, 2.0], [0.0, 1.0], [1.0, 1.0]])
SQUARE = np.array([[0.5, -0.25], [1.0, 0.125]])
RECURRENT = (XS, SQUARE, SQUARE.T, np.array([0.5, -0.5]))


def names_in(tree: Any) -> set[str]:
    return {str(cell.address) for cell in cells_of(tree)}


def test_a_state_follows_from_the_state_before_it_in_the_step_that_joins_them() -> None:
    run = traced(loops.recurrent, *RECURRENT)
    tree = check_cell(run, "states", (2, 0))
    assert names_in(tree) == {"xs[2,0]", "xs[2,1]", "w[0,0]", "w[1,0]"} | {
        "states[1,0]",
        "states[1,1]",
        "u[0,0]",
        "u[1,0]",
    }
    assert "h0[1]" in names_in(check_cell(run, "states", (0, 0)))
    assert reads(run["states"]) == ("xs", "w", "h0", "u")


def test_a_later_step_reads_the_joined_one_and_an_earlier_one_cannot() -> None:
    run = traced(loops.recurrent, *RECURRENT)
    assert names_in(check_cell(run, "square", (1,))) == {"states[3,1]"}
    assert reads(run["square"]) == ("states",)
    assert not any(name.startswith("states") for name in names_in(tree_of(run["last"], (0,))))


def test_a_step_under_a_second_name_is_the_first_one_s_cell() -> None:
    run = traced(loops.recurrent, *RECURRENT)
    tree = tree_of(run["again"], (3, 1))
    assert isinstance(tree, Cell)
    assert str(tree.address) == "states[3,1]"
    assert reads(run["again"]) == ("states",)


def test_a_joined_step_that_leaves_out_the_start_still_holds_the_rest() -> None:
    run = traced(loops.joined_with_start, XS, np.array([8.0, 4.0]))
    assert names_in(check_cell(run, "states", (2, 1))) == {"states[1,1]", "xs[2,1]"}
    assert names_in(check_cell(run, "states", (0, 1))) == {"h0[1]", "xs[0,1]"}
    assert names_in(check_cell(run, "turned", (1, 3))) == {"states[3,1]"}


def test_hundreds_of_unnamed_operations_do_not_overflow_the_stack() -> None:
    run = traced(loops.long, XS)
    tree = tree_of(run["y"], (1, 1))
    assert tree is not None
    assert evaluate(tree) == pytest.approx(run["y"].value[1, 1])


def test_a_value_used_twice_by_each_of_hundreds_is_looked_at_once() -> None:
    run = traced(loops.fibonacci, np.array(1.0), np.array(2.0))
    begun = time.process_time()
    tree = tree_of(run["y"], ())
    assert tree is not None
    assert evaluate(tree) == pytest.approx(float(run["y"].value))
    assert time.process_time() - begun < 1


def test_in_place_operators_give_the_plain_run_s_values() -> None:
    for demo in (loops.accumulated, loops.powers):
        run = traced(demo, XS)
        for name, value in untraced(demo, XS).items():
            if name != "kept":  # this one sees an array change that another name holds
                assert_same(run[name], value)
                check_cell(run, name, (0,) * value.ndim)


def test_an_in_place_operator_keeps_the_type_of_what_it_changes() -> None:
    with Tracer(NOWHERE):
        tracer = Tracer(NOWHERE)
        single: Any = tracer.input("x", np.ones(2, np.float32))
        single += np.ones(2)
    assert single.dtype == np.float32


def test_a_matrix_product_of_one_inner_index_is_a_bare_product() -> None:
    with Tracer(NOWHERE) as tracer:
        x: Any = tracer.input("x", np.array([[2.0], [3.0]]))
        y = tracer.step("y", "Y", x @ x.T)
    tree = tree_of(y, (0, 1))
    assert isinstance(tree, Operation)
    assert tree.kind == "multiply"


def test_what_was_sent_from_outside_is_not_explained_but_can_be_gone_to() -> None:
    with Tracer(NOWHERE) as tracer:
        x: Any = tracer.input("x", np.array([1.0, 2.0]))
        sent: Any = tracer.given("y", "Y", np.array([7.0, 8.0]))
        z = tracer.step("z", "Z", sent * x)
    assert tree_of(sent, (0,)) is None
    assert tree_of(x, (0,)) is None
    assert reads(sent) == ()
    assert names_in(tree_of(z, (1,))) == {"y[1]", "x[1]"}


def test_a_step_can_be_done_again_with_another_function_or_operand() -> None:
    run = traced(spike.attention, XS, SQUARE, SQUARE.T, SQUARE)
    behind = nodes(run["scaled"])
    assert [node.name for node in behind] == ["S", "", "scaled"]
    assert [node.function for node in behind[1:]] == [np.sqrt, np.divide]
    scores, root, scaled = behind
    assert np.array_equal(recompute(scaled), run["scaled"].value)
    assert np.array_equal(recompute(scaled, function=np.multiply), scores.value * root.value)
    assert np.array_equal(recompute(scaled, {root: 2.0}), scores.value / 2)
    assert isinstance(root.args[0], Known)
    assert root.args[0].value == 2


def test_every_node_of_every_run_gives_its_value_again() -> None:
    for demo, args in (
        (spike.attention, (XS, SQUARE, SQUARE.T, SQUARE)),
        (loops.recurrent, RECURRENT),
        (loops.powers, (XS,)),
        (named.activations, (SQUARE, SQUARE)),
        (spike.interleave, (XS[:3],)),
    ):
        run = traced(demo, *args)
        for name in untraced(demo, *args):
            for node in nodes(run[name], through=True):
                assert np.array_equal(recompute(node), node.value)


def test_the_graph_is_in_order_and_ends_at_named_nodes() -> None:
    run = traced(loops.recurrent, *RECURRENT)
    found = nodes(run["states"])
    assert found[-1] is run["states"].node
    for at, node in enumerate(found):
        assert node.name or all(operand in found[:at] for operand in node.operands)
    assert {node.name for node in found} == {"", "xs", "w", "u", "h0", "states"}
    behind = nodes(run["sum"], through=True)
    assert run["xs"].node in behind
    assert all(isinstance(node, Node) for node in behind)


def test_two_runs_in_two_threads_do_not_know_of_each_other() -> None:
    found: dict[int, Any] = {}
    both = threading.Barrier(2)

    def run(at: int) -> None:
        with Tracer(Path(named.__file__).parent) as tracer:
            x = tracer.input("x", SQUARE + at)
            steps = named.constants(x, rate=tracer.convention("rate", at + 0.5))
            both.wait(10)
            found[at] = tracer.step("rated", "r", next(steps).value)
            both.wait(10)

    threads = [threading.Thread(target=run, args=(at,)) for at in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for at in range(2):
        tree = tree_of(found[at], (0, 0))
        assert isinstance(tree, Operation)
        assert tree.parts[0] == Constant(at + 0.5, "rate")
        assert tree.parts[1] == Cell(*_address("x", 0, 0), "x", SQUARE[0, 0] + at)


def _address(name: str, *index: int) -> tuple[Any]:
    from tutor.trace import Address

    return (Address(name, index),)


def test_a_cell_of_a_large_product_is_explained_at_once() -> None:
    with Tracer(NOWHERE) as tracer:
        x: Any = tracer.input("x", np.ones((64, 64)))
        product = tracer.step("y", "Y", x @ x)
        moved: Any = tracer.step("z", "Z", (product.T * 2)[::-1])
    tree_of(product, (0, 0))
    times = []
    for at in range(20):
        begun = time.process_time()
        tree_of(product, (at, at))
        tree_of(moved, (at, at))
        times.append(time.process_time() - begun)
    assert min(times) < 0.004
    assert isinstance(moved, Traced)
