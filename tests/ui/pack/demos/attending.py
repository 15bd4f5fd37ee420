"""Queries meet keys, then what `scaling` does. A demo made for the tests."""

from typing import Literal

from tutor.demo import Array, Step, Steps

from .scaling import scaling


def attending(
    q: Array,
    k: Array,
    *,
    direction: Literal["queries", "keys"] = "queries",
    shift: float = 0.0,
    wrong_divisor: bool = False,
) -> Steps:
    """Scores of queries and keys, scaled and turned into shares."""
    scores = yield Step("scores", "S", r"Q K^\top + s", q @ k.T + shift)
    if direction == "keys":
        scores = yield Step("turned", "T", r"S^\top", scores.T)
    yield from scaling(scores, q.shape[0] if wrong_divisor else k.shape[-1])
