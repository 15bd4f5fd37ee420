"""A learner who follows a script: knows most answers, slips where a real one would, takes time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tutor.core.cards import (
    CardKey,
    Choices,
    Claim,
    Cloze,
    Formula,
    Live,
    Number,
    Order,
    Pairs,
    Recall,
    Typed,
    kind_of,
)
from tutor.core.cloze import gaps_only
from tutor.core.log import Grade
from tutor.core.study import Arranged, DayDone, Given, Lesson, Question, Unreadable, Verdict
from tutor.core.text import Language, Text, in_language
from tutor.live.asking import exposes, trap_answer
from tutor.study import Study

SECONDS = {
    "answer": 10,
    "accept": 10,
    "cloze": 12,
    "choices": 10,
    "order": 20,
    "pairs": 20,
    "claim": 7,
    "number": 15,
    "live": 30,
    "formula": 25,
}
"""How long an answer takes, by the kind of card; a lesson takes two minutes."""
LESSON_SECONDS = 120
FORGETS_NEW, FORGETS_KNOWN = 0.2, 0.08


@dataclass
class Calendar:
    """A clock that goes on with what the learner does, in the zone where the learner is."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def go(self, seconds: float) -> None:
        """Let time pass."""
        self.now = (self.now.astimezone(ZoneInfo("UTC")) + timedelta(seconds=seconds)).astimezone(
            self.now.tzinfo
        )

    def wake(self, hour: int) -> None:
        """The next morning, at this hour."""
        self.now = (self.now + timedelta(days=1)).replace(hour=hour, minute=0, second=0)

    def fly(self, zone: str) -> None:
        """The same moment in another zone."""
        self.now = self.now.astimezone(ZoneInfo(zone))


@dataclass
class Learner:
    """Answers questions of any kind, rightly or, at times, as somebody who has misunderstood."""

    language: Language
    chance: Random = field(default_factory=lambda: Random(11))
    fallen: list[CardKey] = field(default_factory=list)

    def knows(self, question: Question) -> bool:
        """Whether this answer will be right; what was just missed is known the next time."""
        if self.fallen and self.fallen[-1] == question.item.key:
            return True
        slip = FORGETS_KNOWN if question.phase else FORGETS_NEW
        return self.chance.random() >= slip

    def seconds(self, question: Question) -> float:
        """How long the answer takes."""
        return SECONDS[kind_of(question.item.card)]

    def answer(self, study: Study, question: Question, *, right: bool) -> Verdict | None:
        """Answer on the study itself; None where the learner graded."""
        key = question.item.key
        if not right:
            self.fallen.append(key)
        if isinstance(question.item.card, Recall):
            study.grade(question, Grade.GOOD if right else Grade.AGAIN)
            return None
        given = self.right(question) if right else self.wrong(study, question)
        found = study.answer(question, given, seconds=self.seconds(question))
        assert not isinstance(found, Unreadable), (key, given, found)
        # In a walk-through a wrong way may be the right one from an earlier mistake.
        assert found.right is right or question.walk, (key, given, found)
        return found

    def right(self, question: Question) -> Given:
        """The right answer."""
        match question.item.card:
            case Typed(accept=accepted):
                return (self._tell(accepted[0]),)
            case Cloze(cloze=text):
                return tuple(
                    self._tell(gap.text) for gap in gaps_only(in_language(text, self.language))
                )
            case Choices(choices=listed):
                return frozenset(place for place, choice in enumerate(listed) if choice.right)
            case Order(order=lines):
                return Arranged(tuple(range(len(lines))))
            case Pairs(pairs=listed):
                return Arranged(tuple(range(len(listed))))
            case Claim(holds=holds):
                return holds
            case Number(number=number):
                return (number,)
            case Formula(formula=target):
                return (FORMULAS[target],)
            case Live():
                assert question.numbers is not None
                return (", ".join(f"{cell:.6g}" for cell in question.numbers.key),)
        raise TypeError(question.item.card)

    def wrong(self, study: Study, question: Question) -> Given:
        """A wrong answer: of a live card that of a trap, else something that was mixed up."""
        match question.item.card:
            case Cloze(cloze=text):
                return tuple("?" for _ in gaps_only(in_language(text, self.language)))
            case Choices(choices=listed):
                return frozenset([next(n for n, choice in enumerate(listed) if not choice.right)])
            case Order(order=lines):
                return Arranged((1, 0, *range(2, len(lines))))
            case Pairs(pairs=listed):
                return Arranged((1, 0, *range(2, len(listed))))
            case Claim(holds=holds):
                return not holds
            case Number():
                return ("12345",)
            case Live():
                return (self._trapped(study, question),)
        return ("",)

    def _trapped(self, study: Study, question: Question) -> str:
        assert question.numbers is not None
        demo = study.demo(question.numbers.demo)
        for trap in demo.traps:
            wrong = trap_answer(demo, question.numbers, trap)
            if wrong is not None and exposes(demo, question.numbers, trap):
                return ", ".join(f"{cell:.6g}" for cell in wrong)
        return ""

    def _tell(self, text: Text) -> str:
        told = in_language(text, self.language)
        if "$" not in told:
            return told
        from tutor.maths import plain_text

        return plain_text(told)


def sit(study: Study, learner: Learner, calendar: Calendar, *, most: int = 10_000) -> list[CardKey]:
    """Go through the day, or so many questions of it; the cards in the order of their answers."""
    asked: list[CardKey] = []
    while len(asked) < most:
        match study.next():
            case Lesson() as lesson:
                calendar.go(LESSON_SECONDS)
                study.read(lesson)
            case Question() as question:
                right = learner.knows(question)
                calendar.go(learner.seconds(question))
                learner.answer(study, question, right=right)
                asked.append(question.item.key)
            case DayDone():
                break
    return asked


FORMULAS = {
    "softmax_cross_entropy.probabilities": "exp(z) / sum(exp(z))",
    "rnn_step.hidden": "tanh(a)",
    "lstm_gates.cell": "f * c_prev + i * tanh(a_c)",
    "conv_parameters.parameters": "(k**2 * c_in + 1) * c_out",
    "conv_output_size.size": "floor((n + 2*p - k) / s) + 1",
    "dilated_output_size.span": "d * (k - 1) + 1",
    "attend.scaled": "scores / sqrt(d_k)",
    "contextual_embedding.cosine": "sum(contextual[0] * contextual[1]) / (lengths[0] * lengths[1])",
    "masked_lm_counts.fates": "rate * n * shares",
}
"""What the learner types for each step whose formula is asked."""
