"""Whether two texts say the same: what does not matter is dropped, near misses are found."""

import re
import unicodedata
from enum import Enum

_ARTICLE = re.compile(r"^(?:the|an|a)\s+(?=\w{2})")
_HANGUL = range(0xAC00, 0xD7A4)


class Likeness(Enum):
    """How near a given text is to a right one."""

    SAME = 0
    SLIP = 1
    """The same word, misspelt."""
    OTHER = 2


def normalised(text: str) -> str:
    """The text without case, spaces, leading article and punctuation, in NFC.

    A sign, a point or a stroke before a digit is kept unless a letter stands before it, and so is
    a percent sign: `-1`, `0.5` and `1/2` stay themselves, `GPT-2` is `gpt2`. A text of nothing
    but punctuation keeps it.
    """
    text = unicodedata.normalize("NFC", text).casefold().replace("\N{MINUS SIGN}", "-").strip()
    text = unicodedata.normalize("NFC", _ARTICLE.sub("", text))
    kept = [letter for at, letter in enumerate(text) if _counts(text, at)]
    return "".join(kept) or "".join(text.split())


def likeness(given: str, right: str) -> Likeness:
    """How near `given` is to `right`, both as they were written.

    One slip (a letter wrong, missing, too many, or two exchanged) is a misspelling from four
    letters on, two from eight; Hangul is compared by jamo and a syllable counts for one and a half
    letters. The first letter and all digits must be right, because a word that differs there
    tends to be another one: unsupervised, GELU, L2.
    """
    given, right = normalised(given), normalised(right)
    if given == right:
        return Likeness.SAME
    shorter = min(_length(given), _length(right))
    allowed = 2 if shorter >= 8 else 1 if shorter >= 4 else 0
    if not allowed or _digits(given) != _digits(right):
        return Likeness.OTHER
    one, other = (unicodedata.normalize("NFD", text) for text in (given, right))
    if one[0] != other[0] or distance(one, other, allowed) > allowed:
        return Likeness.OTHER
    return Likeness.SLIP


def distance(one: str, other: str, limit: int) -> int:
    """The Damerau-Levenshtein distance (adjacent exchanges), at most `limit + 1`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, facing in enumerate(other, 1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != facing))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == facing:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit and min(last) > limit:
            return limit + 1
        before, last = last, current
    return min(last[-1], limit + 1)


def _counts(text: str, at: int) -> bool:
    letter = text[at]
    if letter.isspace():
        return False
    if not unicodedata.category(letter).startswith("P"):
        return True
    if letter == "%":
        return True
    following = text[at + 1] if at + 1 < len(text) else ""
    preceding = text[at - 1] if at else ""
    return letter in "-./" and following.isdigit() and not preceding.isalpha()


def _length(text: str) -> float:
    return sum(1.5 if ord(letter) in _HANGUL else 1 for letter in text)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
