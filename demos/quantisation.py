"""Asymmetric 8-bit quantisation. Jacob et al. 2018, section 2.1."""

from typing import Literal

import numpy as np

from tutor.demo import Array, Step, Steps


def nearest(x: Array) -> Array:
    """The nearest whole numbers; a half goes up."""
    whole: Array = np.floor(x + 0.5).astype(int)
    return whole


def quantisation(
    x: Array, low: Array, high: Array, *, codes: Literal["uint8", "int8"] = "uint8"
) -> Steps:
    """Store `x` as 8-bit codes for the range from `low` to `high`, and read them back."""
    scale = yield Step("scale", "S", "(high - low) / 255", (high - low) / 255)
    zero = nearest(-low / scale)
    if codes == "uint8":
        least, most, formula = 0, 255, r"\mathrm{round}(-low / S)"
    else:
        least, most, formula = -128, 127, r"\mathrm{round}(-low / S) - 128"
        zero = zero - 128
    zero = yield Step("zero_point", "Z", formula, zero)
    rounded = nearest(x / scale) + zero
    rounded = yield Step("rounded", "r", r"\mathrm{round}(x / S) + Z", rounded)
    formula = rf"\mathrm{{clip}}(r, {least}, {most})"
    q = yield Step("codes", "q", formula, np.clip(rounded, least, most))
    restored = yield Step("restored", r"\hat{x}", "S (q - Z)", scale * (q - zero))
    yield Step("error", "e", r"\hat{x} - x", restored - x)
