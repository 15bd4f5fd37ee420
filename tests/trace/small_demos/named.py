"""Demos with functions and constants of their own, for what a trace calls them."""

from typing import Any

import numpy as np

from tutor.demo import Array, Step, Steps

SLOPE = 0.25


def sigmoid(z: Array) -> Array:
    gate: Array = 1 / (1 + np.exp(-z))
    return gate


def softmax(z: Array) -> Array:
    exps = np.exp(z - z.max(axis=-1, keepdims=True))
    shares: Array = exps / exps.sum(axis=-1, keepdims=True)
    return shares


def leaky(z: Array) -> Array:
    return np.where(z > 0, z, SLOPE * z)


def swish(z: Array) -> Array:
    return z * sigmoid(z)


def doubled_swish(z: Array) -> Array:
    twice = 2 * z
    return twice * sigmoid(twice)


def _scaled(z: Array, gain: Array) -> Array:
    return z * gain


def by_heads(z: Array) -> Array:
    return z.reshape(2, -1).T


def dense(x: Array, w: Array, b: Array) -> Array:
    return x @ w + b


def activations(x: Array, w: Array) -> Steps:
    z = yield Step("net", "z", "", x @ w)
    yield Step("gate", "g", "", sigmoid(z))
    yield Step("inline", "g'", "", sigmoid(x @ w + 1))
    yield Step("twice", "g''", "", sigmoid(2 * sigmoid(z)))
    yield Step("nested", "s", "", swish(z))
    yield Step("deep", "t", "", doubled_swish(z))
    yield Step("slope", "l", "", leaky(z))
    yield Step("scaled", "u", "", _scaled(z, x))
    yield Step("moved", "m", "", by_heads(z))
    yield Step("gated", "n", "", sigmoid(by_heads(z)))
    yield Step("dense", "d", "", dense(x, w, z))


def rows(s: Array) -> Steps:
    yield Step("weights", "A", "", softmax(s))
    yield Step("columns", "C", "", softmax(s.T))
    yield Step("single", "o", "", softmax(s[:, :1]))
    yield Step("part", "p", "", 2 * softmax(s)[0])
    yield Step("halved", "h", "", softmax(s / 2))


def constants(x: Array, *, rate: float = 0.5, width: int = 4) -> Steps:
    offset = np.array([1.0, 2.0])
    eps = 1e-5
    half = 0.5
    n, d = x.shape
    yield Step("rated", "r", "", rate * x)
    yield Step("widened", "w", "", x / np.sqrt(width))
    yield Step("moved_on", "o", "", x + offset)
    yield Step("nearby", "e", "", x + eps)
    yield Step("half", "h", "", 0.5 * x * half)
    yield Step("slope", "s", "", SLOPE * x)
    yield Step("sizes", "z", "", x / (n * width) ** 0.5 + d // 2)
    yield Step("size", "k", "", np.sqrt(x.shape[-1]) * x)
    yield Step("mask", "M", "", np.eye(2))
    offset += 1
    yield Step("later", "l", "", x + offset)


def lengths(n: Any, ids: Array) -> Steps:
    table = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    yield Step("counted", "c", "", np.arange(n) * n)
    yield Step("looked_up", "l", "", table[ids])
    yield Step("taken", "t", "", np.take(table, ids, axis=0))
    yield Step("unit", "I", "", np.eye(n) * n)
    yield Step("lower", "L", "", np.tri(n) / n)
    yield Step("spread", "s", "", np.linspace(0, 1, n) * n)
    yield Step("all", "a", "", np.stack([ids[t] * t for t in range(n)]))
