"""Width in terminal cells: a Hangul syllable takes two, a combining accent none."""

from typing import Literal

Align = Literal["left", "right", "center"]


def cells(text: str) -> int:
    """How many terminal cells `text` takes on one line; control characters count nothing."""
    if text.isascii() and text.isprintable():
        return len(text)
    # Its tables take as long to import as all the rest of this package: not before they are needed.
    from wcwidth import wcswidth, wcwidth

    whole = wcswidth(text)
    if whole >= 0:
        return whole
    return sum(max(0, wcwidth(character)) for character in text)


def pad(text: str, width: int, align: Align = "left") -> str:
    """`text` with blanks up to `width` cells; a wider text comes back as it is."""
    blanks = max(0, width - cells(text))
    if align == "right":
        return " " * blanks + text
    if align == "center":
        before = blanks // 2
        return " " * before + text + " " * (blanks - before)
    return text + " " * blanks
