"""What was read from an answer: numbers in a shape, or why it could not be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def is_whole(number: float) -> bool:
    """Whether a number is whole, up to what arithmetic in floating point leaves behind."""
    return number == round(number) or (
        abs(number) >= 0.5 and abs(number - round(number)) <= 1e-12 * abs(number)
    )


@dataclass(frozen=True, slots=True)
class Value:
    """Numbers in a shape: `()` a number, `(n,)` a vector, `(m, n)` a matrix.

    `cells` are the numbers row by row. `decimals` says to how many decimals each was written
    (-2 for 1.2e3's kind, None where it was computed); empty when nothing was written.
    `alternatives` are the other ways to read the same text: `1,5` is a vector or 1.5, `3×4` a
    shape or 12.
    """

    shape: tuple[int, ...]
    cells: tuple[float, ...]
    decimals: tuple[int | None, ...] = ()
    alternatives: "tuple[Value, ...]" = ()

    @property
    def exact(self) -> bool:
        """Whether all numbers are whole."""
        return all(is_whole(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class NotRead:
    """A text that is no number; `code` says what is wrong, `details` where.

    The codes, with their details: empty; too-long (limit); too-deep; too-many (limit); sign
    (sign); word (word); number (number); spaces (before, after); unfinished; bracket-unclosed
    (bracket); bracket-extra (bracket); arguments (function); list-arithmetic; ragged;
    division-by-zero; not-real (what); too-large.
    """

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


class UnreadableError(ValueError):
    """Raised on the way to a `NotRead`."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.reason = NotRead(code, details)
