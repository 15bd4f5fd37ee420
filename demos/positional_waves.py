"""The waves of the positional encoding. Vaswani et al. 2017, section 3.5."""

import numpy as np

from tutor.demo import Array, Step, Steps


def positional_waves(i: Array, d: Array, pos: Array) -> Steps:
    """Follow the sine of each pair `i` of columns over the positions `pos`."""
    divisors = yield Step("divisors", "D", r"10000^{2i/d}", 10000 ** (2 * i / d))
    yield Step("wavelengths", r"\lambda", r"2 \pi D", 2 * np.pi * divisors)
    angles = pos / divisors[:, np.newaxis]
    angles = yield Step("angles", r"\Theta", r"pos / D_i", angles)
    yield Step("waves", "S", r"\sin \Theta", np.sin(angles))
