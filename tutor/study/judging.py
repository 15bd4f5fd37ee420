"""Judging the answer to a question of any kind, and what of it the log keeps."""

from __future__ import annotations

from typing import Any

from tutor.core.study import Arranged, Given, Question, Unreadable, Verdict
from tutor.core.text import Language
from tutor.study.judge import judge
from tutor.study.live_cards import LiveCards
from tutor.study.live_verdict import fell, judge_live
from tutor.study.replay import FELL, NUMBERS, numbers_payload, packed
from tutor.study.walking import Walking


def judged(
    question: Question,
    given: Given,
    language: Language,
    live: LiveCards,
    walking: Walking | None = None,
) -> Verdict | Unreadable:
    """How right an answer is; that to a live card by the numbers of its question.

    `language` is the one texts are shown in unless the question has its own.
    TypeError where the card's kind is not answered so.
    """
    card, numbers = question.item.card, question.numbers
    match given:
        case (str() as text,) if walking is not None:
            return walking.judge(question, text)
        case (str() as text,) if numbers is not None:
            return judge_live(live.last_demo(numbers.demo), card, numbers, text)
        case _:
            return judge(card, given, question.language or language)


def kept(
    question: Question, given: Given | None, verdict: Verdict | None, walking: Walking | None
) -> dict[str, Any]:
    """The payload of an answer; without a verdict that of the learner's own grade."""
    details: dict[str, Any] = {}
    if given is not None:
        details["given"] = _listed(given)
    if verdict is not None:
        details["score"] = verdict.score
        details[FELL] = fell(verdict) or None
        details["carried"] = verdict.carried.value if verdict.carried else None
    if question.numbers is not None:
        details[NUMBERS] = numbers_payload(question.numbers)
    if walking is not None:
        details["walk"] = walking.key
        details["own"] = {
            step: packed(value) for step, value in walking.own_values().items()
        } or None
    return details


def _listed(given: Given) -> list[Any]:
    """An answer as a list that JSON holds: texts, the choices picked, places, or one truth."""
    match given:
        case bool():
            return [given]
        case Arranged(places):
            return list(places)
        case frozenset():
            return sorted(given)
        case _:
            return list(given)
