"""The GRU's new state from its gates on. Cho et al. 2014."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps


def gru_state(
    z_t: Array,
    r_t: Array,
    h_prev: Array,
    wx: Array,
    u_n: Array,
    *,
    z: Literal["keep", "new"] = "keep",
    reset: Literal["before", "after"] = "before",
) -> Steps:
    """Make a candidate from the input's part `wx` and the reset state; blend it with the old."""
    if reset == "before":
        s = yield Step("recurrent", "s", r"U (r \odot h_{t-1})", u_n @ (r_t * h_prev))
    else:
        s = yield Step("recurrent", "s", r"r \odot (U h_{t-1})", r_t * (u_n @ h_prev))
    n = yield Step("candidate", "n", r"\tanh(W x_t + s)", np.tanh(wx + s))
    if z == "keep":
        h = z_t * h_prev + (1 - z_t) * n
        yield Step("hidden", "h_t", r"z \odot h_{t-1} + (1 - z) \odot n", h)
    else:
        h = (1 - z_t) * h_prev + z_t * n
        yield Step("hidden", "h_t", r"(1 - z) \odot h_{t-1} + z \odot n", h)
