"""DETR's matching by SciPy's city-block distances and its solver of the assignment problem."""

import random
from itertools import product
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    objects, classes = draw.randint(1, 3), draw.randint(1, 3)
    predictions = draw.randint(objects, 4)
    inputs: dict[str, Any] = {
        "p": [[round(draw.random(), 3) for _ in range(classes)] for _ in range(predictions)],
        "boxes": [[round(draw.random(), 3) for _ in range(4)] for _ in range(predictions)],
        "labels": [draw.randrange(classes) for _ in range(objects)],
        "truth": [[round(draw.random(), 3) for _ in range(4)] for _ in range(objects)],
    }
    class_cost = [[-row[label] for row in inputs["p"]] for label in inputs["labels"]]
    box_cost = cdist(inputs["truth"], inputs["boxes"], metric="cityblock")
    cost = np.add(class_cost, 5 * box_cost)
    _, columns = linear_sum_assignment(cost)
    choices = product(range(predictions), repeat=objects)
    every = [list(choice) for choice in choices if len(set(choice)) == objects]
    totals = [sum(cost[row][column] for row, column in enumerate(choice)) for choice in every]
    best = every.index(columns.tolist())
    steps = {
        "class_cost": class_cost,
        "box_cost": box_cost,
        "cost": cost,
        "matchings": every,
        "totals": totals,
        "best": best,
        "columns": columns,
        "total": totals[best],
    }
    return inputs, steps
