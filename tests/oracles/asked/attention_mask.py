"""Padding and causal masks, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import scaled_dot_product_attention


def weights(scores: torch.Tensor, real: torch.Tensor, causal: bool) -> torch.Tensor:
    """The attention itself: with identities for keys and values it is the weights of `scores`."""
    keys = torch.eye(scores.shape[1], dtype=torch.float64)
    if causal and bool(real.all()):
        return scaled_dot_product_attention(scores, keys, keys, is_causal=True, scale=1)
    seen = real.expand(scores.shape)
    if causal:
        seen = seen.tril()
    return scaled_dot_product_attention(scores, keys, keys, attn_mask=seen, scale=1)


def ask(draw: random.Random) -> Answer:
    queries, keys = draw.randint(1, 4), draw.randint(1, 4)
    # The first key is real: a query that sees nothing has no weights.
    real = torch.tensor([True] + [draw.random() < 0.6 for _ in range(keys - 1)])
    ones = draw.choice(["attend", "ignore"])
    mask = real if ones == "attend" else real.logical_not()
    causal = draw.random() < 0.5
    inputs: Numbers = {
        "scores": matrix(draw, queries, keys, spread=2),
        "mask": mask.int().tolist(),
        "ones": ones,
        "causal": causal,
    }
    scores = tensor(inputs["scores"])
    # Where all scores are equal, every key that is seen gets a share, and no other does.
    seen = weights(torch.zeros_like(scores), real, causal) > 0
    shares = weights(scores, real, causal)
    return inputs, {
        "real": real,
        "seen": seen,
        "masked": torch.masked_fill(scores, seen.logical_not(), -torch.inf),
        "weights": shares,
    }
