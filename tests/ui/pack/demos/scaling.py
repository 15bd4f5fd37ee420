"""Scaled dot products. A demo made for the tests."""

import numpy as np

from tutor.demo import Array, Step, Steps


def scaling(scores: Array, d_k: Array) -> Steps:
    """Scale scores and turn them into shares."""
    scaled = yield Step("scaled", "S'", r"\frac{S}{\sqrt{d_k}}", scores / np.sqrt(d_k))
    exps = yield Step("exps", "E", r"e^{S'}", np.exp(scaled))
    yield Step("weights", "A", r"E / \sum_j E_{\cdot j}", exps / exps.sum(axis=-1, keepdims=True))
