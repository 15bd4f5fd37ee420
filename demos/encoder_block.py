"""One block of the Transformer's encoder, with one head. Vaswani et al. 2017, section 3.1."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import normalise, softmax


def encoder_block(
    x: Array,
    w_q: Array,
    w_k: Array,
    w_v: Array,
    w_o: Array,
    w_1: Array,
    b_1: Array,
    w_2: Array,
    b_2: Array,
    *,
    norm: Literal["post", "pre"] = "post",
) -> Steps:
    """Let the tokens (rows of `x`) look at one another, then work on each of them alone."""
    seen = x if norm == "post" else normalise(x)
    q, k, v = seen @ w_q, seen @ w_k, seen @ w_v
    shares = softmax(q @ k.T / np.sqrt(k.shape[-1]))
    weights = yield Step("weights", "A", r"\mathrm{softmax}(Q K^\top / \sqrt{d_k})", shares)
    z = yield Step("attended", "Z", r"A V W^O", weights @ v @ w_o)
    r = yield Step("summed", "R", r"X + Z", x + z)
    n = yield Step("normed", "N", r"\mathrm{LN}(R)", normalise(r))
    h = yield Step("hidden", "H", r"\max(0, N W_1 + b_1)", np.maximum(0, n @ w_1 + b_1))
    f = yield Step("fed", "F", r"H W_2 + b_2", h @ w_2 + b_2)
    if norm == "post":
        yield Step("output", "Y", r"\mathrm{LN}(N + F)", normalise(n + f))
    else:
        yield Step("output", "Y", r"R + F", r + f)
