"""A pair of sentences laid out token by token: a token's segment is how many [SEP] came before."""

import random
from typing import Any


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    words = ["the", "dog", "is", "old", "and", "he", "likes", "to", "play"]
    a, b = (draw.choices(words, k=draw.randint(1, 5)) for _ in range(2))
    tokens: list[str] = []
    segments: list[int] = []
    for token in f"[CLS] {' '.join(a)} [SEP] {' '.join(b)} [SEP]".split():
        segments.append(tokens.count("[SEP]"))
        tokens.append(token)
    positions = [place for place, _ in enumerate(tokens)]
    return {"a": a, "b": b}, {"tokens": tokens, "segments": segments, "positions": positions}
