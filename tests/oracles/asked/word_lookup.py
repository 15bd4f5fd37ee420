"""Looking a word up, and the words like it, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import cosine_similarity, embedding, one_hot


def ask(draw: random.Random) -> Answer:
    words, width = draw.randint(2, 6), draw.randint(2, 4)
    word = draw.randrange(words)
    inputs: Numbers = {"table": matrix(draw, words, width), "word": word}
    table = tensor(inputs["table"])
    number = torch.tensor(word)
    vector = embedding(number, table)
    cosines = cosine_similarity(table, vector.expand_as(table), dim=-1)
    best = next(other for other in cosines.argsort(descending=True).tolist() if other != word)
    return inputs, {
        "one_hot": one_hot(number, words),
        "vector": vector,
        "dots": torch.einsum("wd,d->w", table, vector),
        "lengths": torch.linalg.vector_norm(table, dim=-1),
        "cosines": cosines,
        "nearest": torch.tensor(best),
    }
