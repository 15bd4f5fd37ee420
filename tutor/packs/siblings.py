"""Cards made of one card of a file: each gap by itself, and the way back.

Their identities are the card's with `~1`, `~2` or `~reverse`; the queue keeps them apart by that.
"""

from collections.abc import Iterator
from dataclasses import replace

from tutor.core.cards import AnyCard, CardId, CardKey, Cloze, Item, Recall
from tutor.core.cloze import gaps_only, one_gap
from tutor.core.text import LANGUAGES, Text, Words, in_language


def siblings(item: Item) -> Iterator[Item]:
    """The cards that are asked of a card: most often itself alone."""
    match item.card:
        case Cloze(each=True) as card:
            count = len(gaps_only(next(_languages(card.cloze))))
            for number in range(1, count + 1):
                cloze = _one_gap(card.cloze, number)
                yield _derived(item, replace(card, cloze=cloze, each=False), str(number))
        case Recall(reverse=True) as card:
            yield replace(item, card=replace(card, reverse=False))
            # Hint and picture belong to the question, which is now to be recalled.
            back = replace(
                card, ask=card.answer, answer=card.ask, hint="", image=None, reverse=False
            )
            yield _derived(item, back, "reverse")
        case _:
            yield item


def _derived(item: Item, card: AnyCard, name: str) -> Item:
    was = tuple(f"{former}~{name}" for former in card.was)
    card = replace(card, id=CardId(f"{card.id}~{name}"), was=was)
    return replace(item, key=CardKey(f"{item.key}~{name}"), card=card)


def _one_gap(text: Text, number: int) -> Text:
    if isinstance(text, str):
        return one_gap(text, number)
    return Words(en=one_gap(text.en, number), ko=one_gap(text.ko, number))


def _languages(text: Text) -> Iterator[str]:
    """The text in the languages in which it is written."""
    said = (in_language(text, language) for language in LANGUAGES)
    return (words for words in said if words)
