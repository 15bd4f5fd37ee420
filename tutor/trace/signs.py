"""Names, symbols and single numbers as they stand in a line of arithmetic."""

from __future__ import annotations

import math
import re
from enum import IntEnum
from functools import lru_cache

from tutor.maths import one_line
from tutor.numbers import show
from tutor.trace.tree import Scalar


class Level(IntEnum):
    """How firmly a text holds together: where it is too loose, brackets go round it."""

    CHOICE = 0
    OR = 1
    AND = 2
    NOT = 3
    COMPARISON = 4
    REMAINDER = 5
    SUM = 6
    QUOTIENT = 7
    """Below a product: `a / b·c` would be read in two ways."""
    PRODUCT = 8
    ROOT = 9
    """√x, which must not be followed by another factor."""
    POWER = 10
    """x², which cannot be raised again."""
    CALL = 11
    INDEXED = 12
    WORD = 13
    """One word or number: it may be an exponent without brackets."""


CALLS = {"sigmoid": "σ", "logistic": "σ", "relu": "ReLU", "gelu": "GELU", "silu": "SiLU"}
"""The signs of functions that demos name; others are printed as the code has them."""

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_WITH_INDEX = re.compile(r"([A-Za-z])_([A-Za-z0-9]{1,2})")
_SEPARATING = frozenset(" +−-±·×*/=<>≤≥≠≈,;:|&∈→")
_RAISING = frozenset("^⁻⁺⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹ᵀ")
_SIGNIFICANT = 6
"""For numbers of the code: as many digits as constants are written with."""


def name_text(name: str) -> str:
    """A name of the code: `d_k` as dₖ, `hidden_size` as it is."""
    found = _WITH_INDEX.fullmatch(name)
    return one_line(f"{found[1]}_{{{found[2]}}}") if found else name


@lru_cache(maxsize=4096)
def symbol_text(symbol: str, name: str) -> str:
    """The symbol of a step, set on one line; the name where it is one or has no fit symbol."""
    text = "" if symbol == name else one_line(symbol).replace(" / ", "/")
    return text if text and _is_balanced(text) else name_text(name)


@lru_cache(maxsize=4096)
def leaf_text(text: str, index: tuple[int, ...]) -> tuple[Level, str]:
    """A name or symbol with its index, and how firmly it holds together: `(∂L/∂W)[0,1]`."""
    outside = _outside_brackets(text)
    is_composite = not _SEPARATING.isdisjoint(outside)
    if not index and is_composite:
        return Level.CHOICE, text
    whole = f"({text})" if is_composite else text
    if index:
        whole += f"[{','.join(map(str, index))}]"
    if not is_composite and not _RAISING.isdisjoint(outside):
        return Level.POWER, whole
    if len(outside) < len(text) or is_composite:
        return Level.CALL, whole
    return (Level.INDEXED if index else Level.WORD), whole


def number_text(value: Scalar, digits: int) -> tuple[Level, str]:
    """A value to so many digits, with a true minus sign, and how firmly that holds together."""
    if isinstance(value, bool | str):
        return Level.WORD, repr(value)
    if not isinstance(value, int | float):
        # NumPy has more kinds of numbers on the way to a step than a step may have.
        return Level.CALL, str(value)
    if not math.isfinite(value):
        return (Level.WORD, str(value).replace("inf", "∞")) if value != -math.inf else _MINUS
    try:
        text = show(value, digits)
    except OverflowError:
        text = str(value)
    if text.startswith("-"):
        return Level.PRODUCT, "−" + text[1:]
    return (Level.POWER if "e" in text else Level.WORD), text


def constant_text(value: Scalar) -> tuple[Level, str]:
    """A bare number of the code, as it is written there."""
    if value == math.pi:
        return Level.WORD, "π"
    return number_text(value, _SIGNIFICANT)


def constant_digits(digits: int) -> int:
    """To how many digits a number of the code stands where others are shown to `digits`."""
    return max(digits, _SIGNIFICANT)


def raised_text(exponent: int) -> str:
    """A whole number as small raised digits."""
    return str(exponent).translate(_RAISED)


_MINUS = (Level.PRODUCT, "−∞")


def _is_balanced(text: str) -> bool:
    open_brackets: list[str] = []
    for sign in text:
        if sign in "([{":
            open_brackets.append(")]}"["([{".index(sign)])
        elif sign in ")]}" and (not open_brackets or open_brackets.pop() != sign):
            return False
    return not open_brackets


def _outside_brackets(text: str) -> str:
    outside, depth = "", 0
    for sign in text:
        depth -= sign in ")]}"
        if depth == 0 and sign not in "()[]{}":
            outside += sign
        depth += sign in "([{"
    return outside
