"""Thirty-five ways to write a demo: what people write first, wise and unwise."""

import math
from typing import Any

import numpy as np

from tutor.demo import Array, Step, Steps


def sigmoid(z: Array) -> Array:
    gate: Array = 1 / (1 + np.exp(-z))
    return gate


def softmax(z: Array, axis: int = -1) -> Array:
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    shares: Array = e / np.sum(e, axis=axis, keepdims=True)
    return shares


def attention(x: Array, wq: Array, wk: Array, wv: Array) -> Steps:
    q = yield Step("Q", "Q", "", x @ wq)
    k = yield Step("K", "K", "", x @ wk)
    v = yield Step("V", "V", "", x @ wv)
    s = yield Step("S", "S", "", q @ k.T)
    scaled = yield Step("scaled", "S'", "", s / np.sqrt(k.shape[-1]))
    a = yield Step("A", "A", "", softmax(scaled))
    yield Step("O", "O", "", a @ v)


def heads(x: Array, wq: Array, wk: Array, wv: Array, wo: Array, *, h: int = 2) -> Steps:
    n, d = x.shape

    def split(m: Array) -> Array:
        return m.reshape(n, h, d // h).transpose(1, 0, 2)

    q = yield Step("Q", "Q", "", split(x @ wq))
    k = yield Step("K", "K", "", split(x @ wk))
    v = yield Step("V", "V", "", split(x @ wv))
    a = yield Step("A", "A", "", softmax(q @ k.transpose(0, 2, 1) / np.sqrt(d // h)))
    o = yield Step("heads", "O", "", a @ v)
    c = yield Step("joined", "C", "", o.transpose(1, 0, 2).reshape(n, d))
    yield Step("out", "Y", "", c @ wo)


def lstm_list(x: Array, wx: Array, wh: Array, b: Array, h0: Array, c0: Array) -> Steps:
    h, c = h0, c0
    hs = []
    for x_t in x:
        f, i, g, o = np.split(x_t @ wx + h @ wh + b, 4)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        hs.append(h)
    yield Step("H", "H", "", np.stack(hs))


def lstm_in_place(x: Array, wx: Array, wh: Array, b: Array, h0: Array, c0: Array) -> Steps:
    out = np.zeros((len(x), len(h0)))
    h, c = h0, c0
    for t in range(len(x)):
        f, i, g, o = np.split(x[t] @ wx + h @ wh + b, 4)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        out[t] = h
    yield Step("H", "H", "", out)


def backprop(x: Array, w1: Array, w2: Array, t: Array) -> Steps:
    h = yield Step("h", "h", "", sigmoid(x @ w1))
    y = yield Step("y", "y", "", sigmoid(h @ w2))
    yield Step("L", "L", "", 0.5 * np.sum((y - t) ** 2))
    dy = yield Step("dy", "dy", "", (y - t) * y * (1 - y))
    yield Step("dW2", "dW2", "", np.outer(h, dy))
    dh = yield Step("dh", "dh", "", w2 @ dy * h * (1 - h))
    yield Step("dW1", "dW1", "", np.outer(x, dh))


def bptt(xs: Array, wx: Array, wh: Array, h0: Array) -> Steps:
    hs = [h0]
    for x in xs:
        hs.append(np.tanh(x @ wx + hs[-1] @ wh))
    dwh = np.zeros_like(wh)
    d = hs[-1]
    for t in range(len(xs), 0, -1):
        d = d * (1 - hs[t] ** 2)
        dwh += np.outer(hs[t - 1], d)
        d = d @ wh.T
    yield Step("dWh", "dWh", "", dwh)


def added_to_zeros(h0: Array) -> Steps:
    dwh = np.zeros((3, 3))
    dwh += np.outer(h0, h0)
    yield Step("dWh", "dWh", "", dwh)


def einsum(a: Array, b: Array) -> Steps:
    yield Step("c", "c", "", np.einsum("ij,jk->ik", a, b))


def mask(s: Array) -> Steps:
    m = np.tril(np.ones((3, 3), bool))
    masked = yield Step("masked", "M", "", np.where(m, s, -np.inf))
    yield Step("A", "A", "", softmax(masked))


def boolean_mask(x: Array) -> Steps:
    yield Step("relu", "r", "", x * (x > 0))
    yield Step("pos", "p", "", x[x > 0])


def boolean_assignment(x: Array) -> Steps:
    y = x.copy()
    y[y < 0] = 0
    yield Step("relu", "r", "", y)


def add_at(g: Array) -> Steps:
    d = np.zeros((4, 2))
    np.add.at(d, [0, 1, 0], g)
    yield Step("dE", "dE", "", d)


def embed(e: Array) -> Steps:
    yield Step("rows", "r", "", e[[2, 0, 2]])
    i = np.argmax(e[:, 0])
    yield Step("best", "b", "", e[i])


def branch(x: Array) -> Steps:
    d = x[0] - x[1]
    yield Step("hinge", "h", "", d + 1.0 if d > -1 else 0.0)


def python_float(x: Array) -> Steps:
    yield Step("m", "m", "", float(np.max(x)) * 2)


def math_function(x: Array) -> Steps:
    yield Step("m", "m", "", math.exp(x[0]))


def python_max(x: Array) -> Steps:
    yield Step("m", "m", "", max(0.0, x[0]))


def inverse(a: Array, y: Array) -> Steps:
    yield Step("w", "w", "", np.linalg.inv(a.T @ a + 0.1 * np.eye(3)) @ a.T @ y)


def array_of_rows(x: Array) -> Steps:
    yield Step("m", "m", "", np.array([[x[0], x[1]], [x[1], x[0]]]))


def array_of_numbers(x: Array) -> Steps:
    yield Step("m", "m", "", np.array([x[0], x[1]]))


def windows(x: Array, k: Array) -> Steps:
    w = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    yield Step("y", "y", "", (w * k).sum(axis=(-2, -1)))


def window_loop(x: Array, k: Array) -> Steps:
    n = x.shape[0] - k.shape[0] + 1
    rows = [np.stack([np.sum(x[i : i + 2, j : j + 2] * k) for j in range(n)]) for i in range(n)]
    yield Step("y", "y", "", np.stack(rows))


def output_size(n: Array, k: Array, s: Array, p: Array) -> Steps:
    yield Step("out", "o", "", (n + 2 * p - k) // s + 1)


def output_size_floor(n: Array, k: Array, s: Array, p: Array) -> Steps:
    yield Step("out", "o", "", np.floor((n + 2 * p - k) / s) + 1)


def angle(pos: Array, i: Array, d: Array) -> Steps:
    yield Step("a", "a", "", pos / 10000 ** (2 * i / d))


def interleave_in_place(a: Array) -> Steps:
    pe = np.zeros((3, 4))
    pe[:, 0::2] = np.sin(a)
    pe[:, 1::2] = np.cos(a)
    yield Step("PE", "PE", "", pe)


def interleave(a: Array) -> Steps:
    yield Step("PE", "PE", "", np.stack([np.sin(a), np.cos(a)], axis=-1).reshape(3, 4))


def best_two(x: Array) -> Steps:
    yield Step("s", "s", "", x[np.argsort(-x)][:2])


def moments(x: Array) -> Steps:
    yield Step("y", "y", "", np.mean(x, axis=-1, keepdims=True))
    yield Step("v", "v", "", x.var(axis=-1))


def tokens(t: Array, p: Array) -> Steps:
    yield Step("in", "in", "", np.where(p, "[MASK]", t))


def vectorized(x: Array) -> Steps:
    square: Any = np.vectorize(lambda z: z * z)
    yield Step("y", "y", "", square(x))


def padded(x: Array) -> Steps:
    yield Step("p", "p", "", np.pad(x, 1))


def norms(x: Array) -> Steps:
    yield Step("y", "y", "", np.linalg.norm(x, axis=1))
    yield Step("z", "z", "", np.allclose(x, x))
