"""A head on a frozen body, counted in PyTorch by what asks for a gradient."""

import random

import torch
from asked.drawing import Answer, Numbers


def ask(draw: random.Random) -> Answer:
    inputs: Numbers = {
        "features": draw.choice([4, 512, 768, 2048]),
        "classes": draw.randint(2, 1000),
        "frozen": draw.randint(10_000, 100_000_000),
    }
    body = torch.nn.Embedding(inputs["frozen"], 1, device="meta").requires_grad_(False)
    head = torch.nn.Linear(inputs["features"], inputs["classes"], device="meta")
    every = [*body.parameters(), *head.parameters()]
    trained = sum(one.numel() for one in every if one.requires_grad)
    total = sum(one.numel() for one in every)
    counts = {"weights": head.weight.numel(), "trained": trained, "total": total}
    share = torch.tensor(trained, dtype=torch.float64).div(total).mul(100)
    return inputs, {**{name: torch.tensor(n) for name, n in counts.items()}, "percent": share}
