"""Width in terminal cells: a Hangul syllable takes two, a combining accent none."""

import re
from typing import Literal

Align = Literal["left", "right", "center"]

_NARROW = r" -~¡-¬®-˿Α-Ωα-ω‐-‧‰-⁞⁰-₎℀-⅏←-⇿∀-⋿⌈-⌋─-▟"
_WIDE = r"、-】가-힣"
_ACCENTS = r"\u0300-\u036f"
_KNOWN = re.compile(f"[{_NARROW}{_WIDE}{_ACCENTS}]*")
"""Latin, Greek, common signs, Hangul and accents: most of what is ever written here."""
_OF_TWO = re.compile(f"[{_WIDE}]")
_OF_NONE = re.compile(f"[{_ACCENTS}]")


def cells(text: str) -> int:
    """How many terminal cells `text` takes on one line; control characters count nothing."""
    if text.isascii() and text.isprintable():
        return len(text)
    if _KNOWN.fullmatch(text):
        return len(text) + len(_OF_TWO.findall(text)) - len(_OF_NONE.findall(text))
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
