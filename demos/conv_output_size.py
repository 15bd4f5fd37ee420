"""The output size of a convolution. Dumoulin and Visin 2016, section 2.4."""

from tutor.demo import Array, Step, Steps


def conv_output_size(n: Array, k: Array, s: Array, p: Array) -> Steps:
    """Count the places of a kernel of width `k` on an input of width `n`."""
    padded = yield Step("padded", "n'", r"n + 2p", n + 2 * p)
    room = yield Step("room", "m", r"n' - k", padded - k)
    strides = yield Step("strides", "q", r"\lfloor m / s \rfloor", room // s)
    yield Step("size", "o", r"q + 1", strides + 1)
