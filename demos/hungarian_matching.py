"""Bipartite matching as in DETR. Kuhn 1955; Carion et al. 2020, section 3.1."""

from itertools import permutations

import numpy as np

from tutor.demo import Array, Step, Steps


def hungarian_matching(cost: Array) -> Steps:
    """Give each object (row) a prediction (column) of its own, all in all as cheaply as possible.

    The Hungarian algorithm finds the same without trying all the matchings.
    """
    objects, predictions = cost.shape
    rows = np.arange(objects)
    every = np.array(list(permutations(range(predictions), objects)))
    every = yield Step("matchings", "M", r"\sigma_0, \sigma_1, \ldots", every)
    totals = cost[rows, every].sum(axis=-1)
    totals = yield Step("totals", "T", r"\sum_i cost_{i, M_{ki}}", totals)
    best = yield Step("best", "k", r"\arg\min_k T_k", np.argmin(totals, axis=0))
    columns = yield Step("columns", r"\hat{\sigma}", "M_k", every[best])
    total = cost[rows, columns].sum()
    yield Step("total", "c", r"\sum_i cost_{i, \hat{\sigma}_i}", total)


def row_by_row(cost: Array) -> Array:
    """The wrong way of a trap: each row in turn takes the cheapest column still free."""
    places = np.arange(cost.shape[1])
    taken = places < 0
    columns = []
    for row in cost:
        columns.append(np.argmin(np.where(taken, np.inf, row)))
        taken = taken | (places == columns[-1])
    return np.stack(columns)
