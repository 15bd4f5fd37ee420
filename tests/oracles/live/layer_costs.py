"""The costs of layers counted by loops that go through every multiplication."""

import random
from itertools import product
from typing import Any


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    n, d, k = draw.choice([2, 3, 4, 8, 9, 16, 25, 27]), draw.randint(1, 6), draw.randint(2, 5)
    dilated = draw.random() < 0.5
    tokens, components, taps = range(n), range(d), range(k)
    attention = sum(1 for _query, _key, _component in product(tokens, tokens, components))
    recurrent = sum(1 for _step, _row, _column in product(tokens, components, components))
    convolution = sum(1 for _ in product(tokens, taps, components, components))
    # Inputs that the last output has seen, as distances back from it.
    seen, layers, apart = {0}, 0, 1
    while not seen.issuperset(tokens):
        seen = {place + tap * apart for place in seen for tap in taps}
        layers += 1
        apart *= k if dilated else 1
    steps = {
        "attention": attention,
        "recurrent": recurrent,
        "convolution": convolution,
        "ratio": attention / recurrent,
        "layers": layers,
    }
    return {"n": n, "d": d, "k": k, "dilated": dilated}, steps
