"""`Traced`: what a demo holds in place of an array, and which behaves as one."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tutor.trace import elementwise, functions, ufuncs
from tutor.trace.errors import Untraceable, UntraceableAttribute
from tutor.trace.graph import Node, Wrapped, each, item, operand, record
from tutor.trace.graph import plain as _plain
from tutor.trace.movement import moving, same
from tutor.trace.opaque import Named
from tutor.trace.refusals import (
    array_refused,
    is_counting,
    is_given,
    number_refused,
    wants_places,
)
from tutor.trace.scalars import Real, Size


def plain(value: Any) -> Any:
    """The plain NumPy or Python value of whatever is traced, within lists, tuples and slices."""
    return _plain(value)


def apply_ufunc(ufunc: Any, method: str, inputs: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """A universal function of NumPy on operands of which some are traced."""
    return _wrapped(ufuncs.apply(ufunc, method, inputs, dict(kwargs)))


def _wrapped(result: Any) -> Any:
    return each(result, lambda leaf: Traced(leaf) if isinstance(leaf, Node) else leaf)


class Traced(Wrapped):
    """An array that remembers how each of its cells was made.

    `value` is the plain NumPy array or scalar, bit for bit what the same code gives without a
    trace. NumPy's functions, operators, methods, indexing and iteration work as on an array;
    what would lose the trace raises `Untraceable`.
    """

    __slots__ = ()
    __array_priority__ = 1000

    def __init__(self, node: Node) -> None:
        self.node = node

    @property
    def value(self) -> Any:
        """The plain NumPy array or scalar."""
        return self.node.value

    @property
    def shape(self) -> tuple[Size, ...]:
        """The shape, of numbers that a formula may go on to name."""
        return tuple(Size(length) for length in np.shape(self.value))

    @property
    def size(self) -> Size:
        """The number of cells."""
        return Size(np.size(self.value))

    @property
    def ndim(self) -> int:
        """The number of axes."""
        return np.ndim(self.value)

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of the cells."""
        return np.asarray(self.value).dtype

    @property
    def T(self) -> Any:  # noqa: N802  # NumPy's name
        """The array with its axes in reverse order."""
        return self._moved(np.transpose, operator.attrgetter("T"))

    @property
    def mT(self) -> Any:  # noqa: N802  # NumPy's name
        """The array with its last two axes exchanged."""
        return self._moved(np.matrix_transpose, operator.attrgetter("mT"))

    @property
    def imag(self) -> Any:
        """The imaginary part."""
        return np.imag(self)

    @property
    def real(self) -> Any:
        """The real part."""
        return self if self.dtype.kind != "c" else np.real(self)

    def reshape(self, *shape: Any, **options: Any) -> Any:
        """The same cells, row by row, in another shape."""
        return np.reshape(self, shape[0] if len(shape) == 1 else shape, **options)

    def transpose(self, *axes: Any) -> Any:
        """The array with its axes in another order."""
        order = axes[0] if len(axes) == 1 and not isinstance(axes[0], int | Traced) else axes
        return np.transpose(self, order or None)

    def flatten(self, order: Any = "C") -> Any:
        """All cells in one row."""
        return np.ravel(self, order)

    def compress(self, condition: Any, axis: int | None = None) -> Any:
        """The parts along an axis for which the condition holds."""
        return np.compress(condition, self, axis)

    def astype(self, dtype: Any, **options: Any) -> Any:
        """The cells as another type; numbers that it changes are explained by how."""

        def rule(args: tuple[Any, ...], kwargs: dict[str, Any], value: Any) -> Any:
            old, new = np.asarray(args[0].value), np.asarray(value)
            if "U" in (old.dtype.kind, new.dtype.kind) or old.dtype.kind == "c":
                return Named("astype", [args[0]], value)
            if new.dtype.kind == "b":
                zero = operand(0)
                return elementwise.rule(np.not_equal, [args[0], zero], value)
            whole = old.dtype.kind == "f" and new.dtype.kind in "iu"
            if whole and np.array_equal(np.trunc(old), new) and not np.array_equal(old, new):
                return elementwise.rule(np.trunc, [args[0]], value)
            if not np.array_equal(old, new, equal_nan=old.dtype.kind == new.dtype.kind == "f"):
                return Named(new.dtype.name, [args[0]], value)
            return same(args, kwargs, value)

        call = operator.methodcaller("astype", dtype, **options)
        return _wrapped(record(np.astype, (self,), {}, rule, call))

    def copy(self, order: Any = "C") -> Any:
        """The same cells once more; computed values never change, so nothing is copied."""
        return self

    def conj(self) -> Any:
        """The complex conjugate."""
        return np.conjugate(self)

    conjugate = conj

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **kwargs: Any) -> Any:
        return apply_ufunc(ufunc, method, inputs, kwargs)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return _wrapped(functions.apply(function, args, kwargs))

    def __getitem__(self, key: Any) -> Any:
        call = operator.getitem
        return _wrapped(record(call, (self, key), {}, moving(call), call))

    def __len__(self) -> int:
        return len(self.value)

    def __iter__(self) -> Iterator[Any]:
        return (self[at] for at in range(len(self)))

    def __index__(self) -> int:
        return operator.index(self.value)

    def __round__(self, digits: int | None = None) -> Any:
        if digits is None:
            raise Untraceable("number", function="round")
        return np.round(self, digits)

    def __hash__(self) -> int:
        if self.ndim:
            raise TypeError("unhashable type: 'numpy.ndarray'")
        if not is_given(self.node) and not is_counting():
            raise Untraceable("hashed")
        return hash(item(self.value, 0))

    def __str__(self) -> str:
        return str(self.value)

    def __format__(self, spec: str) -> str:
        return format(self.value, spec)

    def __repr__(self) -> str:
        return f"Traced({self.value!r})"

    def __bool__(self) -> bool:
        # An input may be looked at; so may anything by NumPy's own code (`np.eye(n)`).
        if is_given(self.node) or is_counting():
            return bool(self.value)
        raise Untraceable("truth")

    def __float__(self) -> float:
        if self.ndim == 0 and is_counting():
            return float(self.value)
        raise number_refused("float")

    def __int__(self) -> int:
        if self.ndim == 0 and is_counting():
            return int(self.value)
        raise number_refused("int")

    def __complex__(self) -> complex:
        raise number_refused("complex")

    def __setitem__(self, key: Any, value: Any) -> None:
        raise Untraceable("assigned")

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        # Places in an array of the code, and lengths, are no numbers that need explaining.
        if self.dtype.kind in "iub" and wants_places(self.ndim == 0):
            return np.array(self.value)
        raise array_refused()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        function = METHODS.get(name)
        if function is not None:
            return lambda *args, **kwargs: function(self, *args, **kwargs)
        if name in WRITING:
            raise UntraceableAttribute("written", function=f".{name}")
        code = "unpacked" if name in UNPACKING else "attribute"
        raise UntraceableAttribute(code, attribute=name)

    def _moved(self, function: Callable[..., Any], call: Callable[..., Any]) -> Any:
        return _wrapped(record(function, (self,), {}, moving(call), call))


