"""Walking a tree without recursion, and its chains of additions and multiplications."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import TypeAlias, TypeVar

from tutor.trace.tree import Constant, Operation, Tree

T = TypeVar("T")
Plan: TypeAlias = tuple[Sequence[Tree], Callable[[Sequence[T]], T]]
"""What of a node has to be done first, and what makes the node's result of theirs."""

SUMS = frozenset({"add", "subtract"})


def fold(tree: Tree, plan: Callable[[Tree], Plan[T]]) -> T:
    """The result for `tree`, each node done once however often it is used, at any depth."""
    done: dict[int, T] = {}
    waiting: list[tuple[Tree, Plan[T] | None]] = [(tree, None)]
    # A plan may make nodes of its own: kept alive, so that no other gets their identity.
    kept: list[Sequence[Tree]] = []
    while waiting:
        node, known = waiting.pop()
        if id(node) in done:
            continue
        if known is None:
            known = plan(node)
            kept.append(known[0])
            waiting.append((node, known))
            waiting.extend((part, None) for part in reversed(known[0]) if id(part) not in done)
        else:
            done[id(node)] = known[1]([done[id(part)] for part in known[0]])
    return done[id(tree)]


def terms(tree: Tree, whole: Container[int] = ()) -> list[tuple[bool, Tree]]:
    """The terms of a sum as (subtracted, term), in the order in which they are added up.

    Nodes whose `id` is in `whole` are not taken apart. What is added as a sum of its own, on the
    right, stays one term. A negative is the subtraction of what it negates, and so is a negative
    number of the code, but for the first.
    """
    found: list[tuple[bool, Tree]] = []
    while _is(tree, SUMS) and id(tree) not in whole:
        assert isinstance(tree, Operation)
        later = [(tree.kind == "subtract", part) for part in tree.parts[1:]]
        found.extend(reversed(later))
        tree = tree.parts[0]
    first, *later = (False, tree), *reversed(found)
    return [_turned(*first, whole), *(_lifted(*_turned(*term, whole)) for term in later)]


def factors(tree: Tree, whole: Container[int] = ()) -> list[Tree]:
    """The factors of a product, in the order in which they are multiplied."""
    found: list[Tree] = []
    while _is(tree, {"multiply"}) and id(tree) not in whole:
        assert isinstance(tree, Operation)
        found.extend(reversed(tree.parts[1:]))
        tree = tree.parts[0]
    found.append(tree)
    return found[::-1]


def _is(tree: Tree, kinds: Container[str]) -> bool:
    return isinstance(tree, Operation) and tree.kind in kinds and len(tree.parts) > 0


def _turned(subtracted: bool, term: Tree, whole: Container[int]) -> tuple[bool, Tree]:
    if subtracted or id(term) in whole:
        return subtracted, term
    if isinstance(term, Operation) and term.kind == "negative":
        return True, term.parts[0]
    return False, term


def _lifted(subtracted: bool, term: Tree) -> tuple[bool, Tree]:
    if not subtracted and is_number(term):
        assert isinstance(term, Constant)
        if not isinstance(term.value, str) and term.value < 0:
            return True, Constant(-term.value)
    return subtracted, term


def is_number(tree: Tree) -> bool:
    """Whether the node is a bare number of the code."""
    return isinstance(tree, Constant) and not tree.name and not isinstance(tree.value, str | bool)
