"""Trees for the tests of printing, random ones too, and a reader of what is printed."""

import math
import re

from hypothesis import strategies as st

from tutor.trace.evaluating import Arithmetic, leaf_value
from tutor.trace.printing import NAMES, Piece
from tutor.trace.tree import Address, Call, Cell, Constant, Operation, Scalar, Tree


def cell(name: str, *index: int, value: Scalar = 1.0, symbol: str | None = None) -> Cell:
    return Cell(Address(name, index), name if symbol is None else symbol, value)


def op(kind: str, *parts: Tree) -> Operation:
    return Operation(kind, parts)


def add(*parts: Tree) -> Operation:
    return op("add", *parts)


def subtract(one: Tree, other: Tree) -> Operation:
    return op("subtract", one, other)


def multiply(*parts: Tree) -> Operation:
    return op("multiply", *parts)


def divide(one: Tree, other: Tree) -> Operation:
    return op("divide", one, other)


def negative(part: Tree) -> Operation:
    return op("negative", part)


def power(base: Tree, exponent: Tree) -> Operation:
    return op("power", base, exponent)


def dot(left: list[float], right: list[float]) -> Operation:
    return add(
        *(
            multiply(cell("w", place, value=one), cell("x", place, value=other))
            for place, (one, other) in enumerate(zip(left, right, strict=True))
        )
    )


def sigmoid(part: Tree) -> Call:
    body = divide(Constant(1), add(Constant(1), op("exp", negative(part))))
    return Call("sigmoid", (part,), None, body)


def softmax(cells: tuple[Tree, ...], index: int) -> Call:
    largest = op("maximum", *cells)
    exps = [op("exp", subtract(each, largest)) for each in cells]
    return Call("softmax", cells, index, divide(exps[index], add(*exps)))


def text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


# Reading a line of the screen back.


class _E:
    """The e of e^x."""

    def __pow__(self, exponent: float) -> float:
        return math.exp(exponent)


class Cells(dict[object, object]):
    """Cells by their index, `a[0,1]`."""

    def __getitem__(self, index: object) -> object:
        return super().__getitem__(index if isinstance(index, tuple) else (index,))


_SIGNS = str.maketrans(
    {"·": "*", "−": "-", "^": "**", "≤": "<=", "≥": ">=", "≠": "!=", "∞": "inf", "π": "pi"}
    | {"⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")", "σ": "sigmoid"}
)
_SMALL = dict(zip("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789", strict=True))


