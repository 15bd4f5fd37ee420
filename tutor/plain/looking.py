"""The demo behind a question in lines of text, with its numbers and where an answer left them."""

from typing import TYPE_CHECKING

from tutor.core.live import Numbers
from tutor.core.study import Question, Verdict
from tutor.core.text import Language
from tutor.demo import Demo, DemoError
from tutor.plain.demo import Difference, demo_lines, difference_at
from tutor.trace.tree import Address

if TYPE_CHECKING:
    from tutor.demo import Run


def looked_into(
    question: Question, verdict: Verdict | None, demo: Demo, language: Language
) -> list[str]:
    """The steps of a demo: of a live question up to what it asks, with one cell explained.

    The cell is the first that was answered wrongly. Where one thing explains a wrong answer, it is
    said where that first differs. Of another question the demo's first example is shown. Raises
    DemoError where the demo cannot be run.
    """
    if question.numbers is None:
        return _example(demo, language)
    from tutor.live.judging import right_run

    numbers = question.numbers
    run = right_run(demo, numbers)
    first = numbers.cells[0] if numbers.cells else ()
    if verdict is not None and verdict.diagnosis is not None:
        first = first if verdict.diagnosis.first is None else verdict.diagnosis.first
    places = {step.name: number for number, step in enumerate(run.steps, 1)}
    return demo_lines(
        demo,
        [step for step in run.steps if places[step.name] <= places[numbers.step]],
        places,
        {**run.inputs, **run.conventions},
        language,
        difference=_difference(demo, numbers, run, verdict),
        cell=run.cell(Address(numbers.step, first)),
    )


def _example(demo: Demo, language: Language) -> list[str]:
    from tutor.demo import run
    from tutor.demo.arguments import arrays

    inputs = demo.examples[0].inputs if demo.examples else {}
    steps = run(demo.function, inputs)
    places = {step.name: number for number, step in enumerate(steps, 1)}
    return demo_lines(demo, steps, places, arrays(demo.function, inputs), language)


def _difference(
    demo: Demo, numbers: Numbers, right: "Run", verdict: Verdict | None
) -> Difference | None:
    """Where the one way to a wrong answer that is known leaves the right one."""
    found = verdict.diagnosis.explanations if verdict is not None and verdict.diagnosis else ()
    if len(found) != 1:
        return None
    from tutor.live.judging import wrong_run
    from tutor.live.traps import first_difference

    try:
        wrong = wrong_run(demo, numbers, found[0])
        at = first_difference(right, wrong)
        return None if at is None else difference_at(at, right, wrong)
    except (DemoError, ValueError):
        return None
