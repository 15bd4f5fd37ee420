"""Tables of figures: printed while they are measured, and written as a page of the docs."""

import os
import platform
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

_WIDE, _NARROW = 52, 14


@dataclass(frozen=True)
class Line:
    """What was measured, its figures as text, and whether the aim was met (None: there is none)."""

    what: str
    figures: tuple[str, ...]
    met: bool | None = None


@dataclass
class Table:
    """Lines under a heading; `how` says what was measured, and what was warm."""

    title: str
    columns: tuple[str, ...]
    how: str
    lines: list[Line] = field(default_factory=list)

    def begin(self) -> None:
        """Print the heading."""
        print(f"\n{self.title:<{_WIDE}}" + "".join(f"{name:>{_NARROW}}" for name in self.columns))

    def line(self, what: str, *figures: str, met: bool | None = None) -> None:
        """Add a line and print it."""
        self.lines.append(Line(what, figures, met))
        said = "".join(f"{figure:>{_NARROW}}" for figure in figures)
        print(f"  {what:<{_WIDE - 2}}{said}  {_MET[met]}".rstrip(), flush=True)


Measure = Callable[[bool], list[Table]]
"""What a bench offers: its tables, and fewer and smaller ones where it is to be quick."""

_MET = {None: "", True: "yes", False: "no"}


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds, three digits of them."""
    return _three(1000 * seconds) + " ms"


def in_seconds(seconds: float) -> str:
    """Seconds, three digits of them."""
    return _three(seconds) + " s"


def times(factor: float) -> str:
    """A factor, as in `1.08×`."""
    return f"{factor:.2f}×"


def megabytes(size: float) -> str:
    """Bytes as megabytes."""
    return _three(size / 1e6) + " MB"


def machine() -> str:
    """What the figures were measured on; nothing that tells whose it is."""
    parts = (
        f"{os.cpu_count()} cores ({platform.machine()})",
        platform.system(),
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        f"Textual {version('textual')}",
    )
    return ", ".join(parts)


def page(tables: Sequence[Table], machine: str, date: str = "") -> str:
    """The page of the documentation, in Markdown; without a date it names none."""
    when = f" on {date}" if date else ""
    parts = [
        "# Benchmarks\n",
        "`make bench` measures everything on this page anew, side by side in one run, and writes "
        "the page.\nNothing fails on it.\n",
        f"Measured{when}: {machine}.\n",
    ]
    for table in tables:
        parts += [f"## {table.title}\n", f"{table.how}\n", _markdown(table)]
    return "\n".join(parts)


def _markdown(table: Table) -> str:
    judged = any(line.met is not None for line in table.lines)
    rows = [("", *table.columns, *(("met",) if judged else ()))]
    rows += [
        (line.what, *line.figures, *((_MET[line.met],) if judged else ())) for line in table.lines
    ]
    rule = "| --- |" + " ---: |" * (len(rows[0]) - 1)
    said = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([said[0], rule, *said[1:]]) + "\n"


def _three(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}" if number >= 0.001 else "0"
