"""Softmax and cross-entropy. CS231n, Linear Classification."""

import numpy as np

from tutor.demo import Array, Step, Steps


def softmax_cross_entropy(z: Array, target: Array) -> Steps:
    """Turn logits into probabilities and score them by the class `target`, counted from 0."""
    shifted = yield Step("shifted", "z'", r"z - \max z", z - z.max())
    exps = yield Step("exps", "E", r"e^{z'}", np.exp(shifted))
    p = yield Step("probabilities", "p", r"E / \sum_j E_j", exps / exps.sum())
    yield Step("loss", "L", r"-\ln p_{target}", -np.log(p[target]))
    y = yield Step("one_hot", "y", r"[j = target]", np.where(np.arange(len(z)) == target, 1, 0))
    yield Step("gradient", r"\delta", r"p - y", p - y)
