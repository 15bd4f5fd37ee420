"""Judging live answers: typed numbers, and typed formulas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tutor.core.cards import AnyCard, Formula, Live
from tutor.core.live import Numbers
from tutor.core.log import Grade
from tutor.core.study import Mark, Part, Unreadable, Verdict
from tutor.core.text import Text
from tutor.study.judge import suggested, without_unit

if TYPE_CHECKING:
    from tutor.demo import Demo
    from tutor.live.judging import Judged
    from tutor.numbers import NotRead


def judge_live(demo: Demo, card: AnyCard, numbers: Numbers, given: str) -> Verdict | Unreadable:
    """How right a typed answer to a live card is; nothing typed is wrong and has no diagnosis."""
    if isinstance(card, Formula):
        from tutor.live.drawing import drawn_as

        return _formula(drawn_as(demo, card.draw), numbers, given)
    from tutor.live.judging import judge

    assert isinstance(card, Live)
    text = without_unit(given.strip(), card.unit)
    if not text:
        return _missed(given, right_text(numbers), exact(numbers))
    return _verdict(judge(demo, numbers, text), numbers, given)


def fell(verdict: Verdict) -> list[str]:
    """What explains a wrong answer, as the log keeps it: the ids of traps, or else codes."""
    found = verdict.diagnosis.explanations if verdict.diagnosis else ()
    return [explanation.trap or explanation.code for explanation in found]


def exact(numbers: Numbers) -> Any:
    """The right value in full, as nested lists in the shape asked."""
    return nested(numbers.key, numbers.shape)


def right_text(numbers: Numbers) -> str:
    """The right value as one would type it, `[0.8808, 0.1192]`."""
    from tutor.numbers import show

    def text(value: Any) -> str:
        return f"[{', '.join(map(text, value))}]" if isinstance(value, list) else show(value)

    return text(exact(numbers))


def nested(cells: Sequence[float], shape: tuple[int, ...]) -> Any:
    """Cells, given row by row, as nested lists of that shape; a number for the shape `()`."""
    if not shape:
        return cells[0]
    if len(shape) == 1:
        return list(cells)
    size = len(cells) // shape[0] if shape[0] else 0
    rows = range(shape[0])
    return [nested(cells[size * row : size * (row + 1)], shape[1:]) for row in rows]


def _verdict(judged: Judged | NotRead, numbers: Numbers, given: str) -> Verdict | Unreadable:
    from tutor.numbers import Closeness, NotRead

    if isinstance(judged, NotRead):
        shape = "×".join(map(str, numbers.shape))
        details = {"given": given, "shape": shape, "n": str(len(numbers.key))}
        return Unreadable(f"number.{judged.code}", {**details, **judged.details})
    mark = {Closeness.RIGHT: Mark.RIGHT, Closeness.ROUNDING: Mark.ROUNDING}.get(
        judged.closeness, Mark.WRONG
    )
    explained = judged.diagnosis is not None and bool(judged.diagnosis.explanations)
    if mark is not Mark.WRONG:
        score = 1.0
    elif explained or not judged.cells:
        # A wrong method is wrong, also where some of its numbers happen to be right.
        score = 0.0
    else:
        score = sum(judged.cells) / len(judged.cells)
    verdict = Verdict(
        score=score,
        parts=(Part(mark=mark, given=given, right=right_text(numbers)),),
        suggested=Grade.AGAIN,
        diagnosis=judged.diagnosis,
        typed=nested(judged.typed.cells, judged.typed.shape),
        exact=exact(numbers),
        echo=judged.echo,
    )
    return replace(verdict, suggested=suggested(verdict))


def _missed(given: str, right: Text, value: object = None) -> Verdict:
    part = Part(mark=Mark.MISSED, given=given, right=right)
    return Verdict(score=0.0, parts=(part,), suggested=Grade.AGAIN, exact=value)


def _formula(demo: Demo, numbers: Numbers, given: str) -> Verdict | Unreadable:
    from tutor.live.errors import ExpressionError
    from tutor.live.formulas import judge_formula

    right = _formula_text(demo, numbers)
    if not given.strip():
        return _missed(given, right)
    try:
        judged = judge_formula(demo, numbers.step, given.strip(), numbers.seed)
    except ExpressionError as error:
        return Unreadable(f"formula.{error.code}", {"given": given, **error.details})
    mark = Mark.RIGHT if judged.right else Mark.WRONG
    is_plain = "".join(judged.read_as.split()) == "".join(given.split())
    verdict = Verdict(
        score=float(judged.right),
        parts=(Part(mark=mark, given=given, right=right),),
        suggested=Grade.AGAIN,
        # The cells are those of another draw than the question's, on which the formula is wrong.
        diagnosis=judged.diagnosis and replace(judged.diagnosis, right=(), first=None),
        echo="" if is_plain else judged.read_as,
    )
    return replace(verdict, suggested=suggested(verdict))


def _formula_text(demo: Demo, numbers: Numbers) -> str:
    """The step's formula as the demo states it, in TeX between dollar signs."""
    from tutor.demo import run

    steps = run(demo.function, {**numbers.inputs, **numbers.arguments}, numbers.given)
    return next(f"${step.formula}$" for step in steps if step.name == numbers.step)
