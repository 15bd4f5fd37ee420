"""What a day came to, drawn: its figures, lists of cards by concept, the days ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from textual.content import Content
from textual.style import Style

from tutor.core.text import Language
from tutor.ui.naming import line_of
from tutor.ui.widgets.bars import CLICK
from tutor.words import say
from tutor.words.day import Entry
from tutor.words.titles import clipped

_BARS = " ▁▂▃▄▅▆▇█"
_GAP = 3
_EPOCH = date(1970, 1, 1)


def figures(texts: Sequence[str], width: int) -> list[Content]:
    """Short texts side by side, their numbers standing out; as many lines as they need."""
    pieces = [
        Content.styled(text, "$quiet").highlight_regex(
            re.compile(r"\d+%?"), style="bold $foreground"
        )
        for text in texts
    ]
    lines: list[Content] = []
    for piece in pieces:
        if lines and lines[-1].cell_length + _GAP + piece.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], " " * _GAP, piece)
        else:
            lines.append(piece)
    return lines


def name_column(entries: Sequence[Entry], width: int) -> int:
    """How wide the concepts' names stand before the cards of a list."""
    names = [Content(line_of(entry.concept)) for entry in entries]
    return min(max((name.cell_length for name in names), default=0), width * 2 // 5, 30)


def entry_lines(
    entries: Sequence[Entry], at: int | None, first: int, action: str, column: int, width: int
) -> list[Content]:
    """A line a card, its concept before it where that changes; the one `at` is marked by `▸`.

    Places are counted from `first`; a click on a line runs `action` with its place. The names take
    `column` cells.
    """
    room = max(width - column - 2 - _GAP, 8)
    before = ""
    lines: list[Content] = []
    for place, entry in enumerate(entries, first):
        name = "" if entry.concept == before else clipped(line_of(entry.concept), column)
        before = entry.concept
        here = place == at
        head = Content.styled(name, "" if here else "$quiet")
        text = Content.styled(clipped(line_of(entry.text), room), "bold" if here else "")
        line = Content.assemble(
            ("▸ " if here else "  ", "bold $accent"),
            head.pad_right(column - head.cell_length + _GAP),
            text,
        )
        lines.append(line.stylize(Style.from_meta({CLICK: f"{action}({place})"})))
    return lines


def forecast(ahead: Sequence[int], today: int, language: Language, width: int) -> list[Content]:
    """The coming days by name, below each a bar and how many cards fall due; `today` is a day."""
    column = 7
    shown = ahead[: max(width // column, 1)]
    most = max(shown, default=0)
    rows: tuple[list[Content], ...] = ([], [])
    for number, count in enumerate(shown, 1):
        weekday = (_EPOCH + timedelta(days=today + number)).weekday()
        name = Content.styled(say(f"day.weekday.{weekday}", language), "$quiet")
        bar = (_BARS[-(-count * 8 // most)] if count else "·", "$accent" if count else "$quiet")
        told = Content.assemble(bar, f" {count}" if count else "")
        for row, cell in zip(rows, (name, told), strict=True):
            row.append(cell.pad_right(max(column - cell.cell_length, 1)))
    return [Content.assemble("  ", *row) for row in rows]
