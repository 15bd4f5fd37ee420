"""One query's scores biased by distance, as in ALiBi. Press, Smith and Lewis 2022, section 3."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def alibi_bias(scores: Array, slope: Array) -> Steps:
    """Weigh the keys by their scaled `scores`, which fall by `slope` with each token of distance.

    The query is that of the last token, so that no key lies in its future.
    """
    j = np.arange(len(scores))
    offsets = yield Step("offsets", "D", "j - i", j - j[-1])
    bias = yield Step("bias", "B", r"slope \cdot D", slope * offsets)
    biased = yield Step("biased", "S'", "scores + B", scores + bias)
    yield Step("weights", "A", r"\mathrm{softmax}(S')", softmax(biased))
