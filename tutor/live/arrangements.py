"""Edits of how cells meet: products of matrices, axes of sums, order, places and selections."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import numpy as np

from tutor.live.editing import Edit, Word, by, instead, operand_for
from tutor.live.graphs import Change, Changes, Graph, Values, matrix_text
from tutor.trace.graph import Known, Node, recompute


def of_arrangement(graph: Graph, node: Node) -> Iterator[Edit]:
    """The edits of a node that brings cells together or moves them."""
    name = getattr(node.function, "__name__", "")
    if node.function in (np.matmul, np.dot):
        yield from _products(node)
    elif name in REDUCTIONS:
        yield from _reductions(node)
    elif name in _MOVEMENTS:
        yield from _unmoved(node)
    elif name in ("concatenate", "stack", "hstack", "vstack"):
        yield from _joined(node)
    elif node.call is operator.getitem:
        yield from _places(graph, node)
    if node.part is not None:
        yield from _parts(graph, node)


def _products(node: Node) -> Iterator[Edit]:
    left, right = (leaf if isinstance(leaf, Node) else None for leaf in node.args[:2])
    names = [matrix_text(leaf) if leaf else "" for leaf in (left, right)]
    one, other = names[0] or "A", names[1] or "B"
    both: dict[str, Word] = {"left": one, "right": other}
    ways: tuple[tuple[str, Callable[[Any, Any], Any], dict[str, Word]], ...] = (
        ("transposed", lambda a, b: a @ _turned(b), {"what": other}),
        ("transposed", lambda a, b: _turned(a) @ b, {"what": one}),
        ("order_turned", lambda a, b: b @ a, both),
        ("cell_by_cell", lambda a, b: a * b, both),
    )
    for code, product, words in ways:
        yield Edit(1, code, node, by(node, product), words)


def _turned(matrix: Any) -> Any:
    return np.swapaxes(matrix, -1, -2) if np.ndim(matrix) > 1 else matrix


REDUCTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "sum": ("mean", "max"),
    "mean": ("sum", "max"),
    "prod": ("sum",),
    "max": ("min", "sum"),
    "min": ("max", "sum"),
    "amax": ("amin", "sum"),
    "amin": ("amax", "sum"),
    "std": ("var",),
    "var": ("std",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
}
"""Functions that make one number of many, with those that are taken for them."""

_SAID: Final = {"sum": "Σ", "amax": "max", "amin": "min", "prod": "∏"}


def axis_of(node: Node) -> Any:
    """The axis along which a reduction goes; None for all of them."""
    return node.kwargs.get("axis", node.args[1] if len(node.args) > 1 else None)


def along(node: Node, axis: int | None) -> Any:
    """The reduction's function, going along another axis."""
    reduce: Any = node.function
    kept = bool(node.kwargs.get("keepdims", False))
    # Where results are not kept as rows, the other axis must not lose another one.
    return lambda x, *_, **__: reduce(x, axis=axis, keepdims=kept)


def _reductions(node: Node) -> Iterator[Edit]:
    name = getattr(node.function, "__name__", "")
    if not node.args or not isinstance(node.args[0], Node):
        return
    right = said(node)
    for other in REDUCTIONS[name]:
        yield instead(node, getattr(np, other), right, _SAID.get(other, other))
    yield from _axes(node, right)
    if name in ("std", "var"):
        yield from _freedom(node, name)


def said(node: Node) -> str:
    """What a reduction is called in a formula."""
    name = getattr(node.function, "__name__", "")
    return _SAID.get(name, name)


def _axes(node: Node, function: str) -> Iterator[Edit]:
    """The same along another axis, over everything, or laid along another axis afterwards."""
    source = node.args[0]
    axis, rank = axis_of(node), np.ndim(source.value)
    words: dict[str, Word] = {"function": function, "what": matrix_text(source) or source}
    if isinstance(axis, int):
        for other in range(rank):
            if other != axis % rank:
                yield Edit(1, axis_code(other, rank), node, by(node, along(node, other)), words)
        if rank > 1:
            yield Edit(1, "over_all", node, by(node, along(node, None)), words)
    elif axis is None and rank > 1:
        for other in range(rank):
            yield Edit(1, axis_code(other, rank), node, by(node, along(node, other)), words)
    if node.kwargs.get("keepdims") and isinstance(axis, int) and rank > 1:
        function_: Any = node.function
        flat = by(node, lambda x, *_, **__: function_(x, axis=axis))
        laid: dict[str, Word] = {"what": (function, words["what"])}
        yield Edit(2, "laid_across", node, flat, laid)


def axis_code(axis: int, rank: int) -> str:
    """Along which axis somebody went, in words for a table: its columns or its rows."""
    if rank == 2:
        return "along_columns" if axis == 0 else "along_rows"
    return "along_other_axis"


