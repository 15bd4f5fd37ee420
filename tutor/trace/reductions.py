"""NumPy's reducing functions: sums, means, variances, extremes, running sums, norms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np

from tutor.trace import gathering, ufuncs
from tutor.trace.contraction import Contraction
from tutor.trace.elementwise import ZERO, one
from tutor.trace.gathering import Combine, Gathered, Running, Weighted
from tutor.trace.graph import Operand, Result, operand, plain, record
from tutor.trace.opaque import Named, spelled
from tutor.trace.tree import Operation, Tree

Options: TypeAlias = dict[str, Any]
Handler: TypeAlias = Callable[[Callable[..., Any], tuple[Any, ...], dict[str, Any]], Result]
Maker: TypeAlias = Callable[[Operand, Any, Options], Any]
"""From the operand, the axis and all options to the rule; None where it has none."""

_SUM = ("a", "axis", "dtype", "out", "keepdims", "initial", "where")
_MEAN = ("a", "axis", "dtype", "out", "keepdims", "where")
_VARIANCE = ("a", "axis", "dtype", "out", "ddof", "keepdims", "where")
_EXTREME = ("a", "axis", "out", "keepdims", "initial", "where")
_TRUTH = ("a", "axis", "out", "keepdims", "where")
_RUNNING = ("a", "axis", "dtype", "out")


def _reduces(names: Sequence[str], make: Maker) -> Handler:
    """A function whose arguments have these names, in this order."""

    def handle(function: Callable[..., Any], args: tuple[Any, ...], kwargs: Options) -> Result:
        def rule(kept: tuple[Any, ...], given: Options, value: Any) -> Any:
            options = {**dict(zip(names, kept, strict=False)), **given}
            array = operand(options.pop(names[0]))
            options = {name: plain(each) for name, each in options.items()}
            made = None
            if options.get("where", True) is True and options.get("initial") is None:
                made = make(array, options.get("axis"), options)
            return made or Named(function.__name__, [array], value, words=spelled(kept, given))

        return record(function, args, kwargs, rule)

    return handle


def _gathers(combine: Combine, wanted: Callable[[Any], bool] | None = None) -> Maker:
    return lambda array, axis, options: Gathered(combine, array, axis, wanted)


def _by_ufunc(ufunc: Any) -> Maker:
    return lambda array, axis, options: ufuncs.reduction(ufunc, array, axis)


def _runs(combine: Combine) -> Maker:
    return lambda array, axis, options: Running(combine, array, axis)


def _spread_out(root: bool) -> Maker:
    def make(array: Operand, axis: Any, options: Options) -> Any:
        ddof: float = options.get("ddof") or options.get("correction") or 0
        if options.get("mean") is not None:
            return None

        def combine(parts: list[Tree]) -> Tree:
            variance = gathering.variance(parts, ddof)
            return one("sqrt", variance) if root else variance

        return Gathered(combine, array, axis)

    return make


def _count(parts: list[Tree]) -> Tree:
    return gathering.total([Operation("not_equal", (part, ZERO)) for part in parts])


def _average(function: Callable[..., Any], args: tuple[Any, ...], kwargs: Options) -> Result:
    def rule(kept: tuple[Any, ...], given: Options, value: Any) -> Any:
        options = {**dict(zip(("a", "axis", "weights", "returned"), kept, strict=False)), **given}
        array, axis = operand(options["a"]), plain(options.get("axis"))
        words = spelled(kept, given)
        if isinstance(value, tuple):
            return [Named("average", [array], part, words=words) for part in value]
        if options.get("weights") is None:
            return Gathered(gathering.mean, array, axis)
        weights = operand(options["weights"])
        if isinstance(axis, tuple) and np.shape(weights.value) != np.shape(array.value):
            return Named("average", [array, weights], value, words=words)
        return Weighted(array, weights, axis)

    return record(function, args, kwargs, rule)


def _norm(function: Callable[..., Any], args: tuple[Any, ...], kwargs: Options) -> Result:
    names = ("x", "ord", "axis", "keepdims")

    def rule(kept: tuple[Any, ...], given: Options, value: Any) -> Any:
        options = {**dict(zip(names, kept, strict=False)), **given}
        array, order, axis = operand(options["x"]), options.get("ord"), plain(options.get("axis"))
        flat = np.ndim(array.value) == 1 if axis is None else isinstance(axis, int)
        combine = _vector_norm(order) if flat else _NORMS.get(str(order))
        if order is None:
            combine = gathering.length
        if combine is None:
            return Named("norm", [array], value, words=spelled(kept, given))
        return Gathered(combine, array, axis)

    return record(function, args, kwargs, rule)


def _vector_norm(order: Any) -> Combine | None:
    return {
        "2": gathering.length,
        "2.0": gathering.length,
        "1": lambda parts: gathering.total([one("abs", part) for part in parts]),
        "inf": lambda parts: gathering.largest([one("abs", part) for part in parts]),
    }.get(str(plain(order)))


_NORMS: dict[str, Combine] = {"fro": gathering.length}


def _trace(function: Callable[..., Any], args: tuple[Any, ...], kwargs: Options) -> Result:
    """`np.trace` of a matrix; of more axes, or beside the diagonal, by the diagonal itself."""

    def rule(kept: tuple[Any, ...], given: Options, value: Any) -> Any:
        array = operand(kept[0] if kept else given["a"])
        if len(kept) == 1 and not given and np.ndim(array.value) == 2:
            return Contraction((array,), ("ii",), "")
        places = np.arange(np.size(array.value)).reshape(np.shape(array.value))
        more = [plain(each) for each in kept[1:4]]
        named = {name: plain(each) for name, each in given.items() if name != "dtype"}
        diagonals = np.diagonal(places, *more, **named).reshape(np.size(value), -1)
        return Listed(array, diagonals.tolist())

    return record(function, args, kwargs, rule)


class Listed:
    """A cell is the sum of the operand's cells that are listed for it."""

    __slots__ = ("_cells", "_operand")

    def __init__(self, operand: Operand, cells: list[list[int]]) -> None:
        self._operand = operand
        self._cells = cells

    def tree(self, flat: int, find: Any) -> Tree:
        """The sum of the cells listed for `flat`."""
        return gathering.total([find(self._operand, cell) for cell in self._cells[flat]])


