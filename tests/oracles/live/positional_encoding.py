"""Positional encoding by another formula: points e^(iθ) that turn round the unit circle."""

import math
import random
from typing import Any

import numpy as np


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    d = draw.choice([2, 4, 6, 8, 16])
    pairs = list(range(d // 2))
    pos = [draw.randint(0, 100) for _ in range(draw.randint(1, 6))]
    layout = draw.choice(["interleaved", "halves"])
    speeds = np.geomspace(1, 10000 ** (2 / d - 1), len(pairs))
    turned = np.exp(1j * speeds)[np.newaxis, :] ** np.array(pos)[:, np.newaxis]
    row = [(pair, part) for pair in pairs for part in ("imag", "real")]
    if layout == "halves":
        row.sort(key=lambda column: column[1])
    # cos a cos b + sin a sin b = cos (a - b): only the distance between two positions counts.
    similarity = [[sum(math.cos((p - q) * s) for s in speeds) for q in pos] for p in pos]
    steps = {
        "divisors": 1 / speeds,
        "angles": np.outer(pos, speeds),
        "sines": turned.imag,
        "cosines": turned.real,
        "encoding": np.stack([getattr(turned[:, pair], part) for pair, part in row], axis=1),
        "similarity": similarity,
    }
    return {"pos": pos, "i": pairs, "d": d, "layout": layout}, steps
