"""What a card asks, as a title in a list."""

from __future__ import annotations

import re

from tutor.core.cards import AnyCard, Claim, Cloze, Formula, Item, Live
from tutor.core.text import Language, Text, in_language
from tutor.words.say import say

_PLACEHOLDER = re.compile(r"@\{[^{}\n]*\}")


def asked_text(item: Item, language: Language) -> str:
    """What a card asks, Markdown with TeX; of a live card without a text, the step it asks.

    Numbers that are drawn for each review are left open; a walk-through's text is followed by the
    step that this card asks.
    """
    card = item.card
    asked = asked_of(card)
    if not isinstance(card, Live | Formula):
        return in_language(asked, language)
    told = open_text(asked, language)
    if told and isinstance(card, Live) and len(card.live) > 1:
        return f"{told} ({item.key.partition('/')[2]})"
    return told or _step_title(item, card, language)


def asked_line(item: Item, language: Language) -> str:
    """What a card asks in one paragraph, Markdown with TeX; gaps are left open as `[…]`."""
    asked = asked_text(item, language)
    if isinstance(item.card, Cloze) and not item.card.ask:
        from tutor.core.cloze import Gap, gaps

        asked = "".join("[…]" if isinstance(piece, Gap) else piece for piece in gaps(asked))
    return " ".join(asked.split())


def clipped(text: str, most: int) -> str:
    """The first words of a plain text in at most so many cells, `…` where there are more."""
    from tutor.maths import cells

    if cells(text) <= most:
        return text
    short = text
    while short and cells(short) > most - 1:
        short = short[:-1]
    at = short.rfind(" ")
    if at > 0 and cells(short[:at]) * 2 > most and not text[len(short)].isspace():
        short = short[:at]
    return short.rstrip(" ,;:·") + "…"


def asked_of(card: AnyCard) -> Text:
    """What a card asks, in all its languages: the question, else the text it is about."""
    match card:
        case Cloze(ask="", cloze=text) | Claim(ask="", claim=text):
            return text
        case _:
            return card.ask


def open_text(text: Text, language: Language) -> str:
    """A text with dots where numbers will stand."""
    return _PLACEHOLDER.sub("…", in_language(text, language))


def _step_title(item: Item, card: Live | Formula, language: Language) -> str:
    """The step that a card asks, as words: it stands beside the concept."""
    code = "formula" if isinstance(card, Formula) else "step"
    full = card.formula if isinstance(card, Formula) else card.live[0]
    step = full.rpartition(".")[2]
    if isinstance(card, Live):
        own = item.key.partition("/")[2]
        step = own if any(name.rpartition(".")[2] == own for name in card.live) else step
    return say(f"live.title.{code}", language, step=step.replace("_", " "))
