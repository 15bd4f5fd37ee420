"""Twelve rounds of skip-gram on a table of counts, with PyTorch's own gradients and optimiser."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import cosine_similarity, logsigmoid


def ask(draw: random.Random) -> Answer:
    words, contexts, width = draw.randint(2, 4), draw.randint(2, 4), draw.randint(1, 3)
    inputs: Numbers = {
        "counts": [[draw.randint(0, 9) for _ in range(contexts)] for _ in range(words - 1)],
        "v": matrix(draw, words, width, 0.3),
        "u": matrix(draw, contexts, width, 0.3),
        "k": draw.randint(1, 3),
        "eta": draw.choice([0.5, 1, 2]),
    }
    inputs["counts"].append([draw.randint(1, 9) for _ in range(contexts)])
    counts = tensor(inputs["counts"])
    words_alone, contexts_alone = counts.sum(1) / counts.sum(), counts.sum(0) / counts.sum()
    negatives = inputs["k"] * counts.sum() * torch.outer(words_alone, contexts_alone)
    v, u = tensor(inputs["v"]).requires_grad_(), tensor(inputs["u"]).requires_grad_()
    optimiser = torch.optim.SGD([v, u], lr=inputs["eta"])
    losses = []
    for _ in range(12):
        optimiser.zero_grad()
        scores = torch.einsum("wd,cd->wc", v, u)
        charged = counts * logsigmoid(scores) + negatives * logsigmoid(-scores)
        loss = -charged.sum() / counts.sum()
        loss.backward()
        losses.append(loss.detach())
        optimiser.step()
    v = v.detach()
    return inputs, {
        "negatives": negatives,
        "losses": torch.stack(losses),
        "vectors": v,
        "cosines": cosine_similarity(v[:, None], v[None], dim=-1),
    }
