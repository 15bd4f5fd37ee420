"""Which widget takes the answer to a card."""

from __future__ import annotations

from tutor.core.cards import AnyCard, Choices, Claim, Cloze, Order, Pairs, Recall
from tutor.core.study import Question
from tutor.core.text import Language, in_language
from tutor.ui.widgets.answer import AnswerLines
from tutor.ui.widgets.picking import Picking


def answer_widget(
    question: Question, language: Language, placeholder: str, unit: str
) -> AnswerLines | Picking | None:
    """Rows to act on, or lines to type on; nothing for a card that one only recalls."""
    card, order = question.item.card, question.order
    match card:
        case Recall():
            return None
        case Choices():
            from tutor.ui.widgets.choices import ChoiceList

            return ChoiceList(card.choices, order, language)
        case Claim():
            from tutor.ui.widgets.claim import ClaimList

            return ClaimList(card, language)
        case Order():
            from tutor.ui.widgets.order import OrderList

            return OrderList(card, order, language)
        case Pairs():
            from tutor.ui.widgets.pairs import PairList

            return PairList(card, order, language)
        case _:
            return AnswerLines(line_count(card, language), placeholder, unit)


def line_count(card: AnyCard, language: Language) -> int:
    """How many lines one types on: one for each gap of a text, else one."""
    from tutor.core.cloze import gaps_only

    return len(gaps_only(in_language(card.cloze, language))) if isinstance(card, Cloze) else 1