def read(line: str, names: dict[str, object] | None = None) -> Scalar:
    """The value of a line, read by the usual rules of mathematics (by way of Python's own)."""
    line = re.sub(r"\|([^|]*)\|", r"abs(\1)", line)
    line = re.sub(
        f"[{''.join(_SMALL)}]+", lambda found: f"**({''.join(map(_SMALL.get, found[0]))})", line
    )
    line = re.sub(r"(?<![\w.])e\^", "E^", line)
    line = re.sub(r"√([\w.∞]+(\[[\d,]+\])?)", r"sqrt(\1)", line.replace("√(", "sqrt("))
    line = line.translate(_SIGNS).replace(" mod ", " % ").replace(" = ", " == ")
    known = {
        **NAMES,
        "E": _E(),
        "ln": NAMES["log"],
        "nan": math.nan,
        "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    }
    value: Scalar = eval(_with_else(line), {"__builtins__": {}}, {**known, **(names or {})})
    return value


def _with_else(line: str) -> str:
    """`a if c` made `a if c else nan`, in every bracket."""
    groups: list[str] = [""]
    for sign in [*line, ""]:
        if sign in ("(", "["):
            groups += [sign, ""]
        elif sign in (")", "]", ",", ""):
            inner = groups.pop()
            if " if " in inner and " else " not in inner:
                inner += " else nan"
            # What is in a bracket is no business of what stands around it.
            inner = inner.replace(" if ", "\nif\n").replace(" else ", "\nelse\n")
            if sign == ",":
                before = groups.pop() if groups else ""
                groups += [before + inner + ",", ""]
            elif sign:
                opening = groups.pop()
                groups[-1] += opening + inner + sign
            else:
                return inner.replace("\n", " ")
        else:
            groups[-1] += sign
    raise AssertionError("brackets do not match")


# Random trees.

_VALUES = st.sampled_from([-3.0, -2, -0.5, 0.0, 0.25, 1, 1.0, 1.5, 2, 4.0])
_ODD = st.sampled_from([0.1, -1 / 3, 2 / 3, 12.3456789, 1234.56789, 9.87654e-7])
_NAMES = "abcdh"


def leaves(values: st.SearchStrategy[float]) -> st.SearchStrategy[Tree]:
    def made(name: str, shape: int, value: float) -> Tree:
        if shape == 3:
            return Constant(value)
        # One name and index, one value: the index is made from the value.
        code = abs(hash(repr(value))) % 10_000
        if shape == 2:
            return Constant(value, f"k{code}{'f' if isinstance(value, float) else 'i'}")
        return cell(name, *[[code], [0, code]][shape], value=value)

    return st.builds(made, st.sampled_from(_NAMES), st.integers(0, 3), values)


def names_of(tree: Tree) -> dict[str, object]:
    """What the names in the symbols stand for."""
    found: dict[str, object] = {}
    for node in Arithmetic(tree).nodes:
        if isinstance(node, Cell):
            cells = found.setdefault(node.address.name, Cells())
            assert isinstance(cells, Cells)
            cells[node.address.index] = node.value
        elif isinstance(node, Constant) and node.name:
            found[node.name] = node.value
    return found


def all_values(tree: Tree) -> list[Scalar | None]:
    return Arithmetic(tree).values(leaf_value)


def _exact(part: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """Arithmetic that floats do exactly."""
    return st.one_of(
        st.builds(add, part, part, part),
        st.builds(subtract, part, part),
        st.builds(multiply, part, part),
        st.builds(negative, part),
        st.builds(power, part, st.builds(Constant, st.sampled_from([2, 3]))),
    )


def _jumping(part: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """Operations whose result jumps, so that their operands have to be exact."""
    one = st.sampled_from(["floor", "ceil", "sign", "abs"])
    two = st.sampled_from(["floordivide", "remainder"])
    return st.one_of(st.builds(op, one, part), st.builds(op, two, part, part))


def _conditions(part: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    kinds = ["less", "less_equal", "greater", "greater_equal", "equal", "not_equal"]
    plain = st.builds(op, st.sampled_from(kinds), part, part)
    return st.recursive(
        plain,
        lambda inner: st.one_of(
            st.builds(op, st.just("not"), inner),
            st.builds(op, st.sampled_from(["and", "or"]), inner, inner),
            st.builds(op, st.sampled_from(["equal", "less"]), inner, part),
        ),
        max_leaves=3,
    )


def _smooth(part: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    one = ["sqrt", "exp", "tanh", "sin", "cos", "erf", "abs", "negative", "log"]
    many = ["add", "multiply", "maximum", "minimum"]
    two = ["subtract", "divide", "power", "multiply"]
    several = st.lists(part, min_size=1, max_size=4)
    return st.one_of(
        st.builds(op, st.sampled_from(one), part),
        st.builds(op, st.sampled_from(two), part, part),
        st.builds(power, part, st.builds(Constant, st.sampled_from([2, -1, 3.0, 0.5]))),
        st.builds(lambda kind, parts: op(kind, *parts), st.sampled_from(many), several),
        st.builds(lambda condition, a, b: op("where", condition, a, b), CONDITIONS, part, part),
        st.builds(sigmoid, part),
    )


EXACT = st.recursive(leaves(_VALUES), _exact, max_leaves=4)
CONDITIONS = _conditions(EXACT)
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.one_of(leaves(_VALUES), leaves(_ODD), EXACT, _jumping(EXACT)), _smooth, max_leaves=8
)
