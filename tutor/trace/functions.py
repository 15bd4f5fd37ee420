"""NumPy's array functions: which of them are traced, and how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tutor.trace.errors import Untraceable
from tutor.trace.formulas import FORMULAS, Handler
from tutor.trace.graph import Result, Wrapped, leaves, plain, record
from tutor.trace.movement import moving, same
from tutor.trace.opaque import opaque
from tutor.trace.reductions import REDUCTIONS


def apply(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Result:
    """Does an array function on traced values: nodes, or a plain result where none is due."""
    if any(leaf is not None for leaf in leaves(kwargs.get("out"))):
        raise Untraceable("output")
    handler = HANDLERS.get(function)
    if handler is not None:
        return handler(function, args, kwargs)
    name = spelt(function)
    if name.removeprefix("np.") in WRITING:
        raise Untraceable("written", function=name)
    if name.startswith(_OPAQUE_ROOMS) or name.removeprefix("np.") in OPAQUE:
        return opaque(function, args, kwargs)
    raise Untraceable("function", function=name)


def spelt(function: Callable[..., Any]) -> str:
    """A function of NumPy as a demo spells it: `np.linalg.inv`."""
    module = str(getattr(function, "__module__", "") or "numpy")
    name = getattr(function, "__name__", "this function")
    return f"np{module.removeprefix('numpy')}.{name}" if module.startswith("numpy") else name


def _moves(*data: int | str) -> Handler:
    def handle(function: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Result:
        return record(function, args, kwargs, moving(function, data or None))

    return handle


def _moves_all(function: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Result:
    return record(function, args, kwargs, moving(function, range(len(args))))


def _stays(function: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Result:
    return record(function, args, kwargs, same)


def _plainly(function: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Any:
    return function(*plain(args), **{name: plain(given) for name, given in kwargs.items()})


def _pads(function: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Result:
    mode = args[2] if len(args) > 2 else kwargs.get("mode", "constant")
    moved = ("constant", "edge", "reflect", "symmetric", "wrap", "empty")
    if mode not in moved or kwargs.get("reflect_type") == "odd":
        return opaque(function, args, kwargs)
    return record(function, args, kwargs, moving(function, [0] if args else ["array"]))


def _size(function: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> Any:
    array = args[0]
    if function is np.ndim or not isinstance(array, Wrapped) or len(args) > 1 or kwargs:
        return _plainly(function, args, kwargs)
    return getattr(array, function.__name__)


_OPAQUE_ROOMS = ("np.linalg.", "np.fft.", "np.strings.", "np.char.")
_OPAQUE = """
    sort argsort argmax argmin nanargmax nanargmin lexsort sort_complex partition argpartition
    searchsorted unique unique_all unique_counts unique_inverse unique_values digitize bincount
    median percentile quantile nanmedian nanpercentile nanquantile nanstd nanvar nancumsum
    nancumprod histogram histogram2d histogramdd histogram_bin_edges convolve correlate interp cov
    corrcoef gradient cross cumulative_sum cumulative_prod trapezoid vander poly polyadd polyder
    polydiv polyfit polyint polymul polysub polyval roots allclose array_equal array_equiv isclose
    isin intersect1d setdiff1d setxor1d union1d nonzero argwhere flatnonzero linspace logspace
    geomspace angle real imag sinc i0 ediff1d trim_zeros unravel_index ravel_multi_index ix_
    packbits unpackbits isneginf isposinf iscomplex isreal unwrap real_if_close
"""
OPAQUE = frozenset(_OPAQUE.split())
"""Functions that are only named: what they were made from can be gone to, not how."""

WRITING = frozenset({"put", "place", "putmask", "copyto", "fill_diagonal", "put_along_axis"})

_MOVING_FIRST = """
    transpose permute_dims matrix_transpose reshape ravel squeeze expand_dims swapaxes moveaxis
    rollaxis broadcast_to repeat tile flip fliplr flipud rot90 roll diagonal diag diagflat tril
    triu take take_along_axis delete resize concatenate concat stack vstack hstack dstack
    column_stack block unstack split array_split hsplit vsplit dsplit
"""
_PLAIN = """
    zeros_like ones_like full_like empty_like result_type can_cast common_type min_scalar_type
    iscomplexobj isrealobj may_share_memory shares_memory array_repr array_str array2string
    tril_indices_from triu_indices_from diag_indices_from einsum_path
"""

HANDLERS: dict[Any, Handler] = {
    **{getattr(np, name): _moves() for name in _MOVING_FIRST.split() if hasattr(np, name)},
    np.lib.stride_tricks.sliding_window_view: _moves(),
    np.linalg.matrix_transpose: _moves(),
    np.linalg.diagonal: _moves(),
    np.append: _moves(0, 1, "values"),
    np.insert: _moves(0, 2, "values"),
    np.choose: _moves(1, "choices"),
    np.compress: _moves(1, "a"),
    np.extract: _moves(1, "arr"),
    np.atleast_1d: _moves_all,
    np.atleast_2d: _moves_all,
    np.atleast_3d: _moves_all,
    np.broadcast_arrays: _moves_all,
    np.meshgrid: _moves_all,
    np.pad: _pads,
    np.copy: _stays,
    **{getattr(np, name): _plainly for name in _PLAIN.split()},
    np.shape: _size,
    np.size: _size,
    np.ndim: _size,
    **FORMULAS,
    **REDUCTIONS,
}
"""How each function is traced; those that only read an array's shape or type stay plain."""
