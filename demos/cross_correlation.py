"""Cross-correlation and convolution. Dive into Deep Learning, sections 7.2 and 7.3."""

from typing import Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tutor.demo import Array, Step, Steps


def cross_correlation(
    x: Array, k: Array, *, flip: bool = False, padding: Literal[0, 1, 2] = 0
) -> Steps:
    """Slide a kernel over an image wherever it fits whole; `flip` turns it round first."""
    image = yield Step("image", "X'", r"\text{pad}(X)", np.pad(x, padding))
    if flip:
        kernel = yield Step("kernel", "K'", r"\text{flip}(K)", np.flip(k))
    else:
        kernel = yield Step("kernel", "K'", r"K", k)
    windows = sliding_window_view(image, kernel.shape)
    output = (windows * kernel).sum(axis=(-2, -1))
    yield Step("output", "Y", r"\sum_{i,j} X'_{u+i,\, v+j} K'_{i,j}", output)
