"""What the rest of the program asks for: formulas set, texts that hold formulas, faults."""

import re
from typing import Final

from tutor.maths.layout import box_of
from tutor.maths.line import line
from tutor.maths.parser import parse
from tutor.maths.source import MalformedTexError
from tutor.maths.symbols import KNOWN
from tutor.maths.tokens import readable, tokens_of
from tutor.maths.widths import cells, pad

_DOLLARS: Final = re.compile(r"\\\$|\$\$?")


def typeset(tex: str, width: int | None = None) -> list[str]:
    """The formula in two dimensions, as rows of equal width.

    Where that is wider than `width` cells, one row with the formula on one line (which may be
    wider still). Malformed TeX comes back as its source; nothing raises.
    """
    try:
        box = box_of(parse(tex))
    except MalformedTexError:
        return [_source(tex)]
    widest = max(cells(row) for row in box.rows)
    if width is not None and widest > width:
        return [one_line(tex)]
    return [pad(row, widest) for row in box.rows]


def one_line(tex: str) -> str:
    """The formula on one line, unambiguous; malformed TeX comes back as its source."""
    try:
        return line(parse(tex)).strip()
    except MalformedTexError:
        return _source(tex)


def unknown_commands(tex: str) -> list[str]:
    """The commands in `tex` that cannot be set, each once, with their backslash."""
    names = [token for token in tokens_of(tex) if token[0] == "\\" and len(token) > 1]
    return list(dict.fromkeys(name for name in names if name[1:] not in KNOWN))


def faults_in(tex: str) -> list[str]:
    """What breaks the grammar of `tex`, as codes: empty, or the first fault.

    The codes: argument-missing, brace-extra, brace-unclosed, bracket-unclosed,
    column-outside-environment, command-unfinished, delimiter-missing, end-extra,
    environment-unclosed, environment-unknown, right-extra, right-missing, script-twice, too-deep.
    """
    try:
        parse(tex)
    except MalformedTexError as fault:
        return [fault.code]
    return []


def split_text(text: str) -> list[tuple[bool, str]]:
    r"""`text` in pieces, True for the TeX between two `$` (or `$$`).

    `\$` is a dollar; a `$` that nothing closes is one too. No piece of text is empty.
    """
    pieces: list[tuple[bool, str]] = []
    words: list[str] = []
    at = 0
    while found := _DOLLARS.search(text, at):
        words.append(text[at : found.start()])
        mark, at = found[0], found.end()
        end = None if mark == r"\$" else _closing(text, at, mark)
        if end is None:
            words.append(mark.removeprefix("\\"))
            continue
        if said := "".join(words):
            pieces.append((False, said))
        words.clear()
        pieces.append((True, text[at:end]))
        at = end + len(mark)
    if said := "".join([*words, text[at:]]):
        pieces.append((False, said))
    return pieces


def plain_text(text: str) -> str:
    """`text` with each formula in it set on one line."""
    return "".join(one_line(piece) if is_tex else piece for is_tex, piece in split_text(text))


def _closing(text: str, at: int, mark: str) -> int | None:
    while (found := text.find(mark, at)) >= 0:
        if text[found - 1] != "\\":
            return found
        at = found + 1
    return None


def _source(tex: str) -> str:
    return " ".join(readable(tex).split())
