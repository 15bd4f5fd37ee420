"""The parameters of a convolution, counted in PyTorch's layers; their connections by autograd."""

import random

import torch
from asked.drawing import Answer, Numbers


def parameters(layer: torch.nn.Module) -> int:
    return sum(parameter.numel() for parameter in layer.parameters())


def ask(draw: random.Random) -> Answer:
    k = draw.randint(1, 4)
    n, c_in, c_out = draw.randint(k, 9), draw.randint(1, 4), draw.randint(1, 5)
    inputs: Numbers = {"n": n, "k": k, "c_in": c_in, "c_out": c_out}
    layer = torch.nn.Conv2d(c_in, c_out, k)
    torch.nn.init.ones_(layer.weight)
    image = torch.ones(1, c_in, n, n)
    maps = layer(image)
    # A unit hangs on the pixels in which it has a derivative, and on its bias.
    slopes = torch.autograd.functional.jacobian(layer, image)
    dense = torch.nn.Linear(image.numel(), maps.numel(), device="meta")
    counts = {
        "width": maps.shape[-1],
        "units": maps.numel(),
        "dense": parameters(dense),
        "window": layer.weight[0].numel(),
        "local": int(slopes.count_nonzero()) + maps.numel(),
        "parameters": parameters(layer),
    }
    return inputs, {name: torch.tensor(count) for name, count in counts.items()}
