"""A one-hot position by differences: what a product changes by when the position is taken away."""

import random
from fractions import Fraction
from typing import Any

from scipy.sparse import coo_array


def times(w: list[list[float]], column: list[float]) -> list[Fraction]:
    """The product by hand, in exact fractions."""
    pairs = (zip(row, column, strict=True) for row in w)
    return [sum((Fraction(a) * Fraction(b) for a, b in row), Fraction(0)) for row in pairs]


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    d, places, rows = draw.randint(1, 4), draw.randint(1, 5), draw.randint(1, 4)
    w = [[round(draw.gauss(0, 1), 3) for _ in range(d + places)] for _ in range(rows)]
    x = [round(draw.gauss(0, 1), 3) for _ in range(d)]
    pos = draw.randrange(places)
    one_hot = coo_array(([1], ([0], [pos])), shape=(1, places)).toarray()[0].tolist()
    product = times(w, [*x, *one_hot])
    word = times(w, [*x, *[0] * places])
    position = [whole - part for whole, part in zip(product, word, strict=True)]
    steps = {
        "one_hot": one_hot,
        "joined": [*x, *one_hot],
        "product": [float(number) for number in product],
        "word": [float(number) for number in word],
        "position": [float(number) for number in position],
        "sum": [float(number) for number in product],
    }
    return {"w": w, "x": x, "pos": pos}, steps
