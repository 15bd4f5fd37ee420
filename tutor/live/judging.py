"""Judging a live answer: right, or explained by what gives exactly the numbers that were typed."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tutor.core.live import Diagnosis, Numbers
from tutor.demo import Demo, DemoError
from tutor.demo.deadline import within
from tutor.live.diagnosing import explanations, traps
from tutor.live.matching import Typed, thirds, tolerances
from tutor.live.runs import right_run, wrong_run
from tutor.live.structure import structural
from tutor.numbers import Closeness, NotRead, Value, equal, read, show

if TYPE_CHECKING:
    from tutor.demo.tracing import Run

__all__ = ["Judged", "diagnose", "judge", "read_answer", "right_run", "wrong_run"]

_LONGEST: Final = 6.0
"""So many seconds all runs of a demo may take that an answer is compared with."""
_PLAIN: Final = re.compile(r"[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_SIZES: Final = re.compile(r"[\s(\[]*\d+(?:\s*[xX×]\s*\d+)+[\s)\]]*", re.ASCII)
_WITH_COMMA: Final = re.compile(r"[-+−]?\d+(?:,\d+)?", re.ASCII)
_AROUND: Final = re.compile(r"[\s,;()\[\]=≈]*")


@dataclass(frozen=True, slots=True)
class Judged:
    """How an answer compares: `closeness` of the whole, `cells` one by one, and what explains it.

    `typed` is the answer as it was read; `echo` says it where that is not plain from the text:
    what came out of arithmetic, and which of several readings was taken.
    """

    closeness: Closeness
    cells: tuple[bool, ...]
    typed: Value
    diagnosis: Diagnosis | None = None
    echo: str = ""


def judge(demo: Demo, numbers: Numbers, text: str) -> Judged | NotRead:
    """How right a typed answer is, and if it is wrong, what the learner may have done."""
    answer = read_answer(text, numbers.shape)
    if isinstance(answer, NotRead):
        return answer
    typed, closeness = _reading(answer, numbers)
    echo = "" if _is_plain(text, typed) else _shown(typed)
    if closeness is not Closeness.WRONG:
        return Judged(closeness, (True,) * len(numbers.key), typed, None, echo)
    cells = _cells(typed, numbers)
    diagnosis = diagnose(demo, numbers, typed)
    first = next((at for at, good in zip(numbers.cells, cells, strict=True) if not good), None)
    return Judged(closeness, cells, typed, replace(diagnosis, right=cells, first=first), echo)


def read_answer(text: str, shape: tuple[int, ...]) -> Value | NotRead:
    """The numbers of an answer; where several are asked, blanks may stand between them.

    Beside the codes of numbers, one of its own: `one-number` for sizes, `24x24`, where a single
    number is asked.
    """
    typed = read(text)
    if not shape:
        sizes = isinstance(typed, Value) and typed.shape and _SIZES.fullmatch(text)
        return NotRead("one-number", {"text": text.strip()}) if sizes else typed
    if isinstance(typed, NotRead) and typed.code != "spaces":
        return typed
    if isinstance(typed, Value):
        readings = (typed, *typed.alternatives)
        if any(len(reading.cells) == math.prod(shape) for reading in readings):
            return typed
    # What is a difference by itself, `1 -2`, is two numbers of a list.
    listed = read(f"[{text}]")
    if isinstance(listed, Value) and len(listed.cells) == math.prod(shape):
        return listed
    apart = _decimal_commas(text)
    if isinstance(apart, Value) and len(apart.cells) == math.prod(shape):
        return apart
    if isinstance(listed, NotRead) and listed.code == "spaces":
        return typed
    # What else is wrong with a list says more than the blanks in it.
    return listed if isinstance(typed, NotRead) else typed


def _decimal_commas(text: str) -> Value | NotRead | None:
    """The numbers with blanks between them and commas before their decimals, if it is that."""
    numbers = text.replace(";", " ; ").split()
    if "," not in text or not all(each == ";" or _WITH_COMMA.fullmatch(each) for each in numbers):
        return None
    return read(f"[{' '.join(numbers).replace(',', '.')}]")


def diagnose(demo: Demo, numbers: Numbers, typed: Value) -> Diagnosis:
    """What gives the typed numbers: a known trap, another step, another order, or a single edit.

    The first of these that explains all the cells is taken; several of one kind are a tie. What
    was typed with few digits is looked for as it stands, 0.6 as 0.600, and only then as rounded.
    Of a demo that can be run but not traced, traps and orders alone are known. What would take too
    long is not looked for.
    """
    with within(_LONGEST):
        return _diagnosed(demo, numbers, typed)


def _diagnosed(demo: Demo, numbers: Numbers, typed: Value) -> Diagnosis:
    rounded = Typed(numbers, typed)
    exactly = [min(pair) for pair in zip(rounded.windows, thirds(typed), strict=True)]
    run: Run | None
    try:
        run = right_run(demo, numbers)
        if not _holds(run, numbers):
            # A question of long ago, to a demo that has become another one since.
            return Diagnosis(explanations=tuple(structural(rounded, numbers))[:1])
    except DemoError:
        run = None
    found = explanations(demo, numbers, Typed(numbers, typed, exactly), run)
    if not found and exactly != rounded.windows:
        # A single rounded number fits too much; of an author's traps it may still be one.
        single = len(typed.cells) == 1
        known = traps(demo, numbers, rounded)
        found = list(known) if single else explanations(demo, numbers, rounded, run)
    return Diagnosis(explanations=tuple(found))


def _holds(run: Run, numbers: Numbers) -> bool:
    """Whether the demo still computes the question's key."""
    array = run.array(numbers.step)
    try:
        cells = [float(array[cell]) for cell in numbers.cells]
    except (IndexError, TypeError, ValueError):
        return False
    pairs = zip(cells, numbers.key, strict=True)
    return all(math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12) for one, other in pairs)


