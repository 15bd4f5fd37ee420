"""Figures over the log."""

from collections import Counter
from collections.abc import Iterable

from tutor.core.log import Grade, LogRow, Phase
from tutor.core.study import Statistics
from tutor.study.fold import moment_of_row


def statistics(answers: Iterable[LogRow], today: int, *, cards: int, seen: int) -> Statistics:
    """The figures of the answers that stand; `today` is the study day."""
    grades: Counter[Grade] = Counter()
    days: Counter[int] = Counter()
    reviews = recalled = 0
    for row in answers:
        if row.grade is None:
            continue
        grades[row.grade] += 1
        days[moment_of_row(row).day] += 1
        if row.payload.get("phase") == Phase.REVIEW:
            reviews += 1
            recalled += row.grade is not Grade.AGAIN
    return Statistics(
        reviews=grades.total(),
        reviews_today=days[today],
        retention=recalled / reviews if reviews else None,
        streak=_streak(days, today),
        cards=cards,
        seen=seen,
        by_grade={grade: grades[grade] for grade in Grade},
    )


def _streak(days: Counter[int], today: int) -> int:
    last = today if days[today] else today - 1
    streak = 0
    while days[last - streak]:
        streak += 1
    return streak
