"""A linear probe: logistic regression on frozen features. Alain and Bengio 2017."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import sigmoid


def cross_entropy(y: Array, p: Array) -> Array:
    """The mean surprise at the labels `y`, of which `p` are the probabilities of 1."""
    surprise: Array = -np.log(np.where(y == 1, p, 1 - p)).mean()
    return surprise


def linear_probe(x: Array, y: Array, w: Array, b: Array, lr: Array, steps: Array) -> Steps:
    """Train the head `w`, `b` on features `x` (examples × features) that themselves stay frozen."""
    z = yield Step("logits", "z", "X w + b", x @ w + b)
    p = yield Step("probabilities", "p", r"\sigma(z)", sigmoid(z))
    loss = yield Step("loss", "L", r"\frac{1}{n} \sum_i -\ln P(y_i)", cross_entropy(y, p))
    error = yield Step("error", r"\delta", "p - y", p - y)
    grad_w = yield Step("grad_w", "g_w", r"X^\top \delta / n", x.T @ error / len(x))
    grad_b = yield Step("grad_b", "g_b", r"\frac{1}{n} \sum_i \delta_i", error.mean())
    w = yield Step("new_w", "w'", r"w - lr \cdot g_w", w - lr * grad_w)
    b = yield Step("new_b", "b'", r"b - lr \cdot g_b", b - lr * grad_b)
    losses = [loss]
    for _ in range(steps):
        p = sigmoid(x @ w + b)
        losses.append(cross_entropy(y, p))
        w = w - lr * (x.T @ (p - y)) / len(x)
        b = b - lr * (p - y).mean()
    yield Step("losses", r"L_0 \ldots", r"L, L(w', b'), \ldots", np.stack(losses))
