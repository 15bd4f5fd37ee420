"""A linear probe by PyTorch's linear layer, its binary cross-entropy, autograd and SGD."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.nn.functional import binary_cross_entropy_with_logits


def ask(draw: random.Random) -> Answer:
    examples, features = draw.randint(2, 4), draw.randint(1, 3)
    inputs: Numbers = {
        "x": matrix(draw, examples, features),
        "y": [draw.randint(0, 1) for _ in range(examples)],
        "w": vector(draw, features),
        "b": round(draw.gauss(0, 1), 3),
        "lr": draw.choice([0.1, 0.5, 1]),
        "steps": draw.randint(1, 6),
    }
    head = torch.nn.Linear(features, 1, dtype=torch.float64)
    head.load_state_dict({"weight": tensor([inputs["w"]]), "bias": tensor([inputs["b"]])})
    descent = torch.optim.SGD(head.parameters(), lr=inputs["lr"])
    x, y = tensor(inputs["x"]), tensor(inputs["y"])
    steps: dict[str, torch.Tensor] = {}
    losses = []
    for step in range(inputs["steps"] + 1):
        logits = head(x).squeeze(1)
        logits.retain_grad()
        loss = binary_cross_entropy_with_logits(logits, y)
        losses.append(loss.detach())
        descent.zero_grad()
        loss.backward()
        if step == 0:
            assert logits.grad is not None
            assert head.weight.grad is not None
            assert head.bias.grad is not None
            steps = {
                "logits": logits.detach(),
                "probabilities": torch.sigmoid(logits).detach(),
                "loss": loss.detach(),
                "error": logits.grad * examples,
                "grad_w": head.weight.grad[0].clone(),
                "grad_b": head.bias.grad[0].clone(),
            }
        descent.step()
        if step == 0:
            steps["new_w"] = head.weight[0].detach().clone()
            steps["new_b"] = head.bias[0].detach().clone()
    return inputs, {**steps, "losses": torch.stack(losses)}
