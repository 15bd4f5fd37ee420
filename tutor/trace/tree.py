"""How a cell came about: a small tree of arithmetic whose leaves are cells one can go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Scalar: TypeAlias = float | int | bool | str
"""What stands in a cell: a plain Python number, truth value or word."""


@dataclass(frozen=True, slots=True)
class Address:
    """A cell of a step or an input: its name (as the code has it) and its index."""

    name: str
    index: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{self.name}[{','.join(map(str, self.index))}]" if self.index else self.name


@dataclass(frozen=True, slots=True)
class Cell:
    """A leaf one can go to. `symbol` is TeX for a step (`S'`), the argument's name for an input."""

    address: Address
    symbol: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class Constant:
    """A number of the code. `name` is what the code calls it (`d_k`), empty for a bare number.

    `index` says where the number stands if the named constant is an array.
    """

    value: Scalar
    name: str = ""
    index: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation on the values of its parts.

    Kinds with any number of parts: `add multiply maximum minimum`; with two: `subtract divide
    floordivide remainder power less less_equal greater greater_equal equal not_equal and or`; with
    one: `negative not sqrt exp log tanh sin cos floor ceil abs sign erf`; with three: `where`
    (condition, value if it holds, value if not). Any other kind is the name of a function of NumPy
    that is printed by that name and cannot be evaluated.
    """

    kind: str
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function that the demo names (`sigmoid`), with what it was given and what it does.

    If `index` is None the function was given the cells `arguments` one by one: `σ(z[0])`.
    Else `arguments` are one whole row (the last axis) of one array, and the value is the cell
    `index` of the function's result: `softmax(S'[0])[1]`.
    """

    name: str
    arguments: tuple[Tree, ...]
    index: int | None
    body: Tree


@dataclass(frozen=True, slots=True)
class Opaque:
    """A result that no line of arithmetic explains: a sorting, an inverse, a word.

    `arguments` are what the function was given, as it is printed; without any, `name` is all that
    is said of the result (`u`, `eigh(a).eigenvectors`). `operands` the
    cells one can go to; `index` its place in the function's result.
    """

    name: str
    arguments: tuple[str, ...]
    operands: tuple[Address, ...]
    index: tuple[int, ...]
    value: Scalar


Tree: TypeAlias = Cell | Constant | Operation | Call | Opaque
"""A node; the same node may stand in several places, for a value may be used more than once."""
