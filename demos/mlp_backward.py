"""Backpropagation through one hidden layer. Rumelhart, Hinton and Williams 1986."""

from collections.abc import Callable
from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import sigmoid


def squared_error(o: Array, t: Array) -> Array:
    """E = ½ Σ (o - t)², over samples and outputs."""
    error: Array = ((o - t) ** 2).sum(axis=(-2, -1)) / 2
    return error


def both_sides(error: Callable[[Array], Array], w: Array, epsilon: float) -> Array:
    """The error with each entry of `w` by itself raised, and lowered, by epsilon."""
    shift = epsilon * np.eye(w.size).reshape(w.shape + w.shape)
    return np.stack([error(w + shift), error(w - shift)])


def mlp_backward(
    x: Array,
    t: Array,
    w_1: Array,
    b_1: Array,
    w_2: Array,
    b_2: Array,
    eta: Array,
    *,
    biases: Literal["fixed", "updated"] = "fixed",
) -> Steps:
    """One step of gradient descent on `x` (samples × inputs); each gradient is checked."""
    epsilon = 1e-5
    h = yield Step("hidden", "H", r"\sigma(X W_1 + b_1)", sigmoid(x @ w_1 + b_1))
    o = yield Step("output", "O", r"\sigma(H W_2 + b_2)", sigmoid(h @ w_2 + b_2))
    yield Step("loss", "E", r"\frac{1}{2} \sum (O - T)^2", squared_error(o, t))

    delta = (o - t) * o * (1 - o)
    delta_2 = yield Step("delta_2", r"\delta_2", r"(O - T) \odot O \odot (1 - O)", delta)
    grad_2 = yield Step("grad_2", r"\nabla W_2", r"H^\top \delta_2", h.T @ delta_2)
    sides = both_sides(lambda w: squared_error(sigmoid(h @ w + b_2), t), w_2, epsilon)
    e = yield Step("sides_2", "E_2", r"E(W_2 \pm \varepsilon)", sides)
    quotient = (e[0] - e[1]) / 2 / epsilon
    yield Step("check_2", r"\Delta_2", r"(E_2^+ - E_2^-) / 2\varepsilon", quotient)

    delta = (delta_2 @ w_2.T) * h * (1 - h)
    delta_1 = yield Step("delta_1", r"\delta_1", r"\delta_2 W_2^\top \odot H \odot (1 - H)", delta)
    grad_1 = yield Step("grad_1", r"\nabla W_1", r"X^\top \delta_1", x.T @ delta_1)
    sides = both_sides(
        lambda w: squared_error(sigmoid(sigmoid(x @ w + b_1) @ w_2 + b_2), t), w_1, epsilon
    )
    e = yield Step("sides_1", "E_1", r"E(W_1 \pm \varepsilon)", sides)
    quotient = (e[0] - e[1]) / 2 / epsilon
    yield Step("check_1", r"\Delta_1", r"(E_1^+ - E_1^-) / 2\varepsilon", quotient)

    new_w_2 = yield Step("new_w_2", "W_2'", r"W_2 - \eta \nabla W_2", w_2 - eta * grad_2)
    new_w_1 = yield Step("new_w_1", "W_1'", r"W_1 - \eta \nabla W_1", w_1 - eta * grad_1)
    if biases == "updated":
        b_2 = b_2 - eta * delta_2.sum(axis=0)
        b_1 = b_1 - eta * delta_1.sum(axis=0)
    after = sigmoid(sigmoid(x @ new_w_1 + b_1) @ new_w_2 + b_2)
    yield Step("next_loss", "E'", r"E(W_1', W_2')", squared_error(after, t))
