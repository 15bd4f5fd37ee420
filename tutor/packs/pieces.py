"""Splits a file that cannot be read as a whole into parts that can be read one by one.

A part is a top-level key with its value, or one card: a dash at the indentation of the first dash
under `cards:`. Block texts stand deeper than their card, so that a dash in them splits nothing.
"""

import re
from dataclasses import dataclass

from tutor.packs.nodes import Flaw

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Tabs, control characters, and line ends that editors do not count as such."""

_TOP_KEY = re.compile(r"([A-Za-z_][\w-]*) *:(?: |$)")
_DASH = re.compile(r"( *)-(?: |$)")
_CARD_DASH = re.compile(r" *- +(?:id|fact|ask|cloze|claim) *:(?: |$)")
_ID = re.compile(r"^ *(?:- +)?id *: *['\"]?([^\s'\"#/~]+)", re.MULTILINE)
_BOUNDARY = re.compile(r"(?:---|\.\.\.)(?: |$)")


@dataclass(slots=True)
class Piece:
    """A part of a file: its text, the number of its first line, the top-level key it is under."""

    key: str
    line: int
    lines: list[str]
    is_card: bool = False

    @property
    def text(self) -> str:
        """The lines of the piece, indented as they stand in the file."""
        return "\n".join(self.lines) + "\n"

    @property
    def card(self) -> str:
        """The id that the piece seems to give its card, empty if none can be made out."""
        found = _ID.search(self.text) if self.is_card else None
        return found[1] if found else ""


def split(text: str) -> tuple[list[Piece], Flaw | None]:
    """The pieces of a file in order, and the flaw where a second document begins, if one does."""
    pieces = [Piece("", 1, [])]
    indent: int | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        current = pieces[-1]
        if _BOUNDARY.match(line):
            if _written(pieces):
                follows = any(rest.strip() for rest in text.split("\n")[number:])
                again = line.startswith("---") or follows
                flaw = Flaw(number, 1, "second-document") if again else None
                return _written(pieces), flaw
            pieces = [Piece("", number + 1, [])]
            continue
        key = _TOP_KEY.match(line)
        if key:
            pieces.append(Piece(key[1], number, [line]))
            indent = None
            continue
        dash = _DASH.match(line) if current.key == "cards" else None
        if dash:
            indent = len(dash[1]) if indent is None else indent
            if len(dash[1]) <= indent or _CARD_DASH.match(line):
                pieces.append(Piece("cards", number, [line], is_card=True))
                continue
        current.lines.append(line)
    return _written(pieces), None


def _written(pieces: list[Piece]) -> list[Piece]:
    """The pieces that hold more than blank lines and comments."""
    return [
        piece
        for piece in pieces
        if any(line.strip() and not line.lstrip().startswith("#") for line in piece.lines)
    ]


def forbidden_flaw(piece: Piece) -> Flaw | None:
    """The flaw of the first character in the piece that no file may hold."""
    for number, line in enumerate(piece.lines, start=piece.line):
        found = FORBIDDEN.search(line)
        if found:
            if found[0] == "\t":
                return Flaw(number, found.start() + 1, "tab")
            details = {"character": f"U+{ord(found[0]):04X}"}
            return Flaw(number, found.start() + 1, "control-character", details)
    return None
