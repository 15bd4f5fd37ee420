"""The score of a quiz: what each answer is worth, and what they come to by concept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tutor.core.cards import Concept, ConceptId
from tutor.core.log import Grade
from tutor.core.study import Given, Question, Verdict

_HALF: Final = 0.5
_CREDITS: Final = {Grade.AGAIN: 0.0, Grade.HARD: _HALF, Grade.GOOD: 1.0, Grade.EASY: 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question of a quiz with what was answered; `credit` is the share that was right, 0 to 1.

    A card that one only recalls has no verdict, but the learner's `grade`: Good and Easy are right,
    Hard is half. With a hint no answer is more than half right.
    """

    question: Question
    credit: float
    given: Given | None = None
    verdict: Verdict | None = None
    grade: Grade | None = None

    @property
    def right(self) -> bool:
        """Whether all of it was right."""
        return self.credit >= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How the questions of one concept went: how many, how many of them all right, their share."""

    concept: Concept
    asked: int
    right: int
    share: float


@dataclass(frozen=True, slots=True)
class Results:
    """What a quiz came to."""

    answered: tuple[Answered, ...]

    @property
    def right(self) -> int:
        """How many questions were answered all right."""
        return sum(one.right for one in self.answered)

    @property
    def share(self) -> float:
        """The share of all questions that was right, partial credit counted, 0 to 1."""
        return _share(self.answered)

    @property
    def wrong(self) -> tuple[Answered, ...]:
        """What was not all right, in the order in which it was asked."""
        return tuple(one for one in self.answered if not one.right)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """The score of each concept, the weakest first."""
        found: dict[ConceptId, list[Answered]] = {}
        for one in self.answered:
            found.setdefault(one.question.concept.id, []).append(one)
        tallies = [
            Tally(
                concept=ones[0].question.concept,
                asked=len(ones),
                right=sum(one.right for one in ones),
                share=_share(ones),
            )
            for ones in found.values()
        ]
        return tuple(sorted(tallies, key=lambda tally: tally.share))


def credit_of(worth: float | Grade, *, hinted: bool) -> float:
    """The credit for a verdict's score or for a grade of one's own."""
    credit = _CREDITS[worth] if isinstance(worth, Grade) else worth
    return min(credit, _HALF) if hinted else credit


def _share(answered: Sequence[Answered]) -> float:
    return sum(one.credit for one in answered) / len(answered) if answered else 0.0
