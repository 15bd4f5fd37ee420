"""One word in two sentences, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, tensor, vector
from torch.nn.functional import cosine_similarity, scaled_dot_product_attention


def ask(draw: random.Random) -> Answer:
    length = draw.randint(1, 5)
    inputs: Numbers = {name: vector(draw, length, 1.5) for name in ("word", "first", "second")}
    word = tensor(inputs["word"])
    sentences = torch.stack(
        [torch.stack([word, tensor(inputs[name])]) for name in ("first", "second")]
    )
    scores = torch.einsum("std,d->st", sentences, word)
    queries = word.expand(2, 1, length)
    contextual = scaled_dot_product_attention(queries, sentences, sentences).squeeze(1)
    return inputs, {
        "scores": scores,
        "weights": torch.softmax(scores * length**-0.5, dim=-1),
        "contextual": contextual,
        "lengths": torch.linalg.vector_norm(contextual, dim=-1),
        "cosine": cosine_similarity(contextual[0], contextual[1], dim=0),
    }
