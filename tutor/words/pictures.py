"""What a picture shows, in words: for those who cannot see it, and for plain text."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal, TypeAlias

from tutor.core.text import Language
from tutor.numbers import show
from tutor.words.say import say

Kind: TypeAlias = Literal["image", "curve"]

_MOST_ROWS = 8
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a picture shows, by the code of its sentence."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


def picture_text(array: Any, kind: Kind, language: Language) -> list[str]:
    """What an `image` or a `curve` of an array of numbers shows, a sentence each."""
    return [
        say(
            told.code,
            language,
            **{name: _word(part, language) for name, part in told.details.items()},
        )
        for told in picture_told(array, kind)
    ]


def picture_told(array: Any, kind: Kind) -> list[Told]:
    """What an image or a curve of an array shows; nothing where it holds no numbers.

    `array` has `shape` and `tolist`. A detail that begins with `picture.` is a code itself.
    """
    rows = _rows(array)
    numbers = [number for _, row in rows for number in row]
    finite = [number for number in numbers if math.isfinite(number)]
    told = [_range(rows, finite)] if finite else []
    if odd := len(numbers) - len(finite):
        told.append(Told("picture.not_finite", {"count": str(odd)}))
    if finite and min(finite) < max(finite):
        tell = _curve if kind == "curve" else _peak
        lines = [found for row in rows if (found := tell(*row))]
        told += lines[:_MOST_ROWS]
        if left := len(lines[_MOST_ROWS:]):
            told.append(Told("picture.more_rows", {"count": str(left)}))
    return told


_Row: TypeAlias = tuple[tuple[int, ...], Sequence[float]]


def _rows(array: Any) -> list[_Row]:
    """The rows of an array, each with its index; a vector is one row without any."""
    if any(isinstance(value, str) for value in _flat(array.tolist())):
        return []
    return list(_split(array.tolist(), ()))


def _split(values: Any, index: tuple[int, ...]) -> Iterator[_Row]:
    if not isinstance(values, list):
        yield index, [float(values)]
    elif not values or not isinstance(values[0], list):
        yield index, [float(value) for value in values]
    else:
        for place, part in enumerate(values):
            yield from _split(part, (*index, place))


def _flat(values: Any) -> Iterator[Any]:
    if isinstance(values, list):
        for part in values:
            yield from _flat(part)
    else:
        yield values


def _range(rows: Sequence[_Row], finite: Sequence[float]) -> Told:
    least, largest = min(finite), max(finite)
    if least == largest:
        return Told("picture.level", {"value": show(least)})
    cells = [((*index, place), number) for index, row in rows for place, number in enumerate(row)]
    places = {number: _place(index) for index, number in reversed(cells)}
    return Told(
        "picture.range",
        {
            "least": show(least),
            "least_at": places[least],
            "largest": show(largest),
            "largest_at": places[largest],
        },
    )


def _peak(index: tuple[int, ...], row: Sequence[float]) -> Told | None:
    """Where the largest of a row stands."""
    finite = [number for number in row if math.isfinite(number)]
    if not index or len(row) < 2 or not finite:
        return None
    largest = max(finite)
    if len(finite) == len(row) and min(finite) == largest:
        return Told("picture.row_level", {"row": _place(index), "value": show(largest)})
    places = [_place((*index, place)) for place, number in enumerate(row) if number == largest]
    shown = ", ".join(places[:_MOST_PLACES]) + (", …" if len(places) > _MOST_PLACES else "")
    return Told("picture.row_peak", {"row": _place(index), "value": show(largest), "places": shown})


def _curve(index: tuple[int, ...], row: Sequence[float]) -> Told | None:
    """How the curve of a row runs."""
    points = [(place, number) for place, number in enumerate(row) if math.isfinite(number)]
    if len(points) < 2:
        return None
    numbers = [number for _, number in points]
    trend, turns = _trend(numbers)
    details = {
        "first": show(numbers[0]),
        "first_at": _place((*index, points[0][0])),
        "last": show(numbers[-1]),
        "last_at": _place((*index, points[-1][0])),
    }
    if trend != "picture.trend.turns":
        return Told("picture.curve_runs", {**details, "trend": trend})
    low, high = (pick(points, key=lambda point: point[1]) for pick in (min, max))
    return Told(
        "picture.curve_turns",
        {
            **details,
            "turns": str(turns),
            "high": show(high[1]),
            "high_at": _place((*index, high[0])),
            "low": show(low[1]),
            "low_at": _place((*index, low[0])),
        },
    )


def _trend(numbers: Sequence[float]) -> tuple[str, int]:
    """Whether the numbers rise, fall, stay or turn, and how often they turn."""
    steps = [after > before for before, after in pairwise(numbers) if after != before]
    turns = sum(one != other for one, other in pairwise(steps))
    if not steps:
        return "picture.trend.level", 0
    if turns:
        return "picture.trend.turns", turns
    return ("picture.trend.rises" if steps[0] else "picture.trend.falls"), 0


def _place(index: tuple[int, ...]) -> str:
    return f"[{','.join(map(str, index))}]"


def _word(part: str, language: Language) -> str:
    return say(part, language) if part.startswith("picture.") else part
