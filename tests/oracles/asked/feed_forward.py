"""The position-wise feed-forward network, by PyTorch."""

import random

from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.nn.functional import linear, relu


def ask(draw: random.Random) -> Answer:
    positions, width, inner = draw.randint(1, 3), draw.randint(1, 4), draw.randint(1, 5)
    inputs: Numbers = {
        "x": matrix(draw, positions, width),
        "w_1": matrix(draw, width, inner),
        "b_1": vector(draw, inner),
        "w_2": matrix(draw, inner, width),
        "b_2": vector(draw, width),
    }
    x, w_1, b_1, w_2, b_2 = (tensor(inputs[name]) for name in ("x", "w_1", "b_1", "w_2", "b_2"))
    before = linear(x, w_1.T, b_1)
    hidden = relu(before)
    return inputs, {
        "pre_activations": before,
        "hidden": hidden,
        "output": linear(hidden, w_2.T, b_2),
    }
