"""The masked language model's loss, by PyTorch's cross-entropy and its `ignore_index`."""

import random
from dataclasses import dataclass

import torch
from asked.drawing import Answer, Numbers, tensor
from torch.nn.functional import cross_entropy

WORDS = ["the", "man", "went", "to", "a", "shop", "with", "his", "old", "dog", "came", "back"]
IGNORED = -100


@dataclass(frozen=True)
class Words:
    """Words in the place of a tensor, for PyTorch has none of text."""

    words: list[str]

    def tolist(self) -> list[str]:
        return self.words


def spoiled(word: str, fate: float, random_word: str) -> str:
    if fate < 0.8:
        return "[MASK]"
    return random_word if fate < 0.9 else word


def ask(draw: random.Random) -> Answer:
    n = draw.randint(2, 9)
    rate = draw.choice([0.15, 0.3, 0.5])
    chance = [round(draw.random(), 3) for _ in range(n)]
    # The loss is a mean over the picked tokens, so there must be one.
    chance[draw.randrange(n)] = 0.01
    inputs: Numbers = {
        "tokens": [draw.choice(WORDS) for _ in range(n)],
        "rate": rate,
        "chance": chance,
        "fate": [round(draw.random(), 3) for _ in range(n)],
        "random_words": [draw.choice(WORDS) for _ in range(n)],
        "p": [draw.randint(1, 99) / 100 for _ in range(n)],
    }
    picked = [one < rate for one in chance]
    tokens = inputs["tokens"]
    fates = map(spoiled, tokens, inputs["fate"], inputs["random_words"])
    cells = list(zip(picked, fates, tokens, strict=True))
    # Class 0 is the right word, class 1 any other.
    right = tensor(inputs["p"])
    logits = torch.stack([right.log(), torch.log1p(-right)], dim=-1)
    labels = torch.tensor([0 if one else IGNORED for one in picked])
    return inputs, {
        "picked": torch.tensor(picked),
        "input": Words([new if one else old for one, new, old in cells]),
        "target": Words([old if one else "–" for one, _, old in cells]),
        "losses": cross_entropy(logits, torch.zeros(n, dtype=torch.long), reduction="none"),
        "loss": cross_entropy(logits, labels, ignore_index=IGNORED),
    }
