"""Live answers judged: right in every notation, to the edge of the tolerance, cell by cell."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.live.bundled import demo, each_step, question, typed
from tutor.core.live import Cause, Numbers
from tutor.demo import Demo, load
from tutor.demo.words import DemoWords
from tutor.live.asking import ask
from tutor.live.judging import Judged, judge, read_answer, right_run
from tutor.live.matching import half_of_third, tolerances
from tutor.numbers import Closeness, NotRead, Value

ATTEND = demo("attend")


def numbers(key: tuple[float, ...], shape: tuple[int, ...], **options: object) -> Numbers:
    """A question with this key, which the demo itself has nothing to do with."""
    cells = tuple(np.ndindex(shape))
    options = {"inputs": ATTEND.examples[0].inputs, **options}
    return Numbers(
        demo="attend",
        step="weights",
        seed=0,
        cells=cells,
        shape=shape,
        key=key,
        **options,  # type: ignore[arg-type]  # fields of Numbers
    )


def closeness(asked: Numbers, text: str) -> Closeness:
    found = judge(replace(ATTEND, traps=()), asked, text)
    assert isinstance(found, Judged), found
    return found.closeness


# Right


VECTORS: list[Callable[[list[str]], str]] = [
    ", ".join,
    " ".join,
    ",".join,
    lambda cells: f"[{', '.join(cells)}]",
    lambda cells: f"({', '.join(cells)})",
    lambda cells: f"[{' '.join(cells)}]",
    lambda cells: f"= {', '.join(cells)}",
]
CELLS: list[Callable[[float], str]] = [
    repr,
    lambda cell: f"{cell:.12f}",
    lambda cell: f"{cell:.9e}",
    lambda cell: f"{cell * 100!r}%",
    lambda cell: f"{cell * 4!r}/4",
    lambda cell: f"{cell!r}".replace("-", "−"),
    lambda cell: f"{cell**2!r}^0.5" if cell > 0 else f"-sqrt({cell**2!r})",
]


@pytest.mark.parametrize("row", VECTORS)
@pytest.mark.parametrize("cell", CELLS)
def test_the_right_answer_is_right_in_every_notation(
    row: Callable[[list[str]], str], cell: Callable[[float], str]
) -> None:
    key = (0.8807970779778823, -0.11920292202211755)
    assert closeness(numbers(key, (2,)), row([cell(number) for number in key])) is Closeness.RIGHT


@pytest.mark.parametrize(
    "text",
    ["[[1, 2], [3, 4.5]]", "1 2; 3 4.5", "[1 2; 3 4.5]", "1, 2; 3, 4.5", "((1, 2), (3, 4.5))"],
)
def test_a_matrix_is_right_in_every_notation(text: str) -> None:
    assert closeness(numbers((1.0, 2.0, 3.0, 4.5), (2, 2)), text) is Closeness.RIGHT


@each_step
def test_the_right_answer_to_every_question_is_right(name: str, step: str) -> None:
    for seed in range(4):
        asked = ask(demo(name), step, seed)
        value = np.array(asked.key).reshape(asked.shape)
        if value.ndim < 3:
            found = judge(demo(name), asked, typed(value, digits=8))
            assert isinstance(found, Judged)
            assert found.closeness is Closeness.RIGHT
            assert found.cells == (True,) * len(asked.key)


@settings(max_examples=300, deadline=None)
@given(
    key=st.floats(1e-6, 1e6),
    sign=st.sampled_from([-1, 1]),
    side=st.sampled_from([-1, 1]),
    tolerance=st.none() | st.floats(1e-3, 10),
)
def test_the_edge_of_the_tolerance_is_right_and_just_beyond_is_not(
    key: float, sign: int, side: int, tolerance: float | None
) -> None:
    key *= sign
    assume(not Value((), (key,)).exact)
    asked = numbers((key,), (), tolerance=tolerance)
    (limit,) = tolerances(asked)
    assert limit == (half_of_third(key) if tolerance is None else tolerance)
    inside, outside = key + side * limit * (1 - 1e-6), key + side * limit * (1 + 1e-3)
    assert closeness(asked, f"{inside:.17g}") is Closeness.RIGHT
    # With seventeen digits, what lies outside is no rounding of the right number.
    assert closeness(asked, f"{outside:.17g}") is Closeness.WRONG


def test_whole_numbers_must_be_met() -> None:
    assert closeness(numbers((6.0,), ()), "6") is Closeness.RIGHT
    assert closeness(numbers((6.0,), ()), "6.0") is Closeness.RIGHT
    assert closeness(numbers((6.0,), ()), "6.01") is Closeness.WRONG
    assert closeness(numbers((6.0,), ()), "7") is Closeness.WRONG


def test_a_zero_among_other_numbers_is_as_exact_as_the_finest_beside_it() -> None:
    asked = numbers((0.0, 0.123), (2,))
    assert tolerances(asked) == [0.0005, 0.0005]
    assert closeness(asked, "0.0004, 0.123") is Closeness.RIGHT
    assert closeness(asked, "0.002, 0.123") is Closeness.WRONG


def test_fewer_digits_than_asked_are_rounding_not_an_error() -> None:
    found = judge(ATTEND, question("attend", "weights"), "0.88, 0.12")
    assert isinstance(found, Judged)
    assert (found.closeness, found.diagnosis) == (Closeness.ROUNDING, None)


# Wrong, and unread


def test_each_cell_is_judged_by_itself_and_the_first_wrong_one_is_named() -> None:
    found = judge(ATTEND, question("attend", "output"), "0.881, 0.5, 2.238")
    assert isinstance(found, Judged)
    assert found.diagnosis is not None
    assert found.cells == found.diagnosis.right == (True, False, True)
    assert found.diagnosis.first == (1,)


def test_a_cell_that_is_only_rounded_is_right_beside_a_wrong_one() -> None:
    found = judge(ATTEND, question("attend", "output"), "0.88, 0.5, 2.24")
    assert isinstance(found, Judged)
    assert found.cells == (True, False, True)


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), ("abc", "word"), ("1, 2; 3", "ragged"), ("1/0, 2", "division-by-zero")],
)
def test_what_cannot_be_read_is_not_judged(text: str, code: str) -> None:
    found = judge(ATTEND, question("attend", "weights"), text)
    assert isinstance(found, NotRead)
    assert found.code == code


def test_blanks_set_numbers_apart_only_where_several_are_asked() -> None:
    assert isinstance(read_answer("1 2", ()), NotRead)
    assert not isinstance(read_answer("1 2", (2,)), NotRead)


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("112/sqrt(64), 12", "14, 12"),
        ("14, 12", ""),
        ("[14 12]", ""),
        ("1.4e1, 12.0", ""),
        ("1400%, 12", "14, 12"),
        ("13,5; 12,25", "13.5, 12.25"),
        ("14x12", "14, 12"),
        ("−3, 4", ""),
    ],
)
def test_what_was_understood_is_said_where_it_is_not_plain(text: str, echo: str) -> None:
    found = judge(ATTEND, question("attend", "scaled"), text)
    assert isinstance(found, Judged)
    assert found.echo == echo


def test_a_decimal_comma_is_said_to_be_one() -> None:
    found = judge(ATTEND, numbers((1.5,), ()), "1,5")
    assert isinstance(found, Judged)
    assert (found.closeness, found.echo) == (Closeness.RIGHT, "1.5")


# The order of causes


def test_a_trap_is_told_before_what_the_trace_shows() -> None:
    asked = question("attend", "scaled")
    (trap,) = judged(ATTEND, asked, "1.75, 1.5")
    assert (trap.cause, trap.trap, trap.step) == (Cause.TRAP, "divided-by-d-k", "scaled")
    (edit,) = judged(replace(ATTEND, traps=()), asked, "1.75, 1.5")
    assert (edit.cause, edit.code, edit.details["what"]) == (Cause.EDIT, "left_out", "√")


def judged(asked: Demo, numbers: Numbers, text: str):  # type: ignore[no-untyped-def]  # a tuple
    found = judge(asked, numbers, text)
    assert isinstance(found, Judged)
    assert found.diagnosis is not None
    return found.diagnosis.explanations


def test_another_steps_value_is_told_before_another_order() -> None:
    (found,) = judged(replace(ATTEND, traps=()), question("attend", "weights"), "1, 0.1353")
    assert (found.cause, found.code, found.details["symbol"]) == (Cause.STEP, "other_step", "E")


def test_the_cell_across_the_diagonal_is_told() -> None:
    bare = replace(demo("attention"), traps=())
    whole = question("attention", "weights")
    asked = replace(whole, cells=((0, 1),), shape=(), key=(whole.key[1],))
    (found,) = judged(bare, asked, typed(whole.key[3]))
    assert (found.code, found.details["cell"], found.details["asked"]) == (
        "other_cell",
        "[1,0]",
        "[0,1]",
    )


@each_step
def test_each_traps_own_answer_gets_its_words_and_no_others(name: str, step: str) -> None:
    from tutor.live.asking import trap_answer

    found = demo(name)
    for seed in range(2):
        asked = ask(found, step, seed)
        for trap in found.traps:
            wrong = trap_answer(found, asked, trap)
            if wrong is None or len(wrong) != len(asked.key) or len(asked.shape) > 2:
                continue
            if not all(math.isfinite(cell) and abs(cell) < 1e12 for cell in wrong):
                continue
            answer = judge(found, asked, typed(np.array(wrong).reshape(asked.shape), digits=7))
            assert isinstance(answer, Judged)
            if answer.closeness is not Closeness.WRONG:
                continue  # on this draw the trap does not show
            assert answer.diagnosis is not None
            told = answer.diagnosis.explanations
            assert trap.id in {each.trap for each in told}, (trap.id, asked.inputs, told)
            for each in told:
                other = next(known for known in found.traps if known.id == each.trap)
                np.testing.assert_allclose(
                    trap_answer(found, asked, other), wrong, rtol=5e-3, atol=1e-3
                )


def test_an_error_in_a_step_that_was_given_is_not_named() -> None:
    exps = {"exps": [1.0, 0.1353]}
    asked = question("attend", "weights", given=exps)
    assert judged(ATTEND, asked, "0.5622, 0.4378") == ()


UNTRACEABLE = """'''Sorted by hand.'''
import numpy as np
from tutor.demo import Array, Step, Steps

