"""The output size of a convolution, by PyTorch's layer itself."""

import random

import torch
from asked.drawing import Answer, Numbers


def layer_size(n: int, k: int, s: int = 1, p: int = 0, d: int = 1) -> torch.Tensor:
    """The width of what `Conv2d` makes of an image of width `n`."""
    layer = torch.nn.Conv2d(1, 1, kernel_size=(1, k), stride=s, padding=(0, p), dilation=d)
    with torch.no_grad():
        return torch.tensor(layer(torch.zeros(1, 1, 1, n)).shape[-1])


def size_steps(n: int, k: int, s: int, p: int, d: int = 1) -> dict[str, torch.Tensor]:
    """What is padded, a kernel of width 1 finds again; with stride 1 it takes `room` strides."""
    size = layer_size(n, k, s, p, d)
    return {
        "padded": layer_size(n, 1, 1, p),
        "room": layer_size(n, k, 1, p, d) - 1,
        "strides": size - 1,
        "size": size,
    }


def drawn_sizes(draw: random.Random, d: int = 1) -> Numbers:
    k, p = draw.randint(1, 7), draw.randint(0, 4)
    n = draw.randint(max(1, d * (k - 1) + 1 - 2 * p), 64)
    return {"n": n, "k": k, "s": draw.randint(1, 4), "p": p}


def ask(draw: random.Random) -> Answer:
    inputs = drawn_sizes(draw)
    return inputs, size_steps(**inputs)
