"""How quantities are drawn anew, as a file states it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """How one quantity is drawn; exactly one of `integers`, `reals`, `choose`, `value` stands.

    Bounds (both inclusive) and entries of `shape` are numbers or expressions over quantities drawn
    before it. `reals` are rounded to `decimals` places or `digits` significant digits; `value` is
    an expression, drawn from nothing.
    """

    integers: tuple[object, ...] | None = None
    reals: tuple[object, ...] | None = None
    choose: tuple[object, ...] | None = None
    value: object = None
    shape: tuple[object, ...] | None = None
    decimals: int | None = None
    digits: int | None = None
    distinct: bool = False
    sorted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How a demo's inputs are drawn, in order, and the conditions that a draw must meet.

    A quantity that is no input of the demo may be drawn to be used by later ones (`n`, a size).
    """

    quantities: Mapping[str, Drawn]
    where: tuple[str, ...] = ()
