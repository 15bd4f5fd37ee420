import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.numbers import NotRead, Value, read


def _read(text: str) -> Value:
    value = read(text)
    assert isinstance(value, Value), value
    return value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("14", 14),
        (" -3.5 ", -3.5),
        ("−3.5", -3.5),
        ("+2.", 2),
        (".88", 0.88),
        ("1e-3", 0.001),
        ("1E3", 1000),
        ("88%", 0.88),
        ("0,88", 0.88),
        ("-0,5", -0.5),
        ("1,048,576", 1048576),
        ("112/sqrt(64)", 14),
        ("112 ÷ √64", 14),
        ("√(9 + 16)", 5),
        ("2√2", 2 * math.sqrt(2)),
        ("2π", 2 * math.pi),
        ("7·2", 14),
        ("4*512^2", 1048576),
        ("2**-3", 0.125),
        ("-2^2", -4),
        ("2^3^2", 512),
        ("5²", 25),
        ("10⁻³", 0.001),
        ("½", 0.5),
        ("１４．５", 14.5),
        ("１１２／８", 14),
        ("e^2", math.e**2),
        ("exp(1)", math.e),
        ("ln(e)", 1),
        ("log(e)", 1),
        ("log2(8)", 3),
        ("log₂(8)", 3),
        ("log10(1000)", 3),
        ("sin(0) + cos(0) + tanh(0)", 1),
        ("abs(-2)", 2),
        ("floor(3.7)", 3),
        ("ceil(3.2)", 4),
        ("max(1, 2, 3) - min(4, 5)", -1),
        ("SQRT(4)", 2),
        ("= 14", 14),
        ("2.5 × 2", 5),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: float) -> None:
    value = _read(text)
    assert value.shape == ()
    assert value.cells[0] == pytest.approx(number, rel=1e-14)


@pytest.mark.parametrize(
    ("text", "shape", "cells"),
    [
        ("1.75, 1.5", (2,), (1.75, 1.5)),
        ("(28, 28, 6)", (3,), (28, 28, 6)),
        ("[3]", (1,), (3,)),
        ("(3)", (), (3,)),
        ("(3,)", (1,), (3,)),
        ("28x28x6", (3,), (28, 28, 6)),
        ("28×28×6", (3,), (28, 28, 6)),
        ("(28 x 28)", (2,), (28, 28)),
        ("[1 2; 3 4]", (2, 2), (1, 2, 3, 4)),
        ("[1, 2; 3, 4]", (2, 2), (1, 2, 3, 4)),
        ("[[1,2],[3,4]]", (2, 2), (1, 2, 3, 4)),
        ("[[1. 2.]\n [3. 4.]]", (2, 2), (1, 2, 3, 4)),
        ("[1 -2]", (2,), (1, -2)),
        ("[1 - 2]", (1,), (-1,)),
        ("[1; 2]", (2, 1), (1, 2)),
        ("[[1, 2]]", (1, 2), (1, 2)),
        ("[[1, 2]; [3, 4]]", (2, 2), (1, 2, 3, 4)),
        ("1 2; 3 4", None, None),
        ("1, 2; 3, 4", (2, 2), (1, 2, 3, 4)),
        ("0,88; 0,12", (2,), (0.88, 0.12)),
        ("0,88, 0,12", (2,), (0.88, 0.12)),
        ("112/8, 96/8", (2,), (14, 12)),
    ],
)
def test_vectors_matrices_and_shapes_are_read(
    text: str, shape: tuple[int, ...] | None, cells: tuple[float, ...] | None
) -> None:
    if shape is None:
        assert isinstance(read(text), NotRead)
    else:
        value = _read(text)
        assert (value.shape, value.cells) == (shape, cells)


def test_what_can_be_read_in_two_ways_keeps_both() -> None:
    assert [other.cells for other in _read("1,5").alternatives] == [(1.5,)]
    assert [other.cells for other in _read("3×4").alternatives] == [(12,)]
    assert [other.cells for other in _read("1,048").alternatives] == [(1, 48), (1.048,)]


@pytest.mark.parametrize(
    ("text", "code", "details"),
    [
        ("", "empty", {}),
        ("()", "empty", {}),
        ("abc", "word", {"word": "abc"}),
        ("14 cm", "word", {"word": "cm"}),
        ("__import__('os')", "sign", {"sign": "_"}),
        ("open(1)", "word", {"word": "open"}),
        ("1.2.3", "number", {"number": "1.2.3"}),
        ("1 2", "spaces", {"before": "1", "after": "2"}),
        ("$5", "sign", {"sign": "$"}),
        ("3 +", "unfinished", {}),
        ("(1, 2", "bracket-unclosed", {"bracket": "("}),
        ("1, 2)", "bracket-extra", {"bracket": ")"}),
        ("(1, 2]", "bracket-extra", {"bracket": "]"}),
        ("sqrt 4", "arguments", {"function": "sqrt"}),
        ("sqrt(1, 2)", "arguments", {"function": "sqrt"}),
        ("[1 2] + 1", "list-arithmetic", {}),
        ("[1 2; 3]", "ragged", {}),
        ("1/0", "division-by-zero", {}),
        ("0^-1", "division-by-zero", {}),
        ("sqrt(-1)", "not-real", {"what": "sqrt(-1)"}),
        ("(-8)^.5", "not-real", {"what": "(-8)^0.5"}),
        ("log(0)", "not-real", {"what": "log(0)"}),
        ("9^9^9^9", "too-large", {}),
        ("exp(1000)", "too-large", {}),
        ("1e999999999999", "too-large", {}),
        ("inf", "word", {"word": "inf"}),
        ("(" * 100 + "1", "too-deep", {}),
        ("-" * 100 + "1", "too-deep", {}),
        ("√" * 100 + "1", "too-deep", {}),
        ("2^" * 100 + "1", "too-deep", {}),
        ("9" * 5000, "too-long", {"limit": "4000"}),
    ],
)
def test_a_text_that_is_no_number_says_why(text: str, code: str, details: dict[str, str]) -> None:
    assert read(text) == NotRead(code, details)


SIGNS = st.sampled_from([*"0123456789.,;()[]+-*/^%√×x²½e π", "sqrt(", "max(", "1e", "log", "pi"])


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(max_size=40), st.lists(SIGNS, max_size=25).map("".join)))
def test_no_text_raises_and_what_is_read_is_finite(text: str) -> None:
    value = read(text)
    if isinstance(value, Value):
        assert all(math.isfinite(cell) for cell in value.cells)
        assert math.prod(value.shape) == len(value.cells) == len(value.decimals)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_printed_float_is_read_back_exactly(number: float) -> None:
    assert _read(repr(number)).cells == (number,)
