import math
import random
import time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.trace.printed_trees import (
    TREES,
    add,
    all_values,
    cell,
    divide,
    dot,
    multiply,
    names_of,
    negative,
    op,
    power,
    read,
    sigmoid,
    softmax,
    subtract,
    text,
)
from tutor.numbers import show
from tutor.trace.printing import Piece, evaluate, lines, numbers, symbols
from tutor.trace.rounding import rounded
from tutor.trace.tree import Address, Cell, Constant, Opaque, Scalar, Tree

Z, C = cell("z", 0, value=0.5), cell("c", 0, value=-2.0)
ROW = tuple(
    cell("scaled", 0, place, value=value, symbol="S'")
    for place, value in enumerate([3.0, 5.0, 1.0])
)
EXPS = [op("exp", subtract(each, ROW[1])) for each in ROW]
ZERO = Constant(0)


def explained(tree: Tree, value: Scalar | None = None, longest: int = 6) -> list[str]:
    value = evaluate(tree) if value is None else value
    return [text(line) for line in lines(tree, value, longest=longest)]


@pytest.mark.parametrize(
    ("tree", "below"),
    [
        (
            divide(dot([-6.0, -2.0], [0.0, -1.0]), op("sqrt", Constant(4, "d_k"))),
            ["(−6·0 + (−2)·(−1)) / √4", "2 / 2"],
        ),
        (
            divide(cell("s", 0, value=112), op("sqrt", cell("d", value=64))),
            ["112 / √64", "112 / 8"],
        ),
        (
            divide(EXPS[1], add(*EXPS)),
            ["e^(5 − 5) / (e^(3 − 5) + e^(5 − 5) + e^(1 − 5))", "1 / (0.1353 + 1 + 0.01832)"],
        ),
        (EXPS[0], ["e^(3 − 5)", "e^(−2)"]),
        (sigmoid(Z), ["σ(0.5)", "1 / (1 + e^(−0.5))"]),
        (sigmoid(add(Z, C)), ["σ(0.5 + (−2))", "1 / (1 + e^(−(−1.5)))"]),
        (
            add(multiply(sigmoid(Z), C), multiply(sigmoid(C), op("tanh", Z))),
            ["σ(0.5)·(−2) + σ(−2)·tanh(0.5)", "0.6225·(−2) + 0.1192·0.4621"],
        ),
        (
            multiply(subtract(Z, C), Z, subtract(Constant(1), Z)),
            ["(0.5 − (−2))·0.5·(1 − 0.5)", "2.5·0.5·0.5"],
        ),
        (add(Z, C), ["0.5 + (−2)"]),
        (subtract(C, Z), ["−2 − 0.5"]),
        (subtract(Z, C), ["0.5 − (−2)"]),
        (add(Z, negative(C)), ["0.5 − (−2)"]),
        (negative(C), ["−(−2)"]),
        (power(C, Constant(2)), ["(−2)²"]),
        (power(subtract(Z, C), Constant(2)), ["(0.5 − (−2))²", "2.5²"]),
        (op("maximum", C, multiply(Z, Z)), ["max(−2, 0.5·0.5)", "max(−2, 0.25)"]),
        (op("abs", C), ["|−2|"]),
        (
            softmax(ROW, 0),
            [
                "softmax(3, 5, 1)[0]",
                "e^(3 − max(3, 5, 1)) / "
                "(e^(3 − max(3, 5, 1)) + e^(5 − max(3, 5, 1)) + e^(1 − max(3, 5, 1)))",
            ],
        ),
    ],
)
def test_numbers_stand_in_the_same_notation_and_are_then_worked_out(
    tree: Tree, below: list[str]
) -> None:
    first, *others = explained(tree)
    assert first == symbols(tree)
    assert others == below


def test_the_size_of_a_convolution_is_worked_out() -> None:
    n, k, s, p = (cell(name, value=value) for name, value in dict(n=7, k=3, s=2, p=1).items())
    size = add(op("floordivide", subtract(add(n, multiply(Constant(2), p)), k), s), Constant(1))
    assert explained(size)[1:] == ["⌊(7 + 2·1 − 3) / 2⌋ + 1", "3 + 1"]


