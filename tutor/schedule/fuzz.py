"""Fuzz: intervals are spread a little, so that cards learnt together do not stay together.

The range is that of FSRS; the draw is handed in, so that a preview shows what will be recorded.
"""

from functools import cache

from tutor.schedule.fsrs6 import MAXIMUM_INTERVAL

_BANDS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


@cache
def fuzz_range(days: int) -> tuple[int, int]:
    """The shortest and the longest interval that `days` may become, both included."""
    if days < 2.5:
        return days, days
    delta = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _BANDS)
    longest = min(round(days + delta), MAXIMUM_INTERVAL)
    return min(max(2, round(days - delta)), longest), longest


def fuzzed(days: int, draw: float) -> int:
    """The interval that `draw`, from 0 up to but not including 1, picks from the range."""
    shortest, longest = fuzz_range(days)
    picked = shortest + int(draw * (longest - shortest + 1))
    return picked if picked < longest else longest
