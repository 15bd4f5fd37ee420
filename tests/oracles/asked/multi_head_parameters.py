"""The parameters of multi-head attention, counted in PyTorch's own module."""

import random

import torch
from asked.drawing import Answer, Numbers


def ask(draw: random.Random) -> Answer:
    h, d_k = draw.randint(1, 8), draw.randint(1, 16)
    inputs: Numbers = {"d_model": h * d_k, "h": h, "biases": draw.random() < 0.5}
    module = torch.nn.MultiheadAttention(h * d_k, h, bias=inputs["biases"])
    projections = module.in_proj_weight
    counts = {
        "d_k": module.head_dim,
        "head": projections.chunk(h)[0].numel(),
        "heads": projections.numel(),
        "mixing": module.out_proj.weight.numel(),
        "total": sum(parameter.numel() for parameter in module.parameters()),
    }
    return inputs, {name: torch.tensor(count) for name, count in counts.items()}
