"""Layer normalisation, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.nn.functional import layer_norm


def norm_steps(
    x: torch.Tensor, gamma: torch.Tensor, beta: torch.Tensor, eps: float
) -> dict[str, torch.Tensor]:
    """Mean and variance are PyTorch's own; the values, those of its layer."""
    width = (x.shape[-1],)
    variance, mean = torch.var_mean(x, dim=-1, correction=0, keepdim=True)
    layer = torch.nn.LayerNorm(width, eps=eps, dtype=torch.float64)
    with torch.no_grad():
        layer.weight.copy_(gamma)
        layer.bias.copy_(beta)
        output = layer(x)
    return {
        "mean": mean,
        "centred": torch.sub(x, mean),
        "variance": variance,
        "normalised": layer_norm(x, width, eps=eps),
        "output": output,
    }


def ask(draw: random.Random) -> Answer:
    tokens, width = draw.randint(1, 3), draw.randint(2, 5)
    inputs: Numbers = {
        "x": matrix(draw, tokens, width, spread=3.0),
        "gamma": vector(draw, width),
        "beta": vector(draw, width),
        "eps": draw.choice([1e-5, 1e-3, 0.1]),
    }
    x, gamma, beta = (tensor(inputs[name]) for name in ("x", "gamma", "beta"))
    return inputs, norm_steps(x, gamma, beta, inputs["eps"])
