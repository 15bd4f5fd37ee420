"""The right numbers in another order, sign, scale or shape."""

import math

import pytest

from tutor.core.live import Numbers
from tutor.live.judging import read_answer
from tutor.live.matching import Typed
from tutor.live.structure import structural
from tutor.numbers import Value

TABLE = ((2, 3), (1.5, -2.25, 0.75, 3.5, 4.125, -0.5))
SQUARE = ((2, 2), (1.5, -2.25, 0.75, 3.5))
ROW = ((3,), (0.125, -2.5, 7.75))
ONE = ((), (3.14159,))


def codes(right: tuple[tuple[int, ...], tuple[float, ...]], text: str) -> list[str]:
    shape, key = right
    cells = tuple((place,) for place in range(len(key)))
    numbers = Numbers(
        demo="d", step="s", seed=0, inputs={}, cells=cells, shape=shape, key=tuple(map(float, key))
    )
    value = read_answer(text, shape)
    assert isinstance(value, Value)
    found = structural(Typed(numbers, value), numbers)
    return [f"{each.code} {each.details.get('factor', '')}".strip() for each in found]


@pytest.mark.parametrize(
    ("right", "text", "code"),
    [
        (SQUARE, "1.5, 0.75; -2.25, 3.5", "transposed"),
        (TABLE, "1.5, 3.5; -2.25, 4.125; 0.75, -0.5", "transposed"),
        (TABLE, "-1.5, 2.25, -0.75; -3.5, -4.125, 0.5", "sign"),
        (TABLE, "1.5, 2.25, 0.75; 3.5, 4.125, 0.5", "sign_lost"),
        (TABLE, "3.5, 4.125, -0.5; 1.5, -2.25, 0.75", "rows_permuted"),
        (TABLE, "-2.25, 1.5, 0.75; 4.125, 3.5, -0.5", "columns_permuted"),
        (ROW, "7.75, -2.5, 0.125", "reversed"),
        (ROW, "-2.5, 0.125, 7.75", "permuted"),
        (ROW, "0.25, -5, 15.5", "factor 2"),
        (ROW, "0.0125, -0.25, 0.775", "factor 1/10"),
        (ONE, "-3.1416", "sign_of_one"),
        (ONE, f"{3.14159 / math.log(10):.4f}", "factor 1/ln 10"),
    ],
)
def test_what_is_right_but_for_one_thing_is_told(
    right: tuple[tuple[int, ...], tuple[float, ...]], text: str, code: str
) -> None:
    assert codes(right, text)[0] == code


def test_another_shape_is_told_with_both() -> None:
    assert codes(TABLE, "1, 2; 3, 4") == ["shape"]
    assert codes(ROW, "1, 2") == ["shape"]


@pytest.mark.parametrize(
    ("right", "text"),
    [
        (ROW, "0.125, -2.5, 7.7"),
        (ROW, "0.3, 0.4, 0.5"),
        (TABLE, "1.5, -2.25, 0.75; 3.5, 4.125, 0.6"),
        (ONE, "3.5"),
    ],
)
def test_other_numbers_are_not_called_the_right_ones(
    right: tuple[tuple[int, ...], tuple[float, ...]], text: str
) -> None:
    assert codes(right, text) == []


def test_a_whole_number_of_another_scale_is_only_wrong() -> None:
    assert codes(((), (6,)), "12") == []
    assert codes(((), (6,)), "60") == []


def test_a_number_of_a_single_digit_tells_no_scale() -> None:
    assert codes(ONE, "6") != ["factor 2"]
    assert codes(ONE, "0.3") == []


def test_numbers_that_only_look_like_another_order_are_not_told() -> None:
    assert codes(((2,), (3, 4)), "3, 3") == []
    assert codes(((3,), (3, 4, 5)), "5, 4, 4") == []
