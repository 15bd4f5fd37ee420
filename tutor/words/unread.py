"""Answers that could not be read: what is wrong with them, and what was expected."""

from __future__ import annotations

from tutor.core.cards import Formula, Live
from tutor.core.study import Question, Unreadable
from tutor.core.text import Language
from tutor.words.say import say

NUMBER = "number."
FORMULA = "formula."


def unread_lines(
    why: Unreadable, question: Question | None, language: Language, how: str = ""
) -> list[str]:
    """Why an answer could not be read, and for a live card what kind of answer is expected.

    `how` is what the question said of that.
    """
    if why.code.startswith(FORMULA):
        said = say("unread.formula", language, sentence=_formula_fault(why, language))
        return [said[:-1] if said.endswith("?.") else said]
    if why.code.startswith(NUMBER):
        code = f"unread.{why.code.removeprefix(NUMBER)}"
        return [say(code, language, **why.details), *_expected(question, language, how)]
    return [say(f"unreadable.{why.code}", language, **why.details)]


def _formula_fault(why: Unreadable, language: Language) -> str:
    from tutor.live.errors import ExpressionError
    from tutor.words.live import live_sentence

    details = {name: text for name, text in why.details.items() if name != "given"}
    return live_sentence(ExpressionError(why.code.removeprefix(FORMULA), **details), language)


def _expected(question: Question | None, language: Language, how: str) -> list[str]:
    from tutor.words.asked import how_to_answer

    if question is None or question.numbers is None or isinstance(question.item.card, Formula):
        return []
    card = question.item.card
    unit = card.unit if isinstance(card, Live) else ""
    told = how or how_to_answer(question.numbers, unit, language)
    return [say("unread.expected", language, how=told)]