def untraceable(x: Array) -> Steps:
    yield Step("doubled", "D", "2 x", np.array([2 * float(cell) for cell in x]))
"""


def test_a_demo_that_cannot_be_traced_is_judged_without_a_trace(tmp_path: Path) -> None:
    (tmp_path / "untraceable.py").write_text(UNTRACEABLE, encoding="utf-8")
    bare = load(tmp_path, "untraceable", DemoWords())
    asked = replace(numbers((3.0, 5.0), (2,)), inputs={"x": [1.5, 2.5]}, step="doubled")
    assert judged(bare, asked, "7, 9") == ()
    (found,) = judged(bare, asked, "5, 3")
    assert found.code == "reversed"


def test_the_run_of_a_question_is_remembered_for_the_next_answer() -> None:
    asked = question("attend", "weights")
    assert right_run(ATTEND, asked) is right_run(ATTEND, replace(asked, seed=7))
    other = replace(asked, inputs={**asked.inputs, "d_k": 16})
    assert right_run(ATTEND, asked) is not right_run(ATTEND, other)


def test_a_question_to_a_demo_that_has_changed_since_is_judged_by_its_own_key() -> None:
    asked = replace(question("attend", "weights"), key=(0.25, 0.5))
    assert judged(ATTEND, asked, "0.5622, 0.4378") == ()
    (found,) = judged(ATTEND, asked, "0.5, 0.25")
    assert found.code == "reversed"


def test_a_number_of_one_digit_names_an_authors_trap_at_most() -> None:
    whole = question("attend", "weights")
    asked = replace(whole, cells=((0,),), shape=(), key=whole.key[:1])
    assert {each.trap for each in judged(ATTEND, asked, "0.6")} >= {"divided-by-d-k"}
    assert judged(replace(ATTEND, traps=()), asked, "0.6") == ()


@pytest.mark.parametrize(
    ("text", "shape", "cells"),
    [
        ("0,629 0,231 0,140", (3,), (0.629, 0.231, 0.14)),
        ("14,0 12,0", (2,), (14, 12)),
        ("−1,5 2", (2,), (-1.5, 2)),
        ("1,5 2,5; 3,5 4,5", (2, 2), (1.5, 2.5, 3.5, 4.5)),
        ("1,2 3,4", (4,), (1, 2, 3, 4)),
        ("1 -2", (2,), (1, -2)),
    ],
)
def test_blanks_set_numbers_with_decimal_commas_apart_where_only_that_fits(
    text: str, shape: tuple[int, ...], cells: tuple[float, ...]
) -> None:
    found = read_answer(text, shape)
    assert isinstance(found, Value)
    assert found.cells == cells


@pytest.mark.parametrize(
    ("text", "shape", "code"),
    [
        ("1 2 abc", (3,), "word"),
        ("1 2 1/0", (3,), "division-by-zero"),
        ("24x24", (), "one-number"),
        ("(24 × 24)", (), "one-number"),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_and_not_its_blanks(
    text: str, shape: tuple[int, ...], code: str
) -> None:
    found = read_answer(text, shape)
    assert isinstance(found, NotRead)
    assert found.code == code


def test_sizes_are_still_read_where_they_are_asked_and_products_where_a_number_is() -> None:
    sizes, product = read_answer("24x24", (2,)), read_answer("24 * 24", ())
    assert isinstance(sizes, Value)
    assert isinstance(product, Value)
    assert (sizes.cells, product.cells) == ((24, 24), (576,))


@pytest.mark.parametrize("text", ["0.5, 1", "0.500, 1.00", "0.5, 0", "0.5, -1"])
def test_a_round_number_in_one_place_accuses_nobody(text: str) -> None:
    bare = replace(demo("lstm_gates"), traps=())
    asked = question("lstm_gates", "input_gate", {"a_i": [0, 3]})
    assert [round(cell, 4) for cell in asked.key] == [0.5, 0.9526]
    found = judge(bare, asked, text)
    assert isinstance(found, Judged)
    assert found.diagnosis is not None
    assert found.diagnosis.explanations == ()


def test_another_power_than_that_of_e_is_named_by_three_digits() -> None:
    bare = replace(demo("lstm_gates"), traps=())
    asked = question("lstm_gates", "input_gate", {"a_i": [0, 0.3]})
    found = judge(bare, asked, "0.5, 0.666")  # 1 / (1 + 10^-0.3)
    assert isinstance(found, Judged)
    assert found.diagnosis is not None
    (told,) = found.diagnosis.explanations
    assert told.details["wrong"] == "10^"


@pytest.mark.parametrize(("right", "wrong"), [(0, 2), (2, 0), (1, 2), (1, 0)])
def test_the_cell_of_another_class_is_another_place_however_far(right: int, wrong: int) -> None:
    asked = question("softmax_cross_entropy", "loss", {"target": right})
    z = np.array(asked.inputs["z"])
    loss = -np.log((np.exp(z) / np.exp(z).sum())[wrong])
    found = judge(replace(demo("softmax_cross_entropy"), traps=()), asked, f"{loss:.4f}")
    assert isinstance(found, Judged)
    assert found.diagnosis is not None
    (told,) = found.diagnosis.explanations
    assert told.code == "other_place"
    assert (told.details["right"], told.details["wrong"]) == (str(right), str(wrong))


def test_a_trap_that_fits_a_single_small_number_is_not_sure() -> None:
    asked = question("conv_output_size", "padded", {"n": 5, "p": 1})
    trap = replace(demo("conv_output_size").traps[0], at="padded", value="n + p", arguments={})
    trapped = replace(demo("conv_output_size"), traps=(trap,))
    larger = question("conv_output_size", "padded", {"n": 250, "p": 60})
    for each, text, sure in ((asked, "6", False), (larger, "310", True)):
        found = judge(trapped, each, text)
        assert isinstance(found, Judged)
        assert found.diagnosis is not None
        (told,) = found.diagnosis.explanations
        assert (told.cause, told.sure) == (Cause.TRAP, sure)
