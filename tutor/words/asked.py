"""Which cells of a step a question asks, and what kind of answer it expects, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tutor.core.cards import Number
from tutor.core.live import Numbers
from tutor.core.text import Language, Text, in_language
from tutor.words.notation import cell_text
from tutor.words.say import say
from tutor.words.scene import Scene

_ORDINALS: Final = 10


def how_to_answer(
    numbers: Numbers, unit: Text, language: Language, *, whole: bool = False, target: str = ""
) -> str:
    """What kind of answer is expected: how many numbers, in which shape, how exact.

    `whole` says that the step holds whole numbers whatever is drawn: that these ones are would
    tell something of the answer. `target` names the cells that are asked, where nothing else does.
    """
    shape = numbers.shape
    form = "one" if len(numbers.key) == 1 else "list"
    if len(shape) == 2 and min(shape) > 1:
        form = "matrix"
    exact = "whole" if whole else "digits"
    if numbers.tolerance is not None:
        exact = "within"
    details = {
        "n": str(len(numbers.key)),
        "shape": "×".join(map(str, shape)),
        "tolerance": cell_text(numbers.tolerance or 0.0),
    }
    how = say(f"live.how.{form}.{exact}", language, **details)
    if name := in_language(unit, language):
        how = say("live.how.unit", language, how=how, unit=name)
    return say("live.how.target", language, target=target, how=how) if target else how


def how_exactly(card: Number, language: Language) -> str:
    """How exact the answer to a number card is to be; empty where whole numbers are right."""
    from tutor.numbers import Value, read

    if card.tolerance is not None:
        return say("number.within", language, tolerance=cell_text(card.tolerance))
    right = read(card.number)
    is_whole = isinstance(right, Value) and right.exact
    return "" if is_whole else say("number.digits", language)


def numbers_asked(card: Number) -> int:
    """How many numbers the answer to a number card holds."""
    from tutor.numbers import Value, read

    right = read(card.number)
    return len(right.cells) if isinstance(right, Value) else 1


def step_target(scene: Scene, step: str, language: Language) -> str:
    """The asked cells of a step in words, `step` standing for the whole of it."""
    cells, shape = scene.numbers.cells, scene.shape
    if len(cells) == _size(shape):
        return say("live.target.whole", language, step=step)
    first = cells[0]
    is_row = len(cells) > 1
    index = first[:-1] if is_row else first
    if len(shape) > 2:
        at = f"[{','.join(map(str, index))}{',:' if is_row else ''}]"
        return say("live.target.place", language, step=step, at=at)
    if is_row:
        return say("live.target.row", language, step=step, row=ordinal(index[0], language))
    if len(shape) == 1:
        return say("live.target.entry", language, step=step, n=ordinal(index[0], language))
    row, column = (ordinal(place, language) for place in index)
    return say("live.target.cell", language, step=step, row=row, column=column)


def ordinal(place: int, language: Language) -> str:
    """The place of something in a row, counted from 0, as people count: `first`, `첫째`."""
    if place < _ORDINALS:
        return say(f"live.ordinal.{place}", language)
    return say("live.ordinal.other", language, n=place + 1)


def _size(shape: Sequence[int]) -> int:
    size = 1
    for length in shape:
        size *= length
    return size
