"""What one layer of each kind costs. Vaswani et al. 2017, section 4, table 1."""

import numpy as np

from tutor.demo import Array, Step, Steps


def layer_costs(n: Array, d: Array, k: Array, *, dilated: bool = True) -> Steps:
    """Multiplications of a layer on `n` vectors of length `d`, and layers until all have met.

    Of each layer the leading product is counted; a kernel sees `k` places.
    """
    attention = yield Step("attention", "C_a", r"n^2 d", n**2 * d)
    recurrent = yield Step("recurrent", "C_r", r"n d^2", n * d**2)
    yield Step("convolution", "C_c", r"k n d^2", k * n * d**2)
    yield Step("ratio", r"\rho", r"C_a / C_r", attention / recurrent)
    if dilated:
        # A hair is taken off: the quotient of an exact power may come out a hair above the whole.
        depth = np.ceil(np.log(n) / np.log(k) - 1e-9)
        yield Step("layers", "L", r"\lceil \log_k n \rceil", depth)
    else:
        yield Step("layers", "L", r"\lceil (n - 1) / (k - 1) \rceil", np.ceil((n - 1) / (k - 1)))
