"""A bidirectional recurrent network. Schuster and Paliwal 1997."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps


def bidirectional_rnn(
    x: Array,
    w_x: Array,
    w_h: Array,
    b: Array,
    v_x: Array,
    v_h: Array,
    c: Array,
    *,
    join: Literal["concatenate", "add"] = "concatenate",
) -> Steps:
    """Read the rows of `x` from the left with `w` and `b`, from the right with `v` and `c`."""
    h, g, last = [np.zeros_like(b)], [np.zeros_like(c)], len(x)
    for t in range(1, last + 1):
        formula = rf"\tanh(W_x x_{{{t}}} + W_h h_{{{t - 1}}} + b)"
        state = np.tanh(w_x @ x[t - 1] + w_h @ h[-1] + b)
        h.append((yield Step(f"forward_{t}", f"h_{{{t}}}", formula, state)))
    for t in range(last, 0, -1):
        formula = rf"\tanh(V_x x_{{{t}}} + V_h g_{{{t + 1}}} + c)"
        state = np.tanh(v_x @ x[t - 1] + v_h @ g[0] + c)
        g.insert(0, (yield Step(f"backward_{t}", f"g_{{{t}}}", formula, state)))
    forward, backward = np.stack(h[1:]), np.stack(g[:-1])
    if join == "concatenate":
        both = np.concatenate([forward, backward], axis=1)
        yield Step("output", "Y", "[h_t, g_t]", both)
        yield Step("ends", "s", r"[h_T, g_1]", np.concatenate([forward[-1], backward[0]]))
    else:
        yield Step("output", "Y", "h_t + g_t", forward + backward)
        yield Step("ends", "s", r"h_T + g_1", forward[-1] + backward[0])
