"""NumPy's universal functions: called, reduced, accumulated, taken as outer products."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from tutor.trace import contraction, elementwise, gathering
from tutor.trace.errors import Untraceable
from tutor.trace.frames import instruction
from tutor.trace.graph import Operand, Result, operand, plain, record
from tutor.trace.opaque import Named, arrays, spelled

_JOINED: dict[Any, Callable[[Sequence[Any]], Any]] = {
    np.add: gathering.total,
    np.multiply: gathering.product,
    np.maximum: gathering.largest,
    np.minimum: gathering.smallest,
}
_TRUTHS = {np.logical_and: "and", np.logical_or: "or"}


def apply(
    ufunc: Any,
    method: str,
    inputs: tuple[Any, ...],
    kwargs: dict[str, Any],
    call: Callable[..., Any] | None = None,
) -> Result:
    """Does what NumPy would do with a universal function; `call` is the operator, if it was one."""
    if method == "at":
        raise Untraceable("at", function=ufunc.__name__)
    outputs = kwargs.pop("out", None)
    if outputs is not None:
        if not _in_place(outputs, inputs):
            raise Untraceable("output")
        call = InPlace(ufunc)
    if call is None:
        call = ufunc if method == "__call__" else getattr(ufunc, method)
    return record(ufunc, inputs, kwargs, _rule(ufunc, method), call)


class InPlace:
    """`array += …`: the operation on a copy, in the array's own type, as NumPy would do it."""

    def __init__(self, ufunc: Any) -> None:
        self.ufunc = ufunc

    def __call__(self, array: Any, *others: Any, **kwargs: Any) -> Any:
        """The new array; `array` stays as it is."""
        if not isinstance(array, np.ndarray):
            return self.ufunc(array, *others, **kwargs)
        return self.ufunc(array, *others, out=array.copy(), **kwargs)


def _in_place(outputs: tuple[Any, ...], inputs: tuple[Any, ...]) -> bool:
    """Whether this is `plain += traced`, which goes on with what is returned."""
    return outputs[0] is inputs[0] and instruction() != "call"


def _rule(ufunc: Any, method: str) -> Callable[[tuple[Any, ...], dict[str, Any], Any], Any]:
    def rule(args: tuple[Any, ...], kwargs: dict[str, Any], value: Any) -> Any:
        operands = [operand(given) for given in args[: ufunc.nin]]
        if kwargs.get("where", True) is not True or kwargs.get("initial") is not None:
            name = ufunc.__name__ if method == "__call__" else f"{ufunc.__name__}.{method}"
            return Named(name, operands, value, words=spelled(args, kwargs))
        make = _RULES.get(method)
        if make is None:
            words = spelled(args, kwargs)
            return Named(f"{ufunc.__name__}.{method}", arrays(args), value, words=words)
        return make(ufunc, args, kwargs, operands, value)

    return rule


def _called(
    ufunc: Any, args: Any, kwargs: dict[str, Any], operands: list[Operand], value: Any
) -> Any:
    if isinstance(value, tuple):
        return _two(ufunc, operands, value)
    if ufunc is np.matmul and not kwargs:
        return contraction.matmul(*operands)
    if ufunc.signature:
        if kwargs:
            return Named(ufunc.__name__, operands, value, words=spelled(args, kwargs))
        return contraction.core(str(ufunc.signature), operands)
    return elementwise.rule(ufunc, operands, value)


def _two(ufunc: Any, operands: list[Operand], value: tuple[Any, ...]) -> list[Any]:
    """The rules of both results of `np.divmod`; others of the kind are only named."""
    if ufunc is not np.divmod:
        return [Named(ufunc.__name__, operands, result) for result in value]
    parts = (np.floor_divide, np.remainder)
    return [elementwise.rule(part, operands, value[0]) for part in parts]


def _reduced(
    ufunc: Any, args: Any, kwargs: dict[str, Any], operands: list[Operand], value: Any
) -> Any:
    array = operand(args[0])
    axis = plain(args[1] if len(args) > 1 else kwargs.get("axis", 0))
    return reduction(ufunc, array, axis) or Named(f"{ufunc.__name__}.reduce", [array], value)


def reduction(ufunc: Any, array: Operand, axis: gathering.Axis) -> Any:
    """The rule of a universal function between all cells along `axis`; None if it has none."""
    truths = np.asarray(array.value).dtype.kind == "b"
    kind = _TRUTHS.get(ufunc)
    if kind:
        return gathering.Gathered(
            lambda parts: gathering.nested(kind, parts, truths=truths), array, axis
        )
    joined = _JOINED.get(ufunc)
    return gathering.Gathered(joined, array, axis) if joined else None


def _accumulated(
    ufunc: Any, args: Any, kwargs: dict[str, Any], operands: list[Operand], value: Any
) -> Any:
    array = operand(args[0])
    axis = plain(args[1] if len(args) > 1 else kwargs.get("axis", 0))
    joined = _JOINED.get(ufunc)
    if joined is None:
        return Named(f"{ufunc.__name__}.accumulate", [array], value)
    return gathering.Running(joined, array, axis)


def _outer(
    ufunc: Any, args: Any, kwargs: dict[str, Any], operands: list[Operand], value: Any
) -> Any:
    if len(operands) != 2 or isinstance(value, tuple):
        return _opaque(ufunc, args, kwargs, operands, value)
    left, right = (np.shape(given.value) for given in operands)
    form = elementwise.form(ufunc)
    return elementwise.Elementwise(
        form, operands, np.shape(value), [left + (1,) * len(right), right]
    )


def _opaque(
    ufunc: Any, args: Any, kwargs: dict[str, Any], operands: list[Operand], value: Any
) -> Any:
    return Named(ufunc.__name__, arrays(args), value)


_RULES: dict[str, Callable[..., Any]] = {
    "__call__": _called,
    "reduce": _reduced,
    "accumulate": _accumulated,
    "outer": _outer,
}
