"""One step in time of a recurrent network. Elman 1990."""

import numpy as np

from tutor.demo import Array, Step, Steps


def rnn_step(x_t: Array, h_prev: Array, w_x: Array, w_h: Array, b: Array) -> Steps:
    """Add what the input and the old state say, and squash the sum into the new state."""
    seen = yield Step("from_input", "u", r"W_x x_t", w_x @ x_t)
    kept = yield Step("from_state", "s", r"W_h h_{t-1}", w_h @ h_prev)
    a = yield Step("pre_activations", "a", r"u + s + b", seen + kept + b)
    yield Step("hidden", "h_t", r"\tanh(a)", np.tanh(a))