def _reading(answer: Value, numbers: Numbers) -> tuple[Value, Closeness]:
    """The reading of an answer that is right, else the first of the shape asked for."""
    right = Value(numbers.shape, numbers.key)
    readings = [replace(reading, alternatives=()) for reading in (answer, *answer.alternatives)]
    closeness = [equal(reading, right, numbers.tolerance) for reading in readings]
    for wanted in (Closeness.RIGHT, Closeness.ROUNDING):
        if wanted in closeness:
            return _fitted(readings[closeness.index(wanted)], numbers.shape), wanted
    fitted = [_fitted(reading, numbers.shape) for reading in readings]
    of_shape = [reading for reading in fitted if reading.shape == numbers.shape]
    return (of_shape or fitted)[0], Closeness.WRONG


def _fitted(reading: Value, shape: tuple[int, ...]) -> Value:
    """The reading in the shape asked for, if it is only written as a row or a column of it."""
    lengths = [tuple(size for size in sizes if size != 1) for sizes in (reading.shape, shape)]
    if lengths[0] == lengths[1] and min(len(reading.shape), len(shape)) <= 1:
        return replace(reading, shape=shape)
    if len(reading.shape) == 1 and len(reading.cells) == math.prod(shape):
        return replace(reading, shape=shape)
    return reading


def _cells(typed: Value, numbers: Numbers) -> tuple[bool, ...]:
    """Which cells of a wrong answer are right, also to fewer digits than asked."""
    if len(typed.cells) != len(numbers.key):
        return tuple(False for _ in numbers.key)
    places = typed.decimals or (None,) * len(typed.cells)
    return tuple(
        equal(Value((), (mine,), (decimals,)), Value((), (right,)), limit) is not Closeness.WRONG
        for mine, decimals, right, limit in zip(
            typed.cells, places, numbers.key, tolerances(numbers), strict=True
        )
    )


def _is_plain(text: str, typed: Value) -> bool:
    """Whether the text simply consists of the numbers that were read, written as numbers are."""
    if _AROUND.sub("", _PLAIN.sub("", text)):
        return False
    written = tuple(float(number.replace("−", "-")) for number in _PLAIN.findall(text))
    return written == typed.cells


def _shown(typed: Value) -> str:
    """The numbers that were read, rows set apart by semicolons."""
    numbers = [show(cell, 6) for cell in typed.cells]
    width = typed.shape[-1] if typed.shape else 1
    rows = [numbers[start : start + width] for start in range(0, len(numbers), max(width, 1))]
    return "; ".join(", ".join(row) for row in rows)
