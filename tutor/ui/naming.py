"""Cards and decks named in one line of plain text."""

from __future__ import annotations

from tutor.core.cards import CardKey, ConceptId
from tutor.core.study import Undone
from tutor.core.text import Language, in_language
from tutor.study.queue import Library
from tutor.ui.setting import inline, unglued
from tutor.words.titles import asked_line, clipped

_NAME = 56


def line_of(text: str) -> str:
    """Markdown with formulas as one line of plain text."""
    return unglued(inline(" ".join(text.split()))).plain


def card_name(key: CardKey, library: Library, language: Language) -> str:
    """A card by its concept and the first words of what it asks; a lesson by its concept.

    What no file holds any more is named by its identity.
    """
    if key in library.items:
        item = library.items[key]
        title = line_of(in_language(library.concepts[item.concept].title, language))
        return f"{title}: {clipped(line_of(asked_line(item, language)), _NAME)}"
    concept = library.concepts.get(ConceptId(key))
    return str(key) if concept is None else line_of(in_language(concept.title, language))


def undone_line(undone: Undone, library: Library, language: Language) -> str:
    """What an undo took back, in words."""
    from tutor.words.taken_back import taken_back

    return taken_back(undone, card_name(undone.card, library, language), language)
