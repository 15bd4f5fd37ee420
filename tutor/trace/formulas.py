"""Array functions with a formula of their own: choices, roundings, products, differences."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from tutor.trace import contraction, elementwise
from tutor.trace.graph import Find, Known, Operand, Result, item, operand, plain, record
from tutor.trace.opaque import Named, opaque, spelled
from tutor.trace.tree import Constant, Tree

Options: TypeAlias = dict[str, Any]
Function: TypeAlias = Callable[..., Any]
Handler: TypeAlias = Callable[[Function, tuple[Any, ...], Options], Any]


def _where(function: Function, args: Any, kwargs: Options) -> Result:
    if len(args) == 1:
        return opaque(np.nonzero, args, kwargs)
    return _by_cells(elementwise.where, function, args, kwargs)


def _by_cells(form: elementwise.Form, function: Function, args: Any, kwargs: Options) -> Result:
    """An element by element function whose positional arguments are all arrays."""

    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        operands = [operand(leaf) for leaf in kept]
        return elementwise.Elementwise(form, operands, np.shape(value))

    return record(function, args, kwargs, made)


def _clip(function: Function, args: Any, kwargs: Options) -> Result:
    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        low = _bound(kept, options, 1, "a_min", "min")
        high = _bound(kept, options, 2, "a_max", "max")
        operands = [operand(kept[0])]
        kinds = []
        for bound, kind in ((low, "maximum"), (high, "minimum")):
            if bound is not None:
                operands.append(operand(bound))
                kinds.append(elementwise.operation(kind))

        def form(*parts: Any) -> Any:
            clipped = parts[0]
            for limit, bound in zip(kinds, parts[1:], strict=True):
                clipped = limit(clipped, bound)
            return clipped

        return elementwise.Elementwise(form, operands, np.shape(value))

    return record(function, args, kwargs, made)


def _bound(kept: tuple[Any, ...], options: Options, at: int, *names: str) -> Any:
    if len(kept) > at:
        return kept[at]
    return next((options[name] for name in names if options.get(name) is not None), None)


def _select(function: Function, args: Any, kwargs: Options) -> Result:
    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        conditions, choices = kept[0], kept[1]
        otherwise = kept[2] if len(kept) > 2 else options.get("default", 0)
        operands = [operand(leaf) for leaf in (*conditions, *choices, otherwise)]
        count = len(conditions)

        def form(*parts: Any) -> Any:
            chosen = parts[-1]
            for at in reversed(range(count)):
                chosen = elementwise.where(parts[at], parts[count + at], chosen)
            return chosen

        return elementwise.Elementwise(form, operands, np.shape(value))

    return record(function, args, kwargs, made)


def _round(function: Function, args: Any, kwargs: Options) -> Result:
    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        decimals = plain(kept[1] if len(kept) > 1 else options.get("decimals", 0))
        more = (Constant(decimals),) if decimals else ()
        operands = [operand(kept[0])]
        form = elementwise.operation("round")
        return elementwise.Elementwise(lambda part: form(part, *more), operands, np.shape(value))

    return record(function, args, kwargs, made)


def _nan_to_num(function: Function, args: Any, kwargs: Options) -> Result:
    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        array = operand(kept[0] if kept else options["x"])
        return Replaced(
            array, value, Named("nan_to_num", [array], value, words=spelled(kept, options))
        )

    return record(function, args, kwargs, made)


def _differences(function: Function, args: Any, kwargs: Options) -> Result:
    if set(kwargs) - {"a", "n", "axis"} or len(args) > 3:
        return opaque(function, args, kwargs)

    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        given = {**dict(zip(("a", "n", "axis"), kept, strict=False)), **options}
        times, axis = int(plain(given.get("n", 1))), int(plain(given.get("axis", -1)))
        return Differences(operand(given["a"]), axis, times)

    return record(function, args, kwargs, made)


def _contracts(rule: Callable[..., Any]) -> Handler:
    def handle(function: Function, args: Any, kwargs: Options) -> Result:
        def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
            given = [operand(leaf) for leaf in kept]
            given += [operand(leaf) for name, leaf in options.items() if name in ("a", "b")]
            return rule(*given[:2])

        return record(function, args, kwargs, made)

    return handle


def _kron(function: Function, args: Any, kwargs: Options) -> Result:
    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        return contraction.Kronecker(operand(kept[0]), operand(kept[1]))

    return record(function, args, kwargs, made)


def _tensordot(function: Function, args: Any, kwargs: Options) -> Result:
    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        axes = plain(kept[2] if len(kept) > 2 else options.get("axes", 2))
        return contraction.tensordot(operand(kept[0]), operand(kept[1]), axes)

    return record(function, args, kwargs, made)


def _einsum(function: Function, args: Any, kwargs: Options) -> Result:
    def made(kept: tuple[Any, ...], options: Options, value: Any) -> Any:
        spelling = isinstance(kept[0], str)
        arrays = range(1, len(kept)) if spelling else range(0, len(kept) - 1, 2)
        given = [operand(leaf) if at in arrays else leaf for at, leaf in enumerate(kept)]
        return contraction.Contraction(*contraction.einsum(given))

    return record(function, args, kwargs, made)


class Replaced:
    """`np.nan_to_num`: a cell is the operand's where that is a number, else the one put there."""

    __slots__ = ("_named", "_operand", "_value")

    def __init__(self, operand: Operand, value: Any, named: Named) -> None:
        """`named` tells of the cells that are replaced."""
        self._operand = operand
        self._value = value
        self._named = named

    def tree(self, flat: int, find: Find) -> Tree:
        """The operand's cell at `flat`, or that it was replaced."""
        if np.isfinite(np.reshape(self._operand.value, -1)[flat]):
            return find(self._operand, flat)
        if isinstance(self._operand, Known):
            return Constant(item(self._value, flat))
        return self._named.of(flat, [(self._operand, flat)], find)


