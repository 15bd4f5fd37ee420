"""The process in which demos are run for the first time: `python -m tutor.packs.rehearsal`.

It says which demo it begins and how that ended, a line of JSON each, and may die on the way.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn, TextIO

from tutor.demo import Demo, DemoError, DemoWords, load, trace
from tutor.demo.deadline import within
from tutor.live.drawing import draw_inputs
from tutor.live.errors import LiveError
from tutor.packs.demos import read_demo_words
from tutor.packs.rehearsing import MEMORY

_ERRORS: Final = 2
"""Where Python says how it ended, whatever `sys.stderr` has become."""
_SEEDS: Final = 3
_TOLD: Final = frozenset({"too_slow", "too_much_memory", "ends_program"})
"""What is told here; all else that a demo raises does no harm, and is told where it is run."""


class _EndsProgramError(BaseException):
    """Raised where a demo would end the process at once."""


def main(arguments: Sequence[str]) -> None:
    """Run the demos of a folder: the folder, how long one may take, then their names."""
    folder, seconds, *names = arguments
    faulthandler.enable()
    out = _keep_streams()
    import numpy  # noqa: F401  # before memory is limited: it is not the demos' own

    _limit()
    _hinder()
    for name in names:
        _say(out, {"begun": name})
        faulthandler.dump_traceback_later(float(seconds), exit=True, file=_ERRORS)
        error = _harm(Path(folder), name, float(seconds) / 2)
        faulthandler.cancel_dump_traceback_later()
        _say(out, {"ended": name, "error": error})


def _keep_streams() -> TextIO:
    """The stream to report on; what demos print goes nowhere, whichever way they do it."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    sys.stderr = sys.stdout = os.fdopen(nowhere, "w", encoding="utf-8")
    return out


def _say(out: TextIO, line: Mapping[str, object]) -> None:
    out.write(json.dumps(line) + "\n")
    out.flush()


def _harm(folder: Path, name: str, seconds: float) -> dict[str, Any] | None:
    try:
        with within(seconds):
            _go_through(folder, name)
    except DemoError as error:
        found = _in_our_words(error)
        if found.code in _TOLD:
            place = {"file": found.file, "line": found.line}
            return {"code": found.code, "details": found.details, **place}
    except LiveError:
        pass  # the draw is at fault, which does no harm
    return None


def _go_through(folder: Path, name: str) -> None:
    """Load a demo and trace it on its examples and on some draws."""
    words = read_demo_words(folder / f"{name}.yaml")[0]
    demo = load(folder, name, words or DemoWords())
    for inputs in _numbers(demo):
        try:
            trace(demo.function, inputs)
        except DemoError as error:
            if _in_our_words(error).code in _TOLD:
                raise


def _numbers(demo: Demo) -> Iterator[Mapping[str, object]]:
    yield from (example.inputs for example in demo.examples)
    if demo.draw is not None:
        yield from (draw_inputs(demo, seed) for seed in range(_SEEDS))
    elif not demo.examples:
        yield {}


def _in_our_words(error: DemoError) -> DemoError:
    if isinstance(error.__cause__, _EndsProgramError):
        return DemoError("ends_program", file=error.file, line=error.line)
    return error


def _hinder() -> None:
    """Turn what ends a process at once into an error that says at which line."""

    def end(status: int = 0) -> NoReturn:
        raise _EndsProgramError

    os._exit = os.abort = end


def _limit() -> None:
    """Limit memory, and time for the case that nobody waits any more, where systems can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    pages = Path("/proc/self/statm")
    taken = 0
    with contextlib.suppress(OSError, ValueError):
        taken = int(pages.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    limits = {
        resource.RLIMIT_AS: taken + MEMORY if taken else 4 * MEMORY,
        resource.RLIMIT_CPU: 600,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main(sys.argv[1:])
