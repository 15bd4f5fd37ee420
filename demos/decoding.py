"""Choosing the next token. Holtzman et al. 2020, section 3."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def decoding(z: Array, t: Array, k: Array, p: Array) -> Steps:
    """Turn the logits of the next token into what is drawn from: temperature, top-k and top-p."""
    scaled = yield Step("scaled", "z'", "z / t", z / t)
    probabilities = softmax(scaled)
    probabilities = yield Step("probabilities", "P", r"\mathrm{softmax}(z')", probabilities)
    yield Step("greedy", "g", r"\arg\max_j P_j", np.argmax(probabilities, axis=0))
    above = probabilities > probabilities[:, np.newaxis]
    rank = yield Step("rank", "r", r"\#\{i : P_i > P_j\}", np.where(above, 1, 0).sum(axis=-1))
    kept = np.where(rank < k, probabilities, 0)
    yield Step("top_k", "K", r"P_j [r_j < k] / \sum_i P_i [r_i < k]", kept / kept.sum())
    ahead = np.where(above, probabilities, 0).sum(axis=-1)
    ahead = yield Step("ahead", "a", r"\sum_{i : P_i > P_j} P_i", ahead)
    kept = np.where(ahead < p, probabilities, 0)
    yield Step("top_p", "N", r"P_j [a_j < p] / \sum_i P_i [a_i < p]", kept / kept.sum())
