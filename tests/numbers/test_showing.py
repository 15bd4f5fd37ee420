import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.numbers import matrix_lines, show


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (14.0, "14"),
        (-0.0, "0"),
        (0.5, "0.5"),
        (0.8808, "0.8808"),
        (1 / 3, "0.3333"),
        (0.1 + 0.2, "0.3"),
        (14.000000000000002, "14"),
        (0.99996, "1.000"),
        (999.96, "1000"),
        (1234.567, "1235"),
        (12345.6, "12346"),
        (1048576, "1048576"),
        (0.00001, "0.00001"),
        (0.00098, "0.00098"),
        (9.5e-7, "9.5e-7"),
        (1e-10, "1e-10"),
        (1e21, "1e21"),
        (math.inf, "inf"),
        (-math.inf, "-inf"),
        (math.nan, "nan"),
    ],
)
def test_a_number_is_shown_as_one_writes_it(number: float, text: str) -> None:
    assert show(number) == text


def test_three_digits_on_request() -> None:
    assert show(0.88079, 3) == "0.881"


@given(st.floats(-1e300, 1e300), st.sampled_from([3, 4]))
def test_what_is_shown_is_the_number_to_its_digits(number: float, digits: int) -> None:
    text = show(number, digits)
    assert text != "-0"
    assert float(text) == pytest.approx(number, rel=0.51 * 10 ** (1 - digits), abs=1e-320)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([[14.0, 12.0], [1.75, 1.5]], ["14.00  12.00", " 1.75   1.50"]),
        ([[0.86704, 0.117, 0.01588]], ["0.867  0.117  0.016"]),
        ([[1, 2], [30, -4]], [" 1   2", "30  -4"]),
        ([1, 2.5], ["1.0  2.5"]),
        ([[1e-6, 0.5], [2.0, 0.25]], ["1e-6   0.500", "2.000  0.250"]),
        ([[0.002, 0.0123]], ["0.0020  0.0123"]),
        ([[-0.0, 1.5]], ["0.0  1.5"]),
        ([[math.nan, -1.5]], ["nan  -1.5"]),
        ([[True, False]], ["1  0"]),
        ([[[1, 2]], [[3, 4]]], ["1  2", "", "3  4"]),
        (3.14159, ["3.142"]),
        ([], [""]),
        (np.array([[1.0, 10.0]]), ["1  10"]),
        (np.float64(0.5), ["0.5"]),
    ],
)
def test_a_matrix_is_aligned_at_the_decimal_point(rows: object, lines: list[str]) -> None:
    assert matrix_lines(rows) == lines


@given(st.lists(st.lists(st.floats(), min_size=2, max_size=4), min_size=1, max_size=4))
def test_all_lines_of_a_matrix_are_equally_wide(rows: list[list[float]]) -> None:
    assert len({len(line) for line in matrix_lines(rows)}) == 1
