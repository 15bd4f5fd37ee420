"""Scaled dot-product attention, by PyTorch."""

import random

import torch
from asked.attend import softmax_steps
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import scaled_dot_product_attention


def ask(draw: random.Random) -> Answer:
    tokens, d_model, d_k, d_v = (draw.randint(1, 4) for _ in range(4))
    inputs: Numbers = {
        "x": matrix(draw, tokens, d_model),
        "w_q": matrix(draw, d_model, d_k),
        "w_k": matrix(draw, d_model, d_k),
        "w_v": matrix(draw, d_model, d_v),
    }
    x = tensor(inputs["x"])
    query, key, value = (torch.matmul(x, tensor(inputs[name])) for name in ("w_q", "w_k", "w_v"))
    scores = torch.einsum("ik,jk->ij", query, key)
    return inputs, {
        "query": query,
        "key": key,
        "value": value,
        "scores": scores,
        **softmax_steps(scores, d_k),
        "output": scaled_dot_product_attention(query, key, value),
    }
