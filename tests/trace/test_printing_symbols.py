import math
import time

import pytest

from tests.trace.printed_trees import (
    add,
    cell,
    divide,
    multiply,
    negative,
    op,
    power,
    sigmoid,
    softmax,
    subtract,
)
from tutor.trace.printing import symbols
from tutor.trace.tree import Call, Cell, Constant, Opaque, Tree

A, B, C = cell("a", 0), cell("b", 0), cell("c", 0)
X, N, D = cell("x"), cell("n"), Constant(4, "d_k")
TWO = Constant(2)
ROW = tuple(cell("scaled", 0, place, symbol="S'") for place in range(3))


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (cell("scaled", 0, 1, symbol="S'"), "S′[0,1]"),
        (cell("w_q", 0, symbol="W^Q"), "W^Q[0]"),
        (cell("d_k"), "dₖ"),
        (cell("hidden_size"), "hidden_size"),
        (cell("x_10", 2), "x₁₀[2]"),
        (cell("w_in"), "wᵢₙ"),
        (Constant(4, "d_k"), "dₖ"),
        (Constant(0.5, "beta", (1,)), "beta[1]"),
        (Constant(0.1), "0.1"),
        (Constant(-0.044715), "−0.044715"),
        (Constant(math.sqrt(2 / math.pi)), "0.797885"),
        (Constant(math.pi), "π"),
        (Constant(-math.inf), "−∞"),
        (Constant("[MASK]"), "'[MASK]'"),
        (cell("dw", 0, 1, symbol=r"\partial L / \partial W"), "(∂L/∂W)[0,1]"),
        (cell("dw", 0, 1, symbol=r"\frac{\partial L}{\partial W}"), "(∂L/∂W)[0,1]"),
        (cell("qk", 0, symbol=r"Q K^\top"), "(Q Kᵀ)[0]"),
        (cell("odd", 0, symbol=""), "odd[0]"),
        (cell("odd", 0, symbol="[0, 1)"), "odd[0]"),
    ],
)
def test_leaves_are_called_as_the_paper_and_the_code_call_them(tree: Tree, text: str) -> None:
    assert symbols(tree) == text


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (add(A, B, C), "a[0] + b[0] + c[0]"),
        (add(A, add(B, C)), "a[0] + b[0] + c[0]"),
        (add(A, negative(B)), "a[0] − b[0]"),
        (add(A, negative(negative(B))), "a[0] − (−b[0])"),
        (add(negative(A), B), "−a[0] + b[0]"),
        (add(A, Constant(-2)), "a[0] − 2"),
        (add(Constant(-2), A), "−2 + a[0]"),
        (add(A, multiply(Constant(-1), B)), "a[0] + (−1)·b[0]"),
        (add(A, add(negative(B), C)), "a[0] + (−b[0]) + c[0]"),
        (subtract(A, add(B, C)), "a[0] − (b[0] + c[0])"),
        (subtract(subtract(A, B), C), "a[0] − b[0] − c[0]"),
        (subtract(A, Constant(-2)), "a[0] − (−2)"),
        (subtract(Constant(1), A), "1 − a[0]"),
        (multiply(Constant(1), A), "1·a[0]"),
        (add(Constant(0), A), "0 + a[0]"),
        (add(A), "a[0]"),
        (multiply(A, multiply(B, C)), "a[0]·b[0]·c[0]"),
        (multiply(add(A, B), C), "(a[0] + b[0])·c[0]"),
        (multiply(A, negative(B)), "a[0]·(−b[0])"),
        (negative(multiply(A, B)), "−a[0]·b[0]"),
        (negative(add(A, B)), "−(a[0] + b[0])"),
        (negative(negative(A)), "−(−a[0])"),
        (divide(multiply(A, B), C), "a[0]·b[0] / c[0]"),
        (multiply(divide(A, B), C), "(a[0] / b[0])·c[0]"),
        (multiply(A, divide(B, C)), "a[0]·(b[0] / c[0])"),
        (divide(A, multiply(B, C)), "a[0] / (b[0]·c[0])"),
        (divide(divide(A, B), C), "(a[0] / b[0]) / c[0]"),
        (divide(A, negative(B)), "a[0] / (−b[0])"),
        (divide(add(A, B), op("sqrt", D)), "(a[0] + b[0]) / √dₖ"),
        (multiply(cell("g", symbol=r"\partial L / \partial b"), X), "(∂L/∂b)·x"),
        (op("exp", cell("g", symbol=r"\partial L / \partial b")), "e^(∂L/∂b)"),
    ],
)
def test_arithmetic_has_the_brackets_it_needs_and_no_more(tree: Tree, text: str) -> None:
    assert symbols(tree) == text


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (power(A, TWO), "a[0]²"),
        (power(A, Constant(3.0)), "a[0]³"),
        (power(A, Constant(-1)), "a[0]⁻¹"),
        (power(X, N), "x^n"),
        (power(X, Constant(0.5)), "x^0.5"),
        (power(X, A), "x^(a[0])"),
        (power(Constant(10000), divide(multiply(TWO, N), X)), "10000^(2·n / x)"),
        (power(subtract(A, B), TWO), "(a[0] − b[0])²"),
        (power(power(X, TWO), TWO), "(x²)²"),
        (power(cell("sq", symbol="x^2"), TWO), "(x²)²"),
        (power(cell("wq", 0, symbol="W^Q"), TWO), "(W^Q[0])²"),
        (power(op("tanh", X), TWO), "tanh(x)²"),
        (power(negative(X), TWO), "(−x)²"),
        (negative(power(X, TWO)), "−x²"),
        (power(op("exp", X), TWO), "(e^x)²"),
        (op("exp", X), "e^x"),
        (op("exp", A), "e^(a[0])"),
        (op("exp", negative(X)), "e^(−x)"),
        (op("exp", subtract(ROW[1], ROW[0])), "e^(S′[0,1] − S′[0,0])"),
        (op("sqrt", D), "√dₖ"),
        (op("sqrt", A), "√a[0]"),
        (op("sqrt", add(A, B)), "√(a[0] + b[0])"),
        (op("sqrt", cell("s", 0, symbol="(a + b)")), "√((a + b)[0])"),
        (power(op("sqrt", X), TWO), "(√x)²"),
        (multiply(op("sqrt", X), A), "(√x)·a[0]"),
        (multiply(A, op("sqrt", X)), "a[0]·√x"),
    ],
)
def test_powers_and_roots(tree: Tree, text: str) -> None:
    assert symbols(tree) == text


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (op("log", X), "ln(x)"),
        (op("tanh", add(A, B)), "tanh(a[0] + b[0])"),
        (op("erf", X), "erf(x)"),
        (op("sign", X), "sign(x)"),
        (op("maximum", A, B, C), "max(a[0], b[0], c[0])"),
        (op("minimum", A, B), "min(a[0], b[0])"),
        (op("abs", subtract(A, B)), "|a[0] − b[0]|"),
        (op("abs", subtract(op("abs", A), B)), "abs(|a[0]| − b[0])"),
        (op("floor", divide(A, B)), "⌊a[0] / b[0]⌋"),
        (op("ceil", X), "⌈x⌉"),
        (op("arctan2", A, B), "arctan2(a[0], b[0])"),
        (op("remainder", A, TWO), "a[0] mod 2"),
        (add(op("remainder", multiply(A, B), TWO), C), "((a[0]·b[0]) mod 2) + c[0]"),
        (op("greater", X, Constant(0)), "x > 0"),
        (op("less_equal", X, Constant(-1)), "x ≤ −1"),
        (op("greater_equal", X, N), "x ≥ n"),
        (op("equal", op("remainder", N, TWO), Constant(0)), "(n mod 2 = 0)"),
        (op("not", op("equal", X, N)), "not x = n"),
        (op("not_equal", X, N), "x ≠ n"),
        (multiply(X, op("less", X, N)), "x·(x < n)"),
        (
            op("or", op("and", op("less", X, N), op("not", A)), B),
            "(x < n and not a[0]) or b[0]",
        ),
        (op("where", op("greater", X, Constant(0)), X, Constant(0)), "x if x > 0 else 0"),
        (op("where", A, B, Constant(-math.inf)), "b[0] if a[0] else −∞"),
        (multiply(A, op("where", A, B, C)), "a[0]·(b[0] if a[0] else c[0])"),
        (add(A, op("where", A, B, C)), "a[0] + (b[0] if a[0] else c[0])"),
    ],
)
def test_functions_and_conditions(tree: Tree, text: str) -> None:
    assert symbols(tree) == text


