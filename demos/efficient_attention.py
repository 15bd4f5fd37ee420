"""Efficient attention. Shen et al. 2021."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def efficient_attention(
    q: Array, k: Array, v: Array, *, normalisation: Literal["softmax", "scaling"] = "softmax"
) -> Steps:
    """Let the keys meet the values first, and the queries read what comes of it."""
    if normalisation == "softmax":
        shares, heights = softmax(q), softmax(k.T).T
        of_q, of_k = r"\text{softmax}_{rows}(Q)", r"\text{softmax}_{columns}(K)"
    else:
        shares, heights = q / np.sqrt(len(k)), k / np.sqrt(len(k))
        of_q, of_k = r"Q / \sqrt{n}", r"K / \sqrt{n}"
    rho_q = yield Step("rho_q", r"\rho_q", of_q, shares)
    rho_k = yield Step("rho_k", r"\rho_k", of_k, heights)
    context = yield Step("context", "G", r"\rho_k^\top V", rho_k.T @ v)
    yield Step("output", "Z", r"\rho_q G", rho_q @ context)
