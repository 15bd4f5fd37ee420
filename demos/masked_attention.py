"""Masked attention, the mask as zeros and ones. Vaswani et al. 2017, section 3.2.3."""

import numpy as np

from tutor.demo import Array, Step, Steps


def masked_attention(scores: Array, n: Array, v: Array, *, causal: bool = True) -> Steps:
    """Attend by scaled scores (queries × keys) to the first `n` keys; what follows is padding."""
    queries, keys = np.arange(scores.shape[0])[:, None], np.arange(scores.shape[1])
    real = np.broadcast_to(keys < n, scores.shape)
    if causal:
        formula, seen = r"[j < n][j \leq i]", np.where(real & (keys <= queries), 1, 0)
    else:
        formula, seen = r"[j < n]", np.where(real, 1, 0)
    seen = yield Step("open", "M", formula, seen)
    powers = yield Step("powers", "E", r"M \odot e^S", seen * np.exp(scores))
    sums = yield Step("sums", "c", r"\sum_j E_j", powers.sum(axis=-1))
    weights = yield Step("shares", "A", r"E_i / c_i", powers / sums[:, None])
    yield Step("output", "Z", r"A V", weights @ v)
