"""Padding and causal masks. Vaswani et al. 2017, section 3.2.3."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def attention_mask(
    scores: Array,
    mask: Array,
    *,
    ones: Literal["attend", "ignore"] = "attend",
    causal: bool = True,
) -> Steps:
    """Hide filler (`mask`, an entry a key) and the future from scores (queries × keys)."""
    if ones == "attend":
        real = yield Step("real", "R", r"[m = 1]", mask == 1)
    else:
        real = yield Step("real", "R", r"[m = 0]", mask == 0)
    queries, keys = np.arange(scores.shape[0])[:, None], np.arange(scores.shape[1])
    past = keys <= queries
    if causal:
        seen = yield Step("seen", "M", r"R_j \wedge (j \le i)", real & past)
    else:
        seen = yield Step("seen", "M", r"R_j", np.broadcast_to(real, scores.shape))
    hidden = r"\begin{cases} S & M \\ -\infty & \neg M \end{cases}"
    masked = yield Step("masked", "S'", hidden, np.where(seen, scores, -np.inf))
    yield Step("weights", "A", r"\text{softmax}(S')", softmax(masked))
