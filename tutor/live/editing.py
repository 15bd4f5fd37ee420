"""What a single edit of a traced computation is, and how edits are made of its nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tutor.live.graphs import Changes, Values
from tutor.trace.graph import Known, Node, each, recompute

Word: TypeAlias = "str | Node | Known | tuple[Word, ...]"
"""A detail of an edit's sentence: a text, an operand as it stands in the formula, or a row."""

EVERYWHERE = "times"
"""The detail that says in how many places of one kind the same edit was made."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one thing: `code` names what kind, `words` say it in the demo's signs.

    `changes` gives the edited nodes their new values. Cheap edits are likelier than dear ones:
    1 an operation left out or taken for its neighbour, 2 another quantity or number, 3 what is
    rare; one more for each function that everybody knows around it. `key` finds the edit again in
    the same demo with other numbers.
    """

    cost: int
    code: str
    at: Node
    changes: Changes
    words: Mapping[str, Word] = field(default_factory=dict)
    key: str = ""


def instead(node: Node, function: Any, right: Word, wrong: Word, cost: int = 1) -> Edit:
    """The node computed by another function of its operands."""
    return Edit(cost, "instead", node, by(node, function), {"right": right, "wrong": wrong})


def by(node: Node, function: Any) -> Changes:
    """The node computed by another function of its operands, and nothing else changed."""
    return {node: lambda values: recompute(node, values, function)}


def operand_for(node: Node, place: int, value: Any) -> Changes:
    """The node computed with another thing in the place of one of its operands.

    `value` is an operand as nodes keep it, or a function of the edited path's values.
    """

    def changed(values: Values) -> Any:
        given = [value_of(leaf, values) for leaf in node.args]
        given[place] = value(values) if callable(value) else value_of(value, values)
        kwargs = {name: value_of(leaf, values) for name, leaf in node.kwargs.items()}
        assert node.call is not None
        return node.call(*given, **kwargs)

    return {node: changed}


def value_of(operand: Any, values: Values) -> Any:
    """What an operand, as a node keeps it, comes to along the edited path."""

    def value(leaf: Any) -> Any:
        if isinstance(leaf, Node):
            return values.get(leaf, leaf.value)
        return leaf.value if isinstance(leaf, Known) else leaf

    return each(operand, value)