@pytest.mark.parametrize(
    ("tree", "below"),
    [
        (op("where", op("greater", Z, ZERO), Z, ZERO), ["0.5 if 0.5 > 0"]),
        (op("where", op("greater", C, ZERO), C, ZERO), ["0 if −2 ≤ 0"]),
        (op("where", op("equal", C, ZERO), C, multiply(Z, Z)), ["0.5·0.5 if −2 ≠ 0"]),
        (
            op("where", op("less", C, ZERO), add(Z, multiply(Z, Z)), Z),
            ["0.5 + 0.5·0.5 if −2 < 0", "0.5 + 0.25"],
        ),
        (op("where", cell("m", 0, value=True), Z, Constant(-math.inf)), ["0.5 if True"]),
        (op("where", cell("m", 0, value=False), Z, Constant(-math.inf)), ["−∞ if not False"]),
        (
            op("where", op("and", op("less", Z, ZERO), op("less", C, ZERO)), Z, C),
            ["−2 if not (0.5 < 0 and −2 < 0)"],
        ),
        (op("where", op("greater", cell("x", value=math.nan), ZERO), Z, C), ["−2 if not nan > 0"]),
        (
            multiply(Z, op("where", op("greater", C, ZERO), C, ZERO)),
            ["0.5·(0 if −2 ≤ 0)", "0.5·0"],
        ),
    ],
)
def test_of_a_choice_only_the_branch_taken_is_shown_with_what_holds(
    tree: Tree, below: list[str]
) -> None:
    assert explained(tree)[1:] == below


def test_words_are_chosen_too() -> None:
    tree = op("where", cell("p", 0, value=True), Constant("[MASK]"), cell("t", 0, value="dog"))
    assert explained(tree, "[MASK]") == ["'[MASK]' if p[0] else t[0]", "'[MASK]' if True"]


def test_nested_choices_say_all_that_holds() -> None:
    fate, tokens = cell("fate", 0, value=0.96), cell("t", 0, value="dog")
    inner = op("where", op("less", fate, Constant(0.9)), Constant("park"), tokens)
    tree = op(
        "where", cell("m", 0, value=False), tokens, op("where", op("or", C, Z), inner, tokens)
    )
    assert explained(tree, "dog")[1:] == ["'dog' if not False and (−2 or 0.5) and 0.96 ≥ 0.9"]


def test_infinities_and_nan_are_signs() -> None:
    infinite = cell("s", 0, value=-math.inf)
    assert explained(op("exp", infinite))[1:] == ["e^(−∞)"]
    assert explained(subtract(infinite, infinite))[1:] == ["−∞ − (−∞)"]
    assert explained(add(Z, cell("x", value=math.nan)))[1:] == ["0.5 + nan"]
    assert explained(divide(Z, ZERO))[1:] == ["0.5 / 0"]


@pytest.mark.parametrize("tree", [Z, Constant(0.5, "beta"), Opaque("argsort", ("C",), (), (2,), 3)])
def test_a_line_that_would_only_repeat_the_value_is_not_there(tree: Tree) -> None:
    assert explained(tree, 0.5) == [symbols(tree)]


def test_lines_that_say_nothing_new_are_not_there() -> None:
    assert explained(subtract(Constant(3), Constant(1))) == ["3 − 1"]
    assert explained(op("where", Constant(True), op("where", Constant(True), Z, C), C)) == [
        "(z[0] if True else c[0]) if True else c[0]",
        "0.5 if True and True",
    ]


def test_an_opaque_part_and_an_unknown_operation_still_show_their_numbers() -> None:
    inverse = Opaque("linalg.inv", ("A",), (), (0, 1), 1 / 3)
    assert explained(add(inverse, multiply(Z, C)), -2 / 3)[1:] == [
        "0.3333 + 0.5·(−2)",
        "0.3333 + (−1)",
    ]
    assert explained(add(op("arctan", Z), C), -1.536)[1:] == ["arctan(0.5) + (−2)"]


# Digits.


def test_digits_are_added_until_the_shown_numbers_give_the_shown_result() -> None:
    one, other = cell("a", value=1.23456789), cell("b", value=1.23412345)
    assert explained(subtract(one, other))[1:] == ["1.2345679 − 1.2341235"]
    assert show(1.23456789 - 1.23412345) == "0.0004444"
    assert explained(subtract(one, cell("b", value=1 / 3)))[1:] == ["1.23457 − 0.333333"]
    assert explained(multiply(one, cell("k", value=2.0)))[1:] == ["1.2346·2"]


def test_a_condition_holds_as_it_is_shown() -> None:
    one, other = cell("a", value=1.000001), cell("b", value=1.000002)
    assert explained(op("where", op("less", one, other), Z, C))[1:] == [
        "0.5 if 1.000001 < 1.000002"
    ]


def test_numbers_of_the_code_are_not_rounded_away() -> None:
    assert explained(multiply(Constant(0.044715), cell("x", value=1 / 3)))[1:] == [
        "0.044715·0.3333"
    ]


def test_where_no_digits_help_there_are_four() -> None:
    assert explained(add(cell("a", value=1 / 3), cell("b", value=2 / 3)), 7.0)[1:] == [
        "0.3333 + 0.6667"
    ]


