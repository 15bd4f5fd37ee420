"""The output size of a dilated convolution, by PyTorch's layer itself."""

import random

import torch
from asked.conv_output_size import drawn_sizes, size_steps
from asked.drawing import Answer


def span(k: int, d: int) -> torch.Tensor:
    """How far apart the first and the last pixel lie that one output depends on, both counted."""
    length = d * k + 1
    image = torch.ones(1, 1, 1, length, requires_grad=True)
    kernel = torch.ones(1, 1, 1, k)
    torch.nn.functional.conv2d(image, kernel, dilation=d)[0, 0, 0, 0].backward()
    assert image.grad is not None
    reached = image.grad[0, 0, 0].nonzero()
    return reached[-1, 0] - reached[0, 0] + 1


def ask(draw: random.Random) -> Answer:
    d = draw.randint(1, 3)
    inputs = {**drawn_sizes(draw, d), "d": d}
    steps = size_steps(**inputs)
    return inputs, {
        "span": span(inputs["k"], d),
        "room": steps["room"],
        "size": steps["size"],
    }
