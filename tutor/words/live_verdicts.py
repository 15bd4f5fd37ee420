"""What is said after a live answer: how right it was, what explains it, what is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tutor.core.cards import Formula
from tutor.core.live import Diagnosis, Explanation
from tutor.core.study import Carried, Mark, Question, Report, Skipped, Verdict
from tutor.core.text import Language, in_language
from tutor.words.beside import Beside, beside
from tutor.words.diagnosis import diagnosis_lines
from tutor.words.notation import DIGITS_OF_EXACT, typed_text
from tutor.words.say import say

if TYPE_CHECKING:
    from tutor.demo import Demo

_NUMBERED: Final = 4
"""So many explanations of one answer are counted in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveVerdict:
    """A verdict on a live answer in words; what is empty is not to be said.

    `headline` is the verdict in one line. `read_as` says how the answer was understood where that
    is not plain. `because` explains a wrong answer, a line each, in Markdown; `operation` is the
    formula's part to be pointed at. `beside` sets yours beside right, else `right` says what is
    right. `exact` gives the right value in more digits. `carried` speaks of an error carried
    forward, and `report` ends a walk-through.
    """

    headline: str
    read_as: str = ""
    because: tuple[str, ...] = ()
    operation: str = ""
    beside: Beside | None = None
    right: str = ""
    exact: str = ""
    carried: tuple[str, ...] = ()
    report: tuple[str, ...] = ()


def live_verdict(
    verdict: Verdict, question: Question, demo: Demo, language: Language
) -> LiveVerdict:
    """The verdict on an answer to a live or formula card, in words."""
    diagnosis = verdict.diagnosis
    given = typed_text(verdict.typed, 4) if verdict.typed is not None else ""
    because = explanation_lines(diagnosis, language, given) if diagnosis else []
    found = diagnosis.explanations if diagnosis else ()
    both = beside(verdict, question.numbers) if question.numbers else None
    return LiveVerdict(
        headline=headline(verdict, language),
        read_as=_read_as(verdict, language),
        because=tuple(because),
        operation=found[0].operation if len(found) == 1 else "",
        beside=both if question.numbers and question.numbers.shape else None,
        right=_right(verdict, question, language),
        exact=_exact(verdict, language),
        carried=_carried(verdict, language),
        report=tuple(report_lines(verdict.report, question, demo, language)),
    )


def headline(verdict: Verdict, language: Language) -> str:
    """A live verdict in one line."""
    if verdict.carried is Carried.METHOD:
        return say("live.verdict.method", language)
    if verdict.carried is Carried.IDLE:
        return say("live.verdict.idle", language)
    if verdict.right:
        rounding = any(part.mark is Mark.ROUNDING for part in verdict.parts)
        return say("verdict.right_but_rounding" if rounding else "verdict.right", language)
    cells = verdict.diagnosis.right if verdict.diagnosis else ()
    if verdict.score > 0 and len(cells) > 1:
        return say("live.verdict.some", language, right=sum(cells), n=len(cells))
    return say("verdict.wrong", language)


def explanation_lines(diagnosis: Diagnosis, language: Language, given: str = "") -> list[str]:
    """What may have led to the answer; of several things none is asserted.

    A line each, Markdown with TeX. `given` is the number that was typed.
    """
    found = diagnosis.explanations
    if not any(explanation.say for explanation in found):
        return diagnosis_lines(diagnosis, language)
    told = list(dict.fromkeys(_alone(each, diagnosis, language) for each in found))
    if len(told) == 1:
        return told if found[0].sure else [_perhaps(told[0], given, language)]
    lines = [say("live.explained.tie", language)]
    for number, said in enumerate(told):
        place = number if number < _NUMBERED else "more"
        lines.append(say(f"live.explained.{place}", language, said=said))
    return lines


def _perhaps(said: str, given: str, language: Language) -> str:
    """An explanation of a number that is easily met by chance: said, not asserted."""
    if not given:
        return say("live.explained.perhaps_this", language, said=said)
    return say("live.explained.perhaps", language, given=given, said=said)


def _alone(explanation: Explanation, diagnosis: Diagnosis, language: Language) -> str:
    if explanation.say:
        return in_language(explanation.say, language)
    only = Diagnosis(explanations=(explanation,), right=diagnosis.right, first=diagnosis.first)
    return " ".join(diagnosis_lines(only, language))


def report_lines(report: Report, question: Question, demo: Demo, language: Language) -> list[str]:
    """How each step of a walk-through went, and what that comes to; none where it is not over."""
    if not report:
        return []
    symbols = _symbols(question, demo)
    lines = [
        say(f"live.report.{carried.value}", language, step=f"${symbols.get(step, step)}$")
        for step, carried in report
    ]
    answered = [c for _, c in report if c not in (Carried.SHOWN, Carried.SKIPPED, Carried.IDLE)]
    faults = answered.count(Carried.WRONG)
    if not answered:
        lines.append(say("live.report.none", language))
    elif len(answered) == 1:
        pass  # its own line has said it all
    elif all(carried is Carried.RIGHT for carried in answered):
        lines.append(say("live.report.faultless", language, n=len(answered)))
    else:
        details = {"n": len(answered), "faults": faults, "method": len(answered) - faults}
        lines.append(say("live.report.faults", language, **details))
    return lines


def skipped_lines(
    skipped: Skipped, question: Question, demo: Demo, language: Language
) -> list[str]:
    """What a walk-through that was left early says at its end."""
    return report_lines(skipped.report, question, demo, language)


def _symbols(question: Question, demo: Demo) -> dict[str, str]:
    from tutor.words.scene import Scene

    return {name: step.symbol for name, step in Scene.of(question, demo).steps.items()}


def _read_as(verdict: Verdict, language: Language) -> str:
    """How the answer was read, where that is not plain from what was typed."""
    return say("live.verdict.read_as", language, given=f"`{verdict.echo}`") if verdict.echo else ""


def _right(verdict: Verdict, question: Question, language: Language) -> str:
    """What is right, where no table shows it."""
    if verdict.right or not verdict.parts:
        return ""
    part = verdict.parts[0]
    right = in_language(part.right, language)
    if isinstance(question.item.card, Formula):
        return say("live.verdict.formula", language, right=right)
    if verdict.typed is None or question.numbers is None or verdict.exact is None:
        value = typed_text(verdict.exact, 4) if verdict.exact is not None else right
        return say("live.verdict.given_up", language, right=value)
    if question.numbers.shape:
        return ""
    both = beside(verdict, question.numbers)
    assert both is not None
    (mine,), (other,) = both.yours[0], both.right[0]
    return say("verdict.whole.wrong", language, given=mine.strip(), right=other.strip())


def _exact(verdict: Verdict, language: Language) -> str:
    """The right value to more digits than are asked, where it has them."""
    if verdict.exact is None:
        return ""
    exact = typed_text(verdict.exact, DIGITS_OF_EXACT)
    if exact == typed_text(verdict.exact, 4):
        return ""
    return say("live.verdict.more_exactly", language, value=exact)


def _carried(verdict: Verdict, language: Language) -> tuple[str, ...]:
    if verdict.carried is not Carried.METHOD:
        return ()
    lines = [say("live.carried.method", language)]
    if verdict.exact is not None:
        value = typed_text(verdict.exact, 4)
        lines.append(say("live.carried.right_is", language, value=value))
    return tuple(lines)
