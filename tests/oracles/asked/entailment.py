"""Labels judged by entailment, by PyTorch: one softmax over labels, or one for each label."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor


def ask(draw: random.Random) -> Answer:
    inputs: Numbers = {
        "z": matrix(draw, draw.randint(2, 4), 3, spread=2),
        "labels": draw.choice(["one", "several"]),
    }
    contradicted, _, entailed = torch.unbind(tensor(inputs["z"]), dim=1)
    if inputs["labels"] == "one":
        probabilities = torch.softmax(entailed, dim=0)
    else:
        probabilities = torch.softmax(torch.stack([contradicted, entailed]), dim=0)[1]
    return inputs, {
        "contradicted": contradicted,
        "entailed": entailed,
        "probabilities": probabilities,
    }
