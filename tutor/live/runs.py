"""The runs of a demo that belong to a question: the right one, and the one that went wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tutor.core.live import Cause, Explanation, Numbers
from tutor.demo import Demo, DemoError, DemoFunction
from tutor.live.traps import with_trap

if TYPE_CHECKING:
    from tutor.demo.tracing import Run
    from tutor.live.editing import Edit
    from tutor.live.graphs import Graph
    from tutor.trace.graph import Node


def right_run(demo: Demo, numbers: Numbers) -> Run:
    """The question's own computation, traced; raises `DemoError`.

    The last few are remembered: an answer is often followed by another to the same question.
    """
    return _run(demo.function, _Question(numbers))


def wrong_run(demo: Demo, numbers: Numbers, explanation: Explanation) -> Run:
    """The path of a trap or an edit, run from the question's numbers to the demo's end.

    Its wrong numbers explain themselves, as a right run's do. Raises `DemoError` where there is
    no such path: for another step's value, or the right numbers in another order.
    """
    inputs = {**numbers.inputs, **numbers.arguments}
    if explanation.cause is Cause.TRAP:
        for trap in demo.traps:
            if trap.id == explanation.trap:
                return with_trap(demo, inputs, trap, numbers.given)
    if explanation.cause is Cause.EDIT:
        return _edited(demo, numbers, explanation.edit)
    raise DemoError("sent_fails", step=explanation.step, error=explanation.code or explanation.trap)


class _Question:
    """A question's numbers as a key."""

    def __init__(self, numbers: Numbers) -> None:
        self.inputs = {**numbers.inputs, **numbers.arguments}
        self.given = numbers.given
        plain = (sorted(_plain(values).items()) for values in (self.inputs, self.given))
        self._text = repr([*plain])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Question) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)


def _plain(values: Mapping[str, Any]) -> dict[str, object]:
    """Arrays in full, which their own text would shorten."""
    return {
        name: value.tolist() if hasattr(value, "tolist") else value
        for name, value in values.items()
    }


@lru_cache(maxsize=4)
def _run(function: DemoFunction, question: _Question) -> Run:
    from tutor.demo.tracing import trace

    return trace(function, question.inputs, question.given)


def _edited(demo: Demo, numbers: Numbers, key: str) -> Run:
    from tutor.demo.tracing import trace
    from tutor.live.edits import edited

    known = edited(right_run(demo, numbers), numbers.step)
    graph = known.graph
    edit = next((edit for edit in known.edits if edit.key == key), None)
    if edit is None:
        raise DemoError("sent_fails", step=numbers.step, error=key)
    inputs = {**numbers.inputs, **numbers.arguments}
    formulas = _changed_formulas(graph, edit)
    wrong = {name: _along(graph, edit, formula) for name, formula in formulas.items()}
    try:
        return trace(demo.function, inputs, {**numbers.given, **wrong})
    except DemoError:
        # The changed operation is none that can be traced: its numbers stand for themselves.
        values = graph.values(edit.changes) or {}
        plain = {name: values[formula[-1]] for name, formula in formulas.items()}
        return trace(demo.function, inputs, {**numbers.given, **plain})


def _changed_formulas(graph: Graph, edit: Edit) -> dict[str, tuple[Node, ...]]:
    """The steps in whose formula something is changed, each with its operations."""
    from tutor.trace.graph import nodes

    found = {}
    for node in (*graph.named, graph.root):
        formula = nodes(node)
        own = (each for each in formula if each is node or not each.name)
        if node.call is not None and any(each in edit.changes for each in own):
            found[node.name] = formula
    return found


def _along(
    graph: Graph, edit: Edit, formula: tuple[Node, ...]
) -> Callable[[Mapping[str, Any]], Any]:
    """A step's value along the edited path, from what the demo has by then."""
    from tutor.trace.graph import recompute

    def value(names: Mapping[str, Any]) -> Any:
        step = formula[-1]
        values = {
            node: names[node.name]
            for node in graph.earlier
            if node is not step and node.name in names
        }
        for node in formula:
            if node is step or not node.name:
                change = edit.changes.get(node)
                values[node] = change(values) if change else recompute(node, values)
        return values[step]

    return value
