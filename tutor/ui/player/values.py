"""What is typed in the place of an input or a convention, and what stands there to be changed."""

from __future__ import annotations

import math
from typing import Any

from tutor.numbers import NotRead, Value, read

_LONGEST = 400
_TRUTHS = {"1": True, "0": False, "true": True, "false": False, "참": True, "거짓": False}


def written(value: Any) -> str:
    """A value as it may be typed, exactly; nothing where that would be too long to be changed."""
    nested = value.tolist() if hasattr(value, "tolist") else value
    text = nested if isinstance(nested, str) else str(_plain(nested)).replace("'", "")
    return text if len(text) <= _LONGEST else ""


def read_cell(text: str, array: Any, index: tuple[int, ...]) -> Any:
    """The array as nested lists with one cell as typed; None where nothing can be read."""
    kind = array.dtype.kind
    value: object | None
    if kind == "U":
        value = text.strip() or None
    elif kind == "b":
        value = _TRUTHS.get(text.strip().casefold())
    else:
        given = read(text)
        alone = [] if isinstance(given, NotRead) else [given, *given.alternatives]
        value = next((_number(one.cells[0]) for one in alone if one.shape == ()), None)
    if value is None:
        return None
    nested = array.tolist()
    if not index:
        return value
    row = nested
    for place in index[:-1]:
        row = row[place]
    row[index[-1]] = value
    return nested


def read_whole(text: str, array: Any) -> Any:
    """The array that was typed, of as many axes as the one of before; None if it is none."""
    if array.dtype.kind == "U":
        return _words(text, array)
    given = read(text)
    if isinstance(given, NotRead):
        given = read(f"[{text}]")
    if isinstance(given, NotRead):
        return None
    for one in (given, *given.alternatives):
        shape = _shape_for(one, array.shape)
        if shape is not None:
            cells = [bool(c) if array.dtype.kind == "b" else _number(c) for c in one.cells]
            return _nested(cells, shape)
    return None


def read_setting(text: str, before: object) -> object | None:
    """A convention as typed: a number where it was one, else the text; None for nothing."""
    if isinstance(before, int | float) and not isinstance(before, bool):
        given = read(text)
        alone = not isinstance(given, NotRead) and given.shape == ()
        return _number(given.cells[0]) if alone and isinstance(given, Value) else None
    return text.strip() or None


def _plain(nested: Any) -> Any:
    if isinstance(nested, list):
        return [_plain(part) for part in nested]
    whole = isinstance(nested, float) and math.isfinite(nested) and nested == round(nested)
    return int(nested) if whole and abs(nested) < 1e15 else nested


def _number(cell: float) -> int | float:
    return int(cell) if cell == round(cell) and abs(cell) < 2**53 else cell


def _shape_for(given: Value, before: tuple[int, ...]) -> tuple[int, ...] | None:
    """The shape of what was typed if it may stand in the place of an array of another shape."""
    if len(given.shape) == len(before):
        return given.shape
    if len(given.cells) == math.prod(before):
        return before
    return None


def _nested(cells: list[Any], shape: tuple[int, ...]) -> Any:
    if not shape:
        return cells[0]
    step = len(cells) // shape[0] if shape[0] else 0
    return [_nested(cells[i * step : (i + 1) * step], shape[1:]) for i in range(shape[0])]


def _words(text: str, array: Any) -> Any:
    if array.ndim == 0:
        return text.strip() or None
    words = text.replace("[", " ").replace("]", " ").replace(",", " ").split()
    if array.ndim == 1:
        return words or None
    return _nested(words, array.shape) if len(words) == array.size else None
