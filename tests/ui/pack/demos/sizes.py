"""How wide a convolution comes out. A demo made for the tests, all of single numbers."""

from tutor.demo import Array, Step, Steps


def sizes(n: Array, k: Array, p: Array) -> Steps:
    """The width with stride 1."""
    padded = yield Step("padded", "m", "n + 2 p", n + 2 * p)
    yield Step("width", "w", "m - k + 1", padded - k + 1)
