"""The position-wise feed-forward network. Vaswani et al. 2017, section 3.3."""

import numpy as np

from tutor.demo import Array, Step, Steps


def feed_forward(x: Array, w_1: Array, b_1: Array, w_2: Array, b_2: Array) -> Steps:
    """Widen each position (a row of `x`) to d_ff, cut off what is negative, and narrow it again."""
    a = yield Step("pre_activations", "A", r"X W_1 + b_1", x @ w_1 + b_1)
    h = yield Step("hidden", "H", r"\max(0, A)", np.maximum(0, a))
    yield Step("output", "Y", r"H W_2 + b_2", h @ w_2 + b_2)