_METHODS = """
    all any argmax argmin argpartition argsort choose clip cumprod cumsum diagonal dot max mean min
    nonzero prod ravel repeat round searchsorted squeeze std sum swapaxes take trace var
"""
METHODS: dict[str, Callable[..., Any]] = {name: getattr(np, name) for name in _METHODS.split()}
"""The methods of an array that are the function of the same name."""

_WRITING = "sort fill partition put resize itemset setfield setflags byteswap"
WRITING = frozenset(_WRITING.split())
_UNPACKING = "item tolist tobytes tofile dump dumps data flat base ctypes view"
UNPACKING = frozenset(_UNPACKING.split())

_UFUNCS: dict[str, tuple[Callable[..., Any], Any]] = {
    "add": (operator.add, np.add),
    "sub": (operator.sub, np.subtract),
    "mul": (operator.mul, np.multiply),
    "truediv": (operator.truediv, np.divide),
    "floordiv": (operator.floordiv, np.floor_divide),
    "mod": (operator.mod, np.remainder),
    "pow": (operator.pow, np.power),
    "matmul": (operator.matmul, np.matmul),
    "and": (operator.and_, np.bitwise_and),
    "or": (operator.or_, np.bitwise_or),
    "xor": (operator.xor, np.bitwise_xor),
    "lshift": (operator.lshift, np.left_shift),
    "rshift": (operator.rshift, np.right_shift),
    "divmod": (divmod, np.divmod),
}
_COMPARISONS: dict[str, tuple[Callable[..., Any], Any]] = {
    "lt": (operator.lt, np.less),
    "le": (operator.le, np.less_equal),
    "gt": (operator.gt, np.greater),
    "ge": (operator.ge, np.greater_equal),
    "eq": (operator.eq, np.equal),
    "ne": (operator.ne, np.not_equal),
}
_SIGNS: dict[str, tuple[Callable[..., Any], Any]] = {
    "neg": (operator.neg, np.negative),
    "pos": (operator.pos, np.positive),
    "abs": (operator.abs, np.absolute),
    "invert": (operator.invert, np.invert),
}
_OPERANDS = (Wrapped, np.ndarray, np.generic, int, float, complex, str, list, tuple, Size, Real)


def _binary(python: Callable[..., Any], ufunc: Any, *, reflected: bool = False) -> Any:
    def operate(self: Traced, other: Any) -> Any:
        if not isinstance(other, _OPERANDS):
            return NotImplemented
        inputs = (other, self) if reflected else (self, other)
        return _wrapped(ufuncs.apply(ufunc, "__call__", inputs, {}, python))

    return operate


def _in_place(python: Callable[..., Any], ufunc: Any) -> Any:
    def change(value: Any, other: Any) -> Any:
        # In the array's own type, as NumPy does it, but on a copy.
        return python(value.copy() if isinstance(value, np.ndarray) else value, other)

    return _binary(change, ufunc)


def _unary(python: Callable[..., Any], ufunc: Any) -> Any:
    def operate(self: Traced) -> Any:
        return _wrapped(ufuncs.apply(ufunc, "__call__", (self,), {}, python))

    return operate


for _name, (_python, _ufunc) in {**_UFUNCS, **_COMPARISONS}.items():
    setattr(Traced, f"__{_name}__", _binary(_python, _ufunc))
for _name, (_python, _ufunc) in _UFUNCS.items():
    setattr(Traced, f"__r{_name}__", _binary(_python, _ufunc, reflected=True))
    if _name != "divmod":
        _changing = getattr(operator, f"i{_name}")
        setattr(Traced, f"__i{_name}__", _in_place(_changing, _ufunc))
for _name, (_python, _ufunc) in _SIGNS.items():
    setattr(Traced, f"__{_name}__", _unary(_python, _ufunc))