class Differences:
    """`np.diff`: each cell less the one before it along an axis, `times` over.

    Of truth values it is whether the two differ.
    """

    __slots__ = ("_axis", "_form", "_operand", "_times")

    def __init__(self, operand: Operand, axis: int, times: int) -> None:
        self._operand = operand
        self._axis = axis % np.ndim(operand.value)
        self._times = times
        self._form = (
            elementwise.operation("not_equal")
            if elementwise.is_truth(operand.value)
            else elementwise.subtract
        )

    def tree(self, flat: int, find: Find) -> Tree:
        """The difference behind the cell `flat`."""
        return self._difference(flat, self._times, find)

    def _difference(self, flat: int, times: int, find: Find) -> Tree:
        if times == 0:
            return find(self._operand, flat)
        shape = np.shape(self._operand.value)
        behind = int(np.prod(shape[self._axis + 1 :]))
        length = shape[self._axis] - times
        before, rest = divmod(flat, length * behind)
        first = before * (length + 1) * behind + rest
        later = self._difference(first + behind, times - 1, find)
        return self._form(later, self._difference(first, times - 1, find))


_CONTRACTIONS: dict[Any, Callable[..., Any]] = {
    np.dot: contraction.dot,
    np.inner: contraction.inner,
    np.outer: contraction.outer,
    np.linalg.outer: contraction.outer,
    np.vdot: contraction.vdot,
    np.linalg.matmul: contraction.matmul,
}

FORMULAS: dict[Any, Handler] = {
    np.where: _where,
    np.clip: _clip,
    np.select: _select,
    np.round: _round,
    np.around: _round,
    np.nan_to_num: _nan_to_num,
    np.diff: _differences,
    np.kron: _kron,
    np.einsum: _einsum,
    np.tensordot: _tensordot,
    np.linalg.tensordot: _tensordot,
    **{function: _contracts(rule) for function, rule in _CONTRACTIONS.items()},
}
"""How each of these functions is traced."""

if hasattr(np, "fix"):  # on its way out of NumPy
    FORMULAS[np.fix] = partial(_by_cells, elementwise.form(np.trunc))
