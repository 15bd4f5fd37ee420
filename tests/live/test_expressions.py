"""Expressions: what they may hold, what they come to, and what is said of the others."""

import math
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.live.errors import SENTENCES, ExpressionError
from tutor.live.expressions import LONGEST, expression
from tutor.live.functions import FUNCTIONS

X = np.array([[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]])
LIST = [[1, 2], [3, 4]]


def value(text: str, **names: Any) -> Any:
    return expression(text).value(names)


def refusal(text: str, **names: Any) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        expression(text).value(names)
    return caught.value


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("(n + 2*p - k) // s + 1", 3),
        ("n / s", 3.5),
        ("-n % 4 + 2 ** 3", 9),
        ("floor(n / s)", 3),
        ("ceil(n / s)", 4),
        ("round(2.345, 1)", 2.3),
        ("sqrt(64)", 8.0),
        ("max(k, n, p)", 7),
        ("min(k, n)", 3),
        ("where(n > 3, 1, 2)", 1),
        ("clip(n, 0, 5)", 5),
        ("abs(-n) + sign(-n)", 6),
        ("len(scores)", 2),
        ("1 <= k <= n", True),
        ("k < n < 3", False),
        ("n > 3 and not k > 3 or s == 1", True),
        ("layout == 'rows'", True),
        ("layout != 'rows' or n > 8", False),
        ("pi", math.pi),
        ("-inf", -math.inf),
    ],
)
def test_plain_numbers_are_worked_out_as_python_does(text: str, result: object) -> None:
    found = value(text, n=7, p=0, k=3, s=2, scores=[1, 2], layout="rows")
    assert found == result
    assert type(found) is type(result)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("x / sqrt(4)", X / 2),
        ("x @ x.T", X @ X.T),
        ("x - max(x, axis=-1, keepdims=True)", X - X.max(axis=-1, keepdims=True)),
        ("max(x, 0)", np.maximum(X, 0)),
        ("where(x > 0, x, 0.1 * x)", np.where(X > 0, X, 0.1 * X)),
        ("x[:, 1:]", X[:, 1:]),
        ("x[0, None] * x[..., 1, None]", X[0, None] * X[..., 1, None]),
        ("x[[1, 0]]", X[[1, 0]]),
        ("x[::-1, -1]", X[::-1, -1]),
        ("x / x.shape[-1]", X / 3),
        ("concatenate([x, x[:1]], axis=0)", np.concatenate([X, X[:1]], axis=0)),
        ("stack((x[0], x[1]), axis=-1)", np.stack((X[0], X[1]), axis=-1)),
        ("roll(flip(x, axis=0), 1, axis=1)", np.roll(np.flip(X, axis=0), 1, axis=1)),
        ("cumsum(transpose(x), axis=0)", np.cumsum(X.T, axis=0)),
        ("argsort(x, axis=-1) + argmax(x)", np.argsort(X, axis=-1) + np.argmax(X)),
        ("ones_like(x) - zeros_like(x)", np.ones_like(X)),
        ("log(x)", np.array([[0, np.nan, np.log(3)], [np.log(0.5), np.log(4), np.nan]])),
        ("rows @ [1, -1]", np.array([-1, -1])),
        ("sum(rows)", np.array(10)),
        ("grown[-1] + stack(grown)", X[1] + np.stack([X[0], X[1]])),
    ],
)
def test_arrays_and_nested_lists_are_worked_out_as_numpy_does(text: str, result: Any) -> None:
    found = value(text, x=X, rows=LIST, grown=[X[0], X[1]])
    np.testing.assert_allclose(found, result, rtol=1e-15)


def test_functions_are_those_handed_in_and_the_listed_ones() -> None:
    assert expression("softmax(z) + _wrong(n)").functions == {"softmax", "_wrong"}
    assert expression("softmax(z) + _wrong(n)").names == {"z", "n"}
    assert value("double(n) + exp(0)", n=3, double=lambda n: 2 * n) == 7.0
    assert expression("double(n)").value({"n": 3}, {"double": lambda n: 2 * n}) == 6
    error = refusal("sofmax(z)", z=1, softmax=abs)
    assert (error.code, error.details["near"]) == ("expression-function", "softmax")


