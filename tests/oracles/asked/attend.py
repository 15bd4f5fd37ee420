"""Attention from the scores on, by PyTorch."""

import math
import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import scaled_dot_product_attention


def softmax_steps(scores: torch.Tensor, d_k: int) -> dict[str, torch.Tensor]:
    scaled = torch.div(scores, math.sqrt(d_k))
    return {
        "scaled": scaled,
        "exps": torch.exp(scaled - torch.amax(scaled, dim=-1, keepdim=True)),
        "weights": torch.softmax(scaled, dim=-1),
    }


def ask(draw: random.Random) -> Answer:
    queries, keys, d_v = (draw.randint(1, 4) for _ in range(3))
    d_k = draw.choice([1, 2, 3, 4, 8, 16, 64])
    scores = matrix(draw, queries, keys, spread=2 * math.sqrt(d_k))
    inputs: Numbers = {"scores": scores, "d_k": d_k, "v": matrix(draw, keys, d_v)}
    # With the identity for keys the scores themselves are the queries.
    output = scaled_dot_product_attention(
        tensor(scores),
        torch.eye(keys, dtype=torch.float64),
        tensor(inputs["v"]),
        scale=1 / math.sqrt(d_k),
    )
    return inputs, {**softmax_steps(tensor(scores), d_k), "output": output}
