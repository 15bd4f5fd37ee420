"""The parameters of BERT, counted in PyTorch's layers."""

import random

import torch
from asked.drawing import Answer, Numbers
from torch.nn import Embedding, LayerNorm, Linear, TransformerEncoderLayer


def parameters(*layers: torch.nn.Module) -> int:
    return sum(parameter.numel() for layer in layers for parameter in layer.parameters())


def ask(draw: random.Random) -> Answer:
    heads = draw.randint(1, 4)
    width = heads * draw.randint(1, 5)
    inputs: Numbers = {
        "layers": draw.randint(1, 4),
        "width": width,
        "heads": heads,
        "vocabulary": draw.randint(5, 60),
        "positions": draw.randint(4, 20),
        "segments": draw.randint(1, 3),
        "pooler": draw.random() < 0.7,
    }
    rows = [inputs[name] for name in ("vocabulary", "positions", "segments")]
    embeddings = [*(Embedding(number, width) for number in rows), LayerNorm(width)]
    blocks = [TransformerEncoderLayer(width, heads, 4 * width) for _ in range(inputs["layers"])]
    pooler = [Linear(width, width)] if inputs["pooler"] else []
    first = blocks[0]
    attention = first.self_attn
    counts = {
        "embeddings": parameters(*embeddings),
        "head_width": attention.head_dim,
        "queries_keys_values": attention.in_proj_weight.numel() + attention.in_proj_bias.numel(),
        "attention": parameters(attention),
        "feed_forward": parameters(first.linear1, first.linear2),
        "block": parameters(first),
        "blocks": parameters(*blocks),
        "pooler": parameters(*pooler),
        "total": parameters(*embeddings, *blocks, *pooler),
    }
    return inputs, {name: torch.tensor(count) for name, count in counts.items()}
