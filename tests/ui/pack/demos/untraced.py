"""A demo that cannot be traced, made for the tests."""

import numpy as np

from tutor.demo import Array, Step, Steps


def untraced(x: Array) -> Steps:
    """Twice the largest number, by way of a bare float."""
    yield Step("twice", "y", r"2 \max x", np.array([2 * float(x.max()), 0.5]))