def _is_number(value: Any) -> bool:
    return bool(value == value)  # nan is the one number that differs from itself


REDUCTIONS: dict[Any, Handler] = {
    np.sum: _reduces(_SUM, _gathers(gathering.total)),
    np.prod: _reduces(_SUM, _gathers(gathering.product)),
    np.mean: _reduces(_MEAN, _gathers(gathering.mean)),
    np.var: _reduces(_VARIANCE, _spread_out(root=False)),
    np.std: _reduces(_VARIANCE, _spread_out(root=True)),
    np.max: _reduces(_EXTREME, _gathers(gathering.largest)),
    np.amax: _reduces(_EXTREME, _gathers(gathering.largest)),
    np.min: _reduces(_EXTREME, _gathers(gathering.smallest)),
    np.amin: _reduces(_EXTREME, _gathers(gathering.smallest)),
    np.ptp: _reduces(("a", "axis", "out", "keepdims"), _gathers(gathering.spread)),
    np.any: _reduces(_TRUTH, _by_ufunc(np.logical_or)),
    np.all: _reduces(_TRUTH, _by_ufunc(np.logical_and)),
    np.count_nonzero: _reduces(("a", "axis"), _gathers(_count)),
    np.nansum: _reduces(_SUM, _gathers(gathering.total, _is_number)),
    np.nanprod: _reduces(_SUM, _gathers(gathering.product, _is_number)),
    np.nanmean: _reduces(_MEAN, _gathers(gathering.mean, _is_number)),
    np.nanmax: _reduces(_EXTREME, _gathers(gathering.largest, _is_number)),
    np.nanmin: _reduces(_EXTREME, _gathers(gathering.smallest, _is_number)),
    np.cumsum: _reduces(_RUNNING, _runs(gathering.total)),
    np.cumprod: _reduces(_RUNNING, _runs(gathering.product)),
    np.average: _average,
    np.linalg.norm: _norm,
    np.trace: _trace,
}
"""How each reducing function is traced."""
