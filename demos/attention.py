"""Scaled dot-product attention. Vaswani et al. 2017, section 3.2.1."""

from tutor.demo import Array, Step, Steps

from .attend import attend


def attention(x: Array, w_q: Array, w_k: Array, w_v: Array) -> Steps:
    """Attend from every token of `x` (tokens × d_model) to every token."""
    q = yield Step("query", "Q", r"X W^Q", x @ w_q)
    k = yield Step("key", "K", r"X W^K", x @ w_k)
    v = yield Step("value", "V", r"X W^V", x @ w_v)
    scores = yield Step("scores", "S", r"Q K^\top", q @ k.T)
    yield from attend(scores, k.shape[-1], v)
