"""A character-level network learns one word. Karpathy 2015."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def char_rnn_training(
    text: Array,
    letters: Array,
    w_x: Array,
    w_h: Array,
    w_y: Array,
    rate: Array,
    times: Array,
    *,
    memory: bool = True,
) -> Steps:
    """Learn `text` by heart: one update of `w_y` in full, then `times` updates of all weights.

    Without `memory` the state is not handed on: `w_h` is 0 and stays so.
    """
    w_h = w_h if memory else 0 * w_h
    one_hot = np.where(text[:, np.newaxis] == letters, 1, 0)
    x = yield Step("read", "X", r"[text_t = letters]", one_hot[:-1])
    y = yield Step("right", "Y", r"[text_{t+1} = letters]", one_hot[1:])
    h = yield Step("states", "H", r"\tanh(W_x x_t + W_h h_{t-1})", states(x, w_x, w_h))
    p = yield Step("probabilities", "P", r"\mathrm{softmax}(H W_y^\top)", softmax(h @ w_y.T))
    yield Step("loss", "L", r"-\frac{1}{T} \sum_t \ln P_{t, y_t}", loss_of(p, y))
    g = yield Step("gradient", "G", r"\frac{1}{T} (P - Y)^\top H", (p - y).T @ h / len(x))
    yield Step("new_w_y", "W_y'", r"W_y - \eta G", w_y - rate * g)

    losses = [loss_of(p, y)]
    for _ in range(times):
        g_x, g_h, g_y = gradients(x, y, h, p, w_h, w_y)
        w_x, w_h, w_y = w_x - rate * g_x, w_h - rate * memory * g_h, w_y - rate * g_y
        h = states(x, w_x, w_h)
        p = softmax(h @ w_y.T)
        losses.append(loss_of(p, y))
    yield Step("losses", r"\ell", "L_0, L_1, \\ldots", np.stack(losses))


def states(x: Array, w_x: Array, w_h: Array) -> Array:
    """The hidden states on reading the rows of `x`, one row for each."""
    h = [np.zeros(len(w_h))]
    for x_t in x:
        h.append(np.tanh(w_x @ x_t + w_h @ h[-1]))
    return np.stack(h[1:])


def loss_of(p: Array, y: Array) -> Array:
    """The mean surprise at the right letters."""
    loss: Array = -np.log((p * y).sum(axis=-1)).mean()
    return loss


def gradients(
    x: Array, y: Array, h: Array, p: Array, w_h: Array, w_y: Array
) -> tuple[Array, Array, Array]:
    """The gradients of the loss by the three matrices, back through all times."""
    errors = (p - y) / len(x)
    before = np.concatenate([np.zeros((1, len(w_h))), h[:-1]])
    delta = [(errors[-1] @ w_y) * (1 - h[-1] ** 2)]
    for t in range(len(x) - 2, -1, -1):
        delta.append((errors[t] @ w_y + delta[-1] @ w_h) * (1 - h[t] ** 2))
    deltas = np.stack(delta[::-1])
    return deltas.T @ x, deltas.T @ before, errors.T @ h
