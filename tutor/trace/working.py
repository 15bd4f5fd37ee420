"""Which parts of a line are worked out first: `1 / (0.1353 + 1 + 0.0183)`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tutor.trace.chains import Plan, factors, fold, terms
from tutor.trace.tree import Call, Operation, Tree

_ARITHMETIC = frozenset({"add", "subtract", "multiply", "divide", "negative"})


def worked_out(tree: Tree) -> list[Tree]:
    """The parts of `tree` that are replaced by their values, none of them inside another.

    Functions (√, e^…, powers, calls) come first, wherever sums, products and quotients hold them,
    with whatever stands beside them; without any, the products of a sum, the brackets of a product
    or quotient. Of a function itself, the arguments.
    """
    if not isinstance(tree, Operation):
        return []
    if tree.kind not in _ARITHMETIC:
        return [part for part in tree.parts if not _is_leaf(part)]
    held = _with_functions(tree)
    found: dict[int, Tree] = {}
    seen: set[int] = set()
    waiting: list[Tree] = [tree]
    while waiting:
        for part in _operands(waiting.pop()):
            if _is_leaf(part) or id(part) in seen:
                continue
            seen.add(id(part))
            if _is_arithmetic(part) and id(part) in held:
                waiting.append(part)
            else:
                found[id(part)] = part
    return list(found.values())


def _with_functions(tree: Tree) -> set[int]:
    """The sums, products and quotients that hold a function, by their `id`."""
    held: set[int] = set()

    def plan(node: Tree) -> Plan[bool]:
        if not _is_arithmetic(node):
            return (), lambda _: not _is_leaf(node)

        def join(parts: Sequence[bool]) -> bool:
            if any(parts):
                held.add(id(node))
            return any(parts)

        return _operands(node), join

    fold(tree, plan)
    return held


def _operands(node: Tree) -> Sequence[Tree]:
    """What the line's operations join, chains taken as one and signs taken off."""
    assert isinstance(node, Operation)
    if node.kind in ("add", "subtract"):
        return _unsigned(term for _, term in terms(node))
    return _unsigned(factors(node) if node.kind == "multiply" else node.parts)


def _unsigned(parts: Iterable[Tree]) -> list[Tree]:
    found = []
    for part in parts:
        while isinstance(part, Operation) and part.kind == "negative":
            part = part.parts[0]
        found.append(part)
    return found


def _is_leaf(node: Tree) -> bool:
    return not isinstance(node, Call | Operation) or (
        isinstance(node, Operation) and not node.parts
    )


def _is_arithmetic(node: Tree) -> bool:
    return isinstance(node, Operation) and node.kind in _ARITHMETIC
