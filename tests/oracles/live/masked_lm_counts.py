"""Expected counts as the means of SciPy's multinomial distribution."""

import random
from typing import Any

from scipy.stats import multinomial


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    n = draw.choice([16, 128, 512, 1000])
    rate = draw.choice([0.1, 0.15, 0.3])
    masked = draw.choice([0.5, 0.8])
    shares = [masked, (1 - masked) / 2, (1 - masked) / 2]
    chances = [1 - rate, *(rate * share for share in shares)]
    passed, *fates = multinomial(n, chances).mean()
    steps = {"picked": sum(fates), "fates": fates, "intact": passed + fates[2]}
    return {"n": n, "rate": rate, "shares": shares}, steps
