"""Bipartite matching by SciPy's solver of the assignment problem."""

import random
from itertools import product
from typing import Any

from scipy.optimize import linear_sum_assignment


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    objects = draw.randint(1, 4)
    predictions = draw.randint(objects, 5)
    cost = [[round(draw.uniform(0, 9), 3) for _ in range(predictions)] for _ in range(objects)]
    _, columns = linear_sum_assignment(cost)
    every = [
        list(choice)
        for choice in product(range(predictions), repeat=objects)
        if len(set(choice)) == objects
    ]
    totals = [sum(cost[row][column] for row, column in enumerate(choice)) for choice in every]
    best = every.index(columns.tolist())
    steps = {
        "matchings": every,
        "totals": totals,
        "best": best,
        "columns": columns,
        "total": totals[best],
    }
    return {"cost": cost}, steps
