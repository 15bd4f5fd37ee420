"""Demos whose cells follow from more than one can read, and others that are easily misread."""

import numpy as np

from tutor.demo import Array, Step, Steps

RATE = 0.1
SPEED = 0.3


def softmax(z: Array) -> Array:
    exps = np.exp(z - z.max(axis=-1, keepdims=True))
    shares: Array = exps / exps.sum(axis=-1, keepdims=True)
    return shares


def scale(gains: Array, z: Array) -> Array:
    return gains * z


def attention(x: Array) -> Steps:
    w = np.cos(np.arange(x.shape[1] ** 2)).reshape(x.shape[1], -1) / 8
    h = x
    for _ in range(2):
        scores = (h @ w) @ (h @ w).T / 8
        h = h + softmax(scores) @ (h @ w)
    yield Step("h", "h", "", h)


def training(x: Array, y: Array, *, rate: float = 0.1) -> Steps:
    w = np.zeros(2)
    for _ in range(30):
        e = x @ w - y
        w = w - rate * x.T @ e
    yield Step("w", "w", "", w)


def misread(x: Array) -> Steps:
    w = np.zeros(2)
    yield Step("w", "W", "", x[0] - w)
    s = yield Step("s", "s", "", 2 * x)
    yield Step("scaled", "z", "", scale(np.array([2.0, 4.0]), s))
    yield Step("tenth", "t", "", 0.1 * x)
    yield Step("rated", "r", "", SPEED * x)
    u = np.linalg.svd(x)[0]
    yield Step("left", "l", "", u * 1)
    yield Step("other", "o", "", np.linalg.svd(x)[2] * 1)
    yield Step("wave", "f", "", np.abs(np.fft.fft(x)))
    yield Step("sum", "S", "", x.sum(initial=5))
    yield Step("third", "p", "", np.percentile(x, 30))
    yield Step("smooth", "c", "", np.convolve(x[0], [1, 0, -1]))
    yield Step("bytes", "b", "", (x * 100).astype(np.int64).astype(np.uint8))
    yield Step("finite", "n", "", np.nan_to_num(x * np.inf))
