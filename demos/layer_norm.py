"""Layer normalisation. Ba, Kiros and Hinton 2016."""

import numpy as np

from tutor.demo import Array, Step, Steps


def layer_norm(x: Array, gamma: Array, beta: Array, eps: Array) -> Steps:
    """Bring each token (a row of `x`) to mean 0 and deviation 1, then stretch and shift it."""
    mean = yield Step("mean", r"\mu", r"\frac{1}{n} \sum_j x_j", x.mean(axis=-1, keepdims=True))
    c = yield Step("centred", "c", r"x - \mu", x - mean)
    spread = (c**2).mean(axis=-1, keepdims=True)
    variance = yield Step("variance", r"\sigma^2", r"\frac{1}{n} \sum_j c_j^2", spread)
    normed = c / np.sqrt(variance + eps)
    normed = yield Step("normalised", r"\hat{x}", r"c / \sqrt{\sigma^2 + \epsilon}", normed)
    yield Step("output", "y", r"\gamma \odot \hat{x} + \beta", gamma * normed + beta)
