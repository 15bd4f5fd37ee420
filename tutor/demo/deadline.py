"""A limit on how long a demo's own code may run, so that an endless loop in it comes to an end.

One thread watches over all that run demos: it raises `OverTimeError` in the code that has run too
long. To begin and to end a run costs a few stores; the watching thread looks up now and then, and
goes when no demo has run for a while. What waits inside a single call of C cannot be stopped so:
`tutor.demo.rehearsal` finds it in a process of its own.
"""

from __future__ import annotations

import math
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Final, TypeVar

T = TypeVar("T")

LONGEST: Final = 4.0
"""So many seconds a single run of a demo may take."""
_PERIOD: Final = 0.1
_PATIENCE: Final = 0.5
"""So many seconds code that was stopped has to leave before it is stopped again."""
_IDLE: Final = 100
"""After so many looks at nothing the watching thread ends."""


class OverTimeError(BaseException):
    """The time is up; no `except Exception` of a demo's catches it."""


class _Watch:
    """Until when code may run in one thread; `limit` is what is left of a larger whole."""

    __slots__ = ("__weakref__", "limit", "thread", "until")

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.until = math.inf
        self.limit = math.inf

    def settle(self, until: float) -> None:
        """Make sure that nothing is raised any more on account of a run that has ended.

        The watching thread reads the clock before it reads `until`: it cannot have seen a time
        that was not up yet when the run ended.
        """
        while monotonic() >= until:
            try:
                with _LOCK:
                    pass  # it is not between looking and raising
                _raise_in(self.thread, None)
                return
            except OverTimeError:
                continue


class _Here(threading.local):
    def __init__(self) -> None:
        self.watch = _Watch()
        with _LOCK:
            _watches.add(self.watch)


_LOCK = threading.Lock()
_watches: weakref.WeakSet[_Watch] = weakref.WeakSet()
_here = _Here()
_watcher: threading.Thread | None = None


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What all runs in here may take together; those that come after it is over do not begin."""
    watch = _here.watch
    before = watch.limit
    watch.limit = min(before, monotonic() + seconds)
    try:
        yield
    finally:
        watch.limit = before


def in_time(work: Callable[[], T], seconds: float = LONGEST, *, whole: bool = False) -> T:
    """What `work` comes to; `OverTimeError` is raised in it once its time is up.

    It is not raised after this has returned. With `whole` the work may take all these seconds,
    whatever is left of a larger whole.
    """
    watch = _here.watch
    now, before = monotonic(), watch.until
    until = min(now + seconds, math.inf if whole else watch.limit, before)
    if now >= until:
        raise OverTimeError
    watch.until = until
    if _watcher is None:
        _begin_to_watch()
    # It may be raised at any place in here, in the `finally` too; it is not raised again before
    # there has been time to leave.
    try:
        try:
            return work()
        finally:
            watch.until = before
            watch.settle(until)
    except OverTimeError:
        watch.until = before
        watch.settle(until)
        raise


def _begin_to_watch() -> None:
    global _watcher
    with _LOCK:
        if _watcher is None:
            watcher = threading.Thread(target=_look_on, name="tutor-deadline", daemon=True)
            try:
                watcher.start()
            except RuntimeError:  # the interpreter is ending, or there are no more threads
                return
            _watcher = watcher


def _look_on() -> None:
    global _watcher
    idle = 0
    while True:
        sleep(_PERIOD)
        with _LOCK:
            now = monotonic()
            armed = [watch for watch in _watches if watch.until < math.inf]
            late = [watch for watch in armed if watch.until <= now]
            for watch in late:
                _raise_in(watch.thread, OverTimeError)
            idle = 0 if armed else idle + 1
            if idle > _IDLE:
                # In this order: a run that begins meanwhile sees that nobody watches, or is seen.
                me, _watcher = _watcher, None
                if all(watch.until == math.inf for watch in _watches):
                    return
                _watcher, idle = me, 0
        if late:
            sleep(_PATIENCE)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Raise an exception in another thread, or take back one that has not been raised yet."""
    import ctypes

    raised = ctypes.py_object() if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
