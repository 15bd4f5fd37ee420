"""A typed answer as numbers, read in each way that its signs allow."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tutor.numbers.parser import parse
from tutor.numbers.tokens import normalised
from tutor.numbers.values import NotRead, UnreadableError, Value

_SIZES = re.compile(r"([(\[]?)\s*(\d+(?:\s*[xX×]\s*\d+)+)\s*([)\]]?)", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(?:\.\d+)?%?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)", re.ASCII)
_CHAIN = re.compile(r"\d,\d+,\d", re.ASCII)
_NOT_FROM_ZERO = re.compile(r"(?<!\d)(?!0,)\d+,\d", re.ASCII)


def read(text: str) -> Value | NotRead:
    """The numbers that `text` says; nothing is executed and nothing raises.

    Read are numbers (`.88`, `1e-3`, `88%`, `0,88`, `1,048,576`), arithmetic and functions of them
    (`112/sqrt(64)`, `2^-3`, `√2 × 3`), vectors (`1.75, 1.5`), matrices (`[1 2; 3 4]`,
    `[[1, 2], [3, 4]]`) and shapes (`28x28x6`). Where a text can be read in several ways the
    likeliest comes back, with the others as its `alternatives`.
    """
    readings: list[Value] = []
    reason: NotRead | None = None
    try:
        for candidate in _candidates(normalised(text)):
            try:
                value = parse(candidate)
            except UnreadableError as fault:
                reason = reason or fault.reason
                continue
            if all((value.shape, value.cells) != (other.shape, other.cells) for other in readings):
                readings.append(value)
    except UnreadableError as fault:
        return fault.reason
    if not readings:
        return reason or NotRead("empty")
    return replace(readings[0], alternatives=tuple(readings[1:]))


def _candidates(text: str) -> Iterator[str]:
    """The text as the grammar may read it, the likeliest first."""
    if (sizes := _SIZES.fullmatch(text)) and (sizes[1] + sizes[3]) in ("", "()", "[]"):
        numbers = re.split(r"\s*[xX×]\s*", sizes[2])
        yield f"({','.join(numbers)})"
        yield "*".join(numbers)
        return
    with_points = _DECIMAL_COMMA.sub(".", text) if _may_have_decimal_commas(text) else ""
    if _THOUSANDS.fullmatch(text):
        yield text.replace(",", "")
    elif with_points and not _NOT_FROM_ZERO.search(text):
        yield with_points
    yield text
    if with_points:
        yield with_points


def _may_have_decimal_commas(text: str) -> bool:
    if "." in text or not _DECIMAL_COMMA.search(text) or _CHAIN.search(text):
        return False
    return ";" in text or not set(text) & set("([")
