"""A card as it was last asked: its question, what was answered, and the verdict on that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tutor.core.cards import (
    AnyCard,
    Choices,
    Claim,
    Cloze,
    Concept,
    Formula,
    Item,
    Live,
    Number,
    Order,
    Pairs,
    Recall,
    Typed,
)
from tutor.core.cloze import gaps_only
from tutor.core.live import Numbers
from tutor.core.log import Grade, LogRow, RowKind
from tutor.core.study import Arranged, Carried, Given, Question, Unreadable, Verdict
from tutor.core.text import Language, in_language
from tutor.study.judge import judge
from tutor.study.replay import past_question

if TYPE_CHECKING:
    from tutor.demo import Demo


@dataclass(frozen=True, slots=True)
class LookedBack:
    """A question of the past; without an answer of the learner's (`row`), the right one instead.

    `verdict` is None where nothing can be judged: a card that one grades oneself, or a live one
    without numbers.
    """

    question: Question
    given: Given | None
    verdict: Verdict | None
    row: LogRow | None


def last_answer(rows: Sequence[LogRow], *, slipped: bool = False) -> LogRow | None:
    """The last answer among a card's rows; with `slipped` the last that forgot it, if one did."""
    answers = [row for row in rows if row.kind is RowKind.ANSWER]
    forgot = [row for row in answers if slipped and row.grade is Grade.AGAIN]
    found = forgot or answers
    return found[-1] if found else None


def look_back(
    item: Item,
    concept: Concept,
    row: LogRow | None,
    demo: Callable[[str], Demo],
    language: Language,
) -> LookedBack:
    """The question that `row` answered, judged again; where that cannot be, the right answer.

    `demo` opens the demo of a live card; where that has changed too much, the numbers are left out.
    """
    numbers = past_question(row) if row is not None else None
    given = given_of(row, item.card) if row is not None else None
    question = Question(item, concept, None, _order(item.card, given), {}, numbers=numbers)
    verdict = None
    if row is not None and given is not None and row.payload.get("carried") != Carried.METHOD:
        verdict = _judged(item.card, given, numbers, demo, language)
    if verdict is None and not isinstance(item.card, Recall | Live | Formula):
        row, given = None, right_of(item.card, language)
        question = replace(question, order=_order(item.card, given))
        verdict = _judged(item.card, given, None, demo, language) if given is not None else None
    return LookedBack(question, given, verdict, row)


def given_of(row: LogRow, card: AnyCard) -> Given | None:
    """What a row's answer gave, None where it keeps nothing that makes sense for the card."""
    given = row.payload.get("given")
    if not isinstance(given, list | tuple) or not given:
        return None
    match card:
        case Claim():
            return given[0] if isinstance(given[0], bool) else None
        case Choices(choices=parts):
            return frozenset(given) if _are_places(given, range(len(parts))) else None
        case Order(order=parts):
            whole = _are_places(given, range(len(parts))) and len(set(given)) == len(parts)
            return Arranged(tuple(given)) if whole and len(given) == len(parts) else None
        case Pairs(pairs=parts):
            whole = _are_places(given, range(-1, len(parts))) and len(given) == len(parts)
            return Arranged(tuple(given)) if whole else None
        case Recall():
            return None
        case Cloze():
            return tuple(map(str, given))
        case _:
            return (str(given[0]),) if len(given) == 1 else None


def _are_places(given: Sequence[object], places: range) -> bool:
    """Whether all of it is whole numbers of that range, as a log keeps places."""
    return all(type(place) is int and place in places for place in given)


def right_of(card: AnyCard, language: Language) -> Given | None:
    """The right answer to a card that has one; None for what is recalled or drawn anew."""
    match card:
        case Typed(accept=accept):
            return (in_language(accept[0], language),)
        case Cloze(cloze=text):
            return tuple(gap.text for gap in gaps_only(in_language(text, language)))
        case Choices(choices=choices):
            return frozenset(index for index, choice in enumerate(choices) if choice.right)
        case Order(order=parts) | Pairs(pairs=parts):
            return Arranged(tuple(range(len(parts))))
        case Claim(holds=holds):
            return holds
        case Number(number=number):
            return (number,)
        case _:
            return None


def _order(card: AnyCard, given: Given | None) -> tuple[int, ...]:
    """Lines as they were put; anything else as its file has it."""
    return given.places if isinstance(card, Order) and isinstance(given, Arranged) else ()


def _judged(
    card: AnyCard,
    given: Given,
    numbers: Numbers | None,
    demo: Callable[[str], Demo],
    language: Language,
) -> Verdict | None:
    if not isinstance(card, Live | Formula):
        found = judge(card, given, language)
        return None if isinstance(found, Unreadable) else found
    from tutor.study.live_verdict import judge_live

    if numbers is None or not isinstance(given, tuple):
        return None
    try:
        found = judge_live(demo(numbers.demo), card, numbers, given[0])
    # The demo may have become anything since; then there is no verdict to repeat.
    except Exception:
        return None
    return None if isinstance(found, Unreadable) else found
