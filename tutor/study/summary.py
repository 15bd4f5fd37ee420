"""What a study day came to: what was learnt, what slipped, what held."""

from collections import Counter
from collections.abc import Sequence

from tutor.core.cards import CardKey
from tutor.core.log import Grade, LogRow, Phase
from tutor.core.study import DaySummary, Tomorrow


def summary(answers: Sequence[LogRow], tomorrow: Tomorrow) -> DaySummary:
    """The summary of one study day's answers that stand, in the order of the log."""
    begun: dict[CardKey, None] = {}
    slipped: dict[CardKey, None] = {}
    last: dict[CardKey, Grade] = {}
    grades: Counter[Grade] = Counter()
    held = 0
    seconds = 0.0
    for row in answers:
        if row.grade is None:
            continue
        again = row.grade is Grade.AGAIN
        last[row.card] = row.grade
        grades[row.grade] += 1
        match row.payload.get("phase"):
            case "new":
                begun[row.card] = None
            case Phase.REVIEW if again:
                slipped[row.card] = None
            case Phase.REVIEW:
                held += 1
        taken = row.payload.get("seconds")
        seconds += taken if isinstance(taken, int | float) else 0
    return DaySummary(
        answers=grades.total(),
        learnt=tuple(card for card in begun if last[card] is not Grade.AGAIN),
        slipped=tuple(slipped),
        held=held,
        seconds=seconds,
        by_grade={grade: grades[grade] for grade in Grade},
        tomorrow=tomorrow,
    )
