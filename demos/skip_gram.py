"""One step of word2vec's skip-gram with negative sampling. Mikolov et al. 2013."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import sigmoid


def skip_gram(v: Array, u_pos: Array, u_neg: Array, eta: Array) -> Steps:
    """Pull the centre word `v` and its neighbour `u_pos` together, push `u_neg` (k × d) away."""
    u = np.concatenate([u_pos[np.newaxis], u_neg])
    s = yield Step("scores", "s", r"[u_+; u_-]\, v", u @ v)
    p = yield Step("probabilities", "p", r"\sigma(s)", sigmoid(s))
    y = np.where(np.arange(len(u)) == 0, 1, 0)
    right = np.where(y == 1, p, 1 - p)
    losses = yield Step("losses", "L", r"-\ln p_0,\; -\ln (1 - p_i)", -np.log(right))
    yield Step("loss", "J", r"\sum L", losses.sum())
    delta = yield Step("delta", r"\delta", r"p - y", p - y)
    grad_v = yield Step("grad_v", r"\nabla v", r"\sum_i \delta_i u_i", delta @ u)
    grad_u = yield Step("grad_u", r"\nabla u", r"\delta\, v^\top", delta[:, np.newaxis] * v)
    new_v = yield Step("new_v", "v'", r"v - \eta \nabla v", v - eta * grad_v)
    new_u = yield Step("new_u", "u'", r"u - \eta \nabla u", u - eta * grad_u)
    yield Step("new_scores", "s'", r"u' v'", new_u @ new_v)
