"""What a demo may not do, one way in each function."""

import math
from typing import Any

import numpy as np

from tutor.demo import Array, Step, Steps


def done(value: Any) -> Step:
    return Step("y", "y", "", value)


def assigned(x: Array) -> Steps:
    y = x + 0
    y[0] = 1
    yield done(y)


def assigned_in_steps(x: Array) -> Steps:
    y = x + 0
    y[1:] += 1
    yield done(y)


def assigned_plain(x: Array) -> Steps:
    out = np.zeros(3)
    out[0] = x[0] * 2
    yield done(out)


def made_plain(x: Array) -> Steps:
    yield done(np.array([x[0], 1.0]))


def converted(x: Array) -> Steps:
    yield done(np.asarray(x, dtype=float))


def filled(x: Array) -> Steps:
    yield done(np.full((2,), x[0]))


def listed(x: Array) -> Steps:
    yield done(x + [x[0], 1.0, 2.0])  # noqa: RUF005  # a list as an operand is what is meant


def float_of(x: Array) -> Steps:
    yield done(np.float64(float(x.sum())))


def int_of(x: Array) -> Steps:
    yield done(np.zeros(int(x[2])))


def math_of(x: Array) -> Steps:
    yield done(np.float64(math.sqrt(x[2])))


def tested(x: Array) -> Steps:
    yield done(x if x.sum() > 0 else -x)


def looped(x: Array) -> Steps:
    total = x.sum()
    while total < 10:
        total = total * 2
    yield done(total)


def both(x: Array) -> Steps:
    yield done(np.float64(x[0] > 0 and x[1] > 0))


def python_min(x: Array) -> Steps:
    yield done(min(x[0], x[1]))


def vectorized(x: Array) -> Steps:
    relu: Any = np.vectorize(lambda z: z if z > 0 else 0.0)
    yield done(relu(x))


def added_at(x: Array) -> Steps:
    out = np.zeros(3)
    np.add.at(out, [0, 1, 0], x)
    yield done(out)


def put(x: Array) -> Steps:
    y = x + 0
    np.put(y, [0], 9.0)
    yield done(y)


def diagonal_filled(x: Array) -> Steps:
    y = np.outer(x, x)
    np.fill_diagonal(y, 0)
    yield done(y)


def sorted_in_place(x: Array) -> Steps:
    y = x + 0
    y.sort()
    yield done(y)


def out_given(x: Array) -> Steps:
    out = np.zeros(3)
    np.multiply(x, 2, out=out)
    yield done(out)


def out_of_sum(x: Array) -> Steps:
    out = np.zeros(())
    np.sum(x, out=out)
    yield done(out)


def item(x: Array) -> Steps:
    yield done(np.float64(x.sum().item()))


def listed_out(x: Array) -> Steps:
    yield done(np.stack(x.tolist()))


def attribute(x: Array) -> Steps:
    yield done(np.float64(x.nbytes))


def function(x: Array) -> Steps:
    yield done(np.apply_along_axis(np.sum, 0, x))


def objects(x: Array) -> Steps:
    yield done(x.astype(object).astype(float))


def hashed(x: Array) -> Steps:
    counts = {x.sum(): 1.0}
    yield done(np.array(list(counts.values())))
