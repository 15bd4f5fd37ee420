"""Reading a map of attention weights. Vaswani et al. 2017; Kobayashi et al. 2020."""

import numpy as np

from tutor.demo import Array, Step, Steps


def attention_map(a_ij: Array, l_j: Array) -> Steps:
    """Read weights (queries × keys): who looks where, how sharply, and to what effect."""
    yield Step("looks_at", "j^*", r"1 + \text{argmax}_j A_{ij}", np.argmax(a_ij, axis=-1) + 1)
    yield Step("received", "r", r"\sum_i A_{ij}", a_ij.sum(axis=0))
    surprise = a_ij * np.log(a_ij)
    entropy = yield Step("entropy", "H", r"-\sum_j A_{ij} \ln A_{ij}", -surprise.sum(axis=-1))
    yield Step("reach", "N", r"e^{H}", np.exp(entropy))
    yield Step("effect", "F", r"A_{ij}\, l_j", a_ij * l_j)
