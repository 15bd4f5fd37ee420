"""Multi-head attention. Vaswani et al. 2017, section 3.2.2."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def split(rows: Array, h: Array, wrong_cut: bool) -> Array:
    """Cut the columns into `h` equal blocks, one for each head: heads × tokens × d_k."""
    heads: Array
    if wrong_cut:
        heads = rows.reshape(h, len(rows), -1)
    else:
        heads = rows.reshape(len(rows), h, -1).swapaxes(0, 1)
    return heads


def multi_head_attention(
    x: Array, w_q: Array, w_k: Array, w_v: Array, w_o: Array, h: Array, *, wrong_cut: bool = False
) -> Steps:
    """Attend `h` times side by side, each head on its own d_model / h columns of Q, K and V."""
    q = yield Step("query", "Q", r"X W^Q", x @ w_q)
    k = yield Step("key", "K", r"X W^K", x @ w_k)
    v = yield Step("value", "V", r"X W^V", x @ w_v)
    q, k, v = split(q, h, wrong_cut), split(k, h, wrong_cut), split(v, h, wrong_cut)
    scores = yield Step("scores", "S_i", r"Q_i K_i^\top", q @ k.swapaxes(1, 2))
    scaled = yield Step("scaled", "S'_i", r"S_i / \sqrt{d_k}", scores / np.sqrt(q.shape[-1]))
    weights = yield Step("weights", "A_i", r"\text{softmax}(S'_i)", softmax(scaled))
    heads = yield Step("heads", "Z_i", r"A_i V_i", weights @ v)
    joined = heads.swapaxes(0, 1).reshape(len(x), -1)
    joined = yield Step("joined", "Z", r"[Z_1 \mid \ldots \mid Z_h]", joined)
    yield Step("output", "B", r"Z W^O", joined @ w_o)
