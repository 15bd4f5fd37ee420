"""Products summed over shared indices: matrix products of every rank, `einsum` and its kin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np

from tutor.trace.elementwise import multiply
from tutor.trace.gathering import nested, total
from tutor.trace.graph import Find, Operand, leaves
from tutor.trace.tree import Tree

Labels = Sequence[Any]
"""A label for each axis; axes with the same label run together."""


_ROW, _COLUMN = (("flat", 0),), (("flat", 1),)
"""The label of an operand that is taken as a vector, whatever its shape."""


class Contraction:
    """A cell is a sum of products: over every label that the result does not keep."""

    __slots__ = ("_inner", "_kept", "_operands", "_times", "_truths")

    def __init__(
        self, operands: Sequence[Operand], labels: Sequence[Labels], result: Labels
    ) -> None:
        self._operands = tuple(operands)
        # Of truth values alone NumPy makes truth values: `or` of `and`s.
        self._truths = all(np.asarray(each.value).dtype.kind == "b" for each in operands)
        self._times = _and if self._truths else multiply
        shapes = [_shape(operand, axes) for operand, axes in zip(operands, labels, strict=True)]
        lengths = _lengths(shapes, labels)
        strides = [_strides(shape, axes) for shape, axes in zip(shapes, labels, strict=True)]
        # For each axis of the result: its length, and the stride of its label in each operand.
        self._kept = [(lengths[label], [own.get(label, 0) for own in strides]) for label in result]
        summed = [label for label in lengths if label not in result]
        self._inner = [_offsets(own, summed, lengths) for own in strides]

    def tree(self, flat: int, find: Find) -> Tree:
        """The sum of products behind the cell `flat`."""
        starts = [0] * len(self._operands)
        for length, strides in reversed(self._kept):
            flat, at = divmod(flat, length)
            starts = [start + at * stride for start, stride in zip(starts, strides, strict=True)]
        factors = [
            [find(operand, start + offset) for offset in offsets]
            for operand, start, offsets in zip(self._operands, starts, self._inner, strict=True)
        ]
        if len(factors) == 1:
            terms = factors[0]
        else:
            terms = [self._times(*term) for term in zip(*factors, strict=True)]
        return nested("or", terms, truths=True) if self._truths else total(terms)


def matmul(left: Operand, right: Operand) -> Contraction:
    """`left @ right`, vectors and batches included."""
    rows, columns = np.ndim(left.value), np.ndim(right.value)
    batch = max(rows, columns) - 2
    before = _ahead(batch, rows - 2) + (["i"] if rows > 1 else []) + ["k"]
    after = _ahead(batch, columns - 2) + ["k"] + (["j"] if columns > 1 else [])
    kept = _ahead(batch, batch) + (["i"] if rows > 1 else []) + (["j"] if columns > 1 else [])
    return Contraction((left, right), (before, after), kept)


def core(signature: str, operands: Sequence[Operand]) -> Contraction:
    """`np.vecdot`, `np.matvec`, `np.vecmat`, by the signature `(n),(n)->()` of NumPy."""
    inputs, result = signature.replace(" ", "").split("->")
    cores = [part.split(",") if part else [] for part in inputs[1:-1].split("),(")]
    kept = [label for label in result[1:-1].split(",") if label]
    ahead = [np.ndim(each.value) - len(own) for each, own in zip(operands, cores, strict=True)]
    labels = [_ahead(max(ahead), count) + own for count, own in zip(ahead, cores, strict=True)]
    return Contraction(operands, labels, _ahead(max(ahead), max(ahead)) + kept)


def dot(left: Operand, right: Operand) -> Contraction:
    """`np.dot`: the last axis of `left` with the last but one of `right`."""
    before = [("l", axis) for axis in range(np.ndim(left.value))]
    after = [("r", axis) for axis in range(np.ndim(right.value))]
    if before and after:
        after[max(len(after) - 2, 0)] = before[-1]
    kept = [label for label in before + after if before.count(label) + after.count(label) == 1]
    return Contraction((left, right), (before, after), kept)


def inner(left: Operand, right: Operand) -> Contraction:
    """`np.inner`: the last axes of both."""
    before = [("l", axis) for axis in range(np.ndim(left.value))]
    after = [("r", axis) for axis in range(np.ndim(right.value))]
    if not before or not after:
        return Contraction((left, right), (before, after), before + after)
    after[-1] = before[-1]
    return Contraction((left, right), (before, after), before[:-1] + after[:-1])


def outer(left: Operand, right: Operand) -> Contraction:
    """`np.outer`: every number of `left` with every one of `right`, both taken as vectors."""
    return Contraction((left, right), (_ROW, _COLUMN), _ROW + _COLUMN)


def vdot(left: Operand, right: Operand) -> Contraction:
    """`np.vdot`: the dot product of both, taken as vectors."""
    return Contraction((left, right), (_ROW, _ROW), ())


def tensordot(left: Operand, right: Operand, axes: Any) -> Contraction:
    """`np.tensordot`: the axes that are named run together."""
    rows, columns = np.ndim(left.value), np.ndim(right.value)
    if isinstance(axes, int | np.integer):
        first, second = list(range(rows - int(axes), rows)), list(range(int(axes)))
    else:
        first, second = ([int(axis) for axis in leaves(own)] for own in map(_listed, axes))
    before: list[Any] = [("l", axis) for axis in range(rows)]
    after: list[Any] = [("r", axis) for axis in range(columns)]
    joined = [before[axis] for axis in first]
    for label, axis in zip(joined, second, strict=True):
        after[axis] = label
    kept = [label for label in chain(before, after) if label not in joined]
    return Contraction((left, right), (before, after), kept)


class Kronecker:
    """`np.kron`: every number of `left` times every one of `right`, block by block."""

    __slots__ = ("_left", "_places", "_right")

    def __init__(self, left: Operand, right: Operand) -> None:
        self._left = left
        self._right = right
        shapes = np.shape(left.value), np.shape(right.value)
        places = [np.arange(int(np.prod(shape))).reshape(shape) for shape in shapes]
        before = np.kron(places[0], np.ones(shapes[1], dtype=np.int64))
        after = np.kron(np.ones(shapes[0], dtype=np.int64), places[1])
        self._places = np.stack([np.reshape(before, -1), np.reshape(after, -1)])

    def tree(self, flat: int, find: Find) -> Tree:
        """The product behind the cell `flat`."""
        before, after = self._places[:, flat].tolist()
        return multiply(find(self._left, before), find(self._right, after))


def einsum(args: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Labels], Labels]:
    """The operands of `np.einsum`, their labels and the result's, in either of its notations."""
    if isinstance(args[0], str):
        text = args[0].replace(" ", "")
        inputs, arrow, result = text.partition("->")
        given, operands = [_spelt(part) for part in inputs.split(",")], list(args[1:])
        kept = _spelt(result) if arrow else None
    else:
        pairs = len(args) // 2
        operands = [args[2 * pair] for pair in range(pairs)]
        given = [list(args[2 * pair + 1]) for pair in range(pairs)]
        kept = list(args[-1]) if len(args) % 2 else None
    ranks = [np.ndim(operand.value) for operand in operands]
    ahead = [
        rank - len(own) + 1 if Ellipsis in own else 0
        for rank, own in zip(ranks, given, strict=True)
    ]
    most = max(ahead, default=0)
    labels = [_filled(own, most, count) for own, count in zip(given, ahead, strict=True)]
    result_labels = _implied(given) if kept is None else kept
    return operands, labels, _filled(result_labels, most, most)


