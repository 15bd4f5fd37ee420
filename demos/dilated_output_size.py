"""The output size of a dilated convolution. Dumoulin and Visin 2016, section 5.1."""

from tutor.demo import Array, Step, Steps


def dilated_output_size(n: Array, k: Array, s: Array, p: Array, d: Array) -> Steps:
    """Count the places of a kernel whose `k` entries lie `d` apart."""
    span = yield Step("span", "k'", r"d (k - 1) + 1", d * (k - 1) + 1)
    room = yield Step("room", "m", r"n + 2p - k'", n + 2 * p - span)
    yield Step("size", "o", r"\lfloor m / s \rfloor + 1", room // s + 1)
