"""Linear attention. Katharopoulos et al. 2020, section 3.2."""

import numpy as np

from tutor.demo import Array, Step, Steps


def elu_plus_one(x: Array) -> Array:
    """Take x + 1 above 0 and e^x below: positive everywhere, so that no weight is negative."""
    features: Array = np.where(x > 0, x + 1, np.exp(np.minimum(x, 0)))
    return features


def linear_attention(q: Array, k: Array, v: Array) -> Steps:
    """Attend from the queries to the keys without ever making a table of queries × keys."""
    phi_q = yield Step("phi_q", r"\Phi_Q", r"\phi(Q)", elu_plus_one(q))
    phi_k = yield Step("phi_k", r"\Phi_K", r"\phi(K)", elu_plus_one(k))
    summary = yield Step("summary", "M", r"\Phi_K^\top V", phi_k.T @ v)
    total = yield Step("total", "z", r"\Phi_K^\top 1", phi_k.sum(axis=0))
    mixed = yield Step("mixed", "U", r"\Phi_Q M", phi_q @ summary)
    norms = yield Step("norms", "c", r"\Phi_Q z", phi_q @ total)
    yield Step("output", "Z", r"U_i / c_i", mixed / norms[:, np.newaxis])
