"""The surroundings in which a demo's code runs: what it prints or warns of disturbs nobody."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO

import numpy as np


@contextmanager
def quietly(*, prints: bool = True) -> Iterator[None]:
    """Keep what a demo prints out of the output, and swallow its warnings.

    Prints go where errors go, which is nowhere while the screen is in use; without `prints` they
    are dropped. What it wants to read has no lines: the keyboard is the learner's.
    """
    keyboard = sys.stdin
    with (
        # A demo may overflow or divide by zero on purpose: then inf and nan are the lesson.
        np.errstate(all="ignore"),
        warnings.catch_warnings(),
        redirect_stdout(sys.stderr if prints else StringIO()),
    ):
        warnings.simplefilter("ignore")
        sys.stdin = StringIO()
        try:
            yield
        finally:
            sys.stdin = keyboard
