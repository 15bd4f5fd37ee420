"""The tree of a formula, as the parser makes it and both ways of setting read it."""

from dataclasses import dataclass, fields
from enum import Enum, auto
from typing import TypeAlias


class Kind(Enum):
    """What a sign is to its neighbours; decides the blanks between them, as in TeX."""

    ORDINARY = auto()
    OPERATOR = auto()
    """A named function or a sum: set off from its operand."""
    BINARY = auto()
    RELATION = auto()
    OPEN = auto()
    CLOSE = auto()
    PUNCTUATION = auto()
    NARROW = auto()
    """A sign that takes no blanks at all, such as the dot of a product."""
    INNER = auto()
    """A fraction: set off from what stands beside it."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A sign, a number, a word or a piece of text; `limits` asks for scripts above and below."""

    text: str
    kind: Kind = Kind.ORDINARY
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """Blanks; `written` ones come from the source and show only between ordinary signs."""

    width: int
    written: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Things side by side."""

    items: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Fraction:
    """One thing over another."""

    over: "Node"
    under: "Node"


@dataclass(frozen=True, slots=True)
class Root:
    """A root; `degree` is absent for the square root."""

    body: "Node"
    degree: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with what is raised and lowered; with `limits`, above and below it."""

    base: "Node"
    raised: "Node | None" = None
    lowered: "Node | None" = None
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over or under its body, by the name of its command: `hat`, `underbrace`."""

    name: str
    body: "Node"


@dataclass(frozen=True, slots=True)
class Fenced:
    """Something between brackets that grow with it; an absent bracket is the empty string."""

    left: str
    body: "Node"
    right: str


class Layout(Enum):
    """How the cells of a grid are set."""

    MATRIX = auto()
    CASES = auto()
    LINES = auto()
    """Lines of one derivation, aligned at their relations."""
    PAIR = auto()
    """A binomial coefficient."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows and columns between brackets; an absent bracket is the empty string."""

    rows: "tuple[tuple[Node, ...], ...]"
    left: str = ""
    right: str = ""
    layout: Layout = Layout.MATRIX


Node: TypeAlias = Symbol | Space | Row | Fraction | Root | Scripts | Accent | Fenced | Grid


def nesting(tree: Node) -> int:
    """How many nodes stand one in another at the deepest place; found without recursion."""
    deepest = 0
    waiting: list[tuple[object, int]] = [(tree, 1)]
    while waiting:
        thing, depth = waiting.pop()
        if isinstance(thing, tuple):
            waiting += [(part, depth) for part in thing]
        elif isinstance(thing, Node):
            deepest = max(deepest, depth)
            waiting += [(getattr(thing, field.name), depth + 1) for field in fields(thing)]
    return deepest
