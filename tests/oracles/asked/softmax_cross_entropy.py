"""Softmax and cross-entropy, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, tensor, vector
from torch.nn.functional import cross_entropy, log_softmax, one_hot, softmax


def ask(draw: random.Random) -> Answer:
    classes = draw.randint(2, 6)
    inputs: Numbers = {
        "z": vector(draw, classes, spread=draw.choice([1.0, 3.0, 30.0])),
        "target": draw.randrange(classes),
    }
    z = tensor(inputs["z"]).requires_grad_()
    target = torch.tensor(inputs["target"])
    loss = cross_entropy(z, target)
    (gradient,) = torch.autograd.grad(loss, z)
    z = z.detach()
    # A softmax forgets a shift of all logits: only their distances from the largest remain.
    logs = log_softmax(z, dim=-1)
    probabilities = softmax(z, dim=-1)
    return inputs, {
        "shifted": logs - logs.amax(),
        "exps": probabilities / probabilities.amax(),
        "probabilities": probabilities,
        "loss": loss.detach(),
        "one_hot": one_hot(target, classes),
        "gradient": gradient,
    }
