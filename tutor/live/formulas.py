"""Judging a typed formula by what it comes to: right is what equals the step on many draws."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from tutor.core.live import Cause, Diagnosis, Explanation, Numbers
from tutor.demo import Demo
from tutor.live.asking import trap_answer
from tutor.live.diagnosing import other_steps, told
from tutor.live.errors import ExpressionError
from tutor.live.expressions import Expression, expression
from tutor.live.formula_draws import FormulaDraw, draws_of
from tutor.live.formula_text import python_text
from tutor.live.structure import structural
from tutor.numbers import Value


@dataclass(frozen=True, slots=True)
class FormulaJudged:
    """Whether a formula is right, and if not, what may have been meant.

    `read_as` is the formula as it was understood. `numbers` and `typed` are one draw on which it
    is wrong, or the first one, and what the formula comes to there.
    """

    right: bool
    read_as: str
    numbers: Numbers
    typed: Value
    diagnosis: Diagnosis | None = None


def judge_formula(demo: Demo, step: str, text: str, seed: int) -> FormulaJudged:
    """How right a typed formula of `step` is.

    It may speak of inputs and earlier steps, by name or symbol, and call the functions of safe
    expressions, those of the demo's own module, and sigmoid, softmax, relu and ln. Raises
    `ExpressionError` if it cannot be read or worked out, `DemoError` or `DrawError` if the demo
    cannot be asked.
    """
    draws = draws_of(demo, step, seed)
    read = _read(demo, text, draws)
    wrong = [draw for draw in draws if not draw.is_right]
    shown = (wrong or draws)[0]
    judged = FormulaJudged(not wrong, read.text, shown.numbers, shown.typed.value)
    if not wrong:
        return judged
    comparable = [draw for draw in wrong if draw.is_comparable]
    found = _explanations(demo, comparable, read.names) if comparable else []
    cells = shown.cells_right()
    first = next(
        (at for at, good in zip(shown.numbers.cells, cells, strict=True) if not good), None
    )
    return replace(judged, diagnosis=Diagnosis(explanations=tuple(found), right=cells, first=first))


def _read(demo: Demo, text: str, draws: Sequence[FormulaDraw]) -> Expression:
    """The formula worked out on all draws, in the reading that is right if there is one.

    Two vectors side by side are multiplied cell by cell, or failing that summed up as well.
    Raises `ExpressionError` where no reading can be worked out.
    """
    spellings, names = draws[0].spellings(), draws[0].names()
    axes = {name: getattr(value, "ndim", 0) for name, value in names.items()}
    summed = {name: 2 if count else 0 for name, count in axes.items()}
    found: Expression | None = None
    failure: ExpressionError | None = None
    for written in dict.fromkeys(python_text(text, spellings, each) for each in (axes, summed)):
        try:
            read = expression(written)
            _evaluated(demo, read, draws)
        except ExpressionError as error:
            failure = failure or error
            continue
        if all(draw.is_right for draw in draws):
            _refuse_names(demo, read, draws[0])
            return read
        found = found or read
    if found is None:
        assert failure is not None
        raise failure
    _evaluated(demo, found, draws)
    return found


def _refuse_names(demo: Demo, read: Expression, draw: FormulaDraw) -> None:
    """Refuse a right formula that is a mere call, for it names what it should write out.

    Of what a demo itself writes as σ of something, that is the formula.
    """
    from tutor.live.traps import functions_of

    tree, step = read.tree, draw.numbers.step
    if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
        return
    called = tree.func.id
    formula = next(each.formula for each in draw.run.steps if each.name == step)
    if called == "sigmoid" and r"\sigma(" in formula:
        return
    plain = all(isinstance(given, ast.Name) for given in tree.args)
    named = {"sigmoid", "relu", "ReLU", *functions_of(demo.function)}
    if called == "softmax" or (plain and called in named):
        raise ExpressionError("expression-names-itself", step=step, function=called)


def _evaluated(demo: Demo, read: Expression, draws: Sequence[FormulaDraw]) -> None:
    """Work the formula out on all draws; raises `ExpressionError` if that works on none."""
    import numpy as np

    from tutor.live.operations import relu, sigmoid
    from tutor.live.traps import functions_of

    functions: dict[str, Callable[..., Any]] = {
        "ln": np.log,
        "sigmoid": sigmoid,
        "relu": relu,
        "ReLU": relu,
        "softmax": _softmax,
        **functions_of(demo.function),
    }
    failure: ExpressionError | None = None
    failed = 0
    for draw in draws:
        try:
            draw.take(read.value(draw.names(), functions))
        except (ExpressionError, ValueError, TypeError) as error:
            if not isinstance(error, ExpressionError):
                problem = str(error) or type(error).__name__
                error = ExpressionError("expression-fails", text=read.text, problem=problem)
            failure, failed = failure or error, failed + 1
            draw.take([])
    if failure is not None and failed == len(draws):
        raise failure


def _softmax(z: Any, axis: int = -1) -> Any:
    import numpy as np

    exps = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _explanations(
    demo: Demo, draws: Sequence[FormulaDraw], names: frozenset[str]
) -> list[Explanation]:
    """What gives the formula's values on every draw, by the first kind of cause that does.

    Of the earlier steps those are given that the formula speaks of; the others are left out of it,
    or written out in it, and may have gone wrong there.
    """
    for kind in (_traps, _steps, _structure, _edited):
        if found := list(kind(demo, draws)):
            return found
    fewer = [draw.given_only(demo, names) for draw in draws]
    if fewer[0].numbers.given == draws[0].numbers.given:
        return []
    return [*_traps(demo, fewer)] or [*_edited(demo, fewer)]


def _traps(demo: Demo, draws: Sequence[FormulaDraw]) -> Iterator[Explanation]:
    for trap in demo.traps:
        if trap.at in draws[0].numbers.given:
            continue
        wrong = (trap_answer(demo, draw.numbers, trap) for draw in draws)
        if all(
            cells is not None and draw.typed.fits(cells)
            for draw, cells in zip(draws, wrong, strict=True)
        ):
            at = trap.at or draws[0].numbers.step
            yield Explanation(cause=Cause.TRAP, step=at, say=trap.say, trap=trap.id)


def _steps(demo: Demo, draws: Sequence[FormulaDraw]) -> Iterator[Explanation]:
    fitting = []
    for draw in draws:
        names = (*draw.run.inputs, *draw.numbers.given)
        found = other_steps(draw.numbers, draw.run, names)
        fitting.append({each.step: each for cells, each in found if draw.typed.fits(cells)})
    yield from (
        each for name, each in fitting[0].items() if all(name in others for others in fitting)
    )


def _structure(demo: Demo, draws: Sequence[FormulaDraw]) -> Iterator[Explanation]:
    found = [list(structural(draw.typed, draw.numbers)) for draw in draws]
    for each in found[0]:
        if all(any(_are_one(each, other) for other in others) for others in found):
            yield each
            return


def _are_one(one: Explanation, other: Explanation) -> bool:
    """Whether two draws say the same, be it of one number or of several."""
    codes = {one.code.removesuffix("_of_one"), other.code.removesuffix("_of_one")}
    return len(codes) == 1 and (one.code == "shape" or one.details == other.details)


def _edited(demo: Demo, draws: Sequence[FormulaDraw]) -> Iterator[Explanation]:
    import numpy as np

    first, others = draws[0], draws[1:]
    with np.errstate(all="ignore"):
        for _, kind in groupby(first.edits().values(), key=lambda edit: edit.cost):
            fitting = [
                edit
                for edit in kind
                if first.fits(edit.key) and all(other.fits(edit.key) for other in others)
            ]
            if fitting:
                yield from told(first.graph, first.numbers, fitting)
                return
