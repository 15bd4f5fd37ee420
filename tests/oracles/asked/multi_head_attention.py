"""Multi-head attention, by PyTorch's own module, which is given the drawn matrices."""

import math
import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import scaled_dot_product_attention


def ask(draw: random.Random) -> Answer:
    tokens, h, d_k = draw.randint(1, 3), draw.choice([1, 2, 3]), draw.choice([1, 2])
    d_model = h * d_k
    inputs: Numbers = {"x": matrix(draw, tokens, d_model)}
    for name in ("w_q", "w_k", "w_v", "w_o"):
        inputs[name] = matrix(draw, d_model, d_model)
    inputs["h"] = h
    x = tensor(inputs["x"])
    w_q, w_k, w_v, w_o = (tensor(inputs[name]) for name in ("w_q", "w_k", "w_v", "w_o"))
    module = torch.nn.MultiheadAttention(d_model, h, bias=False, dtype=torch.float64)
    with torch.no_grad():
        module.in_proj_weight.copy_(torch.cat([w_q.T, w_k.T, w_v.T]))
        module.out_proj.weight.copy_(w_o.T)
        output, weights = module(x, x, x, average_attn_weights=False)
    query, key, value = (torch.matmul(x, w) for w in (w_q, w_k, w_v))
    # PyTorch's own way of cutting: the columns of each head as a tensor of its own.
    q, k, v = (torch.stack(torch.chunk(rows, h, dim=-1)) for rows in (query, key, value))
    scores = torch.einsum("hik,hjk->hij", q, k)
    heads = scaled_dot_product_attention(q, k, v)
    return inputs, {
        "query": query,
        "key": key,
        "value": value,
        "scores": scores,
        "scaled": torch.div(scores, math.sqrt(d_k)),
        "weights": weights,
        "heads": heads,
        "joined": torch.cat(torch.unbind(heads), dim=-1),
        "output": output,
    }
