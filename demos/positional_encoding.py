"""Sinusoidal positional encoding. Vaswani et al. 2017, section 3.5."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps


def interleave(even: Array, odd: Array) -> Array:
    """Columns of `even` and `odd` in turn, as sine and cosine stand in the paper."""
    pairs: Array = np.stack([even, odd], axis=-1).reshape(even.shape[0], -1)
    return pairs


def positional_encoding(
    pos: Array,
    i: Array,
    d: Array,
    *,
    layout: Literal["interleaved", "halves"] = "interleaved",
) -> Steps:
    """Encode the positions `pos` by the pairs `i` = 0 … d/2 - 1 of a sine and a cosine."""
    divisors = yield Step("divisors", "D", r"10000^{2i/d}", 10000 ** (2 * i / d))
    angles = yield Step("angles", r"\Theta", r"pos / 10000^{2i/d}", pos[:, np.newaxis] / divisors)
    sines = yield Step("sines", "S", r"\sin \Theta", np.sin(angles))
    cosines = yield Step("cosines", "C", r"\cos \Theta", np.cos(angles))
    if layout == "interleaved":
        formula, pe = r"PE_{2i} = S_i,\; PE_{2i+1} = C_i", interleave(sines, cosines)
    else:
        formula, pe = r"[S \mid C]", np.concatenate([sines, cosines], axis=-1)
    pe = yield Step("encoding", "PE", formula, pe)
    yield Step("similarity", "R", r"PE\, PE^\top", pe @ pe.T)
