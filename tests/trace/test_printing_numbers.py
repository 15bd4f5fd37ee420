import ast
import math

import pytest
from hypothesis import given

from tests.trace.printed_trees import (
    TREES,
    add,
    all_values,
    cell,
    divide,
    dot,
    multiply,
    negative,
    op,
    power,
    sigmoid,
    softmax,
    subtract,
)
from tutor.trace.evaluating import Arithmetic
from tutor.trace.printing import NAMES, Unevaluable, evaluate, numbers
from tutor.trace.tree import Constant, Opaque, Operation, Scalar, Tree

A, B = cell("a", value=-6.0), cell("b", value=0.1)
TWO, ZERO, TEXT = Constant(2), Constant(0), Constant("[MASK]")
OPAQUE = Opaque("argsort", ("C",), (), (2,), 1)


def python(text: str | None) -> Scalar:
    assert text is not None
    value: Scalar = eval(text, {"__builtins__": {}}, dict(NAMES))
    return value


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (dot([-6.0, -2.0], [0.0, -1.0]), "-6.0*0.0 + -2.0*-1.0"),
        (divide(dot([1.0, 2.0], [3.0, 4.0]), op("sqrt", Constant(4, "d"))), None),
        (Constant(0.1 + 0.2), "0.30000000000000004"),
        (add(A, negative(B)), "-6.0 - 0.1"),
        (subtract(A, add(B, B)), "-6.0 - (0.1 + 0.1)"),
        (add(A, add(B, B)), "-6.0 + (0.1 + 0.1)"),
        (power(A, TWO), "(-6.0)**2"),
        (negative(power(A, TWO)), "-(-6.0)**2"),
        (power(TWO, A), "2**-6.0"),
        (power(power(B, TWO), TWO), "(0.1**2)**2"),
        (power(B, power(TWO, TWO)), "0.1**2**2"),
        (negative(negative(B)), "--0.1"),
        (negative(add(A, B)), "-(-6.0 + 0.1)"),
        (op("floordivide", Constant(7), TWO), "7//2"),
        (op("remainder", Constant(7), TWO), "7%2"),
        (op("floor", divide(Constant(7), TWO)), "floor(7/2)"),
        (op("maximum", A, B, TWO), "max(-6.0, 0.1, 2)"),
        (op("minimum", A), "-6.0"),
        (op("where", op("greater", A, ZERO), A, ZERO), "-6.0 if -6.0 > 0 else 0"),
        (multiply(B, op("where", op("less", A, ZERO), A, TWO)), "0.1*(-6.0 if -6.0 < 0 else 2)"),
        (op("equal", op("less", A, B), Constant(True)), "(-6.0 < 0.1) == True"),
        (op("and", op("less", A, B), TWO), "-6.0 < 0.1 and 2 != 0"),
        (op("not", op("less", A, B)), "not -6.0 < 0.1"),
        (add(A, Constant(-math.inf)), "-6.0 - inf"),
        (sigmoid(B), "1/(1 + exp(-0.1))"),
    ],
)
def test_numbers_are_python_in_full_precision(tree: Tree, text: str | None) -> None:
    text = "(1.0*3.0 + 2.0*4.0)/sqrt(4)" if text is None else text
    assert numbers(tree) == text
    assert python(text) == evaluate(tree)


@pytest.mark.parametrize(
    "tree",
    [
        TEXT,
        OPAQUE,
        add(A, OPAQUE),
        op("arctan", A),
        op("where", op("greater", A, ZERO), A, TEXT),
        op("exp", op("where", op("less", A, ZERO), OPAQUE, A)),
    ],
)
def test_words_opaque_results_and_unknown_operations_have_no_numbers(tree: Tree) -> None:
    assert numbers(tree) is None
    with pytest.raises(Unevaluable):
        evaluate(tree)


def test_a_branch_that_is_not_taken_need_not_be_printable() -> None:
    tree = op("where", op("greater", A, ZERO), op("arctan", B), B)
    assert numbers(tree) == "None if -6.0 > 0 else 0.1"
    assert evaluate(tree) == 0.1


@pytest.mark.parametrize(
    ("tree", "value"),
    [
        (op("exp", Constant(1000.0)), math.inf),
        (op("exp", Constant(-math.inf)), 0.0),
        (op("sin", Constant(math.inf)), math.nan),
        (op("floor", Constant(-math.inf)), -math.inf),
        (op("sign", A), -1.0),
        (op("sign", ZERO), 0),
        (op("erf", B), math.erf(0.1)),
    ],
)
def test_functions_do_as_numpy_does(tree: Tree, value: float) -> None:
    assert evaluate(tree) == pytest.approx(value, nan_ok=True, rel=0, abs=0)
    assert python(numbers(tree)) == pytest.approx(value, nan_ok=True, rel=0, abs=0)


@pytest.mark.parametrize(
    ("tree", "value"),
    [
        (op("log", Constant(0.0)), -math.inf),
        (op("log", A), math.nan),
        (op("sqrt", A), math.nan),
        (op("maximum", op("sqrt", A), B), math.nan),
        (op("minimum", B, op("sqrt", A)), math.nan),
    ],
)
def test_a_function_outside_its_domain_has_no_text(tree: Tree, value: float) -> None:
    assert evaluate(tree) == pytest.approx(value, nan_ok=True, rel=0, abs=0)
    assert numbers(tree) is None


