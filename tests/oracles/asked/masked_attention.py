"""Masked attention by PyTorch, which puts −∞ before its softmax."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import scaled_dot_product_attention


def ask(draw: random.Random) -> Answer:
    queries, keys, d_v = (draw.randint(1, 4) for _ in range(3))
    inputs: Numbers = {
        "scores": matrix(draw, queries, keys, spread=2),
        "n": draw.randint(1, keys),
        "v": matrix(draw, keys, d_v),
        "causal": draw.random() < 0.5,
    }
    seen = torch.ones(queries, keys, dtype=torch.bool)
    seen[:, inputs["n"] :] = False
    if inputs["causal"]:
        seen = seen.tril()
    scores, v = tensor(inputs["scores"]), tensor(inputs["v"])
    eye = torch.eye(keys, dtype=torch.float64)
    masked = scores.masked_fill(seen.logical_not(), -torch.inf)
    return inputs, {
        "open": seen.int(),
        "powers": torch.exp(masked),
        "sums": torch.exp(torch.logsumexp(masked, dim=-1)),
        "shares": scaled_dot_product_attention(scores, eye, eye, attn_mask=seen, scale=1),
        "output": scaled_dot_product_attention(scores, eye, v, attn_mask=seen, scale=1),
    }
