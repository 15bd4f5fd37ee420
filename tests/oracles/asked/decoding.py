"""Temperature, top-k and top-p by PyTorch: sorted, added up from the top, and cut."""

import random

import torch
from asked.drawing import Answer, Numbers, tensor, vector


def ask(draw: random.Random) -> Answer:
    tokens = draw.randint(2, 6)
    inputs: Numbers = {
        "z": vector(draw, tokens, spread=2),
        "t": draw.choice([0.5, 0.7, 1, 1.5, 2]),
        "k": draw.randint(1, tokens),
        "p": round(draw.uniform(0.05, 0.95), 3),
    }
    scaled = torch.div(tensor(inputs["z"]), inputs["t"])
    probabilities = torch.softmax(scaled, dim=-1)
    largest, order = torch.sort(probabilities, descending=True)
    before = torch.cumsum(largest, dim=-1) - largest
    best = torch.topk(scaled, inputs["k"]).indices
    open_to_k = torch.full_like(scaled, -torch.inf).scatter(0, best, scaled[best])
    cut = order[before >= inputs["p"]]
    return inputs, {
        "scaled": scaled,
        "probabilities": probabilities,
        "greedy": torch.argmax(scaled),
        "rank": torch.argsort(order),
        "top_k": torch.softmax(open_to_k, dim=-1),
        "ahead": before[torch.argsort(order)],
        "top_p": torch.softmax(scaled.index_fill(0, cut, -torch.inf), dim=-1),
    }
