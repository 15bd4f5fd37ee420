"""The line that a fault is about, as a terminal shows it: carets below the word, colour if any."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TextIO

from wcwidth import wcswidth

from tutor.core.faults import Fault, Severity
from tutor.core.text import Language
from tutor.words.faults import fault_sentence

_WIDEST = 100
"""So many cells of a line are shown; a longer one is cut around the fault."""
_WORD = re.compile(r"[^\s:,\[\]{}#]+|\S")
_RED, _YELLOW, _FAINT, _BOLD = "31", "33", "2", "1"
_PLACE = re.compile(r"^.*?:\d+:\d+:")

Paint = Callable[[str, str], str]
"""A text in a colour, by the number that a terminal knows it under."""


def painter(stream: TextIO, environ: Mapping[str, str]) -> Paint:
    """Colours where the stream is a terminal that has them and nobody forbids it."""
    if "NO_COLOR" in environ or environ.get("TERM") == "dumb" or not stream.isatty():
        return lambda text, colour: text
    return lambda text, colour: f"\x1b[{colour}m{text}\x1b[0m"


def told(fault: Fault, language: Language, paint: Paint) -> Iterator[str]:
    """The sentence of a fault, then the line of its file with a caret below the place."""
    sentence = fault_sentence(fault, language)
    place = _PLACE.match(sentence)
    head = place[0] if place else ""
    colour = _RED if fault.severity is Severity.ERROR else _YELLOW
    yield paint(head, _BOLD) + sentence[len(head) :]
    lines = _lines(fault.place.file)
    if 1 <= fault.place.line <= len(lines):
        line = lines[fault.place.line - 1]
        yield from _pointed(line, fault.place.line, fault.place.column, colour, paint)


def _pointed(line: str, number: int, column: int, colour: str, paint: Paint) -> Iterator[str]:
    """The line with its number, and below it carets as wide as the word that begins at `column`."""
    start = min(column - 1, len(line))
    word = _WORD.match(line, start)
    end = word.end() if word else start + 1
    shown, before, marked = _shown(line[:start]), _cells(line[:start]), _cells(line[start:end])
    shown += _shown(line[start:])
    if before + marked > _WIDEST:  # the fault is far to the right: the line begins near it
        cut = max(0, start - _WIDEST // 4)
        shown, before = "…" + _shown(line[cut:]), 1 + _cells(line[cut:start])
    while wcswidth(shown) > _WIDEST:
        shown = shown[: -max(1, (len(shown) - _WIDEST) // 2)]
    edge = f"{number:>6} │ "
    yield paint(edge, _FAINT) + shown
    carets = "^" * max(1, min(marked, _WIDEST - before))
    yield paint(" " * 6 + " │ ", _FAINT) + " " * before + paint(carets, colour)


def _shown(text: str) -> str:
    """A part of a line as it can be printed, each sign that cannot in the place of one cell."""
    return "".join(sign if sign.isprintable() else "·" for sign in text)


def _cells(text: str) -> int:
    return max(0, wcswidth(_shown(text)))


@lru_cache(maxsize=8)
def _lines(file: str) -> list[str]:
    """The lines of a file as the reader counts them, none where it cannot be read."""
    try:
        text = Path(file).read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def forget_lines() -> None:
    """Read files anew: they have changed."""
    _lines.cache_clear()
