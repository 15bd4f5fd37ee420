"""An attention map, read by plain Python and SciPy's entropy."""

import math
import random
from typing import Any

from scipy.stats import entropy


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    queries, keys = draw.randint(1, 4), draw.randint(2, 5)
    counts = [[draw.randint(1, 20) for _ in range(keys)] for _ in range(queries)]
    weights = [[count / sum(row) for count in row] for row in counts]
    lengths = [round(draw.uniform(0, 4), 3) for _ in range(keys)]
    bits = [entropy(row, base=2) for row in counts]
    steps = {
        "looks_at": [row.index(max(row)) + 1 for row in counts],
        "received": [math.fsum(column) for column in zip(*weights, strict=True)],
        "entropy": [h * math.log(2) for h in bits],
        "reach": [2**h for h in bits],
        "effect": [
            [count * length / sum(row) for count, length in zip(row, lengths, strict=True)]
            for row in counts
        ],
    }
    return {"a_ij": weights, "l_j": lengths}, steps
