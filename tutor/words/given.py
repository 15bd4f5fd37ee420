"""What was answered, as the log keeps it, in words."""

from __future__ import annotations

from tutor.core.cards import AnyCard, Choices, Claim, Order, Pairs
from tutor.core.log import LogRow
from tutor.core.text import Language, Words, in_language
from tutor.study.judge import truth


def given_text(row: LogRow, card: AnyCard | None, language: Language) -> str:
    """An answer as Markdown: texts, the choices picked, lines and right sides by their numbers.

    Empty for a row without one, and for what makes no sense for the card; `card` is None for one
    that is gone.
    """
    given = row.payload.get("given")
    if not isinstance(given, list | tuple):
        return ""
    if all(isinstance(text, str) for text in given):
        return "; ".join(given) if any(given) else ""
    match card, given:
        case Claim(), [bool() as holds]:
            return in_language(truth(holds), language)
        case ((Order() | Pairs()), _) if _are_places(given):
            return " ".join("-" if place < 0 else str(place + 1) for place in given)
        case Choices(choices=choices), _ if _are_places(given):
            texts = [choices[place] for place in given if place < len(choices)]
            told = [one.text or Words(en=one.en, ko=one.ko) for one in texts]
            return "; ".join(in_language(text, language) for text in told)
    return ""


def _are_places(given: list[object] | tuple[object, ...]) -> bool:
    return all(isinstance(place, int) and not isinstance(place, bool) for place in given)
