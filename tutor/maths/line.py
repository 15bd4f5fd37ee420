"""A formula on one line, spelt so that it can be read in one way only."""

import re
from functools import lru_cache

from tutor.maths import symbols
from tutor.maths.nodes import (
    Accent,
    Fenced,
    Fraction,
    Grid,
    Kind,
    Layout,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    Symbol,
)
from tutor.maths.spacing import sides, spaced

_SPELT_SCRIPT = re.compile(r"[_^][^\s()_^]+$|[*]$")
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}


@lru_cache(maxsize=4096)
def line(node: Node, *, tight: bool = False) -> str:
    """`node` as text; `tight` leaves out the blanks around relations, as in a script.

    Remembered, since scripts in scripts are set several times over to see whether they fit.
    """
    match node:
        case Symbol():
            return node.text
        case Space():
            return " " * node.width
        case Row():
            return _row(node, tight)
        case Fraction():
            return f"{unit(node.over, tight)}/{unit(node.under, tight)}"
        case Root():
            return _root(node, tight)
        case Scripts():
            return _scripts(node)
        case Accent():
            return _accent(node, tight)
        case Fenced(left="", right="|"):
            return unit(node.body, tight) + "|"
        case Fenced():
            return node.left + _fenced_body(node.body, tight) + node.right
        case Grid():
            return _grid(node, tight)


def unit(node: Node, tight: bool = False) -> str:
    """`node` as text, bracketed unless it holds together by itself."""
    text = line(node, tight=tight)
    return text if _holds_together(node) else f"({text})"


def signs(text: str, table: dict[str, str]) -> str | None:
    """`text` in raised or lowered signs, None where one of them is lacking."""
    if not text or any(character not in table for character in text):
        return None
    return "".join(table[character] for character in text)


def raised_signs(node: Scripts) -> str | None:
    """The raised part in signs; a T over a sum is its last index, not a transpose."""
    if node.raised is None:
        return ""
    text = line(node.raised, tight=True)
    if "T" in text and sides(node.base)[0] is Kind.OPERATOR:
        return None
    return signs(text, symbols.RAISED)


def lowered_signs(node: Scripts) -> str | None:
    """The lowered part in signs."""
    if node.lowered is None:
        return ""
    return signs(line(node.lowered, tight=True), symbols.LOWERED)


def combined(node: Accent) -> str | None:
    """The body with its accent as a combining character, None where that would mislead."""
    mark = symbols.COMBINING.get(node.name)
    body = line(node.body)
    if mark is None or not isinstance(_single(node.body), Symbol | Accent | Row) or not body:
        return None
    bases = [letter for letter in body if not "\u0300" <= letter <= "\u036f"]
    if len(bases) == 1 and not body.isspace():
        return body + mark
    if node.name in ("overline", "bar", "underline") and body.isalnum() and body.isascii():
        mark = "\u0332" if node.name == "underline" else "\u0305"
        return "".join(letter + mark for letter in body)
    return None


def is_primes(text: str) -> bool:
    """Whether a raised part is nothing but primes, which stand before a lowered part."""
    return bool(text) and set(text) == {"′"}


def _single(node: Node) -> Node:
    while isinstance(node, Row) and len(node.items) == 1:
        node = node.items[0]
    return node


def _holds_together(node: Node) -> bool:
    node = _single(node)
    match node:
        case Symbol():
            return " " not in node.text and bool(node.text)
        case Scripts():
            return not node.limits or isinstance(_single(node.base), Symbol)
        case Row(items=(Symbol("∂") | Scripts(base=Symbol("∂")), Space(), variable)):
            return _holds_together(variable)
        case Row(items=(Symbol("∂") | Scripts(base=Symbol("∂")), variable)):
            return _holds_together(variable)
        case Row(items=(function, Fenced())):
            return sides(function)[1] is Kind.OPERATOR
        case Fenced():
            return bool(node.left and node.right) or (node.left, node.right) == ("", "|")
        case Grid():
            return node.layout is not Layout.LINES
        case Root():
            return node.degree is None or line(node.degree) in _ROOTS
        case Accent():
            return True
        case _:
            return False


