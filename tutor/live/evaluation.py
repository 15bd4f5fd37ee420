"""What a checked expression comes to, node by node, within bounds of size."""

import ast
import math
import operator
from collections.abc import Callable, Iterable, Mapping
from itertools import zip_longest
from typing import Any, Final, NoReturn, TypeAlias

from tutor.live.errors import ExpressionError
from tutor.live.functions import BROADCASTING, CONSTANTS, FUNCTIONS, PLAIN, call, quietly

MOST_CELLS: Final = 1_000_000
"""How many cells any array on the way may have."""
_MOST_BITS: Final = 1024
_MOST_PRODUCTS: Final = 100_000_000

Shape: TypeAlias = tuple[int, ...]

_BINARY: Final[Mapping[type[ast.operator], Callable[[Any, Any], Any]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.MatMult: operator.matmul,
}
_COMPARISONS: Final[Mapping[type[ast.cmpop], Callable[[Any, Any], Any]]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def evaluate(
    text: str,
    tree: ast.expr,
    names: Mapping[str, Any],
    functions: Mapping[str, Callable[..., Any]],
) -> Any:
    """The value of a checked expression; raises `ExpressionError`, whatever goes wrong inside."""
    try:
        return _Evaluation(text, names, functions).value(tree)
    except ExpressionError:
        raise
    except (OverflowError, MemoryError):
        raise ExpressionError("expression-large", text=text) from None
    # What a demo's own function or NumPy may raise is without limit, and all of it means that
    # the expression does not fit its values.
    except Exception as error:
        said = (str(error).strip() or type(error).__name__).partition("\n")[0]
        raise ExpressionError("expression-fails", text=text, problem=said) from error


class _Evaluation:
    """One evaluation of one expression with the values and functions handed in."""

    def __init__(
        self, text: str, names: Mapping[str, Any], functions: Mapping[str, Callable[..., Any]]
    ) -> None:
        self.text = text
        self.names = names
        self.functions = functions

    def value(self, node: ast.expr) -> Any:
        """The value of one node."""
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name):
                return self.named(name)
            case ast.BinOp(left=left, op=sign, right=right):
                return self.binary(type(sign), self.number(left), self.number(right))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not self.truth(operand)
            case ast.UnaryOp(op=sign, operand=operand):
                number = self.number(operand)
                return -number if isinstance(sign, ast.USub) else +number
            case ast.BoolOp(op=ast.And(), values=values):
                return all(self.truth(value) for value in values)
            case ast.BoolOp(values=values):
                return any(self.truth(value) for value in values)
            case ast.Compare():
                return self.comparison(node)
            case ast.Call():
                return self.called(node)
            case ast.Subscript(value=inner, slice=index):
                return self.part(self.array(inner), self.index(index))
            case ast.Attribute(value=inner, attr=attribute):
                return getattr(self.array(inner), attribute)
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return [self.value(item) for item in items]
        raise AssertionError(f"{type(node).__name__} was let through")

    def named(self, name: str) -> Any:
        """The value that a name stands for, nested lists as an array."""
        if name in self.names and not _is_function(self.names[name]):
            value = self.names[name]
            return _listed(value) if isinstance(value, list) else value
        if name in CONSTANTS:
            return CONSTANTS[name]
        if name in FUNCTIONS:
            # What it is taken of stands in no brackets.
            listed = FUNCTIONS[name]
            wanted = (
                f"{listed.least}"
                if listed.least == listed.most
                else f"{listed.least}–{listed.most}"
            )
            raise ExpressionError("expression-arguments", function=name, given="0", wanted=wanted)
        known = tuple(key for key, value in self.names.items() if not _is_function(value))
        raise unknown("expression-name", name, known)

    def number(self, node: ast.expr) -> Any:
        """The value of a node that is calculated with: a number or an array of numbers."""
        value = self.value(node)
        if not isinstance(value, str) and (isinstance(value, int | float) or _is_array(value)):
            return value
        if isinstance(value, list | tuple) and not _holds_arrays(value):
            return _array(value)
        self.refuse("expression-operand", node)

    def array(self, node: ast.expr) -> Any:
        """The value of a node that parts are taken of: an array, a shape or a list of arrays."""
        value = self.value(node)
        if isinstance(value, list):
            value = _listed(value)
        if isinstance(value, list | tuple) or hasattr(value, "shape"):
            return value
        self.refuse("expression-operand", node)

    def truth(self, node: ast.expr) -> bool:
        """Whether a single number or truth value holds."""
        value = self.value(node)
        single = isinstance(value, int | float)
        # Only plain arrays are asked: one that traces what made it must not decide anything.
        if not single and type(value).__module__ == "numpy" and getattr(value, "shape", 0) == ():
            single = value.dtype.kind in "biuf"
        return bool(value) if single else self.refuse("expression-condition", node)

    def binary(self, sign: type[ast.operator], left: Any, right: Any) -> Any:
        """The result of an operator, refused before it grows too large."""
        if sign is ast.Pow and isinstance(left, int) and isinstance(right, int):
            self.bounded(right * left.bit_length(), _MOST_BITS)
        if type(left) in PLAIN and type(right) in PLAIN:
            return self.sized(_BINARY[sign](left, right))
        one, other = _shape(left), _shape(right)
        if sign is ast.MatMult:
            shared = max(one[-1:] or (1,))
            self.bounded(math.prod(one) * math.prod(other) // max(shared, 1), _MOST_PRODUCTS)
        else:
            self.bounded(_together((one, other)), MOST_CELLS)
        return self.sized(quietly(_BINARY[sign], left, right))

    def comparison(self, node: ast.Compare) -> Any:
        """A truth value, or an array of them; a chain holds if each of its links does."""
        if len(node.ops) == 1:
            return self.compared(node.left, node.ops[0], node.comparators[0])
        sides = [node.left, *node.comparators]
        for left, sign, right in zip(sides, node.ops, node.comparators, strict=False):
            link = ast.copy_location(ast.Compare(left, [sign], [right]), node)
            if not self.truth(link):
                return False
        return True

    def compared(self, left: ast.expr, sign: ast.cmpop, right: ast.expr) -> Any:
        if isinstance(sign, ast.Eq | ast.NotEq):
            one, other = self.value(left), self.value(right)
            if isinstance(one, str) or isinstance(other, str):
                return _COMPARISONS[type(sign)](one, other)
        one, other = self.number(left), self.number(right)
        self.bounded(_together((_shape(one), _shape(other))), MOST_CELLS)
        return quietly(_COMPARISONS[type(sign)], one, other)

    def called(self, node: ast.Call) -> Any:
        assert isinstance(node.func, ast.Name)
        name = node.func.id
        given = [self.value(argument) for argument in node.args]
        keywords = {str(word.arg): self.value(word.value) for word in node.keywords}
        if name not in FUNCTIONS:
            function = self.functions.get(name)
            if function is None:
                raise unknown("expression-function", name, (*self.functions, *FUNCTIONS))
            return self.sized(quietly(function, *given, **keywords))
        shapes = [_shape(value) for value in given]
        if name in BROADCASTING:
            self.bounded(_together(shapes), MOST_CELLS)
        self.bounded(sum(_cells(value) for value in given), 3 * MOST_CELLS)
        return self.sized(call(name, given, keywords))

    def index(self, node: ast.expr) -> Any:
        match node:
            case ast.Slice(lower=lower, upper=upper, step=step):
                return slice(
                    *(None if end is None else self.value(end) for end in (lower, upper, step))
                )
            case ast.Tuple(elts=items):
                return tuple(self.index(item) for item in items)
        return self.value(node)

    def part(self, array: Any, index: Any) -> Any:
        chosen = index if isinstance(index, tuple) else (index,)
        places = math.prod(max(_cells(one), 1) for one in chosen if not isinstance(one, slice))
        self.bounded(places * max(math.prod(_shape(array)), 1), 10 * MOST_CELLS)
        return self.sized(array[index])

    def sized(self, value: Any) -> Any:
        if isinstance(value, complex):
            raise ValueError("a root of a negative number")
        if isinstance(value, int):
            self.bounded(value.bit_length(), _MOST_BITS)
        self.bounded(math.prod(_shape(value)), MOST_CELLS)
        return value

    def bounded(self, size: int, most: int) -> None:
        if size > most:
            raise ExpressionError("expression-large", text=self.text)

    def refuse(self, code: str, node: ast.expr) -> NoReturn:
        raise ExpressionError(code, part=ast.get_source_segment(self.text, node) or self.text)


def unknown(code: str, name: str, known: tuple[str, ...]) -> ExpressionError:
    """The error of a name that stands for nothing, with the known name that it resembles."""
    from difflib import get_close_matches

    near = "".join(get_close_matches(name, known, n=1, cutoff=0.6))
    return ExpressionError(code, name=name, near=near, known=", ".join(known) or "-")


def _is_function(value: object) -> bool:
    return callable(value) and not _is_array(value)


def _is_array(value: object) -> bool:
    """Whether NumPy calculates with it: an array, one of its cells, or what follows protocols."""
    return hasattr(value, "__array_ufunc__") or hasattr(value, "dtype")


def _listed(value: list[Any]) -> Any:
    """Numbers or texts in lists as an array; a list that a demo has grown stays one, of arrays."""
    return value if _holds_arrays(value) else _array(value)


def _holds_arrays(value: object) -> bool:
    if isinstance(value, list | tuple):
        return any(_holds_arrays(item) for item in value)
    return _is_array(value)


def _array(value: object) -> Any:
    import numpy as np

    array = np.array(value)
    if array.dtype.kind not in "biufU":
        raise ValueError("neither numbers nor texts")
    return array


def _shape(value: object) -> Shape:
    """The axes of a value, none for a number; plain numbers also where a trace has named ones."""
    return tuple(int(size) for size in getattr(value, "shape", ()))


def _cells(value: object) -> int:
    if isinstance(value, list | tuple):
        return sum(_cells(item) for item in value)
    return math.prod(_shape(value))


def _together(shapes: Iterable[Shape]) -> int:
    """At most how many cells arrays of these shapes have once they are broadcast."""
    axes = zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)
    return math.prod(max(sizes) for sizes in axes)
