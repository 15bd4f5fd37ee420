"""Attention from the scores on. Vaswani et al. 2017, section 3.2.1."""

import numpy as np

from tutor.demo import Array, Step, Steps


def attend(scores: Array, d_k: Array | int, v: Array) -> Steps:
    """Turn scores (queries × keys) into weights, and mix the values (keys × d_v) by them."""
    scaled = yield Step("scaled", "S'", r"S / \sqrt{d_k}", scores / np.sqrt(d_k))
    largest = scaled.max(axis=-1, keepdims=True)
    exps = yield Step("exps", "E", r"e^{S' - \max S'}", np.exp(scaled - largest))
    total = exps.sum(axis=-1, keepdims=True)
    weights = yield Step("weights", "A", r"E / \sum_j E_j", exps / total)
    yield Step("output", "Z", r"A V", weights @ v)
