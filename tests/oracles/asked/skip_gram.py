"""One step of skip-gram, with PyTorch's own gradients and optimiser."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.nn.functional import binary_cross_entropy_with_logits


def ask(draw: random.Random) -> Answer:
    width, negatives = draw.randint(1, 4), draw.randint(1, 4)
    inputs: Numbers = {
        "v": vector(draw, width),
        "u_pos": vector(draw, width),
        "u_neg": matrix(draw, negatives, width),
        "eta": round(draw.uniform(0.01, 1), 3),
    }
    v = tensor(inputs["v"]).requires_grad_()
    u = tensor([inputs["u_pos"], *inputs["u_neg"]]).requires_grad_()
    scores = torch.einsum("nd,d->n", u, v)
    scores.retain_grad()
    real = torch.zeros_like(scores)
    real[0] = 1
    losses = binary_cross_entropy_with_logits(scores, real, reduction="none")
    loss = binary_cross_entropy_with_logits(scores, real, reduction="sum")
    loss.backward()
    answer = {
        "scores": scores.detach(),
        "probabilities": scores.detach().sigmoid(),
        "losses": losses.detach(),
        "loss": loss.detach(),
        "delta": scores.grad,
        "grad_v": v.grad,
        "grad_u": u.grad,
    }
    torch.optim.SGD([v, u], lr=inputs["eta"]).step()
    new_v, new_u = v.detach(), u.detach()
    new_scores = torch.einsum("nd,d->n", new_u, new_v)
    return inputs, {**answer, "new_v": new_v, "new_u": new_u, "new_scores": new_scores}
