"""An encoder block, by PyTorch's `TransformerEncoderLayer`.

Its parts are asked one by one for the steps; the output is that of the whole layer.
"""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector

NAMES = ("x", "w_q", "w_k", "w_v", "w_o", "w_1", "b_1", "w_2", "b_2")


def encoder_layer(
    q: torch.Tensor,
    k: torch.Tensor,
    v: torch.Tensor,
    o: torch.Tensor,
    w_1: torch.Tensor,
    b_1: torch.Tensor,
    w_2: torch.Tensor,
    b_2: torch.Tensor,
    pre: bool,
) -> torch.nn.TransformerEncoderLayer:
    """One head without dropout; PyTorch's matrices stand on the left of their vectors."""
    layer = torch.nn.TransformerEncoderLayer(
        len(q),
        nhead=1,
        dim_feedforward=len(b_1),
        dropout=0.0,
        batch_first=True,
        norm_first=pre,
        dtype=torch.float64,
    )
    with torch.no_grad():
        layer.self_attn.in_proj_weight.copy_(torch.cat([q.T, k.T, v.T]))
        layer.self_attn.in_proj_bias.zero_()
        layer.self_attn.out_proj.weight.copy_(o.T)
        layer.self_attn.out_proj.bias.zero_()
        layer.linear1.weight.copy_(w_1.T)
        layer.linear1.bias.copy_(b_1)
        layer.linear2.weight.copy_(w_2.T)
        layer.linear2.bias.copy_(b_2)
    return layer


def ask(draw: random.Random) -> Answer:
    tokens, width, inner = draw.randint(1, 3), draw.randint(2, 4), draw.randint(1, 5)
    square = ("w_q", "w_k", "w_v", "w_o")
    inputs: Numbers = {
        "x": matrix(draw, tokens, width, spread=2.0),
        **{name: matrix(draw, width, width) for name in square},
        "w_1": matrix(draw, width, inner),
        "b_1": vector(draw, inner),
        "w_2": matrix(draw, inner, width),
        "b_2": vector(draw, width),
        "norm": draw.choice(["post", "pre"]),
    }
    x, *parameters = (tensor(inputs[name]) for name in NAMES)
    pre = inputs["norm"] == "pre"
    layer = encoder_layer(*parameters, pre=pre)
    with torch.no_grad():
        seen = layer.norm1(x) if pre else x
        attended, weights = layer.self_attn(seen, seen, seen)
        summed = torch.add(x, attended)
        normed = layer.norm2(summed) if pre else layer.norm1(summed)
        hidden = torch.relu(layer.linear1(normed))
        output = layer(x)
        return inputs, {
            "weights": weights,
            "attended": attended,
            "summed": summed,
            "normed": normed,
            "hidden": hidden,
            "fed": layer.linear2(hidden),
            "output": output,
        }
