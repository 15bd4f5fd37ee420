"""Demos with loops over time, and steps that join what the loops made."""

from typing import Any

import numpy as np

from tutor.demo import Array, Step, Steps


def recurrent(xs: Array, w: Array, u: Array, h0: Array) -> Steps:
    h = h0
    hs = []
    for x in xs:
        h = np.tanh(x @ w + h @ u)
        hs.append(h)
    yield Step("last", "h_T", "", 2 * h)
    states = yield Step("states", "H", "", np.stack(hs))
    yield Step("square", "H^2", "", h**2)
    yield Step("sum", "s", "", states.sum(axis=0))
    yield Step("again", "H", "", states)


def joined_with_start(xs: Array, h0: Array) -> Steps:
    hs = [h0]
    for x in xs:
        hs.append(hs[-1] / 2 + x)
    yield Step("states", "H", "", np.stack(hs)[1:])
    yield Step("turned", "H^T", "", np.stack(hs[1:], axis=-1))


def long(x: Array, *, steps: int = 400) -> Steps:
    for _ in range(steps):
        x = x * 0.99 + 0.01
    yield Step("y", "y", "", x)


def fibonacci(a: Array, b: Array) -> Steps:
    for _ in range(300):
        a, b = b, 0.5 * (a + b)
    yield Step("y", "y", "", b)


def accumulated(x: Array) -> Steps:
    total: Any = np.zeros(2)
    kept = total
    for row in x:
        total += row
    yield Step("total", "t", "", total)
    x += 1
    yield Step("raised", "r", "", x)
    yield Step("kept", "k", "", np.stack([kept * 0, x[0]]))


def powers(x: Array) -> Steps:
    y = x + 0
    y **= 2
    y /= 4
    y -= x
    yield Step("y", "y", "", y)