def _shape(operand: Operand, labels: Labels) -> tuple[int, ...]:
    if labels in (_ROW, _COLUMN):
        return (np.size(operand.value),)
    return np.shape(operand.value)


def _and(*parts: Tree) -> Tree:
    return nested("and", parts, truths=True)


def _lengths(shapes: Sequence[tuple[int, ...]], labels: Sequence[Labels]) -> dict[Any, int]:
    lengths: dict[Any, int] = {}
    for shape, axes in zip(shapes, labels, strict=True):
        for label, length in zip(axes, shape, strict=True):
            lengths[label] = length if lengths.get(label, 1) == 1 else lengths[label]
    return lengths


def _strides(shape: tuple[int, ...], labels: Labels) -> dict[Any, int]:
    """How far one step along each label leads in the flat places; 0 where it is broadcast."""
    strides: dict[Any, int] = {}
    stride = 1
    for length, label in zip(reversed(shape), reversed(list(labels)), strict=True):
        strides[label] = strides.get(label, 0) + (stride if length > 1 else 0)
        stride *= length
    return strides


def _offsets(strides: dict[Any, int], summed: Labels, lengths: dict[Any, int]) -> list[int]:
    offsets = np.zeros(1, dtype=np.int64)
    for label in summed:
        steps = np.arange(lengths[label]) * strides.get(label, 0)
        offsets = (offsets[:, None] + steps).reshape(-1)
    found: list[int] = offsets.tolist()
    return found


def _ahead(most: int, count: int) -> list[Any]:
    """The labels of `count` axes that are broadcast ahead of the others, `most` at most."""
    return [("...", axis) for axis in range(most - max(count, 0), most)]


def _listed(axes: Any) -> list[Any]:
    return list(axes) if isinstance(axes, tuple | list) else [axes]


def _spelt(part: str) -> list[Any]:
    return [Ellipsis if sign == "." else sign for sign in part.replace("...", ".")]


def _filled(labels: Labels, most: int, count: int) -> list[Any]:
    filled: list[Any] = []
    for label in labels:
        filled.extend(_ahead(most, count) if label is Ellipsis else [label])
    return filled


def _implied(given: Sequence[Labels]) -> list[Any]:
    """The result's labels where `einsum` is not told: those that stand once, in order."""
    every = [label for own in given for label in own if label is not Ellipsis]
    once = sorted(label for label in set(every) if every.count(label) == 1)
    return ([Ellipsis] if any(Ellipsis in own for own in given) else []) + once
