"""Markdown's common part with formulas, read into blocks: what cards and lessons are written in.

Parsing is one thing, setting in a width (`tutor.ui.setting`) another, so that a resize sets anew
and never reads anew. Textual's own Markdown leaves `$…$` raw and is slow to import.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["paragraph", "heading", "item", "quote", "formula", "code", "table", "rule"]
Align = Literal["left", "right", "center"]

_FENCE = re.compile(r"^\s*(```+|~~~+)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^(\s*)([-*+]|\d{1,3}[.)])\s+(.*)$")
_RULE = re.compile(r"^\s*([-*_])(\s*\1){2,}\s*$")
_DELIMITER_ROW = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_ALONE = re.compile(r"^\s*\$(?!\$)((?:\\.|[^$\\])+)\$\s*$")
_CELL_EDGE = re.compile(r"\$(?:\\.|[^$\\])*\$|\\.|(\|)")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text: `indent` counts levels of lists, `marker` is an item's sign."""

    kind: Kind
    text: str = ""
    indent: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    aligns: tuple[Align, ...] = field(default=())


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order; whatever is not understood is a paragraph."""
    return list(_Reader(text.splitlines()).read())


class _Reader:
    """Reads lines from the first to the last, holding the paragraph or item that is open."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0
        self.open: list[str] = []
        self.kind: Kind = "paragraph"
        self.indent = 0
        self.marker = ""
        self.columns: list[int] = []

    def read(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if not line.strip():
                yield from self.close()
            elif block := self._whole(line):
                yield from self.close()
                yield block
            elif match := _ITEM.match(line):
                yield from self.close()
                self._open_item(match)
            elif line.lstrip().startswith(">"):
                if self.kind != "quote":
                    yield from self.close()
                self.kind = "quote"
                self.open.append(line.lstrip().removeprefix(">").strip())
            else:
                if not self.open:
                    self.indent = self._level(line)
                self.open.append(line.strip() + ("\n" if line.endswith(("  ", "\\")) else ""))
        yield from self.close()

    def close(self) -> Iterator[Block]:
        if self.open:
            text = " ".join(part.removesuffix("\\\n").rstrip(" ") for part in self.open)
            yield Block(self.kind, text.replace("\n ", "\n").strip(), self.indent, self.marker)
        self.open, self.kind, self.marker, self.indent = [], "paragraph", "", 0

    def _level(self, line: str) -> int:
        """How deep in the lists a line stands, by its leading spaces."""
        spaces = len(line) - len(line.lstrip())
        while self.columns and spaces <= self.columns[-1]:
            self.columns.pop()
        return len(self.columns)

    def _open_item(self, match: re.Match[str]) -> None:
        self.indent = self._level(match[0])
        self.columns.append(len(match[1]))
        self.kind = "item"
        self.marker = "•" if match[2] in "-*+" else match[2].replace(")", ".")
        self.open = [match[3]]

    def _whole(self, line: str) -> Block | None:
        """The block that this line begins, if it is one that its own lines make whole."""
        if match := _FENCE.match(line):
            return self._fence(match[1])
        if line.lstrip().startswith("$$"):
            return self._display(line.strip())
        if match := _ALONE.match(line):
            return Block("formula", match[1].strip(), self._level(line))
        if match := _HEADING.match(line):
            self.columns = []
            return Block("heading", match[2], len(match[1]))
        if _RULE.match(line):
            return Block("rule")
        if "|" in line and self.at < len(self.lines) and _DELIMITER_ROW.match(self.lines[self.at]):
            return self._table(line)
        return None

    def _fence(self, sign: str) -> Block:
        inside = []
        while self.at < len(self.lines) and not self.lines[self.at].strip().startswith(sign):
            inside.append(self.lines[self.at])
            self.at += 1
        self.at += 1
        return Block("code", "\n".join(inside))

    def _display(self, first: str) -> Block:
        inside = [first.removeprefix("$$")]
        while not inside[-1].rstrip().endswith("$$") and self.at < len(self.lines):
            inside.append(self.lines[self.at])
            self.at += 1
        tex = " ".join(part.strip() for part in inside).strip()
        return Block("formula", tex.removesuffix("$$").strip())

    def _table(self, header: str) -> Block:
        aligns = tuple(_align(cell) for cell in _cells(self.lines[self.at]))
        self.at += 1
        rows = [_cells(header)]
        while self.at < len(self.lines) and "|" in self.lines[self.at]:
            rows.append(_cells(self.lines[self.at]))
            self.at += 1
        return Block("table", rows=tuple(rows), aligns=aligns)


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a table's row; a bar in a formula or behind a backslash parts nothing."""
    cells, start = [], 0
    for match in _CELL_EDGE.finditer(line):
        if match[1]:
            cells.append(line[start : match.start()].strip())
            start = match.end()
    cells.append(line[start:].strip())
    first = 1 if cells and not cells[0] else 0
    last = len(cells) - 1 if len(cells) > 1 and not cells[-1] else len(cells)
    return tuple(cells[first:last])


def _align(delimiter: str) -> Align:
    if delimiter.endswith(":"):
        return "center" if delimiter.startswith(":") else "right"
    return "left"
