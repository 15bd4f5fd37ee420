"""A live question's numbers as the log keeps them, and the question that they make again."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tutor.core.live import Numbers
from tutor.core.log import LogRow

NUMBERS = "numbers"
"""The key of an answer's payload that holds its question's numbers."""
FELL = "fell"
"""The key that lists what explained a wrong answer: ids of traps, or codes."""


def past_question(row: LogRow) -> Numbers | None:
    """The numbers that an answer was given to, None where the row keeps none."""
    return numbers_of(row.payload.get(NUMBERS))


def numbers_payload(numbers: Numbers) -> dict[str, Any]:
    """Numbers as values that JSON holds; a convention that it cannot hold is left to the demo."""
    return {
        "demo": numbers.demo,
        "step": numbers.step,
        "seed": numbers.seed,
        "inputs": {name: packed(value) for name, value in numbers.inputs.items()},
        "arguments": {
            name: packed(value) for name, value in numbers.arguments.items() if _fits(value)
        },
        "given": {name: packed(value) for name, value in numbers.given.items()},
        "cells": [list(cell) for cell in numbers.cells],
        "shape": list(numbers.shape),
        "key": packed(list(numbers.key)),
        "tolerance": numbers.tolerance,
        "aim": numbers.aim,
    }


def numbers_of(payload: object) -> Numbers | None:
    """The numbers that `numbers_payload` made these values of; None for anything else."""
    if not isinstance(payload, Mapping):
        return None
    try:
        tolerance = payload["tolerance"]
        return Numbers(
            demo=str(payload["demo"]),
            step=str(payload["step"]),
            seed=int(payload["seed"]),
            inputs=_unpacked_all(payload["inputs"]),
            arguments=_unpacked_all(payload["arguments"]),
            given=_unpacked_all(payload["given"]),
            cells=tuple(tuple(map(int, cell)) for cell in payload["cells"]),
            shape=tuple(map(int, payload["shape"])),
            key=tuple(map(float, unpacked(payload["key"]))),
            tolerance=None if tolerance is None else float(tolerance),
            aim=str(payload["aim"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        # Another program may write rows of its own: what makes no sense is no question.
        return None


def packed(value: Any) -> Any:
    """A value as JSON holds it: numbers keep their type, what it lacks stands in `{kind: …}`.

    TypeError for what is neither a number, a text, a truth, nothing, nor a list or tuple of them.
    """
    match value:
        case None | bool() | str():
            return value
        case int():
            return int(value)
        case float():
            return float(value) if math.isfinite(value) else {"float": repr(float(value))}
        case list():
            return [packed(part) for part in value]
        case tuple():
            return {"tuple": [packed(part) for part in value]}
        case _ if hasattr(value, "tolist"):
            return packed(value.tolist())
        case _:
            raise TypeError(f"{type(value).__name__} cannot be kept")


def unpacked(value: Any) -> Any:
    """The value that `packed` made this of; ValueError for what it never makes."""
    match value:
        case list():
            return [unpacked(part) for part in value]
        case {"float": str() as text}:
            return float(text)
        case {"tuple": list() as parts}:
            return tuple(unpacked(part) for part in parts)
        case dict():
            raise ValueError("an unknown kind of value")
        case _:
            return value


def _unpacked_all(values: Mapping[str, Any]) -> dict[str, Any]:
    return {str(name): unpacked(value) for name, value in values.items()}


def _fits(value: object) -> bool:
    try:
        packed(value)
    except TypeError:
        return False
    return True
