"""Next sentence prediction, by PyTorch's layer and loss."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.nn.functional import cross_entropy, linear, one_hot


def ask(draw: random.Random) -> Answer:
    width = draw.randint(1, 5)
    inputs: Numbers = {
        "c": [round(draw.uniform(-1, 1), 3) for _ in range(width)],
        "w": matrix(draw, 2, width, 2),
        "b": vector(draw, 2),
        "target": draw.randrange(2),
    }
    target = torch.tensor(inputs["target"])
    logits = linear(tensor(inputs["c"]), tensor(inputs["w"]), tensor(inputs["b"])).requires_grad_()
    loss = cross_entropy(logits, target)
    loss.backward()
    shifted = logits.detach() - torch.amax(logits.detach())
    return inputs, {
        "logits": logits.detach(),
        "shifted": shifted,
        "exps": shifted.exp(),
        "probabilities": torch.softmax(logits.detach(), dim=-1),
        "loss": loss.detach(),
        "one_hot": one_hot(target, 2),
        "gradient": logits.grad,
    }