def test_a_value_may_be_called_as_a_function_is() -> None:
    assert value("mean(x) + mean", x=[1, 3], mean=5) == 7.0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "expression-empty"),
        ("  \n", "expression-empty"),
        ("n +" + " n +" * LONGEST, "expression-long"),
        ("(" * 100 + "n" + ")" * 100 + "-" * 100 + "n", "expression-deep"),
        ("n +", "expression-syntax"),
        ("n = 3", "expression-syntax"),
        ("n\0", "expression-syntax"),
        ("n ^ 2", "expression-caret"),
        ("n & 2", "expression-forbidden"),
        ("~n", "expression-forbidden"),
        ("1 if n else 2", "expression-forbidden"),
        ("[i for i in x]", "expression-forbidden"),
        ("lambda: n", "expression-forbidden"),
        ("(m := n)", "expression-forbidden"),
        ("f'{n}'", "expression-forbidden"),
        ("'a' * n", "expression-forbidden"),
        ("'a' < 'b'", "expression-forbidden"),
        ("n is None", "expression-forbidden"),
        ("b'' == n", "expression-forbidden"),
        ("1j", "expression-forbidden"),
        ("{n: 1}", "expression-forbidden"),
        ("max(*x)", "expression-forbidden"),
        ("own(**x)", "expression-forbidden"),
        ("x.sum()", "expression-attribute"),
        ("x.T.sum", "expression-attribute"),
        ("n.__class__", "expression-attribute"),
        ("().__class__.__bases__", "expression-attribute"),
        ("sum(x, where=x > 0)", "expression-keyword"),
        ("exp(x, out=x)", "expression-keyword"),
        ("sum(x, 1)", "expression-arguments"),
        ("where(x > 0)", "expression-arguments"),
        ("1e999", "expression-large"),
        ("9" * 400, "expression-large"),
        ("9 ** 9 ** 9", "expression-large"),
        ("10.0 ** 999", "expression-large"),
        ("exp(1000)", "expression-large"),
        ("long[:, None] * long", "expression-large"),
        ("where(long[:, None] > 0, long, 0)", "expression-large"),
        ("long[:, None] == long", "expression-large"),
        ("long[[0, 1] * long]", "expression-fails"),
        ("wide @ wide.T", "expression-large"),
        ("nn", "expression-name"),
        ("own", "expression-name"),
        ("x and n", "expression-condition"),
        ("0 < x < 1", "expression-condition"),
        ("not word", "expression-condition"),
        ("word + 1", "expression-operand"),
        ("n.T", "expression-operand"),
        ("n[0]", "expression-operand"),
        ("n / 0", "expression-fails"),
        ("log(0)", "expression-fails"),
        ("(-1) ** 0.5", "expression-fails"),
        ("round(n, 99)", "expression-fails"),
        ("x @ x", "expression-fails"),
        ("x[5]", "expression-fails"),
        ("own(n)", "expression-fails"),
    ],
)
def test_what_cannot_be_used_is_told_by_a_code_and_a_sentence(text: str, code: str) -> None:
    def own(n: object) -> object:
        raise KeyError("no such thing")

    long, wide = np.ones(2000), np.ones((800, 800))
    error = refusal(text, n=3, x=X, word="rows", own=own, long=long, wide=wide)
    assert error.code == code
    assert "{" not in str(error).replace(text, "")
    assert code in SENTENCES


def test_an_error_names_the_place_and_what_was_meant() -> None:
    assert refusal("n + + / 2").details["at"] == "7"
    error = refusal("scroes / 2", scores=1, d_k=2)
    assert error.details == {"name": "scroes", "near": "scores", "known": "scores, d_k"}


def test_an_expression_on_several_lines_is_one() -> None:
    assert value("n\n + 1", n=2) == 3


NUMBERS = st.sampled_from(["0", "1", "2", "7", "0.5", "a", "b", "c"])
PLAIN = st.recursive(
    NUMBERS,
    lambda inner: st.one_of(
        st.tuples(
            inner, st.sampled_from(["+", "-", "*", "/", "//", "%", "<", "<=", "==", "!="]), inner
        ).map(lambda parts: f"({' '.join(parts)})"),
        st.tuples(st.sampled_from(["-", "+", "not "]), inner).map(
            lambda parts: f"({''.join(parts)})"
        ),
        st.tuples(inner, st.sampled_from(["0", "1", "2"])).map(
            lambda parts: f"({'**'.join(parts)})"
        ),
        st.tuples(st.sampled_from(["max", "min"]), inner, inner).map(
            lambda p: f"{p[0]}({p[1]}, {p[2]})"
        ),
        inner.map(lambda text: f"abs({text})"),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(PLAIN, st.integers(-9, 9), st.floats(-9, 9), st.booleans())
def test_a_safe_expression_comes_to_what_python_makes_of_it(
    text: str, a: int, b: float, c: bool
) -> None:
    names: dict[str, Any] = {"a": a, "b": b, "c": c}
    functions = {"max": max, "min": min, "abs": abs}
    try:
        wanted = eval(text, {"__builtins__": {}}, {**functions, **names})
    except (ArithmeticError, TypeError):
        with pytest.raises(ExpressionError):
            expression(text).value(names)
        return
    if isinstance(wanted, int) and wanted.bit_length() > 1024:
        return
    found = expression(text).value(names)
    assert found == wanted
    assert type(found) is type(wanted)


PIECES = st.sampled_from(
    [
        *(
            "x",
            "n",
            "word",
            "own",
            "(",
            ")",
            "[",
            "]",
            ",",
            ":",
            ".",
            "..",
            "T",
            "shape",
            "**",
            "//",
        ),
        *("@", "=", "==", "<", " and ", " not ", " if ", " else ", " for ", " in ", "lambda", "'"),
        *(
            '"',
            "0",
            "9",
            "1e9",
            "0x",
            "None",
            "True",
            "~",
            "^",
            "-",
            "%",
            "\n",
            "\\",
            "#",
            "λ",
            "\0",
        ),
        *FUNCTIONS,
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join)))
def test_whatever_is_written_nothing_but_its_own_error_comes_of_it(text: str) -> None:
    with suppress(ExpressionError):
        expression(text).value({"x": X, "n": 3, "word": "rows", "own": abs})


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 5), st.lists(st.sampled_from("([{-~"), max_size=400).map("".join))
def test_no_depth_of_brackets_and_signs_breaks_the_reader(n: int, opening: str) -> None:
    closing = "".join({"(": ")", "[": "]", "{": "}"}.get(sign, "") for sign in reversed(opening))
    with suppress(ExpressionError):
        expression(opening + str(n) + closing)
