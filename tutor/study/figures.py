"""Figures over the log."""

from collections import Counter
from collections.abc import Mapping

from tutor.core.log import Grade
from tutor.core.study import Statistics


def statistics(
    answers: Mapping[tuple[int, int, bool], int], today: int, *, cards: int, seen: int
) -> Statistics:
    """The figures of the answers that stand, counted by study day, grade and whether a review.

    `today` is the study day.
    """
    grades: Counter[int] = Counter()
    days: Counter[int] = Counter()
    reviews = recalled = 0
    for (day, grade, review), count in answers.items():
        grades[grade] += count
        days[day] += count
        if review:
            reviews += count
            recalled += count if grade != Grade.AGAIN else 0
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
