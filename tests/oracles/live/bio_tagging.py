"""Spans of BIO tags read off by a pattern over the tags' letters, and scored as sets."""

import random
import re
from typing import Any

TYPES = {"PER": 1, "LOC": 2, "ORG": 3}
TAGS = ["O", *(f"{mark}-{kind}" for kind in TYPES for mark in "BI")]
SPAN = re.compile(r"(?:B1|I1)(?:I1)*|(?:B2|I2)(?:I2)*|(?:B3|I3)(?:I3)*")


def ask(draw: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    # Names on both sides, so that precision and recall exist; they need not agree anywhere.
    n = draw.randint(2, 8)
    gold = [draw.choice(TAGS) for _ in range(n)]
    gold[draw.randrange(n)] = draw.choice(TAGS[1:])
    predicted = [tag if draw.random() < 0.7 else draw.choice(TAGS) for tag in gold]
    predicted[draw.randrange(n)] = draw.choice(TAGS[1:])
    true, found = _spans(gold), _spans(predicted)
    hits = set(true) & set(found)
    wrong = (set(true) | set(found)) - hits
    return {"gold": gold, "predicted": predicted}, {
        "gold_spans": true,
        "predicted_spans": found,
        "matches": [[int(one == other) for other in found] for one in true],
        "precision": len(hits) / len(set(found)),
        "recall": len(hits) / len(set(true)),
        # By the spans that are in both and those that are in one only.
        "f1": len(hits) / (len(hits) + len(wrong) / 2),
        "accuracy": sum(map(str.__eq__, gold, predicted)) / n,
    }


def _spans(tags: list[str]) -> list[tuple[int, int, int]]:
    """First token, last token and type: two letters of the text stand for one tag."""
    text = "".join("O0" if tag == "O" else f"{tag[0]}{TYPES[tag[2:]]}" for tag in tags)
    found = SPAN.finditer(text)
    return [(one.start() // 2, one.end() // 2 - 1, int(one[0][1])) for one in found]