def test_the_size_of_a_convolution_reads_as_in_the_book() -> None:
    n, k, s, p = (cell(name, value=value) for name, value in dict(n=7, k=3, s=2, p=1).items())
    size = add(op("floordivide", subtract(add(n, multiply(TWO, p)), k), s), Constant(1))
    assert symbols(size) == "⌊(n + 2·p − k) / s⌋ + 1"


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (sigmoid(A), "σ(a[0])"),
        (multiply(sigmoid(A), op("tanh", B)), "σ(a[0])·tanh(b[0])"),
        (Call("_gate", (A, X), None, A), "gate(a[0], x)"),
        (softmax(ROW, 1), "softmax(S′[0])[1]"),
        (softmax(ROW[::-1], 1), "softmax(S′[0,2], S′[0,1], S′[0,0])[1]"),
        (softmax(tuple(cell("z", place) for place in range(3)), 0), "softmax(z)[0]"),
        (softmax(tuple(cell("s", place, 1) for place in range(2)), 0), "softmax(s[:,1])[0]"),
        (softmax((A, X), 0), "softmax(a[0], x)[0]"),
        (softmax((Constant(1, "b", (0,)), Constant(2, "b", (1,))), 1), "softmax(b)[1]"),
        (
            softmax((cell("g", 0, 0, symbol="dE / dx"), cell("g", 0, 1, symbol="dE / dx")), 1),
            "softmax((dE/dx)[0])[1]",
        ),
        (Opaque("argsort", ("C",), (), (2,), 1), "argsort(C)[2]"),
        (Opaque("linalg.inv", ("A",), (), (0, 1), 0.5), "linalg.inv(A)[0,1]"),
        (Opaque("linalg.det", ("A",), (), (), 0.5), "linalg.det(A)"),
        (add(Opaque("solve", ("A", "b"), (), (0,), 0.5), X), "solve(A, b)[0] + x"),
    ],
)
def test_functions_of_the_demo_and_opaque_results(tree: Tree, text: str) -> None:
    assert symbols(tree) == text


def test_a_sum_of_4096_terms_is_whole() -> None:
    line = symbols(add(*(cell("x", place) for place in range(4096))))
    assert line.count(" + ") == 4095
    assert "…" not in line


def test_what_would_print_for_ever_is_cut_inside_and_quickly() -> None:
    tree: Tree = X
    for _ in range(200):
        tree = op("tanh", add(tree, tree))
    start = time.perf_counter()
    line = symbols(tree)
    assert time.perf_counter() - start < 5
    assert line.startswith("tanh(… + tanh(")
    assert "…" in line
    assert len(line) < 300_000


@pytest.mark.parametrize("kind", ["exp", "negative", "sqrt", "abs", "tanh"])
def test_depth_is_no_limit(kind: str) -> None:
    tree: Tree = Cell(X.address, X.symbol, 0.0)
    for _ in range(20_000):
        tree = op(kind, tree)
    assert "x" in symbols(tree)


def test_a_long_loop_of_additions_is_one_chain() -> None:
    tree: Tree = X
    for place in range(3000):
        tree = subtract(tree, cell("a", place))
    assert symbols(tree).startswith("x − a[0] − a[1] − ")
    assert "(" not in symbols(tree)
