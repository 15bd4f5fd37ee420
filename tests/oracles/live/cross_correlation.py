"""Cross-correlation and convolution, by SciPy."""

import random
from typing import Any

import numpy as np
from scipy.signal import convolve2d, correlate2d


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """Drawn inputs, and what SciPy makes of each step."""
    rows, columns = draw.randint(1, 4), draw.randint(1, 4)
    kernel = _matrix(draw, rows, columns)
    image = _matrix(draw, rows + draw.randint(0, 3), columns + draw.randint(0, 3))
    flip, padding = draw.random() < 0.5, draw.randint(0, 2)
    slide = convolve2d if flip else correlate2d
    inputs = {"x": image, "k": kernel, "flip": flip, "padding": padding}
    # One bright pixel shows how a kernel lies: convolution leaves it, correlation turns it round.
    show = correlate2d if flip else convolve2d
    bright = np.zeros((2 * padding + 1, 2 * padding + 1))
    bright[padding, padding] = 1
    padded = convolve2d(image, bright)
    return inputs, {
        "image": padded,
        "kernel": show([[1.0]], kernel),
        "output": slide(padded, kernel, mode="valid"),
    }


def _matrix(draw: random.Random, rows: int, columns: int) -> list[list[float]]:
    return np.round([[draw.gauss(0, 2) for _ in range(columns)] for _ in range(rows)], 3).tolist()
