"""A demo's steps in lines of text."""

from collections.abc import Iterable, Mapping

from tutor.core.text import Language
from tutor.demo import Demo, Step
from tutor.plain.prose import one_line_of, prose
from tutor.words import say


def demo_lines(
    demo: Demo,
    steps: Iterable[Step],
    numbers: Mapping[str, int],
    inputs: Mapping[str, object],
    language: Language,
) -> list[str]:
    """Title, inputs and each step: its formula, its value and why it is there.

    `numbers` gives each step's place among all, so that a part can be shown.
    """
    lines = [one_line_of(demo.title, language)]
    if demo.source:
        lines.append(say("demo.source", language, source=one_line_of(demo.source, language)))
    for name, value in inputs.items():
        lines += ["", f"{name}{_shape(value)}", *_indented(value)]
    for name, meaning in demo.conventions.items():
        lines += ["", f"{name}: {one_line_of(meaning, language)}"]
    for step in steps:
        lines += ["", *_step_lines(step, numbers[step.name], demo, language)]
    return lines


def _step_lines(step: Step, number: int, demo: Demo, language: Language) -> list[str]:
    from tutor.maths import one_line

    formula = f"{step.symbol} = {one_line(step.formula)}"
    lines = [f"{number}. {step.name}: {formula}", f"   {step.symbol}{_shape(step.value)}"]
    lines += _indented(step.value)
    return lines + prose(demo.whys.get(step.name, ""), language)


def _shape(value: object) -> str:
    shape = _shape_of(value)
    return " " + "×".join(map(str, shape)) if shape else ""


def _shape_of(value: object) -> tuple[int, ...]:
    if isinstance(value, list | tuple):
        return (len(value), *_shape_of(value[0])) if value else (0,)
    found: tuple[int, ...] = getattr(value, "shape", ())
    return found


def _indented(value: object) -> list[str]:
    if isinstance(value, str | bool):
        return [f"   {value}"]
    from tutor.numbers import matrix_lines

    return [f"   {line}" for line in matrix_lines(value)]
