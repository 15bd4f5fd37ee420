"""ALiBi's weights by another formula: a softmax times powers of e that fall with distance."""

import random
from typing import Any

import numpy as np
from scipy.special import softmax


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    keys = draw.randint(1, 6)
    scores = [round(draw.gauss(0, 2), 3) for _ in range(keys)]
    slope = round(draw.uniform(0.01, 1), 3)
    return {"scores": scores, "slope": slope}, biased_steps(scores, slope)


def biased_steps(scores: list[float], slope: float) -> dict[str, Any]:
    # Each token further away, from the last one back, weighs e^-slope times as much.
    distances = list(range(len(scores)))[::-1]
    fading = np.exp(-slope) ** np.array(distances)
    weights = softmax(scores) * fading
    return {
        "offsets": [-distance for distance in distances],
        "bias": np.log(fading),
        "biased": [score - slope * far for score, far in zip(scores, distances, strict=True)],
        "weights": weights / weights.sum(),
    }
