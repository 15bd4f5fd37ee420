"""Numbers drawn for an oracle, and tensors of them."""

import random
from typing import Any, TypeAlias

import torch

Numbers: TypeAlias = dict[str, Any]
Answer: TypeAlias = tuple[Numbers, dict[str, torch.Tensor]]
"""Drawn inputs, and what PyTorch makes of each step."""


def tensor(value: Any) -> torch.Tensor:
    return torch.tensor(value, dtype=torch.float64)


def vector(draw: random.Random, length: int, spread: float = 1.0) -> list[float]:
    return [round(draw.gauss(0, spread), 3) for _ in range(length)]


def matrix(draw: random.Random, rows: int, columns: int, spread: float = 1.0) -> list[list[float]]:
    return [vector(draw, columns, spread) for _ in range(rows)]
