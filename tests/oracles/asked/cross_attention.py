"""Attention from a decoder to an encoder, by PyTorch's layer with a single head."""

import random

import torch
from asked.attend import softmax_steps
from asked.drawing import Answer, Numbers, matrix, tensor
from torch import nn


def ask(draw: random.Random) -> Answer:
    written, words, d_model, encoded = (draw.randint(1, 4) for _ in range(4))
    inputs: Numbers = {
        "d": matrix(draw, written, d_model),
        "h": matrix(draw, words, encoded),
        "w_q": matrix(draw, d_model, d_model),
        "w_k": matrix(draw, encoded, d_model),
        "w_v": matrix(draw, encoded, d_model),
    }
    decoder, encoder, w_q, w_k, w_v = (tensor(value) for value in inputs.values())
    layer = nn.MultiheadAttention(
        d_model, 1, bias=False, kdim=encoded, vdim=encoded, batch_first=True, dtype=torch.float64
    )
    in_one = layer.in_proj_weight
    with torch.no_grad():
        if in_one is None:
            for name, weights in (("q", w_q), ("k", w_k), ("v", w_v)):
                getattr(layer, f"{name}_proj_weight").copy_(weights.T)
        else:
            in_one.copy_(torch.cat([w_q.T, w_k.T, w_v.T]))
        layer.out_proj.weight.copy_(torch.eye(d_model))
        output, weights = layer(decoder, encoder, encoder)
    query, key = torch.matmul(decoder, w_q), torch.matmul(encoder, w_k)
    scores = torch.einsum("ik,jk->ij", query, key)
    return inputs, {
        "query": query,
        "key": key,
        "value": torch.matmul(encoder, w_v),
        "scores": scores,
        **softmax_steps(scores, d_model),
        "weights": weights,
        "output": output,
    }
