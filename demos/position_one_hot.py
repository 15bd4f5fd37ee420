"""A one-hot position appended to a token. Vaswani et al. 2017, section 3.5."""

import numpy as np

from tutor.demo import Array, Step, Steps


def position_one_hot(w: Array, x: Array, pos: Array) -> Steps:
    """Multiply the token `x`, a one-hot of `pos` below it, by `w`; then the two halves apart."""
    d = len(x)
    p = np.where(np.arange(w.shape[1] - d) == pos, 1, 0)
    p = yield Step("one_hot", "p", r"[j = pos]", p)
    joined = yield Step("joined", "u", r"[x; p]", np.concatenate([x, p]))
    yield Step("product", "y", r"W u", w @ joined)
    word = yield Step("word", "a", r"W_I\, x", w[:, :d] @ x)
    position = yield Step("position", "e", r"W_P\, p", w[:, d:] @ p)
    yield Step("sum", "y'", r"a + e", word + position)
