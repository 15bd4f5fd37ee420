"""The homes that are measured on, and how the tutor is run over one."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random

from generate import KEPT, ROOT, Made, Size, kept_home
from report import Table

from tutor.cli.context import make_context
from tutor.cli.wiring import Wired, wire

SMALL, LARGE = Size(600, 6_000), Size(100_000, 1_000_000)
QUICK = Size(3_000, 30_000)


def sizes(quick: bool) -> tuple[Size, Size]:
    """The two sizes between which there shall be no difference."""
    return SMALL, QUICK if quick else LARGE


def named(size: Size) -> str:
    """A size in words."""
    return f"{size.cards:,} cards, {size.rows:,} rows"


def homes(quick: bool) -> dict[str, Made]:
    """Both homes under their names; they are made where they are not there yet."""
    return {named(size): kept_home(size) for size in sizes(quick)}


def environment(made: Made) -> dict[str, str]:
    """What a program over this home finds around it, nothing of the learner's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TUTOR_")}
    return {
        **kept,
        "TUTOR_HOME": str(made.folder),
        "TUTOR_LANG": "en",
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def tutor(made: Made, *words: str) -> list[str]:
    """The command line that runs the tutor as of the moment for which a home was made."""
    return [sys.executable, str(ROOT / "tests/bench/at.py"), made.now.isoformat(), *words]


@contextmanager
def wired(
    made: Made, settings: str = "", clock: Callable[[], datetime] | None = None
) -> Iterator[Wired]:
    """Packs, store and study over a copy of a home on the same disk, as the program joins them.

    Without a `clock` it is the moment for which the home was made.
    """
    folder = KEPT / f"copy.{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made.folder, folder)
    (folder / "settings.toml").write_text(settings)
    try:
        environ = environment(Made(folder, made.now))
        with wire(make_context(environ, clock or (lambda: made.now), Random(0))) as joined:
            yield joined
    finally:
        shutil.rmtree(folder)


def begun(title: str, columns: tuple[str, ...], how: str) -> Table:
    """A table whose heading is printed."""
    made = Table(title, columns, how)
    made.begin()
    return made


def folder_size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
