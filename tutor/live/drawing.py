"""A demo's inputs drawn anew, by the rules that its YAML states under `draw`."""

import inspect
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any, Final

from tutor.demo import Demo, Draw
from tutor.live.errors import DrawError, LiveError
from tutor.live.expressions import Expression, expression
from tutor.live.quantities import Chance, drawn_quantity

TRIES: Final = 1000
"""How often a draw is begun again before its conditions are given up."""


def draw_inputs(demo: Demo, seed: int) -> dict[str, object]:
    """The demo's inputs for this seed, in the order of its arguments: plain numbers, texts, lists.

    The same seed and `draw` give the same numbers on every machine and for ever. Quantities that
    are no arguments of the demo only helped to draw the others and are left out. Raises `DrawError`
    if the demo has no `draw` or its conditions cannot be met.
    """
    if demo.draw is None:
        raise DrawError("draw-none", demo=demo.name)
    drawn = draw_quantities(demo.draw, seed)
    return {
        name: drawn[name] for name in inspect.signature(demo.function).parameters if name in drawn
    }


def drawn_as(demo: Demo, draw: Draw | None) -> Demo:
    """The demo with a card's `draw` over its own, quantity by quantity; all conditions hold."""
    if draw is None or demo.draw is None:
        return demo if draw is None else replace(demo, draw=draw)
    quantities = {**demo.draw.quantities, **draw.quantities}
    where = (*demo.draw.where, *draw.where)
    return replace(demo, draw=Draw(quantities=quantities, where=where))


def draw_quantities(draw: Draw, seed: int) -> dict[str, object]:
    """All quantities that `draw` lists, in its order; raises `DrawError`.

    A draw that fails a condition, or leaves nothing to draw from, is begun again; the error tells
    what has failed most often.
    """
    # Only `random()` is promised to stay the same in all versions of Python; all else is our own.
    # It takes a seed's size alone, so that those below zero are counted in between.
    chance = Chance(Random(2 * seed if seed >= 0 else -2 * seed - 1).random)
    waiting = _conditions(draw)
    failures: Counter[str] = Counter()
    errors: dict[str, LiveError] = {}
    for _ in range(TRIES):
        try:
            return _attempt(draw, waiting, chance)
        except LiveError as error:
            key = str(error.details.get("condition") or error.details.get("quantity"))
            failures[key] += 1
            errors.setdefault(key, error)
    [(most, _)] = failures.most_common(1)
    cause = errors[most]
    raise DrawError(cause.code, **cause.details) from cause


def _conditions(draw: Draw) -> Mapping[str, list[Expression]]:
    """The conditions by the quantity after which all their names are known."""
    order = {name: place for place, name in enumerate(draw.quantities)}
    waiting: dict[str, list[Expression]] = {}
    for text in draw.where:
        condition = expression(text)
        last = max(condition.names, key=lambda name: order.get(name, -1), default="")
        waiting.setdefault(last if last in order else next(iter(order), ""), []).append(condition)
    return waiting


def _attempt(
    draw: Draw, waiting: Mapping[str, list[Expression]], chance: Chance
) -> dict[str, object]:
    known: dict[str, object] = {}
    for name, rule in draw.quantities.items():
        known[name] = drawn_quantity(name, rule, known, chance)
        for condition in waiting.get(name, ()):
            if not _holds(condition, known):
                raise DrawError("draw-condition", condition=condition.text, tries=str(TRIES))
    return known


def _holds(condition: Expression, known: Mapping[str, object]) -> bool:
    """Whether a condition is met; one over arrays is met if all its cells are."""
    try:
        truth: Any = condition.value(known)
    except LiveError as error:
        raise DrawError(error.code, **error.details, condition=condition.text) from error
    return bool(truth.all()) if hasattr(truth, "all") else bool(truth)
