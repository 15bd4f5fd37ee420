"""Additive attention, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch import nn


def linear(weights: torch.Tensor) -> nn.Linear:
    """A layer without a bias that multiplies by these weights."""
    layer = nn.Linear(weights.shape[1], weights.shape[0], bias=False, dtype=torch.float64)
    layer.weight = nn.Parameter(weights)
    return layer


def ask(draw: random.Random) -> Answer:
    words, units, state, encoded, embedded = (draw.randint(1, 4) for _ in range(5))
    inputs: Numbers = {
        "s_prev": vector(draw, state),
        "h": matrix(draw, words, encoded),
        "y_prev": vector(draw, embedded),
        "w": matrix(draw, units, state),
        "u": matrix(draw, units, encoded),
        "v": vector(draw, units),
    }
    given = {name: tensor(value) for name, value in inputs.items()}
    states = given["h"]
    with torch.no_grad():
        asks, asked = linear(given["w"]), linear(given["u"])
        rate = nn.Sequential(nn.Tanh(), linear(given["v"].unsqueeze(0)))
        sums = torch.stack([asks(given["s_prev"]) + asked(state) for state in states])
        scores = rate(sums).squeeze(1)
    weights = torch.softmax(scores, dim=0)
    context = torch.einsum("j,jk->k", weights, states)
    return inputs, {
        "sums": sums,
        "activations": torch.tanh(sums),
        "scores": scores,
        "weights": weights,
        "context": context,
        "decoder_input": torch.cat([given["y_prev"], context]),
    }
