"""One quantity drawn: a number, a text or nested lists of them."""

import math
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, Final, NoReturn

from tutor.demo import Drawn
from tutor.live.errors import DrawError, LiveError
from tutor.live.expressions import expression

LARGEST: Final = 10_000
"""How many cells a drawn array may have."""
USUAL_DECIMALS: Final = 2
"""The decimals of reals that state neither decimals nor digits."""
_WIDEST: Final = 2**53
_EXACT_DIGITS: Final = 12
_TRIES: Final = 20


class Chance:
    """Whole numbers by chance, made from a function that gives reals from 0 up to 1."""

    def __init__(self, random: Callable[[], float]) -> None:
        self.real = random

    def below(self, size: int) -> int:
        """One of 0, 1, …, `size` - 1."""
        return int(self.real() * size)

    def different(self, size: int) -> Iterator[int]:
        """All of 0, 1, …, `size` - 1, one after another, shuffled as far as they are taken."""
        moved: dict[int, int] = {}
        for place in range(size):
            other = place + self.below(size - place)
            yield moved.get(other, other)
            moved[other] = moved.get(place, place)


def drawn_quantity(name: str, rule: Drawn, known: Mapping[str, object], chance: Chance) -> object:
    """The quantity `name` by its rule, given those drawn before it; raises `DrawError`."""
    try:
        return _Quantity(name, rule, known, chance).drawn()
    except LiveError as error:
        raise DrawError(error.code, **{**error.details, "quantity": name}) from error


class _Quantity:
    """A rule with all that it is followed with."""

    def __init__(self, name: str, rule: Drawn, known: Mapping[str, object], chance: Chance) -> None:
        self.name = name
        self.rule = rule
        self.known = known
        self.chance = chance

    def drawn(self) -> object:
        if self.rule.value is not None:
            return self.rounded(_plain(self.worked_out(self.rule.value)))
        shape = self.shape()
        return _shaped(self.cells(math.prod(shape)), shape, self.rule.sorted)

    def cells(self, count: int) -> list[Any]:
        """So many values, all different if they are to be."""
        if self.rule.choose is not None:
            choices = self.rule.choose
            return [_tidy(choices[place]) for place in self.places(len(choices), count)]
        if self.rule.integers is not None:
            return self.grid(self.rule.integers, 0, count)
        assert self.rule.reals is not None
        if self.rule.digits is not None:
            return self.significant(self.rule.reals, self.rule.digits, count)
        places = USUAL_DECIMALS if self.rule.decimals is None else self.rule.decimals
        return [cell / 10**places for cell in self.grid(self.rule.reals, places, count)]

    def grid(self, written: tuple[object, ...], places: int, count: int) -> list[int]:
        """Whole numbers which, over 10 to the `places`, lie between the bounds."""
        least, most = self.bounds(written)
        # In decimals as they are written: 0.7 · 10 is 7 then, not 7.000000000000001.
        low, high = (Decimal(repr(bound)).scaleb(places) for bound in (least, most))
        first = math.ceil(low)
        size = math.floor(high) - first + 1
        if not 0 < size <= _WIDEST:
            self.fail("draw-bounds", least=f"{least:g}", most=f"{most:g}")
        return [first + place for place in self.places(size, count)]

    def significant(self, written: tuple[object, ...], digits: int, count: int) -> list[float]:
        """Reals of so many significant digits between the bounds."""
        least, most = self.bounds(written)
        if least > most:
            self.fail("draw-bounds", least=f"{least:g}", most=f"{most:g}")
        found: list[float] = []
        seen: set[float] = set()
        for _ in range(count * _TRIES):
            number = least + (most - least) * self.chance.real()
            cell = _with_digits(number, digits)
            if least <= cell <= most and not (self.rule.distinct and cell in seen):
                found.append(cell)
                seen.add(cell)
            if len(found) == count:
                return found
        self.fail("draw-too-few", wanted=str(count), there=str(len(found)))

    def places(self, size: int, count: int) -> list[int]:
        """Places among `size` things to take, none twice if the cells are to be different."""
        if not self.rule.distinct:
            return [self.chance.below(size) for _ in range(count)]
        if count > size:
            self.fail("draw-too-few", wanted=str(count), there=str(size))
        return list(islice(self.chance.different(size), count))

    def bounds(self, written: tuple[object, ...]) -> tuple[float, float]:
        """The two bounds, whole ones as whole numbers."""
        least, most = (_plain(self.worked_out(bound)) for bound in written)
        for bound in (least, most):
            if type(bound) not in (int, float) or not math.isfinite(bound):
                self.fail("draw-bounds", least=str(least), most=str(most))
        return least, most

    def shape(self) -> tuple[int, ...]:
        """The sizes of the axes, none for a single number."""
        sizes = tuple(_plain(self.worked_out(size)) for size in self.rule.shape or ())
        if any(type(size) is not int or size < 1 for size in sizes) or math.prod(sizes) > LARGEST:
            shown = "×".join(map(str, sizes))
            self.fail("draw-shape", shape=shown, largest=str(LARGEST))
        return sizes

    def worked_out(self, written: object) -> Any:
        """What was written, each text in it read as an expression over the earlier quantities."""
        if isinstance(written, str):
            return expression(written).value(self.known)
        if isinstance(written, list | tuple):
            return [self.worked_out(item) for item in written]
        return written

    def rounded(self, value: Any) -> object:
        """A worked-out value as short as the rule has it; without a rule, free of rounding dust."""
        if isinstance(value, list):
            return [self.rounded(item) for item in value]
        if isinstance(value, float) and math.isfinite(value):
            if self.rule.decimals is not None:
                return round(value, self.rule.decimals) + 0.0
            return _with_digits(value, self.rule.digits or _EXACT_DIGITS)
        if not isinstance(value, bool | int | str):
            self.fail("draw-value", value=str(value)[:60])
        return value

    def fail(self, code: str, **details: str) -> NoReturn:
        raise DrawError(code, quantity=self.name, **details)


def _with_digits(number: float, digits: int) -> float:
    """`number` to so many significant digits, and never -0."""
    return float(f"{number:.{digits - 1}e}") + 0.0


def _tidy(value: object) -> object:
    """A listed value, lists in it anew so that no two draws share them."""
    return [_tidy(item) for item in value] if isinstance(value, list | tuple) else value


def _plain(value: Any) -> Any:
    """Arrays as nested lists, and the scalars of NumPy as Python's."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.tolist() if hasattr(value, "tolist") else value


def _shaped(cells: list[Any], shape: tuple[int, ...], in_order: bool) -> object:
    """Cells in row-major order as nested lists; `in_order` sorts along the last axis."""
    if not shape:
        return cells[0]
    for size in reversed(shape):
        rows = [cells[start : start + size] for start in range(0, len(cells), size)]
        cells = [sorted(row) for row in rows] if in_order else rows
        in_order = False
    return cells[0]
