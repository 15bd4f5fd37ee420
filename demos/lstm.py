"""The LSTM cell. Hochreiter and Schmidhuber 1997, Gers et al. 2000."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .lstm_gates import lstm_gates


def lstm(x_t: Array, h_prev: Array, c_prev: Array, w: Array, b: Array) -> Steps:
    """One step in time; `w` (4n × (n + d)) stacks the blocks of f, i, the candidate and o."""
    joined = np.concatenate([h_prev, x_t])
    a = yield Step("pre_activations", "a", r"W [h_{t-1}, x_t] + b", w @ joined + b)
    a_f, a_i, a_c, a_o = np.split(a, 4)
    yield from lstm_gates(a_f, a_i, a_c, a_o, c_prev)
