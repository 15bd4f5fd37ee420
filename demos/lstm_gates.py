"""The LSTM cell from its pre-activations on. Hochreiter and Schmidhuber 1997, Gers et al. 2000."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import sigmoid


def lstm_gates(a_f: Array, a_i: Array, a_c: Array, a_o: Array, c_prev: Array) -> Steps:
    """Open the gates by their pre-activations, rewrite the memory cell and read it out."""
    f = yield Step("forget_gate", "f", r"\sigma(a_f)", sigmoid(a_f))
    i = yield Step("input_gate", "i", r"\sigma(a_i)", sigmoid(a_i))
    new = yield Step("candidate", r"\tilde{c}", r"\tanh(a_c)", np.tanh(a_c))
    c = yield Step("cell", "c_t", r"f \odot c_{t-1} + i \odot \tilde{c}", f * c_prev + i * new)
    o = yield Step("output_gate", "o", r"\sigma(a_o)", sigmoid(a_o))
    yield Step("hidden", "h_t", r"o \odot \tanh(c_t)", o * np.tanh(c))