def _freedom(node: Node, name: str) -> Iterator[Edit]:
    """A spread that divides by n - 1 for n, or the other way round."""
    now = node.kwargs.get("ddof", 0)
    function: Any = node.function
    axis, kept = axis_of(node), bool(node.kwargs.get("keepdims", False))
    other = 0 if now else 1
    by_n, by_less = "n", "n − 1"
    words: dict[str, Word] = {
        "right": by_less if now else by_n,
        "wrong": by_n if now else by_less,
    }
    changed = by(node, lambda x, *_, **__: function(x, axis=axis, keepdims=kept, ddof=other))
    yield Edit(1, "instead", node, changed, words)


_MOVEMENTS: Final = frozenset(
    {"transpose", "matrix_transpose", "swapaxes", "flip", "fliplr", "flipud"}
    | {"roll", "sort", "rot90", "tril", "triu"}
)


def _unmoved(node: Node) -> Iterator[Edit]:
    source = next((leaf for leaf in node.args if isinstance(leaf, Node)), None)
    if source is None:
        return
    name = getattr(node.function, "__name__", "")
    stayed = {node: lambda values: values.get(source, source.value)}
    what = matrix_text(source) or source
    if name in ("transpose", "matrix_transpose", "swapaxes"):
        yield Edit(1, "not_transposed", node, stayed, {"what": what})
    else:
        yield Edit(1, "not_moved", node, stayed, {"what": what, "function": name})


def _joined(node: Node) -> Iterator[Edit]:
    """Two arrays joined the other way round."""
    parts = node.args[0] if node.args else None
    if isinstance(parts, list | tuple) and len(parts) == 2:
        names = [matrix_text(part) for part in parts if isinstance(part, Node)]
        if len(names) == 2 and all(names):
            function: Any = node.call
            turned = by(node, lambda pair, **options: function(pair[::-1], **options))
            yield Edit(1, "joined_turned", node, turned, {"left": names[0], "right": names[1]})


_MOST_PLACES: Final = 64


def _places(graph: Graph, node: Node) -> Iterator[Edit]:
    """Another place of an array than the one that is meant; everything for a selection of it."""
    source, key = node.args
    if not isinstance(source, Node):
        return
    what = matrix_text(source) or source
    value = key.value if isinstance(key, Node) else key
    kind = np.asarray(value).dtype.kind if isinstance(value, np.ndarray | np.generic) else ""
    if kind == "b":
        stayed = _unlaid(node, source)
        yield Edit(1, "all_counted", node, stayed, {"what": what})
        yield Edit(1, "all_counted", node, {**stayed, **_recounted(graph, node)}, {"what": what})
    if isinstance(key, tuple) and None in [part for part in key if part is None]:
        yield Edit(2, "laid_across", node, _unlaid(node, source), {"what": what})
    single = type(value) is int or (kind in "iu" and kind and np.ndim(value) == 0)
    if not single or not np.ndim(source.value):
        return
    length = np.shape(source.value)[0]
    for wrong in range(min(length, _MOST_PLACES)):
        if wrong != int(value) % length:
            words: dict[str, Word] = {"what": what, "right": str(value), "wrong": str(wrong)}
            yield Edit(2, "other_place", node, operand_for(node, 1, lambda _, to=wrong: to), words)


def _recounted(graph: Graph, node: Node) -> Changes:
    """What divides by the number of the selected cells, done with the number of all of them."""
    selected, source = np.size(node.value), node.args[0]
    changes: dict[Node, Change] = {}
    for other in graph.order:
        for place, leaf in enumerate(other.args):
            length = isinstance(leaf, Known) and leaf.tree is not None and leaf.value == selected
            if length and isinstance(other.function, np.ufunc) and graph.depends(other, node):
                changes.update(operand_for(other, place, Known(np.size(source.value))))
    return changes


def _unlaid(node: Node, source: Node) -> Changes:
    """The array as it is, without its new axis or the selection from it."""
    return {node: lambda values: values.get(source, source.value)}


def _parts(graph: Graph, node: Node) -> Iterator[Edit]:
    """Two parts of what was split, each taken for the other."""
    for other in graph.order:
        if other.part is None or other.args is not node.args or node.part is None:
            continue
        if other.part > node.part and np.shape(other.value) == np.shape(node.value):
            changes = {node: _again(other), other: _again(node)}
            source = next((leaf for leaf in node.args if isinstance(leaf, Node)), None)
            words: dict[str, Word] = {
                "what": (source is not None and matrix_text(source)) or "",
                "one": str(node.part + 1),
                "other": str(other.part + 1),
            }
            yield Edit(2, "parts_exchanged", node, changes, words)


def _again(node: Node) -> Callable[[Values], Any]:
    return lambda values: recompute(node, values)
