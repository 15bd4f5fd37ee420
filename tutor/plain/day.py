"""The end of a day in lines of text: what was learnt, what slipped, what comes."""

from tutor.core.cards import CardKey, ConceptId
from tutor.core.study import DayDone, DaySummary, Statistics
from tutor.core.text import Language
from tutor.plain.prose import one_line_of
from tutor.study import Study
from tutor.study.queue import Library
from tutor.words import clock_time, say
from tutor.words.day import (
    Entry,
    asked_entries,
    day_counts,
    held_line,
    learnt_entries,
    more_new,
    tomorrow_line,
)
from tutor.words.titles import asked_line, clipped

_NAME = 56


def end_lines(study: Study, done: DayDone, language: Language) -> list[str]:
    """What the day came to, and how it can be widened."""
    lines = [_first(done, language)]
    summary = study.summary()
    if summary.answers:
        lines += _came_to(summary, study.statistics(), study.library, language)
    lines += [line for line in (tomorrow_line(summary.tomorrow, language),) if line]
    if held := held_line(done, language):
        lines.append(held)
        lines += offers(done, language)
    return lines


def offers(done: DayDone, language: Language) -> list[str]:
    """The lines that let today hold more, as one types them."""
    found = []
    if new := more_new(done):
        found.append(say("day.plain.new", language, n=new))
    if done.held_due:
        found.append(say("day.plain.reviews", language, n=done.held_due))
    return found


def card_name(key: CardKey, library: Library, language: Language) -> str:
    """A card by its concept and the first words of what it asks; a lesson by its concept."""
    if key in library.items:
        item = library.items[key]
        title = one_line_of(library.concepts[item.concept].title, language)
        asked = one_line_of(asked_line(item, language), language)
        return f"{title}: {clipped(asked, _NAME)}"
    concept = library.concepts.get(ConceptId(key))
    return str(key) if concept is None else one_line_of(concept.title, language)


def _first(done: DayDone, language: Language) -> str:
    if done.next_at is None:
        return say("review.done", language)
    time = clock_time(done.next_at)
    return say("review.done_waiting", language, n=done.waiting, time=time)


def _came_to(
    summary: DaySummary, counted: Statistics, library: Library, language: Language
) -> list[str]:
    lines = [", ".join(day_counts(summary, counted.streak, language)) + "."]
    for code, entries in (
        ("learnt", learnt_entries(summary.learnt, library, language)),
        ("slipped", asked_entries(summary.slipped, library, language)),
    ):
        if entries:
            lines.append(f"{say(f'day.{code}', language)}:")
            lines += [_line(entry, language, name=code == "slipped") for entry in entries]
    if summary.slipped:
        lines.append(say("day.plain.show", language))
    return lines


def _line(entry: Entry, language: Language, *, name: bool) -> str:
    concept, text = (one_line_of(told, language) for told in (entry.concept, entry.text))
    return f"  {concept}: {text}" + (f"  ({entry.key})" if name else "")