@given(st.floats(), st.integers(4, 17))
@example(12345.6, 4)
@example(999.96, 4)
@example(1e15 + 0.5, 5)
def test_rounding_does_as_show_does(number: float, digits: int) -> None:
    assert rounded(number, digits) == float(show(number, digits)) or number != number


# Pieces.


def test_every_cell_is_a_piece_with_its_place_in_every_line() -> None:
    tree = divide(dot([-6.0, -2.0], [0.0, -1.0]), op("sqrt", Constant(4, "d_k")))
    w, x = (lambda place: Address("w", (place,))), (lambda place: Address("x", (place,)))
    first, second, _ = lines(tree, 1.0)
    assert first[:3] == [Piece("("), Piece("w[0]", w(0)), Piece("·")]
    assert [(piece.text, piece.address) for piece in second if piece.address] == [
        ("−6", w(0)),
        ("0", x(0)),
        ("−2", w(1)),
        ("−1", x(1)),
    ]


@pytest.mark.parametrize("count", [7, 64, 500])
def test_long_chains_lose_their_middle_on_the_screen_only(count: int) -> None:
    values = [float(place + 1) for place in range(count)]
    for line in lines(dot(values, values), 1.0):
        assert [piece.left_out for piece in line if piece.left_out] == [count - 6]
        assert text(line).count(" + ") == 6
    assert "…" not in symbols(dot(values, values))
    cells = [cell("x", place, value=0.5) for place in range(count)]
    assert explained(multiply(*cells), longest=3)[:2] == [
        f"x[0]·x[1]·…·x[{count - 1}]",
        "0.5·0.5·…·0.5",
    ]
    assert explained(op("maximum", *cells), longest=2)[:2] == [
        f"max(x[0], …, x[{count - 1}])",
        "max(0.5, …, 0.5)",
    ]
    assert explained(subtract(add(*cells), Z), longest=3)[0] == "x[0] + x[1] + … − z[0]"
    row = softmax(tuple(cells), 1)
    assert explained(row)[:2] == ["softmax(x)[1]", "softmax(0.5, 0.5, 0.5, 0.5, 0.5, …, 0.5)[1]"]


def test_as_many_terms_as_there_is_room_for_are_shown() -> None:
    assert "…" not in explained(dot([1.0] * 6, [2.0] * 6))[0]


def test_a_line_stays_short_enough_for_a_screen() -> None:
    tree: Tree = Z
    for place in range(300):
        tree = op("tanh", add(tree, tree, cell("b", place, value=0.01)))
    found = lines(tree, evaluate(tree))
    assert all(len(text(line)) < 4000 for line in found)
    assert any(piece.left_out for piece in found[0])


def test_a_dot_product_of_64_terms_is_explained_within_a_frame() -> None:
    drawn = random.Random(0)
    tree = dot(*([drawn.gauss(0, 1) for _ in range(64)] for _ in range(2)))
    value = evaluate(tree)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        lines(tree, value)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.016


def _are_finite(tree: Tree) -> bool:
    return numbers(tree) is not None and all(
        isinstance(value, int | float) and math.isfinite(value) and abs(value) < 1e6
        for value in all_values(tree)
    )


@given(TREES)
def test_symbols_read_by_the_rules_of_mathematics_give_the_value(tree: Tree) -> None:
    assume(_are_finite(tree))
    # Numbers of the code stand to six digits, and a large power makes much of the seventh.
    near = pytest.approx(evaluate(tree), rel=1e-3, abs=1e-5)
    assert read(symbols(tree), names_of(tree)) == near


@given(TREES)
def test_the_shown_numbers_give_the_shown_result(tree: Tree) -> None:
    value = evaluate(tree)
    assume(_are_finite(tree))
    for line in lines(tree, value, longest=100)[1:]:
        assert read(text(line)) == pytest.approx(value, rel=0.0005001, abs=1e-9), text(line)


@given(TREES, st.integers(2, 6))
def test_brackets_match_and_cells_show_their_values(tree: Tree, longest: int) -> None:
    values = {each.address: each.value for each in _cells(tree)}
    for place, line in enumerate(lines(tree, evaluate(tree), longest=longest)):
        whole = text(line)
        for opening, closing in ("()", "[]", "⌊⌋", "⌈⌉"):
            assert whole.count(opening) == whole.count(closing)
        assert whole.count("|") % 2 == 0
        assert all(piece.text for piece in line)
        for piece in line:
            if place and piece.address:
                shown = float(piece.text.replace("−", "-"))
                assert shown == pytest.approx(float(values[piece.address]), rel=0.001)


def _cells(tree: Tree) -> list[Cell]:
    found, waiting = [], [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Cell):
            found.append(node)
        waiting += getattr(node, "parts", ()) or getattr(node, "arguments", ())
    return found
