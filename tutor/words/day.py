"""What a day's cards were about, and what its limits hold back, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, ConceptId
from tutor.core.study import DayDone, DaySummary, Tomorrow
from tutor.core.text import Language, in_language
from tutor.words.say import say
from tutor.words.titles import asked_line

if TYPE_CHECKING:
    from tutor.study import Library

MORE_NEW = 5
"""So many new cards more are offered where the day's limit holds some back."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A card in a list: its concept and what it is about, both Markdown with TeX."""

    key: CardKey
    concept: str
    text: str


def learnt_entries(
    keys: Iterable[CardKey], library: Library, language: Language
) -> tuple[Entry, ...]:
    """What was learnt, concept by concept: each fact once, by the first card that asks for it."""
    found: dict[ConceptId, dict[str, Entry]] = {}
    for key in keys:
        if key not in library.items:
            continue
        item = library.items[key]
        concept = library.concepts[item.concept]
        fact = in_language(concept.facts.get(item.card.fact, ""), language)
        entry = _entry(key, library, language, " ".join(fact.split()))
        found.setdefault(item.concept, {}).setdefault(entry.text, entry)
    return tuple(entry for entries in found.values() for entry in entries.values())


def asked_entries(
    keys: Iterable[CardKey], library: Library, language: Language
) -> tuple[Entry, ...]:
    """What cards ask, in the order given; those that no file holds any more are left out."""
    return tuple(_entry(key, library, language) for key in keys if key in library.items)


def day_counts(summary: DaySummary, streak: int, language: Language) -> list[str]:
    """The day in numbers; what is nothing is not said. `streak` counts days in a row."""
    counts = {
        "answers": summary.answers,
        "learnt": len(summary.learnt),
        "slipped": len(summary.slipped),
        "held": summary.held,
        "minutes": round(summary.seconds / 60),
        "streak": streak if streak > 1 else 0,
    }
    return [say(f"day.count.{code}", language, n=n) for code, n in counts.items() if n]


def tomorrow_line(tomorrow: Tomorrow, language: Language) -> str:
    """What the next day asks; empty for nothing."""
    counts = {"due": tomorrow.due, "new": tomorrow.new}
    told = "_".join(code for code, number in counts.items() if number)
    return say(f"day.tomorrow.{told}", language, **counts) if told else ""


def held_line(done: DayDone, language: Language) -> str:
    """What only today's limits hold back; empty where they hold back nothing."""
    codes = [("new", done.held_new), ("due", done.held_due)]
    held = "_".join(code for code, number in codes if number)
    if not held:
        return ""
    return say(f"day.held.{held}", language, new=done.held_new, due=done.held_due)


def more_new(done: DayDone) -> int:
    """How many new cards more are offered."""
    return min(done.held_new, MORE_NEW)


def _entry(key: CardKey, library: Library, language: Language, text: str = "") -> Entry:
    item = library.items[key]
    title = in_language(library.concepts[item.concept].title, language)
    return Entry(key, title, text or asked_line(item, language))
