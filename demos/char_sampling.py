"""A character-level network writes: each letter it draws is its next input. Karpathy 2015."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def char_sampling(
    letters: Array, first: Array, u: Array, w_x: Array, w_h: Array, w_y: Array
) -> Steps:
    """Go on from letter number `first`, drawing one letter for each random number in `u`."""
    letter, h, drawn = first, np.zeros(len(w_h)), []
    for t in range(1, len(u) + 1):
        x = np.where(np.arange(len(letters)) == letter, 1, 0)
        formula = rf"\tanh(W_x x_{{{t}}} + W_h h_{{{t - 1}}})"
        h = yield Step(f"h{t}", f"h_{{{t}}}", formula, np.tanh(w_x @ x + w_h @ h))
        formula = rf"\mathrm{{softmax}}(W_y h_{{{t}}})"
        p = yield Step(f"p{t}", f"p_{{{t}}}", formula, softmax(w_y @ h))
        formula = rf"\sum_{{i \le j}} p_{{{t}, i}}"
        upto = yield Step(f"c{t}", f"c_{{{t}}}", formula, np.cumsum(p))
        # Along a wrong path the shares may not reach 1: the last letter is then drawn.
        passed = np.minimum(np.where(upto <= u[t - 1], 1, 0).sum(), len(letters) - 1)
        formula = rf"\sum_j [c_{{{t}, j}} \le u_{{{t}}}]"
        letter = yield Step(f"k{t}", f"k_{{{t}}}", formula, passed)
        drawn.append(letter)
    yield Step("written", "text", r"letters_{k_t}", letters[np.stack(drawn).astype(int)])
