"""Word vectors from a table of co-occurrences. Levy and Goldberg 2014, section 3.1."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import sigmoid

ROUNDS = 12


def skip_gram_run(counts: Array, v: Array, u: Array, k: Array, eta: Array) -> Steps:
    """Train `v` (words × d) and `u` (contexts × d) by what the words are seen with, `counts`."""
    expected = counts.sum(axis=1)[:, np.newaxis] * counts.sum(axis=0) / counts.sum()
    drawn = yield Step("negatives", r"\bar{n}", r"k\, n_{i \cdot} n_{\cdot j} / n", k * expected)
    means = []
    for _ in range(ROUNDS):
        p = sigmoid(v @ u.T)
        losses = -counts * np.log(p) - drawn * np.log(1 - p)
        means.append(losses.sum() / counts.sum())
        delta = (drawn * p - counts * (1 - p)) / counts.sum()
        v, u = v - eta * delta @ u, u - eta * delta.T @ v
    formula = r"-\frac{1}{n} \sum_{ij} (n_{ij} \ln p_{ij} + \bar{n}_{ij} \ln (1 - p_{ij}))"
    yield Step("losses", "J", formula, np.stack(means))
    v = yield Step("vectors", "V", r"V - \eta \nabla V", v)
    unit = v / np.sqrt((v**2).sum(axis=-1, keepdims=True))
    yield Step("cosines", "C", r"\cos(v_i, v_j)", unit @ unit.T)
