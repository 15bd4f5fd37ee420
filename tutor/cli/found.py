"""What `tutor check` tells the author of a demo beyond its faults, as lines and as an object."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tutor.cli.context import Context

if TYPE_CHECKING:
    from tutor.packs.findings import Answer, Finding, StepFinding

_MANY = 100
"""Of an answer longer than this only the beginning is shown."""


def found_lines(found: "Sequence[Finding]", context: Context) -> Iterator[str]:
    """A short report for each demo."""
    for finding in found:
        yield ""
        yield f"{finding.demo.name}  {finding.demo.file}"
        for step in finding.steps:
            yield from _step_lines(finding, step, context)


def found_objects(found: "Sequence[Finding]", context: Context) -> list[dict[str, object]]:
    """The same for programs."""
    return [
        {
            "demo": finding.demo.name,
            "file": str(finding.demo.file),
            "steps": [_step_object(finding, step, context) for step in finding.steps],
        }
        for finding in found
    ]


def _step_lines(finding: "Finding", step: "StepFinding", context: Context) -> Iterator[str]:
    cards = ", ".join(step.cards) or context.say("found.no_card")
    yield f"  {step.step}  ({cards})"
    silent = step.tried - step.named - step.offered
    if step.tried:
        counts = {"n": step.tried, "named": step.named, "offered": step.offered, "silent": silent}
        yield "    " + context.say("found.slips", **counts)
    for name, times in step.traps.items():
        yield "    " + context.say("found.trap", trap=name, times=times, draws=step.draws)
    for line in _asked(finding, step, context):
        yield f"    | {line}".rstrip()
    yield "    " + context.say("found.right", key=_short(step.key))
    for answer in step.answers:
        said = " ".join(_said(answer, context))
        yield "    " + context.say("found.wrong", typed=_short(answer.typed), said=said)


def _step_object(finding: "Finding", step: "StepFinding", context: Context) -> dict[str, object]:
    silent = step.tried - step.named - step.offered
    return {
        "step": step.step,
        "cards": list(step.cards),
        "slips": {"named": step.named, "offered": step.offered, "silent": silent},
        "traps": [
            {"id": name, "exposed": times, "draws": step.draws}
            for name, times in step.traps.items()
        ],
        "question": _asked(finding, step, context),
        "key": step.key,
        "answers": [
            {"typed": answer.typed, "said": _said(answer, context)} for answer in step.answers
        ],
    }


def _asked(finding: "Finding", step: "StepFinding", context: Context) -> list[str]:
    """The question as a learner is asked it."""
    from tutor.core.study import Question
    from tutor.plain.live import live_lines
    from tutor.words.questions import live_question

    question = Question(step.item, step.concept, None, (), {}, step.numbers)
    return live_lines(live_question(question, finding.demo, context.language), context.language)


def _said(answer: "Answer", context: Context) -> list[str]:
    """What a learner would be told."""
    from tutor.plain.prose import prose
    from tutor.words.live_verdicts import explanation_lines

    lines = explanation_lines(answer.diagnosis, context.language, answer.typed)
    return [line for text in lines for line in prose(text, context.language) if line]


def _short(text: str) -> str:
    return text if len(text) <= _MANY else f"{text[:_MANY]} …"
