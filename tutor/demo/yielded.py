"""What a demo yields: a step that can be shown, or a refusal with the line of its `yield`."""

import re
from collections.abc import Collection
from math import prod
from typing import Final

import numpy as np

from tutor.demo.arguments import KINDS, follows_protocols, kind_of
from tutor.demo.blaming import Place
from tutor.demo.errors import DemoError
from tutor.demo.steps import Step

MOST_STEPS: Final = 1000
"""A demo that yields more steps than these goes on for ever, or nobody will read them."""
MOST_CELLS: Final = 1_000_000
"""A step has no more cells than these; a text counts as one cell for each of its letters."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def checked(given: object, place: Place, before: Collection[str]) -> Step:
    """What was yielded, if it is a usable step; else a refusal with the line of the `yield`.

    `before` are the names of the steps that it follows.
    """
    file, line = place
    if not isinstance(given, Step):
        raise DemoError("not_a_step", file=file, line=line, given=_what(given))
    if not isinstance(given.name, str) or not _NAME.fullmatch(given.name):
        raise DemoError("step_name", file=file, line=line, given=_short(given.name))
    if given.name in before:
        raise DemoError("step_twice", file=file, line=line, step=given.name)
    if len(before) >= MOST_STEPS:
        raise DemoError("many_steps", file=file, line=line, most=str(MOST_STEPS))
    if not (isinstance(given.symbol, str) and isinstance(given.formula, str)):
        raise DemoError("step_words", file=file, line=line, step=given.name)
    code = _unfit(given.value)
    if code:
        what, most = _what(given.value), f"{MOST_CELLS:,}"
        raise DemoError(code, file=file, line=line, step=given.name, given=what, most=most)
    return given


def _unfit(value: object) -> str:
    """The code of what keeps a step's value from being shown, if anything does."""
    number = isinstance(value, int | float | complex)
    if not (number or isinstance(value, np.generic) or follows_protocols(value)):
        return "not_an_array"
    kind = kind_of(np.asarray(value) if number else value)
    if number and kind == "O":
        return "step_big"
    if kind == "c":
        return "complex"
    if kind not in ("", *KINDS):
        return "step_kind"
    return "step_large" if _cells(value, kind) > MOST_CELLS else ""


def _cells(value: object, kind: str) -> int:
    letters = getattr(getattr(value, "dtype", None), "itemsize", 4) // 4 if kind == "U" else 1
    return prod(getattr(value, "shape", ())) * letters


def _what(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, np.ndarray):
        return f"an array of type {value.dtype}"
    kind = type(value).__name__
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _short(value: object) -> str:
    return " ".join(repr(value).split())[:60]
