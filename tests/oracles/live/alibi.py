"""ALiBi's slopes as its authors' code has them: a geometric series, and by recursion the rest."""

import importlib.util
import math
import random
from pathlib import Path
from typing import Any

import numpy as np

_SPEC = importlib.util.spec_from_file_location("biased", Path(__file__).with_name("alibi_bias.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_BIASED = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_BIASED)


def slopes_of(n: int) -> list[float]:
    if math.log2(n).is_integer():
        start = 2 ** (-(2 ** -(math.log2(n) - 3)))
        return [start**i for i in range(1, n + 1)]
    power = 2 ** math.floor(math.log2(n))
    return slopes_of(power) + slopes_of(2 * power)[0::2][: n - power]


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    n = draw.choice([1, 2, 3, 4, 6, 8, 12, 16, 32, 112])
    head = draw.randint(1, n)
    scores = [round(draw.gauss(0, 2), 3) for _ in range(draw.randint(1, 5))]
    slopes = slopes_of(n)
    steps = {
        "power": 1 << n.bit_length() - 1,
        "exponents": -np.log2(slopes),
        "slopes": slopes,
        **_BIASED.biased_steps(scores, slopes[head - 1]),
    }
    return {"scores": scores, "n": n, "head": head}, steps
