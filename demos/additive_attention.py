"""Additive attention. Bahdanau, Cho and Bengio 2015, section 3.1 and appendix A.1.2."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def additive_attention(
    s_prev: Array, h: Array, y_prev: Array, w: Array, u: Array, v: Array
) -> Steps:
    """Attend from the decoder's state `s_prev` to the encoder's states, the rows of `h`.

    `y_prev` is the embedding of the word that was put out last.
    """
    sums = yield Step("sums", "Z", r"W s_{t-1} + U h_j", w @ s_prev + h @ u.T)
    bent = yield Step("activations", "T", r"\tanh(Z_j)", np.tanh(sums))
    scores = yield Step("scores", "e", r"v^\top T_j", bent @ v)
    weights = yield Step("weights", r"\alpha", r"\text{softmax}(e)", softmax(scores))
    context = yield Step("context", "c_t", r"\sum_j \alpha_j h_j", weights @ h)
    yield Step("decoder_input", "d_t", r"[y_{t-1}, c_t]", np.concatenate([y_prev, context]))
