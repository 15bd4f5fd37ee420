"""How long a program in a terminal takes from its start until something stands on the screen."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

PATIENCE = 300.0
"""Seconds; a first start reads all packs."""
_UNIT = 1 if sys.platform == "darwin" else 1024


class Start(NamedTuple):
    """Seconds until each text was painted, seconds of work until the last, and bytes at most."""

    shown: tuple[float, ...]
    work: float
    peak: int


def started(
    argv: Sequence[str], environ: Mapping[str, str], texts: Sequence[str], size: tuple[int, int]
) -> Start:
    """Run a program in a terminal of its own until it has painted all `texts`, then end it.

    `texts` are patterns, looked for in what it writes; `size` is columns and rows. RuntimeError if
    the program ends before, TimeoutError if it never gets there.
    """
    mine, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    begin = time.perf_counter()
    running = subprocess.Popen(
        argv, stdin=its, stdout=its, stderr=its, env=dict(environ), start_new_session=True
    )
    os.close(its)
    try:
        shown = _seen(mine, [re.compile(text.encode()) for text in texts], begin)
    finally:
        os.kill(running.pid, signal.SIGKILL)  # not `running.kill()`, which may take its account
        _, _, used = os.wait4(running.pid, 0)
        running.returncode = -9
        os.close(mine)
    return Start(shown, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT)


def _seen(terminal: int, patterns: Sequence[re.Pattern[bytes]], begin: float) -> tuple[float, ...]:
    written = b""
    found: dict[int, float] = {}
    while len(found) < len(patterns):
        left = begin + PATIENCE - time.perf_counter()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            raise TimeoutError(written[-2000:].decode(errors="replace"))
        try:
            more = os.read(terminal, 1 << 16)
        except OSError:  # the other end is closed
            more = b""
        if not more:
            raise RuntimeError(written[-2000:].decode(errors="replace"))
        now = time.perf_counter() - begin
        written += more
        for number, pattern in enumerate(patterns):
            if number not in found and pattern.search(written):
                found[number] = now
    return tuple(found[number] for number in range(len(patterns)))
