"""Measuring: how long a deed takes, and how long until the last frame of a change is painted."""

import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from report import Table, milliseconds
from textual.app import App

TURNS = 20
"""How often messages go round before a frame is painted, as they do between two ticks."""
FRAMES = 4
"""No change needs more of them."""


class Time(NamedTuple):
    """Seconds by the clock on the wall, and those that this process worked."""

    wall: float
    work: float

    @classmethod
    def now(cls) -> "Time":
        """This moment."""
        return cls(time.perf_counter(), time.process_time())

    def since(self, start: "Time") -> "Time":
        """From a moment to this one."""
        return Time(self.wall - start.wall, self.work - start.work)


class Painter:
    """Tells when an app last painted a frame.

    Textual paints at most sixty times a second. The wait for its next tick is left out: frames are
    asked for at once, and what is measured is work.
    """

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._last = Time.now()
        display = app._display

        def timed(*arguments: object) -> None:
            display(*arguments)  # type: ignore[arg-type]  # handed on as it came
            self._last = Time.now()

        app._display = timed

    async def painted(self, change: Callable[[], object]) -> Time:
        """The time from the beginning of a change to the last frame that came of it."""
        start = Time.now()
        change()
        for _ in range(FRAMES):
            for _ in range(TURNS):
                await asyncio.sleep(0)
            self._app.screen._on_timer_update()
        if self._last.wall < start.wall:
            raise RuntimeError("nothing was painted")
        return self._last.since(start)


def timed(deed: Callable[[], object]) -> Time:
    """How long a deed takes."""
    start = Time.now()
    deed()
    return Time.now().since(start)


def table(title: str, how: str) -> Table:
    """A table of times. On a machine with other work to do, `work` is what counts."""
    made = Table(title, ("median", "p95", "work", "p95 of it"), how)
    made.begin()
    return made


def row(table: Table, what: str, times: Sequence[Time]) -> None:
    """A line of the table: median and 95th percentile, by the clock and of work."""
    figures = [f(column) for column in zip(*times, strict=True) for f in (statistics.median, late)]
    table.line(what, *map(milliseconds, figures))


def late(seconds: Sequence[float], share: float = 0.95) -> float:
    """What so large a share of them stays below."""
    return sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]
