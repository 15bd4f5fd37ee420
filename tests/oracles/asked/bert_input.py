"""BERT's input representation, by PyTorch's layers."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import embedding, layer_norm


def ask(draw: random.Random) -> Answer:
    tokens, width, vocabulary = draw.randint(1, 4), draw.randint(2, 5), draw.randint(2, 5)
    start_of_b = draw.randint(0, tokens)
    inputs: Numbers = {
        "ids": [draw.randrange(vocabulary) for _ in range(tokens)],
        "segments": [0] * start_of_b + [1] * (tokens - start_of_b),
        "w_token": matrix(draw, vocabulary, width),
        "w_segment": matrix(draw, 2, width),
        "w_position": matrix(draw, tokens + draw.randint(0, 2), width),
    }
    token = embedding(torch.tensor(inputs["ids"]), tensor(inputs["w_token"]))
    segment = embedding(torch.tensor(inputs["segments"]), tensor(inputs["w_segment"]))
    position = embedding(torch.arange(tokens), tensor(inputs["w_position"]))
    summed = torch.stack([token, segment, position]).sum(dim=0)
    variances, means = torch.var_mean(summed, dim=-1, correction=0, keepdim=True)
    return inputs, {
        "token": token,
        "segment": segment,
        "position": position,
        "summed": summed,
        "means": means,
        "variances": variances,
        "normalised": layer_norm(summed, [width], eps=1e-12),
    }
