"""The GRU cell. Cho et al. 2014."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import sigmoid
from .gru_state import gru_state


def gru(
    x_t: Array,
    h_prev: Array,
    w: Array,
    u: Array,
    b: Array,
    *,
    z: Literal["keep", "new"] = "keep",
    reset: Literal["before", "after"] = "before",
) -> Steps:
    """One step in time; `w` (3n × d), `u` (3n × n) and `b` stack the blocks of z, r and n."""
    (w_z, w_r, w_n), (u_z, u_r, u_n), (b_z, b_r, b_n) = (np.split(m, 3) for m in (w, u, b))
    z_in, r_in = w_z @ x_t + u_z @ h_prev + b_z, w_r @ x_t + u_r @ h_prev + b_r
    z_t = yield Step("update_gate", "z", r"\sigma(W_z x_t + U_z h_{t-1} + b_z)", sigmoid(z_in))
    r_t = yield Step("reset_gate", "r", r"\sigma(W_r x_t + U_r h_{t-1} + b_r)", sigmoid(r_in))
    yield from gru_state(z_t, r_t, h_prev, w_n @ x_t + b_n, u_n, z=z, reset=reset)
