"""The width of a padded row of tiles. A demo made for the tests."""

from tutor.demo import Array, Step, Steps


def padding(n: Array, p: Array, k: Array) -> Steps:
    """How many tiles of width `k` fit, with `p` more at both ends."""
    room = yield Step("room", "m", r"n + 2 p", n + 2 * p)
    yield Step("size", "o", r"m - k", room - k)
