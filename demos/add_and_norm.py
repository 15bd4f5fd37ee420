"""Residual connection and layer normalisation, post-LN. Vaswani et al. 2017, section 3.1."""

import numpy as np

from tutor.demo import Array, Step, Steps


def add_and_norm(x: Array, sub: Array, gamma: Array, beta: Array, eps: Array) -> Steps:
    """Add what a sub-layer made of `x` to `x` itself, and normalise the sum token by token."""
    r = yield Step("summed", "r", r"x + \mathrm{Sub}(x)", x + sub)
    mean = yield Step("mean", r"\mu", r"\frac{1}{n} \sum_j r_j", r.mean(axis=-1, keepdims=True))
    c = yield Step("centred", "c", r"r - \mu", r - mean)
    spread = (c**2).mean(axis=-1, keepdims=True)
    variance = yield Step("variance", r"\sigma^2", r"\frac{1}{n} \sum_j c_j^2", spread)
    normed = c / np.sqrt(variance + eps)
    normed = yield Step("normalised", r"\hat{r}", r"c / \sqrt{\sigma^2 + \epsilon}", normed)
    yield Step("output", "y", r"\gamma \odot \hat{r} + \beta", gamma * normed + beta)
