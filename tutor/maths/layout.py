"""A formula in two dimensions."""

from tutor.maths import boxes
from tutor.maths.boxes import Box, beside, blank, text_box
from tutor.maths.line import combined, is_primes, line, lowered_signs, raised_signs
from tutor.maths.nodes import (
    Accent,
    Fenced,
    Fraction,
    Grid,
    Layout,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    Symbol,
)
from tutor.maths.spacing import spaced
from tutor.maths.widths import Align


def box_of(node: Node, *, tight: bool = False) -> Box:
    """`node` as a box; `tight` leaves out the blanks around relations, as in a script."""
    match node:
        case Symbol():
            return text_box(node.text)
        case Space():
            return blank(node.width)
        case Row():
            parts: list[Box] = []
            for gap, item in spaced(node.items, tight=tight):
                parts += [blank(gap), box_of(item, tight=tight)]
            return beside(parts)
        case Fraction():
            return boxes.fraction(box_of(node.over), box_of(node.under))
        case Root():
            return _root(node)
        case Scripts():
            return _scripts(node, tight)
        case Accent():
            return _accent(node)
        case Fenced():
            body = box_of(node.body, tight=tight)
            return boxes.fenced(node.left, body, node.right, grows=_is_tall(node.body))
        case Grid():
            return _grid(node)


def _is_tall(node: Node) -> bool:
    """Whether brackets around the node grow; raised and lowered scripts alone do not make them."""
    match node:
        case Fraction() | Grid():
            return True
        case Row():
            return any(_is_tall(item) for item in node.items)
        case Scripts():
            return node.limits or _is_tall(node.base)
        case Root() | Accent() | Fenced():
            return _is_tall(node.body)
        case _:
            return False


def _root(node: Root) -> Box:
    body = box_of(node.body)
    simple = line(node.body)
    if node.degree is None and len(simple) == 1 and simple.isalnum():
        return text_box("√" + simple)
    return boxes.root(body, None if node.degree is None else box_of(node.degree, tight=True))


def _scripts(node: Scripts, tight: bool) -> Box:
    base = box_of(node.base, tight=tight)
    raised_text, lowered_text = raised_signs(node), lowered_signs(node)
    in_signs = raised_text is not None and lowered_text is not None
    if node.limits and not tight:
        is_index = node.raised is None and in_signs and len(lowered_text or "") == 1
        if not (is_index and isinstance(node.base, Symbol)):
            return boxes.limits(base, _script(node.raised), _script(node.lowered))
    if raised_text is not None and lowered_text is not None:
        if base.height == 1:
            primes = is_primes(raised_text)
            text = raised_text + lowered_text if primes else lowered_text + raised_text
            return beside([base, text_box(text)])
        return boxes.scripts(
            base,
            text_box(raised_text) if raised_text else None,
            text_box(lowered_text) if lowered_text else None,
        )
    return boxes.scripts(base, _script(node.raised), _script(node.lowered))


def _script(node: Node | None) -> Box | None:
    return None if node is None else box_of(node, tight=True)


def _accent(node: Accent) -> Box:
    text = combined(node)
    if text is not None:
        return text_box(text)
    body = box_of(node.body)
    width = max(body.width, 1)
    marks = {
        "overline": "_" * width,
        "bar": "_" * width,
        "underline": "‾" * width,
        "overrightarrow": "─" * (width - 1) + "→",
        "vec": "─" * (width - 1) + "→",
        "tilde": "~" * width,
        "widetilde": "~" * width,
        "dot": "·",
        "ddot": "··",
        "dddot": "···",
        "check": "ˇ",
        "breve": "˘",
        "acute": "´",
        "grave": "`",
        "mathring": "˚",
        "overbrace": _brace(width, "╭┴╮"),
        "underbrace": _brace(width, "╰┬╯"),
    }
    mark = text_box(marks.get(node.name, "^"))
    if node.name in ("underline", "underbrace"):
        return boxes.limits(body, None, mark)
    return boxes.limits(body, mark, None)


def _brace(width: int, ends: str) -> str:
    if width < 3:
        return ends[1] * width
    before = (width - 3) // 2
    return ends[0] + "─" * before + ends[1] + "─" * (width - 3 - before) + ends[2]


def _grid(node: Grid) -> Box:
    cells = [[box_of(cell) for cell in row] for row in node.rows]
    aligns: tuple[Align, ...]
    match node.layout:
        case Layout.LINES:
            aligns, gap = ("right", "left"), 1
        case Layout.CASES:
            aligns, gap = ("left",), 2
        case Layout.MATRIX | Layout.PAIR:
            aligns, gap = ("center",), 2
    body = boxes.grid(cells, aligns, gap)
    return boxes.fenced(node.left, body, node.right)
