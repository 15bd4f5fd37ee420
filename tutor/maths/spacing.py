"""The blanks between neighbours, by TeX's rules as far as a terminal's cells can follow them."""

from collections.abc import Sequence

from tutor.maths.nodes import (
    Accent,
    Fenced,
    Fraction,
    Grid,
    Kind,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    Symbol,
)

_PREFIXES = tuple(Symbol(sign) for sign in "∂∇¬∀∃")
_SIDES_OF_ROOM = (Kind.RELATION, Kind.BINARY)
_ALONE_BEFORE = (None, Kind.BINARY, Kind.RELATION, Kind.OPEN, Kind.PUNCTUATION, Kind.OPERATOR)
_ALONE_AFTER = (None, Kind.RELATION, Kind.CLOSE, Kind.PUNCTUATION)
_THINGS = (Kind.ORDINARY, Kind.CLOSE, Kind.INNER, Kind.OPERATOR)
_STARTS = (Kind.ORDINARY, Kind.OPEN, Kind.INNER, Kind.OPERATOR)


def sides(node: Node) -> tuple[Kind, Kind]:
    """What a node is to its left neighbour and to its right one."""
    match node:
        case Symbol():
            return node.kind, node.kind
        case Scripts() | Accent():
            return sides(node.base if isinstance(node, Scripts) else node.body)
        case Fraction():
            return Kind.INNER, Kind.INNER
        case Fenced() | Grid():
            return (
                Kind.OPEN if node.left else Kind.INNER,
                Kind.CLOSE if node.right else Kind.INNER,
            )
        case Row(items=(Symbol(kind=Kind.PUNCTUATION),)):
            return Kind.ORDINARY, Kind.ORDINARY  # `3{,}000`: the comma parts nothing
        case Row(items=(single,)):
            return sides(single)
        case Root() | Row() | Space():
            return Kind.ORDINARY, Kind.ORDINARY


def spaced(items: Sequence[Node], *, tight: bool) -> list[tuple[int, Node]]:
    """The nodes that show, each with the number of blanks before it; `tight` is for scripts."""
    shown: list[Node] = []
    written: list[bool] = []
    wanted: list[int] = []
    is_written, wants = False, 0
    for item in items:
        if isinstance(item, Space):
            is_written |= item.written and not (shown and shown[-1] in _PREFIXES)
            wants += 0 if item.written else item.width
        else:
            shown.append(item)
            written.append(is_written)
            wanted.append(wants)
            is_written, wants = False, 0
    kinds = _resolved([sides(item) for item in shown])
    result: list[tuple[int, Node]] = []
    for place, item in enumerate(shown):
        gap = 0
        if place:
            gap = _gap(kinds[place - 1][1], kinds[place][0], written[place], tight)
            gap = gap or _between_words(shown[place - 1], item, tight)
        result.append((max(gap, wanted[place]), item))
    return result


def _resolved(kinds: list[tuple[Kind, Kind]]) -> list[tuple[Kind, Kind]]:
    """The kinds, a binary sign with nothing to join (the minus of -1) counted as narrow."""
    resolved = list(kinds)
    for place, (left, _) in enumerate(kinds):
        if left is Kind.BINARY:
            before = resolved[place - 1][1] if place else None
            after = kinds[place + 1][0] if place + 1 < len(kinds) else None
            if before in _ALONE_BEFORE or after in _ALONE_AFTER:
                resolved[place] = (Kind.NARROW, Kind.NARROW)
    return resolved


def _gap(left: Kind, right: Kind, written: bool, tight: bool) -> int:
    if left is Kind.NARROW or right is Kind.NARROW:
        roomy = left in _SIDES_OF_ROOM or left is Kind.PUNCTUATION
        return int((roomy and not tight) or left is Kind.OPERATOR)
    if left is Kind.OPERATOR and right in (Kind.ORDINARY, Kind.INNER, Kind.OPERATOR):
        return 1
    if right is Kind.OPERATOR and left in (Kind.ORDINARY, Kind.CLOSE, Kind.INNER):
        return 1
    if Kind.INNER in (left, right) and left in _THINGS and right in _STARTS:
        return 1
    if tight:
        return 0
    if left is Kind.RELATION and right is Kind.RELATION:
        return 0
    if left in _SIDES_OF_ROOM or right in _SIDES_OF_ROOM or left is Kind.PUNCTUATION:
        return 1
    return int(written and left in _THINGS and right in _STARTS)


def _between_words(left: Node, right: Node, tight: bool) -> int:
    """One blank where a word, a number or a bracket would run into what follows: `2 kg`."""
    if not tight:
        if isinstance(left, Fenced | Grid) and _starts_with_a_letter(right):
            return 1
        if isinstance(left, Scripts) and left.limits and sides(right)[0] is Kind.OPEN:
            return 1
    if not (isinstance(left, Symbol) and isinstance(right, Symbol)):
        return 0
    if not (left.text[-1:].isalnum() and right.text[:1].isalnum()):
        return 0
    words = [len(text) > 1 and not text[0].isdigit() for text in (left.text, right.text)]
    return int(any(words) or (left.text[-1].isdigit() and right.text[0].isdigit()))


def _starts_with_a_letter(node: Node) -> bool:
    while isinstance(node, Scripts | Accent):
        node = node.base if isinstance(node, Scripts) else node.body
    return isinstance(node, Symbol) and node.text[:1].isalpha()
