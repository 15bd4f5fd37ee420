"""Residual connection and layer normalisation, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from asked.layer_norm import norm_steps


def ask(draw: random.Random) -> Answer:
    tokens, width = draw.randint(1, 3), draw.randint(2, 5)
    inputs: Numbers = {
        "x": matrix(draw, tokens, width, spread=2.0),
        "sub": matrix(draw, tokens, width, spread=2.0),
        "gamma": vector(draw, width),
        "beta": vector(draw, width),
        "eps": draw.choice([1e-5, 1e-3, 0.1]),
    }
    x, sub, gamma, beta = (tensor(inputs[name]) for name in ("x", "sub", "gamma", "beta"))
    summed = torch.add(x, sub)
    return inputs, {"summed": summed, **norm_steps(summed, gamma, beta, inputs["eps"])}
