"""The gates of one LSTM unit over a sentence. After Karpathy, Johnson and Fei-Fei 2015."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import sigmoid


def product_of_later(factors: Array) -> Array:
    """For each entry the product of all that come after it; 1 for the last."""
    products = [np.ones_like(factors[0])]
    for factor in factors[:0:-1]:
        products.insert(0, products[0] * factor)
    return np.stack(products)


def gates_over_time(x: Array, w: Array, b: Array) -> Steps:
    """Let one unit read the rows of `x`; `w` (4 × (1 + d)) has the rows f, i, candidate, o."""
    h, c, openings = np.zeros_like(b[:1]), np.zeros_like(b[:1]), []
    for t in range(1, len(x) + 1):
        a = w @ np.concatenate([h, x[t - 1]]) + b
        f, i, o = gates = yield Step(
            f"gates_{t}",
            f"g_{{{t}}}",
            rf"\sigma((W [h_{{{t - 1}}}, x_{{{t}}}] + b)_{{f, i, o}})",
            sigmoid(a[[0, 1, 3]]),
        )
        openings.append(gates)
        formula = rf"f_{{{t}}} c_{{{t - 1}}} + i_{{{t}}} \tilde{{c}}_{{{t}}}"
        c = yield Step(f"cell_{t}", f"c_{{{t}}}", formula, f * c + i * np.tanh(a[2:3]))
        h = o * np.tanh(c)
    table = yield Step("openings", "G", r"[g_1 \cdots g_T]", np.stack(openings, axis=1))
    yield Step("reaching", "R", r"\prod_{s > t} f_s", product_of_later(table[0]))
