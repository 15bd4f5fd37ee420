"""Efficient attention by PyTorch in the quadratic order: all weights first, then the values."""

import math
import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor


def ask(draw: random.Random) -> Answer:
    queries, keys, d, d_v = (draw.randint(1, 4) for _ in range(4))
    inputs: Numbers = {
        "q": matrix(draw, queries, d),
        "k": matrix(draw, keys, d),
        "v": matrix(draw, keys, d_v),
        "normalisation": draw.choice(["softmax", "scaling"]),
    }
    q, k, v = (tensor(inputs[name]) for name in ("q", "k", "v"))
    if inputs["normalisation"] == "softmax":
        rho_q, rho_k = torch.softmax(q, dim=1), torch.softmax(k, dim=0)
        weights = torch.einsum("id,jd->ij", rho_q, rho_k)
    else:
        rho_q, rho_k = torch.div(q, math.sqrt(keys)), torch.div(k, math.sqrt(keys))
        weights = torch.div(torch.einsum("id,jd->ij", q, k), keys)
    return inputs, {
        "rho_q": rho_q,
        "rho_k": rho_k,
        "context": torch.einsum("jd,je->de", rho_k, v),
        "output": torch.matmul(weights, v),
    }
