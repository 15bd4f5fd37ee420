"""Self-attention for one position, in Hung-yi Lee's letters. Vaswani et al. 2017, section 3.2.1."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def self_attention(x: Array, w: Array, w_q: Array, w_k: Array, w_v: Array) -> Steps:
    """Compute the output of position 1 from all tokens, the rows of `x`."""
    a = yield Step("a", "a^i", r"W x^i", x @ w.T)
    q = yield Step("q", "q^1", r"W^q a^1", w_q @ a[0])
    k = yield Step("k", "k^i", r"W^k a^i", a @ w_k.T)
    v = yield Step("v", "v^i", r"W^v a^i", a @ w_v.T)
    alpha = yield Step(
        "alpha", r"\alpha_{1,i}", r"\frac{q^1 \cdot k^i}{\sqrt{d}}", q @ k.T / np.sqrt(len(q))
    )
    shares = yield Step(
        "alpha_hat", r"\hat{\alpha}_{1,i}", r"\text{softmax}(\alpha_{1,i})", softmax(alpha)
    )
    yield Step("b", "b^1", r"\sum_i \hat{\alpha}_{1,i} v^i", shares @ v)
