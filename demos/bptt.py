"""Backpropagation through time. Pascanu, Mikolov and Bengio 2013, section 2."""

import numpy as np

from tutor.demo import Array, Step, Steps


def bptt(x: Array, w_x: Array, w_h: Array, b: Array, h_0: Array) -> Steps:
    """Read the rows of `x` one after another, then go back from the last state to the first."""
    h, last = [h_0], len(x)
    for t in range(1, last + 1):
        formula = rf"\tanh(W_x x_{{{t}}} + W_h h_{{{t - 1}}} + b)"
        state = np.tanh(w_x @ x[t - 1] + w_h @ h[t - 1] + b)
        h.append((yield Step(f"h{t}", f"h_{{{t}}}", formula, state)))
    hidden = np.stack(h[1:])
    slopes = yield Step("slopes", "D", r"1 - h_t^2", 1 - hidden**2)

    gradient = yield Step(f"gradient_{last}", f"G_{{{last}}}", "I", np.eye(len(h_0)))
    norms = [np.sqrt((gradient**2).sum())]
    for t in range(last, 1, -1):
        formula = rf"\mathrm{{diag}}(1 - h_{{{t}}}^2)\, W_h"
        jacobian = slopes[t - 1][:, np.newaxis] * w_h
        jacobian = yield Step(f"jacobian_{t}", f"J_{{{t}}}", formula, jacobian)
        formula = f"G_{{{t}}} J_{{{t}}}"
        gradient = yield Step(f"gradient_{t - 1}", f"G_{{{t - 1}}}", formula, gradient @ jacobian)
        norms.append(np.sqrt((gradient**2).sum()))
    yield Step("norms", "N", r"\sqrt{\sum G_t^2}", np.stack(norms))
