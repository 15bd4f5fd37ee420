"""The learner's numbers beside the right ones, the first that differs marked without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final

from tutor.core.live import Numbers
from tutor.core.study import Verdict
from tutor.core.text import Language
from tutor.words.notation import aligned, grid, shape_of
from tutor.words.say import say

DIGITS: Final = 4
_MOST_DIGITS: Final = 12
_GAP: Final = "    "


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two tables of cells as text, `yours` and `right`, the columns of each aligned.

    `wrong` holds the places (row, column) of the cells that differ, `first` the first of them. Both
    are empty where the two are not of the same shape.
    """

    yours: tuple[tuple[str, ...], ...]
    right: tuple[tuple[str, ...], ...]
    wrong: frozenset[tuple[int, int]] = frozenset()
    first: tuple[int, int] | None = None


def beside(verdict: Verdict, numbers: Numbers) -> Beside | None:
    """Yours beside right, after a wrong answer in numbers; None where there is nothing to compare.

    So many digits are shown that every cell that is wrong looks so.
    """
    if verdict.typed is None or verdict.exact is None or verdict.right:
        return None
    wrong = _wrong(verdict, numbers)
    digits = next(
        (
            digits
            for digits in range(DIGITS, _MOST_DIGITS)
            if _tells_apart(verdict.typed, verdict.exact, wrong, digits)
        ),
        _MOST_DIGITS,
    )
    return Beside(
        yours=_table(verdict.typed, digits),
        right=_table(verdict.exact, digits),
        wrong=frozenset(wrong),
        first=min(wrong, default=None),
    )


def beside_lines(both: Beside, language: Language) -> list[str]:
    """The two tables side by side, the first cell that differs in brackets in both."""
    from tutor.maths import cells, pad

    columns = []
    for code, table in (("yours", both.yours), ("right", both.right)):
        rows = [_row(cells_, number, both.first) for number, cells_ in enumerate(table)]
        columns.append([f" {say(f'live.verdict.{code}', language)}", *rows])
    width = max(map(cells, columns[0]))
    pairs = zip_longest(*columns, fillvalue="")
    return [f"{pad(yours, width)}{_GAP}{right}".rstrip() for yours, right in pairs]


def _row(texts: Sequence[str], number: int, first: tuple[int, int] | None) -> str:
    return "".join(
        f"[{text}]" if (number, place) == first else f" {text} " for place, text in enumerate(texts)
    )


def _wrong(verdict: Verdict, numbers: Numbers) -> list[tuple[int, int]]:
    """The places of the wrong cells in the table; none where the shapes differ."""
    right = verdict.diagnosis.right if verdict.diagnosis else ()
    if shape_of(verdict.typed) != numbers.shape or len(right) != len(numbers.key):
        return []
    width = numbers.shape[-1] if numbers.shape else 1
    return [divmod(place, width) for place, good in enumerate(right) if not good]


def _tells_apart(yours: Any, right: Any, wrong: Sequence[tuple[int, int]], digits: int) -> bool:
    mine, other = grid(yours, digits), grid(right, digits)
    return all(mine[row][column] != other[row][column] for row, column in wrong)


def _table(value: Any, digits: int) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, aligned(grid(value, digits))))