@pytest.mark.parametrize(
    ("tree", "value"),
    [
        (divide(A, Constant(0.0)), -math.inf),
        (divide(A, Constant(-0.0)), math.inf),
        (divide(Constant(0.0), ZERO), math.nan),
        (op("floordivide", TWO, ZERO), 0),
        (op("floordivide", A, ZERO), -math.inf),
        (op("remainder", A, ZERO), math.nan),
        (power(Constant(0.0), Constant(-1)), math.inf),
        (power(Constant(-0.0), Constant(-1)), -math.inf),
        (power(Constant(1e200), TWO), math.inf),
        (power(Constant(-1e200), Constant(3)), -math.inf),
        (power(Constant(-8.0), Constant(1 / 3)), math.nan),
        (power(Constant(10), Constant(10**9)), math.inf),
        (Constant(math.nan), math.nan),
    ],
)
def test_where_python_would_raise_there_is_a_value_but_no_text(tree: Tree, value: float) -> None:
    assert evaluate(tree) == pytest.approx(value, nan_ok=True)
    assert numbers(tree) is None


def test_what_would_raise_in_a_branch_not_taken_is_printed() -> None:
    tree = op("where", op("less", A, ZERO), A, op("exp", Constant(1e5)))
    assert python(numbers(tree)) == -6.0


@pytest.mark.parametrize("count", [200, 201, 512, 4096])
def test_long_sums_are_evaluated_exactly(count: int) -> None:
    tree = dot([0.1 * place for place in range(count)], [1 / (place + 1) for place in range(count)])
    assert python(numbers(tree)) == evaluate(tree)


def test_long_loops_and_long_products_are_evaluated() -> None:
    loop: Tree = B
    for place in range(4096):
        loop = subtract(loop, cell("x", place, value=1 / (place + 1)))
    assert python(numbers(loop)) == evaluate(loop)
    product = multiply(*(cell("x", place, value=1 + 1 / (place + 1)) for place in range(4096)))
    assert python(numbers(product)) == pytest.approx(evaluate(product), rel=1e-12)


@pytest.mark.parametrize("kind", ["tanh", "negative", "exp", "not"])
def test_depth_is_printed_as_far_as_python_reads_it(kind: str) -> None:
    tree: Tree = Constant(-2.0)
    for _ in range(75):
        tree = op(kind, tree)
    assert python(numbers(tree)) == evaluate(tree)
    for _ in range(20_000):
        tree = op(kind, tree)
    assert numbers(tree) is None
    assert evaluate(tree) is not None


def test_mixed_depth_is_printed_as_far_as_python_reads_it() -> None:
    tree: Tree = B
    printed = 0
    for _ in range(700):
        tree = add(B, divide(subtract(A, multiply(B, tree)), add(Constant(100), op("abs", tree))))
        text = numbers(tree)
        if text is None:
            break
        printed += 1
        assert python(text) == evaluate(tree)
    assert printed > 8
    assert printed < 700


def test_a_text_that_explodes_is_none_at_once() -> None:
    tree: Tree = B
    for _ in range(500):
        tree = op("tanh", add(tree, tree))
    assert numbers(tree) is None
    assert evaluate(tree) == pytest.approx(0.957504, abs=1e-6)


def test_whole_numbers_beyond_all_floats_are_given_up() -> None:
    tree: Tree = TWO
    for _ in range(60):
        tree = multiply(tree, tree)
    with pytest.raises(Unevaluable):
        evaluate(tree)


def test_a_softmax_adds_up_to_one() -> None:
    row = tuple(cell("s", place, value=value) for place, value in enumerate([14.0, 12.0, -3.5]))
    shares = [float(python(numbers(softmax(row, place)))) for place in range(3)]
    assert sum(shares) == pytest.approx(1)
    assert shares[0] / shares[1] == pytest.approx(math.exp(2))


@given(TREES)
def test_the_text_of_any_tree_evaluates_to_its_value(tree: Tree) -> None:
    text, value = numbers(tree), evaluate(tree)
    if text is None:
        assert _is_beyond_python(tree)
    else:
        assert text.isascii()
        result = python(text)
        assert result == value or (result != result and value != value)


def _is_beyond_python(tree: Tree) -> bool:
    """Whether something is infinite or not a number, or whole and divided by zero."""
    nodes, values = Arithmetic(tree).nodes, all_values(tree)
    known = {id(node): value for node, value in zip(nodes, values, strict=True)}
    if not all(math.isfinite(float(value)) for value in values if value is not None):
        return True
    kinds = ("floordivide", "remainder")
    return any(
        isinstance(node, Operation) and node.kind in kinds and known[id(node.parts[1])] == 0
        for node in nodes
    )


@given(TREES)
def test_no_bracket_can_be_taken_away(tree: Tree) -> None:
    text = numbers(tree)
    if text is None:
        return
    whole = ast.dump(ast.parse(text, mode="eval"))
    for start, end in _bracketed(text):
        shorter = f"{text[:start]} {text[start + 1 : end]} {text[end + 1 :]}".strip()
        try:
            assert ast.dump(ast.parse(shorter, mode="eval")) != whole, (text, shorter)
        except SyntaxError:
            continue


def _bracketed(text: str) -> list[tuple[int, int]]:
    """Where brackets open and close, but for those of calls."""
    found, waiting = [], []
    for place, sign in enumerate(text):
        if sign == "(":
            waiting.append(place)
        elif sign == ")":
            start = waiting.pop()
            if not (start and text[start - 1].isalpha()):
                found.append((start, place))
    assert not waiting
    return found
