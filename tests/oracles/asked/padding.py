"""Padding by PyTorch's `pad_sequence`; means and last tokens of each sequence by itself."""

import random

import torch
from asked.drawing import Answer, Numbers, tensor
from torch.nn.utils.rnn import pad_sequence


def ask(draw: random.Random) -> Answer:
    lengths = [draw.randint(1, 5) for _ in range(draw.randint(1, 4))]
    inputs: Numbers = {
        "tokens": [round(draw.gauss(0, 3), 2) for _ in range(sum(lengths))],
        "lengths": lengths,
        "pad": draw.choice([0, -1, 7]),
        "side": draw.choice(["right", "left"]),
    }
    sequences = tensor(inputs["tokens"]).split(lengths)

    def padded(parts: tuple[torch.Tensor, ...], pad: float) -> torch.Tensor:
        return pad_sequence(
            list(parts), batch_first=True, padding_value=pad, padding_side=inputs["side"]
        )

    batch = padded(sequences, float(inputs["pad"]))
    return inputs, {
        "longest": torch.tensor(batch.shape[1]),
        "mask": padded(tuple(torch.ones_like(one) for one in sequences), 0.0),
        "batch": batch,
        "sums": torch.stack([one.sum() for one in sequences]),
        "means": torch.stack([one.mean() for one in sequences]),
        "last": torch.stack([one[-1] for one in sequences]),
    }
