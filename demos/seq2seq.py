"""An encoder-decoder of two recurrent networks. Sutskever, Vinyals and Le 2014, section 2."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def seq2seq(
    x: Array,
    w_x: Array,
    w_h: Array,
    u_y: Array,
    u_s: Array,
    v: Array,
    target: Array,
    *,
    feed: Literal["own", "target"] = "own",
) -> Steps:
    """Read the rows of `x`, then write one word for each number in `target`; word 0 is the end.

    The encoder has the weights `w`, the decoder `u`; `v` makes a score for each word of a state.
    """
    h, words = np.zeros_like(w_h[0]), np.arange(len(v))
    for t in range(1, len(x) + 1):
        formula = rf"\tanh(W_x x_{{{t}}} + W_h h_{{{t - 1}}})"
        h = yield Step(f"h{t}", f"h_{{{t}}}", formula, np.tanh(w_x @ x[t - 1] + w_h @ h))
    s = yield Step("context", "C", f"h_{{{len(x)}}}", h)
    y, losses = np.where(words == 0, 1, 0), []
    for t in range(1, len(target) + 1):
        before = "C" if t == 1 else f"s_{{{t - 1}}}"
        formula = rf"\tanh(U_y y_{{{t - 1}}} + U_s {before})"
        s = yield Step(f"s{t}", f"s_{{{t}}}", formula, np.tanh(u_y @ y + u_s @ s))
        p = yield Step(f"p{t}", f"p_{{{t}}}", rf"\mathrm{{softmax}}(V s_{{{t}}})", softmax(v @ s))
        losses.append(-np.log(p[target[t - 1]]))
        if t < len(target):
            own = feed == "own"
            formula = rf"[j = \mathrm{{argmax}}\, p_{{{t}}}]" if own else f"[j = target_{{{t}}}]"
            fed = p == p.max() if own else words == target[t - 1]
            y = yield Step(f"y{t}", f"y_{{{t}}}", formula, np.where(fed, 1, 0))
    yield Step("loss", "L", r"-\frac{1}{T} \sum_t \ln p_{t, target_t}", np.stack(losses).mean())
