"""A recurrent network reads a text and gives one answer. Goodfellow et al. 2016, section 10.2."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import sigmoid


def rnn_classifier(
    x: Array,
    w_x: Array,
    w_h: Array,
    b: Array,
    w_o: Array,
    b_o: Array,
    y: Array,
    *,
    pool: Literal["last", "mean", "max"] = "last",
) -> Steps:
    """Read the rows of `x`, keep one vector of the text, and judge it; `y` is the label, 0 or 1."""
    h = [np.zeros(len(b))]
    for t in range(1, len(x) + 1):
        formula = rf"\tanh(W_x x_{{{t}}} + W_h h_{{{t - 1}}} + b)"
        state = np.tanh(w_x @ x[t - 1] + w_h @ h[-1] + b)
        h.append((yield Step(f"h{t}", f"h_{{{t}}}", formula, state)))
    states = np.stack(h[1:])
    if pool == "last":
        v = yield Step("vector", "v", rf"h_{{{len(x)}}}", h[-1])
    elif pool == "mean":
        v = yield Step("vector", "v", r"\frac{1}{T} \sum_t h_t", states.mean(axis=0))
    else:
        v = yield Step("vector", "v", r"\max_t h_t", states.max(axis=0))
    z = yield Step("logit", "z", r"w_o \cdot v + b_o", w_o @ v + b_o)
    p = yield Step("probability", "p", r"\sigma(z)", sigmoid(z))
    given = np.where(y == 1, p, 1 - p)
    formula = r"\begin{cases} -\ln p & y = 1 \\ -\ln(1 - p) & y = 0 \end{cases}"
    yield Step("loss", "L", formula, -np.log(given))
