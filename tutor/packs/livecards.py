"""What a file says of live cards, as far as it shows without their demo.

Whether the demo and its steps exist is looked at in `tutor.packs.unfolding`; the marks made here
say where the words stand that it looks up.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tutor.core.cards import AnyCard, Formula, Live
from tutor.packs.nodes import Flaw, MappingNode, Node, ScalarNode, SequenceNode, child, flaw_at
from tutor.packs.placeholders import placeholder_places

EVERY: Final = "*"
"""Stands among the steps to generate for all of them."""
_STEP: Final = re.compile(r"[^\s./\\]+(?:\.[^\s./\\]+)?")
_ALL: Final = ("true", "True", "TRUE")
_NONE: Final = ("false", "False", "FALSE")


def with_lists(node: MappingNode) -> MappingNode:
    """The mapping with a list where `live`, `generate` or `was` holds a single word."""
    lists = {
        key: (entry[0], _listed(entry[1], key))
        for key in ("live", "generate", "was")
        if (entry := node.entries.get(key)) and isinstance(entry[1], ScalarNode)
    }
    return replace(node, entries={**node.entries, **lists}) if lists else node


def live_flaws(card: Live, node: Node) -> Iterator[Flaw]:
    """What is wrong with a live card or a walk-through by itself."""
    listed = child(node, "live")
    if not card.live:
        yield flaw_at(listed, "live-empty")
    for index, name in enumerate(card.live):
        yield from _name_flaws(name, child(listed, index))
        if name in card.live[:index]:
            yield flaw_at(child(listed, index), "walk-step-twice", step=name[:60])
    if len(card.live) > 1 and card.was:
        yield flaw_at(child(node, "was"), "walk-was")
    if card.tolerance is not None and card.tolerance <= 0:
        yield flaw_at(child(node, "tolerance"), "tolerance-not-positive")


def formula_flaws(card: Formula, node: Node) -> Iterator[Flaw]:
    """What is wrong with a card that asks for a formula, by itself."""
    yield from _name_flaws(card.formula, child(node, "formula"))


def live_marks(card: AnyCard, node: Node) -> dict[str, tuple[int, int]]:
    """Where the words of a card stand that lead to a demo.

    `live:CARD:0` and so on for the steps, `shown:CARD:NAME` for placeholders, `drawn:CARD:NAME` for
    a quantity that the card's draw needs and does not draw itself.
    """
    found: dict[str, Node] = {}
    if isinstance(card, Formula):
        found[f"live:{card.id}:0"] = child(node, "formula")
    elif isinstance(card, Live):
        for index in range(len(card.live)):
            found[f"live:{card.id}:{index}"] = child(node, "live", index)
        for name, at in placeholder_places(card, node).items():
            found[f"shown:{card.id}:{name}"] = at
        if card.draw is not None:
            for name, where in _needed(card, child(node, "draw")).items():
                found[f"drawn:{card.id}:{name}"] = where
    return {mark: (at.line, at.column) for mark, at in found.items()}


def _listed(value: ScalarNode, key: str) -> SequenceNode:
    items: list[Node] = [value]
    if key == "generate" and not value.style:
        if value.value in _NONE:
            items = []
        elif value.value in _ALL:
            items = [ScalarNode(EVERY, value.line, value.column)]
    return SequenceNode(items, value.line, value.column)


def _name_flaws(name: str, at: Node) -> Iterator[Flaw]:
    if not _STEP.fullmatch(name):
        yield flaw_at(at, "live-name", name=name[:60])


def _needed(card: Live, node: Node) -> dict[str, Node]:
    """The quantities that the draw names but leaves to the demo's own, and where it does."""
    from tutor.packs.draws import names_used

    assert card.draw is not None
    needed: dict[str, Node] = {}
    for name, rule in card.draw.quantities.items():
        for used in sorted(set(names_used(rule))):
            needed.setdefault(used, child(node, name))
    for index, condition in enumerate(card.draw.where):
        for used in sorted(set(names_used(condition))):
            needed.setdefault(used, child(node, "where", index))
    return {name: at for name, at in needed.items() if name not in card.draw.quantities}
