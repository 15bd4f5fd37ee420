"""How fast a learner answers, so that a quick answer can be told from a slow one."""

from collections import defaultdict, deque

from tutor.core.log import LogRow

NEEDED = 8
"""Timed answers before any is called fast."""
_KEPT = 100
_CLEARLY = 0.6  # of the median


class Pace:
    """The seconds of the last right answers, each kind of card by itself: a pick takes less."""

    def __init__(self) -> None:
        self._seconds: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=_KEPT))

    def is_fast(self, kind: str, seconds: float | None) -> bool:
        """Whether `seconds` is clearly less than this learner needs for a card of the kind."""
        from statistics import median  # which takes its time to be imported

        known = self._seconds[kind]
        return seconds is not None and len(known) >= NEEDED and seconds < _CLEARLY * median(known)

    def add(self, kind: str, row: LogRow) -> None:
        """Take in an answer, if it was timed and right."""
        seconds = row.payload.get("seconds")
        if isinstance(seconds, int | float) and row.payload.get("score") == 1:
            self._seconds[kind].append(float(seconds))
