"""The gaps of a cloze text, `{{text}}`, closed by the balanced `}}`; `{{a|b}}` accepts either."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_OPENS: Final = re.compile(r"\{(?=\{)")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: any of `accept` fills it, the first is the one to show."""

    accept: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text that belongs in the gap."""
        return self.accept[0]


def gaps(cloze_text: str) -> list[str | Gap]:
    r"""The text in order, pieces between gaps as strings; a gap left open stays text.

    Braces inside a gap (TeX) balance; `\{` and `\}` do not count.
    """
    pieces: list[str | Gap] = []
    start = 0
    while (opened := cloze_text.find("{{", start)) >= 0:
        closed = _closing(cloze_text, opened + 2)
        if closed is None:
            break
        if opened > start:
            pieces.append(cloze_text[start:opened])
        pieces.append(Gap(tuple(_alternatives(cloze_text[opened + 2 : closed]))))
        start = closed + 2
    if start < len(cloze_text):
        pieces.append(cloze_text[start:])
    return pieces


def gaps_only(cloze_text: str) -> list[Gap]:
    """The gaps of a text without the text between them."""
    return [piece for piece in gaps(cloze_text) if isinstance(piece, Gap)]


def one_gap(cloze_text: str, number: int) -> str:
    """The text with the gap of this number, counted from 1, and all others filled.

    Braces that would open another gap are set apart by a space, which TeX does not show.
    """
    made, met = "", 0
    for piece in gaps(cloze_text):
        if isinstance(piece, Gap):
            met += 1
            if met == number:
                made += "{{" + "|".join(piece.accept) + "}}"
                continue
            piece = piece.text
        made += _OPENS.sub("{ ", piece)
    return made


def _closing(text: str, start: int) -> int | None:
    depth, at = 0, start
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "{":
            depth += 1
        elif text[at] == "}":
            if depth == 0:
                return at if text.startswith("}}", at) else None
            depth -= 1
        at += 1
    return None


def _alternatives(text: str) -> Iterator[str]:
    """The parts between bars; a bar within braces or TeX belongs to the text."""
    part, depth, tex = "", 0, False
    for before, letter in zip(" " + text, text, strict=False):
        if before != "\\":
            tex ^= letter == "$"
            depth += (letter == "{") - (letter == "}")
        if letter == "|" and depth == 0 and not tex:
            yield part.strip()
            part = ""
        else:
            part += letter
    yield part.strip()
