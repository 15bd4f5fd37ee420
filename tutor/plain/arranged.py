"""Lines that answer by arranging: an order, pairs, whether a claim holds.

An order is the shown numbers of its lines: `3 1 2`, `3,1,2`, or `312` where all have one digit.
Pairs are the letters or numbers of the right sides, for the left ones from the top, `b a c` or
`2 1 3`; or each with the number of its left side, `1b 2a`. `-` leaves a left side open.
"""

import re
from typing import Final

from tutor.core.study import Arranged, Unreadable

_NOWHERE: Final = -1
_APART: Final = re.compile(r"[\s,;.:>→]+")
_WITH_LEFT: Final = re.compile(r"(\d{1,3})[-=]?([a-z])")
_OPEN: Final = frozenset("-–−_")
_YES: Final = frozenset({"1", "t", "true", "y", "yes", "o", "ㅇ", "참", "맞음", "예", "네"})
_NO: Final = frozenset(
    {"2", "f", "false", "n", "no", "x", "ㄴ", "거짓", "틀림", "아니요", "아니오"}
)


def letter(index: int) -> str:
    """The letter of the right side shown at this place, counted from 0; numbers behind `z`."""
    return chr(ord("a") + index) if index < 26 else str(index + 1)


def read_order(line: str, shown: tuple[int, ...]) -> Arranged | Unreadable:
    """The lines in the order of their shown numbers; nothing at all gives up."""
    words = _words(line.replace("-", " "))
    if len(words) == 1 and len(words[0]) == len(shown) < 10:
        words = list(words[0])
    numbers = [_number(word) for word in words]
    if numbers and sorted(numbers) != list(range(1, len(shown) + 1)):
        return Unreadable("order", {"lines": str(len(shown))})
    return Arranged(tuple(shown[number - 1] for number in numbers))


def read_pairs(line: str, shown: tuple[int, ...]) -> Arranged | Unreadable:
    """The right side of each left one, -1 where none is named; nothing at all gives up."""
    words = _words(line.lower())
    if len(words) == 1 and len(words[0]) == len(shown) < 10 and not _WITH_LEFT.match(words[0]):
        words = list(words[0])
    wrong = Unreadable("pairs", {"pairs": str(len(shown))})
    named = [_WITH_LEFT.fullmatch(word) for word in words]
    if not words:
        return Arranged(())
    if all(named):
        lefts = [int(match[1]) - 1 for match in named if match]
        rights = [match[2] for match in named if match]
    else:
        lefts, rights = list(range(len(words))), words
        if len(words) != len(shown):
            return wrong
    places = [_NOWHERE] * len(shown)
    for left, right in zip(lefts, rights, strict=True):
        place = _place(right)
        if left not in range(len(shown)) or place is None or place >= len(shown):
            return wrong
        if places[left] != _NOWHERE:
            return wrong
        places[left] = shown[place] if place != _NOWHERE else _NOWHERE
    found = [place for place in places if place != _NOWHERE]
    return wrong if len(set(found)) < len(found) else Arranged(tuple(places))


def read_claim(line: str) -> bool | tuple[str, ...] | Unreadable:
    """Whether the line says that a claim holds; nothing at all gives up."""
    word = line.strip().strip(".!").casefold()
    if not word:
        return ()
    if word in _YES or word in _NO:
        return word in _YES
    return Unreadable("claim")


def _words(line: str) -> list[str]:
    return [word for word in _APART.split(line) if word]


def _number(word: str) -> int:
    """A number that is typed, 0 for any other word."""
    return int(word) if word.isdecimal() and len(word) < 4 else 0


def _place(word: str) -> int | None:
    """The shown place of a right side, by letter or number; None for any other word."""
    if word in _OPEN:
        return _NOWHERE
    if len(word) == 1 and "a" <= word <= "z":
        return ord(word) - ord("a")
    number = _number(word)
    return number - 1 if number else None
