"""A demo of a learner's own, as it is first written. Made for the tests."""

from tutor.demo import Array, Step, Steps


def bare(x: Array) -> Steps:
    """Nothing but code."""
    yield Step("double", "D", "2 x", 2 * x)
