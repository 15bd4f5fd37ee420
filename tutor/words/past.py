"""Past live questions as the log keeps them: what was asked, what is right, what explained it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from tutor.core.cards import AnyCard, Formula
from tutor.core.live import Numbers
from tutor.core.log import LogRow
from tutor.core.study import Walk
from tutor.core.text import Language, in_language
from tutor.study.replay import FELL, past_question, unpacked
from tutor.words.live_verdicts import explanation_lines
from tutor.words.notation import name_tex, shape_of, shape_text, typed_text, value_tex
from tutor.words.say import say
from tutor.words.scene import Scene

if TYPE_CHECKING:
    from tutor.demo import Demo

OWN: Final = "own"
"""The key of an answer's payload that keeps the learner's own values of a walk-through so far."""
_LARGEST: Final = 36


def past_lines(
    row: LogRow, card: AnyCard | None, demo: Demo | None, language: Language
) -> list[str]:
    """What a row of a live card's history says besides grade and answer, Markdown with TeX.

    Nothing for a row that keeps no question. Without its demo, or with one that has changed too
    much, things are called by the names that the log has; `card` is None for one that is gone.
    """
    numbers = past_question(row)
    if numbers is None:
        return []
    scene = _scene(row, numbers, demo)
    if isinstance(card, Formula):
        return _formula_lines(scene, language)
    given = ", ".join(_given(numbers, scene))
    code = "live.past.asked" if given else "live.past.asked_bare"
    lines = [say(code, language, target=_target(numbers, scene), given=given)]
    exact: Any = list(numbers.key) if len(numbers.key) > 1 else numbers.key[0]
    lines.append(say("live.past.right", language, right=typed_text(exact, 4)))
    return lines + [
        say("live.past.was", language, said=said)
        for said in _explained(row, numbers, demo, language)
    ]


def _formula_lines(scene: Scene | None, language: Language) -> list[str]:
    """Which formula was asked for: its numbers say nothing, and the title has said the step."""
    if scene is None:
        return []
    return [say("live.past.right", language, right=f"${scene.step.formula}$")]


def _scene(row: LogRow, numbers: Numbers, demo: Demo | None) -> Scene | None:
    if demo is None:
        return None
    own = row.payload.get(OWN)
    walk = None
    if isinstance(own, dict):
        values = {str(step): unpacked(value) for step, value in own.items()}
        walk = Walk(steps=(), asked=(), at=numbers.step, values=values)
    try:
        return Scene(demo, numbers, walk)
    # The demo may have become anything since: its names are then gone, the question is not.
    except Exception:
        return None


def _target(numbers: Numbers, scene: Scene | None) -> str:
    """The asked step, with the cells where not all of them were asked."""
    name = name_tex(numbers.step)
    if scene is not None:
        name = f"{scene.step.symbol} = {scene.step.formula}"
    whole = scene is not None and len(numbers.cells) == _size(scene.shape)
    if whole or not any(numbers.cells):
        return f"${name}$"
    cells = ", ".join(f"[{','.join(map(str, cell))}]" for cell in numbers.cells)
    return f"${name}$, {cells}"


def _given(numbers: Numbers, scene: Scene | None) -> Iterator[str]:
    if scene is not None:
        for name in scene.needed():
            yield _equals(scene.symbol(name), scene.value(name))
    else:
        for name, value in {**numbers.inputs, **numbers.given}.items():
            yield _equals(name_tex(name), value)


def _equals(symbol: str, value: Any) -> str:
    shape = shape_of(value)
    if _size(shape) > _LARGEST or len(shape) > 2:
        return f"${symbol}$ {shape_text(value)}"
    return f"${symbol} = {value_tex(value)}$"


def _explained(row: LogRow, numbers: Numbers, demo: Demo | None, language: Language) -> list[str]:
    """What was found to explain the answer: authors' words, else what judging it again says."""
    fell = row.payload.get(FELL)
    if demo is None or not isinstance(fell, list):
        return []
    traps = {trap.id: in_language(trap.say, language) for trap in demo.traps}
    if all(found in traps for found in fell):
        return [traps[found] for found in fell]
    return _judged_again(row, numbers, demo, fell, language)


def _judged_again(
    row: LogRow, numbers: Numbers, demo: Demo, fell: Sequence[object], language: Language
) -> list[str]:
    from tutor.live.judging import Judged, judge

    given = row.payload.get("given")
    if not isinstance(given, list) or len(given) != 1 or not isinstance(given[0], str):
        return []
    try:
        judged = judge(demo, numbers, given[0])
    except Exception:  # the demo may have become anything since
        return []
    if not isinstance(judged, Judged) or judged.diagnosis is None:
        return []
    found = [each.trap or each.code for each in judged.diagnosis.explanations]
    return explanation_lines(judged.diagnosis, language) if found == list(fell) else []


def _size(shape: Sequence[int]) -> int:
    size = 1
    for length in shape:
        size *= length
    return size
