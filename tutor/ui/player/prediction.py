"""Predicting before looking: which cells are covered, and what became of the guesses."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal, TypeAlias

from tutor.core.study import Mark
from tutor.numbers import Closeness, NotRead, Value, equal, read

Scope: TypeAlias = Literal["off", "cell", "row", "step"]
Index: TypeAlias = tuple[int, ...]

_AFTER: dict[Scope, Scope] = {"off": "cell", "cell": "row", "row": "step", "step": "off"}
_MARKS = {
    Closeness.RIGHT: Mark.RIGHT,
    Closeness.ROUNDING: Mark.ROUNDING,
    Closeness.WRONG: Mark.WRONG,
}
_WORDS = re.compile(r"[^\s,;\[\]]+")
_INFINITE = {"inf": math.inf, "∞": math.inf, "infinity": math.inf, "nan": math.nan}
_TRUTHS = {"1": True, "true": True, "yes": True, "참": True}
_FALSEHOODS = {"0": False, "false": False, "no": False, "거짓": False}


@dataclass(frozen=True, slots=True)
class Unread:
    """A guess that says no numbers, or `given` of them where `expected` are covered."""

    given: int = 0
    expected: int = 0


class Prediction:
    """What is covered in the step one stands in. `scope` stays on from step to step."""

    def __init__(self) -> None:
        self.scope: Scope = "off"
        self.covered: tuple[Index, ...] = ()
        self.marks: Mapping[Index, Mark] = {}
        self._array: Any = None
        self._target: Index = ()
        self._seen: dict[str, Mapping[Index, Mark]] = {}
        self._shown: set[str] = set()
        self._name = ""

    @property
    def on(self) -> bool:
        """Whether each step arrives covered."""
        return self.scope != "off"

    @property
    def of_words(self) -> bool:
        """Whether the step one stands in holds words."""
        return self._array is not None and self._array.dtype.kind == "U"

    def arrive(self, name: str, array: Any, at: Index, *, cover: bool = True) -> None:
        """Come to a step with the cursor at `at`; it is covered unless it has been seen."""
        self._name, self._array, self._target = name, array, at
        self.marks = self._seen.get(name, {})
        self.covered = self._cells() if cover and name not in self._seen else ()
        if self.scope != "step" or not self.covered:
            self.saw([name])

    def saw(self, names: Iterable[str]) -> None:
        """These steps were shown, in whole or in part."""
        self._shown.update(names)

    @property
    def is_unseen(self) -> bool:
        """Whether all of the step is covered, and nothing of it was ever shown."""
        return self.scope == "step" and bool(self.covered) and self._name not in self._shown

    def leave(self) -> None:
        """Stand where there is nothing to predict."""
        self._name, self._array, self.covered, self.marks = "", None, (), {}

    def next_scope(self, at: Index) -> None:
        """Cover the cell `at`; when something is covered, more of it, and in the end nothing."""
        if self._array is None:
            return
        if self.covered or not self.on:
            self.scope = _AFTER[self.scope]
        if not self.covered:
            self._target = at
        self._seen.pop(self._name, None)
        self.marks = {}
        self.covered = self._cells()

    def forget(self) -> None:
        """The numbers have changed: nothing has been seen of them."""
        self._seen = {}
        self._shown = set()

    def stop(self) -> None:
        """Predict no more."""
        self.scope, self.covered = "off", ()
        self.saw([self._name])

    def reveal(self) -> None:
        """Uncover without a guess."""
        self._seen[self._name] = self.marks
        self.saw([self._name])
        self.covered = ()

    def judge(self, text: str) -> Unread | None:
        """Mark each covered cell by what was typed, and uncover; or say why that is not possible.

        A number is right within half a unit of its third significant digit; where all numbers of
        the step are whole, exactly.
        """
        right = [self._array[index].item() for index in self.covered]
        shape = _shape(self.scope, self._array)
        plain = all(_is_number(value) for value in right)
        marks = self._marks(text, right, shape) if plain else _marks_of_words(text, right)
        if isinstance(marks, Unread):
            return marks
        self.marks = dict(zip(self.covered, marks, strict=True))
        self.reveal()
        return None

    def _marks(self, text: str, right: Sequence[float], shape: Index) -> Sequence[Mark] | Unread:
        given = read(text)
        if isinstance(given, NotRead) and len(right) > 1:
            given = read(f"[{text}]")
        if isinstance(given, NotRead):
            return Unread()
        readings = [given, *given.alternatives]
        fitting = [one for one in readings if _fits(one.shape, shape)]
        if not fitting:
            return Unread(len(given.cells), len(right))
        tolerances = self._tolerances(right)
        marks = [_marked(one, right, tolerances) for one in fitting]
        return max(marks, key=lambda found: sum(mark is not Mark.WRONG for mark in found))

    def _tolerances(self, right: Sequence[float]) -> list[float]:
        """An absolute tolerance for each cell; 0 where the whole step is of whole numbers."""
        numbers = [float(value) for value in self._array.reshape(-1).tolist() if _is_number(value)]
        if all(number == round(number) for number in numbers):
            return [0.0] * len(right)
        halves = {number: _half_unit(number) for number in numbers if number}
        finest = min(halves.values(), default=0.0)
        return [halves.get(float(value), finest) for value in right]

    def _cells(self) -> tuple[Index, ...]:
        if self._array is None or not self.on or 0 in self._array.shape:
            return ()
        shape = self._array.shape
        if self.scope == "cell" or not shape:
            return (self._target,)
        ahead = self._target[:-1] if self.scope == "row" else ()
        rest = shape[len(ahead) :]
        return tuple((*ahead, *index) for index in product(*(range(size) for size in rest)))


def _shape(scope: Scope, array: Any) -> Index:
    shape: Index = array.shape
    return () if scope == "cell" else shape[-1:] if scope == "row" else shape


def _fits(given: Index, expected: Index) -> bool:
    """Whether numbers typed in one shape may stand for another: axes of length 1 may be left out.

    A whole step may also be typed as one long row.
    """
    bare = [tuple(size for size in shape if size != 1) for shape in (given, expected)]
    return bare[0] == bare[1] or (len(bare[0]) == 1 and bare[0][0] == math.prod(expected))


def _half_unit(number: float) -> float:
    return 0.5 * 10.0 ** (math.floor(math.log10(abs(number))) - 2)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _marked(given: Value, right: Sequence[float], tolerances: Sequence[float]) -> list[Mark]:
    decimals = given.decimals or (None,) * len(given.cells)
    return [
        _MARKS[equal(Value((), (mine,), (places,)), Value((), (float(theirs),)), tolerance)]
        for mine, places, theirs, tolerance in zip(
            given.cells, decimals, right, tolerances, strict=True
        )
    ]


def _marks_of_words(text: str, right: Sequence[Any]) -> Sequence[Mark] | Unread:
    """Marks where there are words, truth values or infinities among the cells."""
    words = [text.strip()] if len(right) == 1 else _WORDS.findall(text)
    if len(words) != len(right) or not all(words):
        return Unread(len(words), len(right)) if any(words) else Unread()
    return [_mark_of_word(word, value) for word, value in zip(words, right, strict=True)]


def _mark_of_word(word: str, right: object) -> Mark:
    if isinstance(right, bool):
        given = {**_TRUTHS, **_FALSEHOODS}.get(word.casefold())
        return Mark.RIGHT if given is right else Mark.WRONG
    if isinstance(right, str):
        return Mark.RIGHT if word.casefold() == right.casefold() else Mark.WRONG
    assert isinstance(right, int | float)
    sign = -1.0 if word[:1] in "-−" else 1.0
    infinite = _INFINITE.get(word.lstrip("-−+").casefold())
    if infinite is not None:
        same = sign * infinite == right or (math.isnan(infinite) and math.isnan(right))
        return Mark.RIGHT if same else Mark.WRONG
    given_number = read(word)
    if isinstance(given_number, NotRead) or not math.isfinite(right):
        return Mark.WRONG
    return _MARKS[equal(given_number, Value((), (float(right),)), None)]
