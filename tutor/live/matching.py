"""Whether numbers are the typed ones, and how easily a mere slip gives them as well."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tutor.core.live import Numbers
from tutor.numbers import Value

_SLACK: Final = 1 + 1e-9
_NOTHING: Final = 5e-4
"""What lies nearer to 0 may be typed as 0."""
_NEAREST: Final = 2.0
"""By so much at least whole numbers are mistaken."""
LIKELY: Final = 0.05
"""So often, at most, a mere slip may find something that would be named."""
LIKELY_WHOLE: Final = 0.2
"""The same for what is likely by itself, of a single whole number: there are so few of these that
nothing would ever be named else."""

_AT_HAND: Final = 0.25
"""So often a slip ends at 0, 1 or -1, whatever is right."""
_ROUND: Final = 0.04
"""So often it ends at a number of a single digit: 0.5 is typed more readily than 0.53."""


def tolerances(numbers: Numbers) -> list[float]:
    """How far an answer may lie from each right cell; whole numbers, all of them, must be met.

    A zero among other numbers is given the finest tolerance beside it.
    """
    if numbers.tolerance is not None:
        return [numbers.tolerance] * len(numbers.key)
    if Value(numbers.shape, numbers.key).exact:
        return [0.0] * len(numbers.key)
    halves = [half_of_third(cell) if cell else math.inf for cell in numbers.key]
    finest = min(halves)
    return [finest if half == math.inf else half for half in halves]


def half_of_third(cell: float) -> float:
    """Half a unit of the third significant digit of a number."""
    return 0.5 * 10.0 ** (math.floor(math.log10(abs(cell))) - 2) if cell else 0.0


def thirds(typed: Value) -> list[float]:
    """Half a unit of the third significant digit of each typed number."""
    return [half_of_third(cell) or _NOTHING for cell in typed.cells]


def windows(typed: Value, *, whole: bool = False) -> list[float]:
    """How far from a typed number that may lie which it stands for.

    One unit of the last digit typed (earlier roundings add up), but no more than the third
    significant digit allows; of a number with fewer digits half a unit of its last. A number typed
    without decimals stands for itself if `whole` ones are asked, else as if it had three digits.
    """
    found = []
    decimals = typed.decimals or (None,) * len(typed.cells)
    for cell, places in zip(typed.cells, decimals, strict=True):
        third = half_of_third(cell)
        if places is None:
            found.append(third + 1e-12)
        elif cell.is_integer() and places <= 0:
            found.append(1e-9 * max(abs(cell), 1) if whole else third or _NOTHING)
        else:
            unit = 10.0 ** -max(-300, min(300, places))
            found.append(max(unit / 2, min(unit, third)) * _SLACK)
    return found


@dataclass(slots=True)
class Typed:
    """A typed answer that numbers are compared with, beside the right ones.

    `windows` says how near to each typed cell a number must lie. All that the answer was compared
    with is counted: among many candidates some come near whatever is typed, and tell nothing then.
    `limit` is how often a mere slip may find what would be named; there is no slip where `checked`,
    whatever fits being compared on other draws as well.
    """

    numbers: Numbers
    value: Value
    windows: Sequence[float] = ()
    checked: bool = False
    limit: float = field(init=False, default=LIKELY)
    _limits: list[float] = field(init=False)
    _wrong: list[int] = field(init=False)
    _whole: bool = field(init=False)
    _seen: set[tuple[float, ...]] = field(init=False, default_factory=set)
    _likely: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._whole = Value(self.numbers.shape, self.numbers.key).exact
        self.windows = self.windows or windows(self.value, whole=self._whole)
        self._limits = tolerances(self.numbers)
        self._wrong = []
        if len(self.value.cells) == len(self.numbers.key):
            triples = zip(self.value.cells, self.numbers.key, self._limits, strict=True)
            self._wrong = [
                place
                for place, (mine, right, limit) in enumerate(triples)
                if abs(mine - right) > limit * _SLACK + 1e-14 * abs(right)
            ]

    def fits(self, cells: Sequence[float]) -> bool:
        """Whether these cells are the typed ones, all of them, and not simply the right ones."""
        mine = self.value.cells
        if len(cells) != len(mine):
            return False
        for one, other, window in zip(mine, cells, self.windows, strict=True):
            if not abs(one - other) <= window:
                return False
        if len(cells) != len(self.numbers.key):
            return True
        triples = zip(cells, self.numbers.key, self._limits, strict=True)
        return any(
            abs(other - right) > limit + 1e-9 * abs(right) for other, right, limit in triples
        )

    def begin(self, *, usual: bool = False) -> None:
        """Begin to count anew, for another kind of candidates; `usual` ones may be likelier."""
        single = self._whole and len(self.numbers.key) == 1
        self.limit = LIKELY_WHOLE if usual and single else LIKELY
        if self.checked:
            self.limit = math.inf
        self._seen.clear()
        self._likely = 0.0

    def considers(self, cells: Sequence[float]) -> bool:
        """Whether these cells fit; they count among those that were looked at."""
        told = tuple(cells)
        if told not in self._seen:
            self._seen.add(told)
            if told != self.numbers.key:
                self._likely += self.chance(told)
        return self.fits(told)

    def tells(self, cells: Sequence[float]) -> bool:
        """Whether cells that fit say more than chance: a slip would hardly find any candidate.

        Failing that, it would hardly find these very cells, in as many attempts as there were.
        """
        return self._likely <= self.limit or len(self._seen) * self.chance(cells) <= self.limit

    @property
    def is_precise(self) -> bool:
        """Whether the wrong cells are several, or have three digits: no round number alone."""
        if self.checked or len(self.value.cells) != len(self.numbers.key):
            return True
        return len(self._wrong) > 1 or any(
            _digits(self.value.cells[place]) > 2 for place in self._wrong
        )

    @property
    def is_by_chance(self) -> bool:
        """Whether this is a single whole number, so small that a slip easily leads to it."""
        single = self._whole and len(self.numbers.key) == 1 and not self.checked
        return single and self.chance(self.value.cells) > LIKELY

    @property
    def is_hopeless(self) -> bool:
        """Whether nothing that fits would tell anything any more."""
        return self._likely > self.limit and not self.tells(self.value.cells)

    def chance(self, cells: Sequence[float]) -> float:
        """How likely a mere slip, somewhere near the right numbers, would fit these cells.

        Slips are taken to happen just where the typed answer is wrong, and to lie about the right
        number as Cauchy's distribution has it, as wide as the number itself is large.
        """
        if len(cells) != len(self.numbers.key) or len(cells) != len(self.value.cells):
            return 1.0
        found = 1.0
        for place, (at, right) in enumerate(zip(cells, self.numbers.key, strict=True)):
            if place not in self._wrong:
                # Where the answer is right, a slip has changed nothing.
                if abs(at - self.value.cells[place]) > self.windows[place]:
                    return 0.0
                continue
            width, wide = self._width(place), self._wide(right)
            away = (at - right) / wide
            likely = min(1.0, width / (math.pi * wide * (1 + away * away)))
            if abs(at - self.value.cells[place]) <= self.windows[place]:
                likely = max(likely, self._readily(place))
            found *= likely
            if found < 1e-9:
                break
        return found

    def _readily(self, place: int) -> float:
        """How readily the number typed in a place is typed at all, rightly or not."""
        if self.checked:
            return 0.0
        if abs(self.value.cells[place]) in (0.0, 1.0):
            return _AT_HAND
        return 0.0 if self._whole or _digits(self.value.cells[place]) > 1 else _ROUND

    def _width(self, place: int) -> float:
        """How many numbers pass for the typed one: of whole numbers it alone."""
        if self._whole and self.value.cells[place].is_integer():
            return 1.0
        return 2 * self.windows[place]

    def _wide(self, right: float) -> float:
        if self._whole:
            return max(abs(right) / 2, _NEAREST)
        return abs(right) or max(map(abs, self.numbers.key), default=1.0) or 1.0


def _digits(number: float) -> int:
    """How many significant digits a number has, zeros at its end not counted."""
    return len(f"{abs(number):.12e}".partition("e")[0].replace(".", "").rstrip("0"))
