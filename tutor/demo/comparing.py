"""Two runs of a demo held against each other, bit for bit."""

from collections.abc import Sequence

import numpy as np

from tutor.demo.running import Visit
from tutor.demo.steps import Array
from tutor.trace import plain


def first_other(visits: Sequence[Visit], others: Sequence[Visit]) -> Visit | None:
    """The first step that the other run has not got, has besides, or has with another value.

    Values are the same if type, shape and every bit are; any nan equals any other.
    """
    for visit, other in zip(visits, others, strict=False):
        one, two = visit.step, other.step
        if one.name != two.name or not _equal(plain(one.value), plain(two.value)):
            return visit
    rest = [*visits[len(others) :], *others[len(visits) :]]
    return rest[0] if rest else None


def _equal(one: Array, other: Array) -> bool:
    one, other = np.asarray(one), np.asarray(other)
    if one.dtype != other.dtype or one.shape != other.shape:
        return False
    return one.tobytes() == other.tobytes() or _bits(one) == _bits(other)


def _bits(array: Array) -> bytes:
    """The bytes of an array with one nan for all: which of them it is has no meaning."""
    if array.dtype.kind not in "fc":
        return array.tobytes()
    parts = np.stack([array.real, array.imag])
    return np.where(np.isnan(parts), np.nan, parts).tobytes()
