"""Brackets that are written plainly but belong together: they can grow and carry scripts."""

from collections.abc import Sequence
from dataclasses import replace

from tutor.maths.nodes import Fenced, Kind, Node, Row, Scripts, Symbol


def paired(items: Sequence[Node]) -> tuple[Node, ...]:
    """`items` with each opening bracket, what follows and its closing one made into one thing.

    Half-open intervals pair too. Scripts on a closing bracket become scripts of the whole.
    """
    levels: list[list[Node]] = [[]]
    opened: list[Symbol] = []
    for item in items:
        closing = item.base if isinstance(item, Scripts) else item
        if isinstance(item, Symbol) and item.kind is Kind.OPEN:
            opened.append(item)
            levels.append([])
        elif isinstance(closing, Symbol) and closing.kind is Kind.CLOSE and opened:
            body = Row(tuple(levels.pop()))
            whole: Node = Fenced(opened.pop().text, body, closing.text)
            levels[-1].append(replace(item, base=whole) if isinstance(item, Scripts) else whole)
        else:
            levels[-1].append(item)
    while opened:
        rest = levels.pop()
        levels[-1] += [opened.pop(), *rest]
    return tuple(levels[0])
