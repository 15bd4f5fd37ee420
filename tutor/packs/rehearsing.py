"""A first run of demos in a process of its own, for what cannot be stopped inside the tutor's.

A demo may ask for all the memory there is, wait for hours inside a single call, end the program or
bring Python down. Whoever has changed a demo learns so from a line, not from a tutor that is gone.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import tutor
from tutor.demo import DemoError

HANGS: Final = 10.0
"""After so many seconds without coming to an end a demo is killed."""
_STARTS: Final = 30.0
MEMORY: Final = 3 << 29
"""So many bytes the demos may take beyond what Python and NumPy take."""

_FRAME = re.compile(r'^ *File "(?P<file>[^"]+)", line (?P<line>\d+)', re.MULTILINE)


def rehearse(
    folder: Path, names: Sequence[str], seconds: float = HANGS
) -> dict[str, DemoError | None]:
    """What each demo of a folder would do to the tutor; None for one that may be run.

    What is wrong with a demo otherwise is told where it is run. Each is killed after so many
    `seconds`. Raises OSError where no process can be started.
    """
    found: dict[str, DemoError | None] = {}
    waiting = list(names)
    while waiting:
        begun, ended, why = _run(folder, waiting, seconds)
        found.update(ended)
        if begun:
            found[begun] = why
        elif not ended:
            break  # it did not even come to the first one: nothing is known of them
        waiting = [name for name in waiting if name not in found]
    return {name: found.get(name) for name in names}


def _run(
    folder: Path, names: Sequence[str], seconds: float
) -> tuple[str, dict[str, DemoError | None], DemoError | None]:
    """The demo at which the process ended too early, if it did, those before it, and why."""
    program = [sys.executable, "-P", "-m", "tutor.packs.rehearsal"]
    process = subprocess.Popen(
        [*program, str(folder), str(seconds), *names],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        encoding="utf-8",
        errors="replace",
    )
    with process:
        try:
            out, err = process.communicate(timeout=_STARTS + seconds * len(names))
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
    begun = ""
    ended: dict[str, DemoError | None] = {}
    for line in _lines(out):
        begun = str(line.get("begun", ""))
        if "ended" in line:
            ended[line["ended"]] = _error(line["error"]) if line["error"] else None
    return begun, ended, _end(folder, process.returncode, err) if begun else None


def _environment() -> dict[str, str]:
    """The learner's, from which this very tutor is found; one thread needs the least memory."""
    path = [str(Path(tutor.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, path)),
        "PYTHONIOENCODING": "utf-8",
        **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
    }


def _lines(out: str) -> Iterator[dict[str, Any]]:
    for line in out.splitlines():
        try:
            read = json.loads(line)
        except ValueError:
            continue  # a demo has got hold of the stream
        if isinstance(read, dict):
            yield read


def _error(kept: dict[str, Any]) -> DemoError:
    return DemoError(kept["code"], file=kept["file"], line=kept["line"], **kept["details"])


def _end(folder: Path, code: int, err: str) -> DemoError:
    """Why a process ended in the middle of a demo: what Python wrote as it went says where."""
    file, line = "", 0
    for frame in _FRAME.finditer(err):
        if Path(frame["file"]).parent == folder.resolve():
            file, line = frame["file"], int(frame["line"])
            break
    if "Timeout (" in err:
        return DemoError("hangs", file=file, line=line)
    return DemoError("crashes", file=file, line=line, reason=_reason(code))


def _reason(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
