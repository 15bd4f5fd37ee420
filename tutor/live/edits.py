"""All single edits of a traced computation: what comes out if one operation is another one.

A wrong number is explained by the edit that gives exactly it: the root left out, a plus for a
minus, the sum over the other axis, another quantity of the same shape. Nobody writes these down for
a demo; they are read off its graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from tutor.core.live import Index
from tutor.live.arrangements import of_arrangement
from tutor.live.editing import EVERYWHERE, Edit, Word
from tutor.live.graphs import Change, Graph
from tutor.live.operations import of_operation
from tutor.live.replacements import of_calls, of_node, of_patterns, of_steps
from tutor.trace.graph import Node

if TYPE_CHECKING:
    from tutor.demo.tracing import Run
PLAIN: Final = frozenset({"left_out", "not_transposed", "not_moved", "all_counted"})
"""The plainest of edits: something was simply not done."""


class Edited:
    """The single edits of a step of a run, each worked out but once."""

    def __init__(self, run: Run, step: str) -> None:
        self.graph = Graph(run, step)
        self.edits = edits(self.graph)
        self._results: dict[str, Any] = {}

    def by_cost(self) -> Iterator[Iterable[Edit]]:
        """The edits that are equally likely together, the likeliest first."""
        for _, kind in groupby(self.edits, key=lambda edit: edit.cost):
            yield kind

    def result(self, edit: Edit) -> Any:
        """What the step comes to with an edit; None where it cannot be computed."""
        if edit.key not in self._results:
            self._results[edit.key] = self.graph.result(edit.changes)
        return self._results[edit.key]


@lru_cache(maxsize=4)
def edited(run: Run, step: str) -> Edited:
    """The edits of a step; those of the last few questions are remembered."""
    return Edited(run, step)


def edits(graph: Graph) -> list[Edit]:
    """All single edits of the graph, the likeliest first."""
    found: list[Edit] = []
    for step, members in graph.formulas.items():
        for place, node in enumerate(members):
            own = (*of_operation(node), *of_arrangement(graph, node), *of_patterns(node))
            inner = (*own, *of_node(graph, node)) if node.function else ()
            found += (_placed(edit, step, str(place), len(node.calls)) for edit in inner)
    found += (_placed(edit, graph.step_of[edit.at], "call") for edit in of_calls(graph))
    found += (_placed(edit, graph.step_of[edit.at], "step") for edit in of_steps(graph))
    found = _told_apart(found)
    found += _everywhere(graph, found)
    # Of two that come to the same the plainer is told, or the one nearer to what was asked.
    last = {node: -place for place, node in enumerate(graph.order)}
    return sorted(found, key=lambda edit: (edit.cost, edit.code not in PLAIN, last[edit.at]))


def worded(graph: Graph, edit: Edit, cells: Sequence[Index]) -> dict[str, str]:
    """The details of an edit's sentence, with the operation that it changes under `formula`."""
    words = {name: _text(graph, word, cells) for name, word in edit.words.items()}
    at: Node | None = edit.at
    formula = graph.formula(edit.at, cells)
    # What only moves cells is no formula by itself: where they are moved to is one.
    while at is not None and formula in words.values():
        at = next((node for node in graph.order if at in graph.operands[node]), None)
        formula = graph.formula(at, cells) if at else formula
    return {"formula": formula, **words}


def _text(graph: Graph, word: Word, cells: Sequence[Index]) -> str:
    if isinstance(word, tuple):
        texts = [_text(graph, part, cells) for part in word]
        # Beside an operation's sign, a sum stands in brackets.
        return " ".join(f"({text})" if _is_sum(text) else text for text in texts if text)
    return word if isinstance(word, str) else graph.text(word, cells)


def _is_sum(text: str) -> bool:
    return any(sign in text for sign in (" + ", " − ", " / ")) and not text.endswith(")")


def _placed(edit: Edit, step: str, place: str, deeper: int = 0) -> Edit:
    """The edit with a key; inside a function that everybody knows one errs less."""
    return replace(edit, cost=edit.cost + deeper, key=f"{step}/{place}/{edit.code}/{_spelt(edit)}")


def _spelt(edit: Edit) -> str:
    return ",".join(_name(word) for word in edit.words.values())


def _name(word: Word) -> str:
    if isinstance(word, tuple):
        return " ".join(map(_name, word))
    return word if isinstance(word, str) else word.name


def _told_apart(found: list[Edit]) -> list[Edit]:
    """The edits with keys of their own: those of one key are counted."""
    count: dict[str, int] = {}
    apart = []
    for edit in found:
        number = count[edit.key] = count.get(edit.key, 0) + 1
        apart.append(edit if number == 1 else replace(edit, key=f"{edit.key}#{number}"))
    return apart


def _everywhere(graph: Graph, found: list[Edit]) -> Iterator[Edit]:
    """The same edit in all steps that are made alike: each time of a recurrent network.

    Steps are alike if their formulas consist of the same operations in the same order.
    """
    kinds: dict[tuple[Any, ...], list[str]] = {}
    for step, members in graph.formulas.items():
        if len(members) > 1:
            kinds.setdefault(tuple(node.function for node in members), []).append(step)
    for alike in kinds.values():
        if len(alike) < 2:
            continue
        kin: dict[str, list[Edit]] = {}
        for edit in found:
            step, _, rest = edit.key.partition("/")
            if step in alike:
                kin.setdefault(rest, []).append(edit)
        for edits_of_kind in kin.values():
            if len(edits_of_kind) == len(alike):
                yield _joined(edits_of_kind)


def _joined(kin: list[Edit]) -> Edit:
    changes: dict[Node, Change] = {}
    for edit in kin:
        changes.update(edit.changes)
    words = {**kin[0].words, EVERYWHERE: str(len(kin))}
    return replace(kin[0], changes=changes, words=words, key=f"{kin[0].key}*")
