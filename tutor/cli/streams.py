"""The standard streams, made fit for Korean and formulas wherever they lead."""

import codecs
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper


def prepare_streams(environ: Mapping[str, str]) -> None:
    """Nothing that is written or read may end in an encoding error.

    Pipes and files get UTF-8 unless `PYTHONIOENCODING` says otherwise; a terminal keeps its
    encoding, for it knows no other, and shows `?` for what it lacks.
    """
    chosen = bool(environ.get("PYTHONIOENCODING"))
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        if chosen or stream.isatty() or _is_utf8(stream.encoding):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def _is_utf8(encoding: str) -> bool:
    return codecs.lookup(encoding).name == "utf-8"


def screen_possible(environ: Mapping[str, str]) -> bool:
    """Whether a full screen can be shown: a terminal on both ends that is not a dumb one."""
    return (
        sys.stdin is not None
        and sys.stdout is not None
        and sys.stdin.isatty()
        and sys.stdout.isatty()
        and environ.get("TERM") != "dumb"
    )


def read_line() -> str | None:
    """The next line of the standard input without its end, None when there is none."""
    if sys.stdin is None:
        return None
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.rstrip("\r\n").lstrip("\ufeff") if line else None


def write_line(line: str) -> None:
    """One line to the standard output, at once."""
    print(line, flush=True)


def close_output() -> None:
    """Leave the standard output so that Python's exit finds nothing to write to a closed pipe."""
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, sys.stdout.fileno())
