"""A live question as it is being answered: its words, what explains a wrong answer, its demo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tutor.core.cards import Live
from tutor.core.live import Cause, Diagnosis, Explanation, Numbers
from tutor.core.study import Question, Skipped, Verdict
from tutor.core.text import LANGUAGES, Language, Words
from tutor.demo import Demo, DemoError
from tutor.trace.tree import Address
from tutor.words.live_verdicts import LiveVerdict, explanation_lines, live_verdict, skipped_lines
from tutor.words.questions import LiveQuestion, Quantity, filled, live_hint, live_question

if TYPE_CHECKING:
    from tutor.demo.tracing import Explained, Run
    from tutor.ui.player.state import Opening

_FURTHEST = 200
"""So many cells behind the asked one are looked at, to find an operation among them."""


class LiveTurn:
    """One question with numbers of its own; whatever runs its demo may raise DemoError.

    `picked` is the explanation that the learner took of several, None while none is.
    """

    def __init__(self, question: Question, demo: Demo) -> None:
        assert question.numbers is not None
        self.question = question
        self.numbers: Numbers = question.numbers
        self.demo = demo
        self.verdict: Verdict | None = None
        self.explanations: tuple[Explanation, ...] = ()
        self.skipped: Skipped | None = None
        self.picked: int | None = None
        self._words: dict[Language, LiveQuestion] = {}
        self._told: dict[Language, LiveVerdict] = {}

    # Words.

    def words(self, language: Language) -> LiveQuestion:
        """The question in words."""
        if language not in self._words:
            self._words[language] = live_question(self.question, self.demo, language)
        return self._words[language]

    def told(self, language: Language) -> LiveVerdict:
        """The verdict in words."""
        assert self.verdict is not None
        if language not in self._told:
            self._told[language] = live_verdict(self.verdict, self.question, self.demo, language)
        return self._told[language]

    def hint(self, language: Language) -> str:
        """The author's hint, else one made from the step."""
        card = self.question.item.card
        if card.hint and self._is_its_own:
            return filled(card.hint, self.question, self.demo, language)
        return live_hint(self.question, self.demo, language)

    def because(self, language: Language) -> str:
        """What the author says after the answer; of a walk-through, at its end."""
        is_over = self.skipped is not None or (self.verdict is not None and self.verdict.report)
        if not self._is_its_own and not is_over:
            return ""
        return filled(self.question.item.card.because, self.question, self.demo, language)

    @property
    def _is_its_own(self) -> bool:
        """Whether the step has a card of its own, not only the walk-through's."""
        card = self.question.item.card
        return not isinstance(card, Live) or len(card.live) == 1

    def values(self) -> list[Quantity]:
        """The steps of a walk-through that was left early."""
        from tutor.words.scene import Scene

        if self.skipped is None:
            return []
        scene = Scene.of(self.question, self.demo)
        return [
            Quantity(symbol=scene.symbol(name), name=name, value=value)
            for name, value in self.skipped.values.items()
        ]

    def skipped_lines(self, language: Language) -> list[str]:
        """How a walk-through went that was left early."""
        if self.skipped is None:
            return []
        return skipped_lines(self.skipped, self.question, self.demo, language)

    # What explains a wrong answer.

    def judged(self, verdict: Verdict) -> None:
        """The question was answered; what may explain the answer and is said alike is one thing."""
        self.verdict = verdict
        found: dict[tuple[str, ...], Explanation] = {}
        for explanation in verdict.diagnosis.explanations if verdict.diagnosis else ():
            found.setdefault(tuple(self._lines(explanation, "en")), explanation)
        self.explanations = tuple(found.values())

    def options(self, language: Language) -> list[str]:
        """What the learner may choose from; nothing unless several things explain the answer."""
        if len(self.explanations) < 2:
            return []
        return [" ".join(self._lines(one, language)) for one in self.explanations]

    def pick(self, number: int) -> bool:
        """Take one of several explanations; False where there is no choice."""
        if len(self.explanations) < 2:
            return False
        self.picked = number % len(self.explanations)
        return True

    def pick_by(self, by: int) -> bool:
        """Take the next explanation, or the one before."""
        if self.picked is None:
            return self.pick(0 if by > 0 else -1)
        return self.pick(self.picked + by)

    @property
    def explanation(self) -> Explanation | None:
        """The only explanation, or the one that was picked."""
        if len(self.explanations) == 1:
            return self.explanations[0]
        return None if self.picked is None else self.explanations[self.picked]

    def _lines(self, explanation: Explanation, language: Language) -> list[str]:
        assert self.verdict is not None
        assert self.verdict.diagnosis is not None
        right = self.verdict.diagnosis.right
        return explanation_lines(Diagnosis(explanations=(explanation,), right=right), language)

    # The demo.

    def arithmetic(self) -> tuple[Explained, str] | None:
        """How a cell comes about where it went wrong, and the part of that to be pointed at.

        That is the first wrong cell, or what is behind it at the step of the explanation.
        """
        from tutor.live.judging import right_run

        diagnosis = self.verdict.diagnosis if self.verdict else None
        if diagnosis is None or diagnosis.first is None:
            return None
        try:
            run = right_run(self.demo, self.numbers)
        except DemoError:
            return None
        cell = run.cell(Address(self.numbers.step, diagnosis.first))
        explanation = self.explanation
        if explanation is None:
            return cell, ""
        start = run.cell(Address(self.numbers.step, self.numbers.cells[0]))
        behind = list(_behind(run, (cell, start), explanation.step))
        for found in behind:
            if explanation.operation and explanation.operation in found.symbols:
                return found, explanation.operation
        return (behind or [cell])[0], ""

    def opening(self) -> Opening:
        """How the demo opens from here: on these numbers, along the wrong path if one is known."""
        numbers = self.numbers
        opening: Opening = {
            "inputs": {**numbers.inputs, **numbers.arguments},
            "given": numbers.given,
            "step": numbers.step,
            "until": self._last_to_show(),
        }
        diagnosis = self.verdict.diagnosis if self.verdict else None
        cells = numbers.cells[:1] if diagnosis is None else (diagnosis.first,)
        for cell in cells:
            if cell is not None:
                opening["cell"] = f"{numbers.step}[{','.join(map(str, cell))}]" if cell else ""
        explanation = self.explanation
        if explanation is not None and explanation.cause is Cause.TRAP:
            opening["trap"] = explanation.trap
        elif explanation is not None and explanation.cause is Cause.EDIT:
            self._follow(opening, explanation)
        return opening

    def _follow(self, opening: Opening, explanation: Explanation) -> None:
        from tutor.live.judging import wrong_run

        said = {language: " ".join(self._lines(explanation, language)) for language in LANGUAGES}
        try:
            wrong = wrong_run(self.demo, self.numbers, explanation)
        except DemoError:
            return
        opening["wrong"] = (wrong, Words(**said))

    def _last_to_show(self) -> str:
        """The step after which the demo would tell what is still to be asked; empty if nothing."""
        walk = self.question.walk
        if walk is None or self.skipped is not None or (self.verdict and self.verdict.report):
            return ""
        return walk.at


def _behind(run: Run, cells: Sequence[Explained], step: str) -> Iterator[Explained]:
    """These cells, and from the last of them back those of a step, the nearest first."""
    yield from (cell for cell in cells if cell.at.name == step)
    waiting, met = list(cells[-1:]), set[Address]()
    while waiting and len(met) < _FURTHEST:
        for operand in waiting.pop(0).operands:
            if operand not in met:
                met.add(operand)
                waiting.append(run.cell(operand))
                if operand.name == step:
                    yield waiting[-1]
