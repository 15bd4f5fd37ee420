"""Warmth: how strongly a number's place is coloured, and with which of the theme's colours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.theme import Theme

LEVELS = 12
# Stronger, and the text on it would fall below a contrast of 4.5.
_STRONGEST = 0.48
# Not red, green or amber: those say wrong, right and near.
_BELOW = {True: "#d79ad0", False: "#a03c8c"}


@dataclass(frozen=True, slots=True)
class Scale:
    """How numbers become levels.

    Where both signs occur, zero is in the middle, and a level below zero stands for a negative
    number. Else the least number is at level 0 and the largest at the top.
    """

    least: float
    largest: float

    @property
    def diverges(self) -> bool:
        """Whether both signs occur."""
        return self.least < 0 < self.largest

    def share(self, number: float) -> float | None:
        """From -1 to 1; None where a number has no place on the scale."""
        if self.least >= self.largest or math.isnan(number):
            return None
        if math.isinf(number):
            return None if number < 0 else 1.0
        if self.diverges:
            return number / max(-self.least, self.largest)
        return (number - self.least) / (self.largest - self.least)

    def level(self, number: float) -> int | None:
        """From -LEVELS to LEVELS; None where a number has no place on the scale."""
        share = self.share(number)
        return None if share is None else round(share * LEVELS)


def scale(numbers: Sequence[float]) -> Scale:
    """The scale of some numbers; the finite ones decide."""
    finite = [number for number in numbers if math.isfinite(number)]
    return Scale(min(finite, default=0.0), max(finite, default=0.0))


def backgrounds(
    theme: Theme, strongest: float = _STRONGEST, ground: str | None = None
) -> tuple[str, ...]:
    """A colour for each level, so that `colours[level]` is right below zero too.

    From `ground`, else the theme's own, to its accent, below zero to another colour; nothing at
    all where the terminal chooses its colours itself.
    """
    if theme.ansi or not theme.background or not theme.accent:
        return ()
    first = Color.parse(ground or theme.background)
    ends = (Color.parse(theme.accent), Color.parse(_BELOW[theme.dark]))
    shares = [strongest * level / LEVELS for level in range(LEVELS + 1)]
    above, below = ([first.blend(end, share).hex6 for share in shares] for end in ends)
    return (*above, *reversed(below[1:]))
