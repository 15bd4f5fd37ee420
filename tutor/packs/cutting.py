"""Cards as they are written: cut out of a file's text, and put into another's, never printed anew.

Positions come from the reader's nodes, so that comments, quotes and layout stay. Nothing here
touches a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.packs.nodes import Document, MappingNode, Node, ScalarNode, SequenceNode

_BREAK = re.compile("\r\n|\r|\n")
_DASHED = re.compile(r"( *)- +")
_LONE_DASH = re.compile(r"( *)- *(?:#.*)?")
_BOM = b"\xef\xbb\xbf"
INDENT = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """A card's lines, without their ends; its dash stands `indent` cells from the edge."""

    lines: tuple[str, ...]
    indent: int

    def at(self, indent: int) -> Cut:
        """The same lines, all of them moved so that the dash stands at another place."""
        by = indent - self.indent
        if by >= 0:
            moved = [" " * by + line if line else line for line in self.lines]
        else:
            moved = [line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in self.lines]
        return Cut(tuple(moved), indent)


class NoPlaceError(ValueError):
    """Cards cannot be added to a file line by line: they stand in brackets, or are no list."""


def cards_of(document: Document) -> Node | None:
    """What stands under `cards:`, None where there is nothing."""
    root = document.root
    entry = root.entries.get("cards") if isinstance(root, MappingNode) else None
    return entry[1] if entry else None


def cut_out(data: bytes, document: Document, node: MappingNode) -> Cut:
    """The lines of the card at `node`, one of those under `cards:`.

    The blank lines behind it stay: no text of a card ends with any.
    """
    cards = cards_of(document)
    lines = _BREAK.split(_text(data))
    if isinstance(cards, SequenceNode) and cards.flow:
        return _cut_from_flow(lines, node)
    start, indent = _dash(lines, node)
    return Cut(tuple(lines[start : _end(lines, node, indent)]), indent)


def with_id(cut: Cut, node: MappingNode, card: str) -> Cut:
    """The lines of the card at `node` with its identity said first."""
    first, *rest = cut.lines
    if node.flow:
        start = first.index("{") + 1
        return Cut((f"{first[:start]}id: {card}, {first[start:].lstrip(' ')}", *rest), cut.indent)
    edge = " " * (node.column - 1)
    dashed = _DASHED.match(first)
    if dashed is None:  # the dash has a line of its own
        return Cut((first, f"{edge}id: {card}", *rest), cut.indent)
    said = f"{dashed[0]}id: {card}"
    return Cut((said, f"{edge}{first[dashed.end() :]}", *rest), cut.indent)


def added(data: bytes, document: Document, cut: Cut) -> tuple[bytes, int]:
    """The file with a card behind its last one, and the number of the line where that begins.

    All that stood there stays as it was, byte for byte. NoPlaceError as it says.
    """
    raw = _text(data)
    lines = _BREAK.split(raw)
    cards = cards_of(document)
    head: tuple[str, ...] = ()
    if cards is None:
        if isinstance(document.root, MappingNode) and document.root.flow:
            raise NoPlaceError
        head, indent, end = ("cards:",), INDENT, len(lines) - (not lines[-1])
    elif isinstance(cards, SequenceNode) and not cards.flow and cards.items:
        last = cards.items[-1]
        indent = _dash(lines, last)[1]
        end = _end(lines, last, indent)
    elif isinstance(cards, ScalarNode) and not cards.value and not cards.style:
        indent, end = INDENT, _below(lines, cards.line)
    else:
        raise NoPlaceError
    new = (*head, *cut.at(indent).lines)
    return _inserted(data, raw, end, new), end + len(head) + 1


def _text(data: bytes) -> str:
    return data.removeprefix(_BOM).decode()


def _dash(lines: list[str], node: Node) -> tuple[int, int]:
    """The line, counted from 0, on which the dash of a list's item stands, and its indentation."""
    before = _DASHED.fullmatch(lines[node.line - 1][: node.column - 1])
    if before:
        return node.line - 1, len(before[1])
    for number in range(node.line - 2, -1, -1):
        alone = _LONE_DASH.fullmatch(lines[number])
        if alone:
            return number, len(alone[1])
    raise NoPlaceError


def _end(lines: list[str], node: Node, indent: int) -> int:
    """How many lines there are up to the end of an item, less what is only blank or remark."""
    end = _behind(lines, node)
    while not lines[end - 1].strip(" ") or _is_remark(lines[end - 1], indent):
        end -= 1
    return end


def _below(lines: list[str], end: int) -> int:
    """How many lines there are up to the end of the remarks below line `end`."""
    behind = end
    while behind < len(lines) and (not (bare := lines[behind].strip(" ")) or bare[0] == "#"):
        behind += 1
        if bare:
            end = behind
    return end


def _behind(lines: list[str], node: Node) -> int:
    """The number of lines up to the end of a node, those included that belong to nothing else."""
    if not isinstance(node, MappingNode):
        return node.line
    line, column = node.end
    if line > len(lines):  # the last line has no end
        return len(lines)
    return line if lines[line - 1][: column - 1].strip() else line - 1


def _is_remark(line: str, indent: int) -> bool:
    """Whether a line is a comment that stands no deeper than the dash: it belongs to no card."""
    bare = line.lstrip(" ")
    return bare.startswith("#") and len(line) - len(bare) <= indent


def _cut_from_flow(lines: list[str], node: MappingNode) -> Cut:
    """A card out of a list in brackets, as an item of a list with dashes."""
    (end, column), start = node.end, node.line - 1
    taken = lines[start:end]
    taken[-1] = taken[-1][: column - 1]
    taken[0] = " " * INDENT + "- " + taken[0][node.column - 1 :]
    return Cut(tuple(taken), INDENT)


def _inserted(data: bytes, raw: str, end: int, new: tuple[str, ...]) -> bytes:
    """The file with lines behind its line `end`, their ends those of the file."""
    breaks = list(_BREAK.finditer(raw))
    newline = breaks[0][0] if breaks else "\n"
    block = newline.join(new) + newline
    if end <= len(breaks):
        place = breaks[end - 1].end() if end else 0
    else:
        place, block = len(raw), newline + block
    bom = _BOM if data.startswith(_BOM) else b""
    return bom + (raw[:place] + block + raw[place:]).encode()
