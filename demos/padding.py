"""Sequences of several lengths in one batch: padding, mask, mean. PyTorch, pad_sequence."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps


def padding(
    tokens: Array, lengths: Array, pad: Array, *, side: Literal["right", "left"] = "right"
) -> Steps:
    """Pack `tokens` (all sequences, one after another) into a rectangle and average the real ones.

    A token is one number here; `lengths` has an entry for each sequence.
    """
    longest = yield Step("longest", "T", r"\max_i n_i", lengths.max())
    n = lengths[:, np.newaxis]
    t: Array = np.arange(longest)  # type: ignore[call-overload]  # one number, 0-dimensional
    if side == "left":
        t = t - (longest - n)
        real = yield Step("mask", "M", r"[t \ge T - n_i]", np.where(t >= 0, 1, 0))
    else:
        real = yield Step("mask", "M", r"[t < n_i]", np.where(t < n, 1, 0))
    first = np.cumsum(lengths)[:, np.newaxis] - n
    here = np.clip(first + t, 0, len(tokens) - 1)
    formula = r"\begin{cases} x_{i,t} & M_{it} = 1 \\ pad & M_{it} = 0 \end{cases}"
    x = yield Step("batch", "X", formula, np.where(real == 1, tokens[here], pad))
    sums = yield Step("sums", "s", r"\sum_t M_{it} X_{it}", (real * x).sum(axis=-1))
    yield Step("means", r"\bar{x}", r"s_i / \sum_t M_{it}", sums / real.sum(axis=-1))
    if side == "left":
        yield Step("last", "l", "X_{i, T - 1}", x[:, -1])
    else:
        yield Step("last", "l", "X_{i, n_i - 1}", x[np.arange(len(lengths)), lengths - 1])
