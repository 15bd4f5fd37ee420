"""Plain Python numbers that know what the code calls them: an array's sizes, a demo's settings."""

import operator
from collections.abc import Callable
from typing import Any, TypeAlias

from tutor.trace.frames import in_numpy, place
from tutor.trace.tree import Constant, Operation, Tree


class Size(int):
    """A whole number with its tree: `k.shape[-1]`, which a formula may go on to call `d_k`.

    It is an `int` wherever one is needed (ranges, indices, shapes, comparisons). Arithmetic with
    plain numbers gives a `Size` or a `Real`; NumPy's functions and arrays make it traced.
    """

    tree: Tree

    def __new__(cls, value: int, tree: Tree | None = None) -> "Size":
        """A size with its tree; a bare number unless given."""
        made = super().__new__(cls, value)
        made.tree = tree or Constant(int(value))
        return made

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **kwargs: Any) -> Any:
        return _ufunc(ufunc, method, inputs, kwargs)


class Real(float):
    """A decimal number with its tree, as `Size` is a whole one."""

    tree: Tree

    def __new__(cls, value: float, tree: Tree | None = None) -> "Real":
        """A number with its tree; a bare one unless given."""
        made = super().__new__(cls, value)
        made.tree = tree or Constant(float(value))
        return made

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **kwargs: Any) -> Any:
        return _ufunc(ufunc, method, inputs, kwargs)


Named: TypeAlias = Size | Real


def bare(value: Any) -> Any:
    """The plain `int` or `float` of a `Size` or `Real`; anything else as it is."""
    if isinstance(value, Size):
        return int(value)
    return float(value) if isinstance(value, Real) else value


def _ufunc(ufunc: Any, method: str, inputs: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    # NumPy's own Python code (`np.linspace(0, 1, n)`) counts with sizes; that is not the demo's.
    if in_numpy(2):
        return getattr(ufunc, method)(*map(bare, inputs), **kwargs)
    from tutor.trace.array import apply_ufunc

    return apply_ufunc(ufunc, method, inputs, kwargs)


def _tree(value: Any) -> Tree:
    if not isinstance(value, Size | Real):
        return Constant(value)
    name = place().name_of(value)
    return Constant(bare(value), name) if name else value.tree


def _named(result: Any, kind: str, *parts: Any) -> Any:
    if type(result) is int:
        return Size(result, Operation(kind, tuple(map(_tree, parts))))
    if type(result) is float:
        return Real(result, Operation(kind, tuple(map(_tree, parts))))
    return result


def _binary(python: Callable[[Any, Any], Any], kind: str, *, reflected: bool = False) -> Any:
    def operate(self: Any, other: Any) -> Any:
        if not isinstance(other, int | float) or isinstance(other, bool):
            return NotImplemented
        left, right = (other, self) if reflected else (self, other)
        result = python(bare(left), bare(right))
        return result if in_numpy() else _named(result, kind, left, right)

    return operate


def _unary(python: Callable[[Any], Any], kind: str) -> Any:
    def operate(self: Any) -> Any:
        result = python(bare(self))
        return result if in_numpy() else _named(result, kind, self)

    return operate


_BINARY = {
    "add": (operator.add, "add"),
    "sub": (operator.sub, "subtract"),
    "mul": (operator.mul, "multiply"),
    "truediv": (operator.truediv, "divide"),
    "floordiv": (operator.floordiv, "floordivide"),
    "mod": (operator.mod, "remainder"),
    "pow": (operator.pow, "power"),
}

for _type in (Size, Real):
    for _name, (_python, _kind) in _BINARY.items():
        setattr(_type, f"__{_name}__", _binary(_python, _kind))
        setattr(_type, f"__r{_name}__", _binary(_python, _kind, reflected=True))
    setattr(_type, "__neg__", _unary(operator.neg, "negative"))  # noqa: B010  # as its siblings
    setattr(_type, "__abs__", _unary(operator.abs, "abs"))  # noqa: B010  # as its siblings
