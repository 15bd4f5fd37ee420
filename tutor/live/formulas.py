"""Judging a typed formula by what it comes to: right is what equals the step on many draws."""

from __future__ import annotations

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
    names = draws[0].names()
    arrays = frozenset(name for name, value in names.items() if getattr(value, "ndim", 0))
    read = expression(python_text(text, draws[0].spellings(), arrays))
    _evaluated(demo, read, draws)
    wrong = [draw for draw in draws if not draw.is_right]
    shown = (wrong or draws)[0]
    judged = FormulaJudged(not wrong, read.text, shown.numbers, shown.typed.value)
    if not wrong:
        return judged
    comparable = [draw for draw in wrong if draw.is_comparable]
    found = _explanations(demo, comparable) if comparable else []
    cells = shown.cells_right()
    first = next(
        (at for at, good in zip(shown.numbers.cells, cells, strict=True) if not good), None
    )
    return replace(judged, diagnosis=Diagnosis(explanations=tuple(found), right=cells, first=first))


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


def _explanations(demo: Demo, draws: Sequence[FormulaDraw]) -> list[Explanation]:
    """What gives the formula's values on every draw, by the first kind of cause that does."""
    for kind in (_traps, _steps, _structure, _edited):
        if found := list(kind(demo, draws)):
            return found
    return []


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
