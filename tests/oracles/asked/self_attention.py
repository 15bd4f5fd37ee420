"""Self-attention for the first position, by PyTorch."""

import math
import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import linear, scaled_dot_product_attention


def ask(draw: random.Random) -> Answer:
    tokens, entered, length, d, d_v = (draw.randint(1, 4) for _ in range(5))
    inputs: Numbers = {
        "x": matrix(draw, tokens, entered),
        "w": matrix(draw, length, entered),
        "w_q": matrix(draw, d, length),
        "w_k": matrix(draw, d, length),
        "w_v": matrix(draw, d_v, length),
    }
    a = linear(tensor(inputs["x"]), tensor(inputs["w"]))
    queries, keys, values = (linear(a, tensor(inputs[name])) for name in ("w_q", "w_k", "w_v"))
    # All positions at once; the demo follows the first.
    outputs = scaled_dot_product_attention(queries, keys, values)
    alpha = torch.einsum("id,jd->ij", queries, keys)[0] * math.pow(d, -0.5)
    return inputs, {
        "a": a,
        "q": queries[0],
        "k": keys,
        "v": values,
        "alpha": alpha,
        "alpha_hat": torch.softmax(alpha, dim=0),
        "b": outputs[0],
    }
