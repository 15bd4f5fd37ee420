"""The waves as imaginary parts of turning points, and their lengths from the frequencies."""

import math
import random
from typing import Any

import numpy as np


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    d = draw.choice([2, 4, 6, 8, 16])
    pairs = sorted(draw.sample(range(d // 2), draw.randint(1, d // 2)))
    pos = [draw.randint(0, 100) for _ in range(draw.randint(1, 6))]
    speeds = [math.exp(-2 * pair / d * math.log(10000)) for pair in pairs]
    turned = np.exp(1j * np.array(speeds))[:, np.newaxis] ** np.array(pos)
    steps = {
        "divisors": [1 / speed for speed in speeds],
        "wavelengths": [math.tau / speed for speed in speeds],
        "angles": [[speed * place for place in pos] for speed in speeds],
        "waves": turned.imag,
    }
    return {"i": pairs, "d": d, "pos": pos}, steps