def _row(row: Row, tight: bool) -> str:
    items = spaced(row.items, tight=tight)
    pieces: list[str] = []
    before = ""
    for place, (gap, item) in enumerate(items):
        piece = line(item, tight=tight)
        if isinstance(_single(item), Fraction) and not _stands_free(items, place):
            piece = f"({piece})"
        if not gap and _SPELT_SCRIPT.search(before) and (piece[:1].isalnum() or piece[:1] == "("):
            gap = int(isinstance(_single(items[place - 1][1]), Scripts))
        pieces.append(" " * gap + piece)
        before = piece
    return "".join(pieces)


def _stands_free(items: list[tuple[int, Node]], place: int) -> bool:
    """Whether a fraction's neighbours leave no doubt about where it begins and ends."""
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(items):
            node = _single(items[beside][1])
            kind = sides(node)[0 if beside > place else 1]
            free = kind in (Kind.RELATION, Kind.PUNCTUATION) or (
                isinstance(node, Symbol) and node.text in ("+", "−", "±")
            )
            if not free:
                return False
    return True


def _root(root: Root, tight: bool) -> str:
    degree = "2" if root.degree is None else line(root.degree, tight=True)
    body = line(root.body, tight=tight)
    node = _single(root.body)
    bare = (isinstance(node, Symbol) and body.isalnum()) or (
        isinstance(node, Fenced) and node.left == "(" and node.right == ")"
    )
    if degree in _ROOTS:
        return _ROOTS[degree] + (body if bare else f"({body})")
    assert root.degree is not None
    return f"{unit(root.body)}^(1/{unit(root.degree, tight=True)})"


def _scripts(node: Scripts) -> str:
    if isinstance(node.base, Accent) and node.base.name in symbols.BRACES:
        labels = [line(part) for part in (node.raised, node.lowered) if part is not None]
        return f"{node.base.name}({', '.join([line(node.base.body), *labels])})"
    base = line(node.base)
    if base and not _can_carry(node.base):
        base = f"({base})"
    raised, lowered = raised_signs(node), lowered_signs(node)
    if raised is None and node.raised is not None:
        raised = "^" + _spelt(node.raised, line(node.raised).replace(", ", ","))
        return base + (_lowered(node) if lowered is None else lowered) + raised
    if lowered is None:
        return base + (raised or "") + _lowered(node)
    if is_primes(raised or ""):
        return base + (raised or "") + lowered
    return base + lowered + (raised or "")


def _lowered(node: Scripts) -> str:
    assert node.lowered is not None
    text = line(node.lowered, tight=True)
    return "_" + (text if len(text) >= 3 and text.isalpha() else _spelt(node.lowered, text))


def _spelt(node: Node, text: str) -> str:
    """A script's text, bracketed unless it is one sign, one word, one number or bracketed."""
    single = _single(node)
    if isinstance(single, Fenced) and single.left == "(" and single.right == ")":
        return text
    is_word = isinstance(single, Symbol | Accent) and not set(text) & set(" ()[]{}^_,/")
    return text if text and is_word else f"({text})"


def _can_carry(node: Node) -> bool:
    """Whether scripts on the node's last sign are surely scripts on all of it."""
    node = _single(node)
    if isinstance(node, Accent):
        return combined(node) is not None
    if isinstance(node, Scripts | Root | Row):
        return False
    if isinstance(node, Symbol) and node.kind is Kind.OPERATOR:
        return True
    return _holds_together(node)


def _accent(node: Accent, tight: bool) -> str:
    text = combined(node)
    return f"{node.name}({line(node.body, tight=tight)})" if text is None else text


def _fenced_body(body: Node, tight: bool) -> str:
    single = _single(body)
    if isinstance(single, Grid) and not single.left and not single.right:
        return _cells(single, tight)
    return line(body, tight=tight)


def _grid(grid: Grid, tight: bool) -> str:
    if grid.layout is Layout.PAIR:
        return f"binom({', '.join(line(row[0], tight=tight) for row in grid.rows)})"
    text = _cells(grid, tight)
    if grid.layout is Layout.LINES:
        return text
    if grid.layout is Layout.CASES:
        return "{" + text + "}"
    return (grid.left or "[") + text + (grid.right or "]")


def _cells(grid: Grid, tight: bool) -> str:
    joint = " " if grid.layout is Layout.LINES else ", "
    lines = []
    for row in grid.rows:
        texts = [line(cell, tight=tight) for cell in row]
        if grid.layout is Layout.LINES:
            texts = [text for text in texts if text]
        elif grid.layout is Layout.CASES:
            texts = [text.rstrip(", ") for text in texts]
        lines.append(joint.join(texts))
    return "; ".join(lines)
