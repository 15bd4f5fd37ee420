"""A language model's cross-entropy over the letters of a text, by PyTorch."""

import random
from dataclasses import dataclass

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import cross_entropy, softmax


@dataclass(frozen=True)
class Letters:
    """Letters in the place of a tensor, for PyTorch has none of text."""

    letters: list[str]

    def tolist(self) -> list[str]:
        return self.letters


def ask(draw: random.Random) -> Answer:
    letters = draw.sample("abcdefgh", draw.randint(2, 5))
    text = [draw.choice(letters) for _ in range(draw.randint(2, 6))]
    inputs: Numbers = {
        "text": text,
        "letters": letters,
        "scores": matrix(draw, len(text) - 1, len(letters), spread=2.0),
    }
    scores = tensor(inputs["scores"])
    targets = torch.tensor([letters.index(letter) for letter in text[1:]])
    losses = cross_entropy(scores, targets, reduction="none")
    loss = cross_entropy(scores, targets)
    return inputs, {
        "targets": Letters(text[1:]),
        "probabilities": softmax(scores, dim=-1),
        "right": (-losses).exp(),
        "losses": losses,
        "loss": loss,
        "perplexity": loss.exp(),
    }
