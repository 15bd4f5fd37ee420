"""ALiBi: attention with linear biases. Press, Smith and Lewis 2022, section 3."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .alibi_bias import alibi_bias

EXPONENTS = r"\begin{cases} 8 h / a & h \le a \\ 4 (2 (h - a) - 1) / a & \mathrm{else} \end{cases}"


def alibi(scores: Array, n: Array, head: Array) -> Steps:
    """Give each of `n` heads its slope; bias the last query's `scores` in one, counted from 1."""
    a = yield Step("power", "a", r"2^{\lfloor \log_2 n \rfloor}", np.exp2(np.floor(np.log2(n))))
    h = np.array(range(1, n + 1))
    exponents = np.where(h <= a, 8 * h / a, 4 * (2 * (h - a) - 1) / a)
    exponents = yield Step("exponents", "e", EXPONENTS, exponents)
    slopes = yield Step("slopes", "m", "2^{-e}", 2.0**-exponents)
    yield from alibi_bias(scores, slopes[head - 1])
