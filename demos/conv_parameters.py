"""What sparse connectivity and weight sharing save. Goodfellow et al. 2016, section 9.2."""

from tutor.demo import Array, Step, Steps


def conv_parameters(n: Array, k: Array, c_in: Array, c_out: Array) -> Steps:
    """Count the parameters of one layer three times: all connected, only nearby, and shared.

    The image has `n` × `n` pixels in `c_in` channels, each of the `c_out` kernels `k` × `k` cells.
    """
    width = yield Step("width", "o", r"n - k + 1", n - k + 1)
    units = yield Step("units", "U", r"o^2 c_{out}", width**2 * c_out)
    yield Step("dense", "D", r"(n^2 c_{in} + 1)\, U", (n**2 * c_in + 1) * units)
    window = yield Step("window", "w", r"k^2 c_{in}", k**2 * c_in)
    yield Step("local", "L", r"(w + 1)\, U", (window + 1) * units)
    yield Step("parameters", "P", r"(w + 1)\, c_{out}", (window + 1) * c_out)
