"""Attention from a decoder to an encoder. Vaswani et al. 2017, section 3.2.3."""

from typing import Literal

from tutor.demo import Array, Step, Steps

from .attend import attend


def cross_attention(
    d: Array,
    h: Array,
    w_q: Array,
    w_k: Array,
    w_v: Array,
    *,
    wrong_path: Literal["none", "decoder alone", "encoder alone", "exchanged"] = "none",
) -> Steps:
    """Attend from each row of the decoder's vectors `d` to all rows of the encoder's output `h`."""
    asking = h if wrong_path in ("encoder alone", "exchanged") else d
    asked = d if wrong_path in ("decoder alone", "exchanged") else h
    q = yield Step("query", "Q", r"D W^Q", asking @ w_q)
    k = yield Step("key", "K", r"H W^K", asked @ w_k)
    v = yield Step("value", "V", r"H W^V", asked @ w_v)
    scores = yield Step("scores", "S", r"Q K^\top", q @ k.T)
    yield from attend(scores, k.shape[-1], v)
