"""Zero-shot classification by entailment. Yin, Hay and Roth 2019."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def entailment(z: Array, *, labels: Literal["one", "several"] = "one") -> Steps:
    """Judge each label by a row of `z`: its sentence contradicted, left open, entailed."""
    against = yield Step("contradicted", "c", "z_{j0}", z[:, 0])
    in_favour = yield Step("entailed", "e", "z_{j2}", z[:, 2])
    if labels == "one":
        formula, p = r"\mathrm{softmax}(e)", softmax(in_favour)
    else:
        formula, p = r"e^{e_j} / (e^{e_j} + e^{c_j})", 1 / (1 + np.exp(against - in_favour))
    yield Step("probabilities", "p", formula, p)
