"""Residual connection and layer normalisation, post-LN. Vaswani et al. 2017, section 3.1."""

from tutor.demo import Array, Step, Steps

from .layer_norm import layer_norm


def add_and_norm(x: Array, sub: Array, gamma: Array, beta: Array, eps: Array) -> Steps:
    """Add what a sub-layer made of `x` to `x` itself, and normalise the sum token by token."""
    summed = yield Step("summed", "r", r"x + \mathrm{Sub}(x)", x + sub)
    yield from layer_norm(summed, gamma, beta, eps)
