"""Text in pieces, each knowing the cell that it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tutor.trace.tree import Address


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: the text of one cell, of what stands between cells, or an elision."""

    text: str
    address: Address | None = None
    """The cell that the text stands for."""
    left_out: int = 0
    """Above zero for an elision: the text is `…` and stands for that many terms."""


Rope: TypeAlias = "str | Piece | tuple[Rope, ...]"
"""Text that is put together without being copied: parts may be nested and shared."""


def pieces_of(rope: Rope) -> list[Piece]:
    """The pieces of a rope in order, stretches of plain text joined."""
    found: list[Piece] = []
    plain: list[str] = []
    waiting: list[Rope] = [rope]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            waiting.extend(reversed(part))
        elif isinstance(part, str):
            plain.append(part)
        else:
            if plain:
                found.append(Piece("".join(plain)))
                plain = []
            found.append(part)
    if plain:
        found.append(Piece("".join(plain)))
    return [piece for piece in found if piece.text]


def text_of(pieces: list[Piece]) -> str:
    """The line that the pieces make."""
    return "".join(piece.text for piece in pieces)
