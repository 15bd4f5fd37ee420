"""A card's history in lines of text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from tutor.core.cards import AnyCard
from tutor.core.log import LogRow
from tutor.core.text import Language
from tutor.plain.prose import one_line_of
from tutor.study.replay import past_question
from tutor.words import date_and_time, grade_name, say
from tutor.words.given import given_text

if TYPE_CHECKING:
    from tutor.demo import Demo


def history_lines(
    row: LogRow, card: AnyCard | None, demo: Callable[[str], Demo | None], language: Language
) -> list[str]:
    """One row: when, what, what was answered; below it a live question of the past in words.

    `demo` opens a demo, None where it cannot any more; `card` is None for one that is gone.
    """
    zone = timezone(timedelta(minutes=row.offset))
    what = say(f"row.{row.kind.value}", language)
    if row.grade is not None:
        what = grade_name(row.grade, language)
    given = one_line_of(given_text(row, card, language), language)
    head = f"  {date_and_time(row.at, zone)}  {what}"
    return [f"{head}  {given}" if given else head, *_past(row, card, demo, language)]


def _past(
    row: LogRow, card: AnyCard | None, demo: Callable[[str], Demo | None], language: Language
) -> list[str]:
    numbers = past_question(row)
    if numbers is None:
        return []
    from tutor.words.past import past_lines

    told = past_lines(row, card, demo(numbers.demo), language)
    return [f"    {one_line_of(line, language)}" for line in told]
