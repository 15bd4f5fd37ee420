"""`tutor list` and `tutor show`: the cards there are, and one of them with its history."""

import argparse
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING, Any

from tutor.cli.context import CannotError, Context
from tutor.cli.output import as_json, print_json
from tutor.core.cards import (
    AnyCard,
    CardKey,
    Choices,
    Claim,
    Cloze,
    Concept,
    ConceptId,
    Formula,
    Item,
    Live,
    Number,
    Order,
    Pairs,
    Recall,
    Typed,
    kind_of,
)
from tutor.core.log import LogRow, Memory
from tutor.core.text import LANGUAGES, Language, Text, in_language, languages_of
from tutor.plain.history import history_lines
from tutor.plain.prose import one_line_of, prose
from tutor.plain.question import choice_text, gapped_text, picture_lines
from tutor.study.judge import truth
from tutor.words import date_and_time, say
from tutor.words.times import iso_time
from tutor.words.titles import asked_of, asked_text, open_text

if TYPE_CHECKING:
    from tutor.core.live import Numbers
    from tutor.demo import Demo
    from tutor.packs import Library


_MARKS = ("flagged", "suspended")


def list_cards(arguments: argparse.Namespace, context: Context) -> int:
    """All cards, or those of one deck; only flagged or suspended ones where that is asked for."""
    from tutor.cli.wiring import concepts_of

    asked = {name for name in _MARKS if getattr(arguments, name)}
    with _opened(arguments.deck, asked, context) as (library, marked):
        chosen = concepts_of(library, arguments.deck) if arguments.deck else list(library.decks)
        keys = {
            concept: [key for key in library.keys[concept] if not asked or key in marked]
            for concept in chosen
        }
        if asked:
            chosen = [concept for concept in chosen if keys[concept]]
        if arguments.json:
            items = (library.items[key] for concept in chosen for key in keys[concept])
            print_json({"cards": [_row(item, context) for item in items]})
            return 0
        for concept in chosen:
            _print_concept(library, concept, keys[concept], context)
    if not chosen:
        print(context.say("list.none"))
    return 0


@contextmanager
def _opened(
    deck: str, asked: Collection[str], context: Context
) -> "Iterator[tuple[Library, set[CardKey]]]":
    """The library, and the cards with one of the marks; the log is read only for these.

    Its cards are to be looked at inside the `with`: they come out of what is open there.
    """
    from tutor.cli.wiring import deck_files, open_cache, open_cards, wire

    if not asked:
        with open_cache(context) as cache:
            yield open_cards(context, deck_files(deck), cache), set()
        return
    with wire(context, files=deck_files(deck)) as wired:
        study = wired.study
        tests = {"flagged": study.flagged, "suspended": study.suspended}
        marked = {key for key in wired.library.items if any(tests[name](key) for name in asked)}
        yield wired.library, marked


def _print_concept(
    library: "Library", concept: ConceptId, keys: Sequence[CardKey], context: Context
) -> None:
    """A concept's title, and a line for each of the cards."""
    title = _concept_title(library, concept, context)
    print(context.say("list.concept", title=title, concept=concept, n=len(keys)))
    for item in (library.items[key] for key in keys):
        kind = context.say(f"kind.{kind_of(item.card)}")
        print(f"  {item.key}  ({kind})  {_title(item, context)}")


def _concept_title(library: "Library", concept: ConceptId, context: Context) -> str:
    """The title of a concept behind that of its track, where the track has one."""
    found = library.decks[concept]
    title = one_line_of(found.title, context.language)
    track = in_language(library.tracks.get(found.track, ""), context.language)
    return f"{track} › {title}" if track else title


def _title(item: Item, context: Context) -> str:
    """What a card asks, on one line; a cloze's gaps as they are shown."""
    asked = asked_text(item, context.language)
    if isinstance(item.card, Cloze) and not item.card.ask:
        asked = gapped_text(asked)
    return one_line_of(asked, context.language)


def _row(item: Item, context: Context) -> dict[str, object]:
    spoken = languages_of(asked_of(item.card))
    return {
        "concept": item.concept,
        "id": item.key.partition("/")[2],
        "kind": kind_of(item.card),
        "title": _title(item, context),
        "languages": [language for language in LANGUAGES if language in spoken],
        "file": item.place.file,
        "line": item.place.line,
    }


def show(arguments: argparse.Namespace, context: Context) -> int:
    """One card: what it asks and wants to hear, where it stands, when it is due, its history."""
    from tutor.cli.wiring import find_card, wire

    with wire(context) as wired:
        found = wired.study.history(CardKey(arguments.card))
        if found and arguments.card not in wired.library.items:
            return _show_gone(arguments.card, found, arguments.json, context)
        item = find_card(arguments.card, wired.library.items)
        memory = wired.study.memory(item.key)
        history = wired.study.history(item.key)
        concept = wired.library.concepts[item.concept]
    if arguments.json:
        print_json(
            {
                "card": _row(item, context),
                "text": _text_lines(item, context),
                "due": _due(memory, context),
                "history": [_history_row(row) for row in history],
            }
        )
        return 0
    for line in _shown(item, concept, memory, context):
        print(line)
    _print_history(history, item.card, context)
    return 0


def _show_gone(name: str, history: list[LogRow], json: bool, context: Context) -> int:
    """What the log keeps of a card that no file holds any more."""
    if json:
        rows = [_history_row(row) for row in history]
        print_json({"card": None, "text": [], "due": None, "history": rows})
        return 0
    print(context.say("show.gone", card=name))
    _print_history(history, None, context)
    return 0


def _print_history(history: list[LogRow], card: AnyCard | None, context: Context) -> None:
    for row in history:
        for line in history_lines(row, card, partial(_demo, context=context), context.language):
            print(line)


def _shown(item: Item, concept: Concept, memory: Memory | None, context: Context) -> list[str]:
    kind = context.say(f"kind.{kind_of(item.card)}")
    title = one_line_of(concept.title, context.language)
    lines = [
        f"{item.key}  ({kind})",
        context.say("show.place", title=title, file=item.place.file, line=item.place.line),
        "",
        *_text_lines(item, context),
        "",
    ]
    due = _due(memory, context)
    if memory is None or due is None:
        lines.append(context.say("show.new"))
    else:
        details = {"moment": due, "reps": memory.reps, "lapses": memory.lapses}
        lines.append(context.say("show.due", stability=f"{memory.stability:.1f}", **details))
    return lines


def _text_lines(item: Item, context: Context) -> list[str]:
    card, language = item.card, context.language
    lines = prose(card.ask, language)
    if isinstance(card, Live | Formula):
        lines = _live_text(item, card, language)
    lines += picture_lines(card, language)
    match card:
        case Recall():
            lines += _part("show.answer", card.answer, context)
        case Typed():
            for text in card.accept:
                lines += _part("show.answer", text, context)
        case Cloze():
            lines += prose(card.cloze, language)
        case Choices():
            for choice in card.choices:
                mark = "✓" if choice.right else "✗"
                why = f"  ({one_line_of(choice.why, language)})" if choice.why else ""
                lines.append(f"  {mark} {one_line_of(choice_text(choice), language)}{why}")
        case Order():
            numbered = enumerate(card.order, 1)
            lines += [f"  {number}. {one_line_of(text, language)}" for number, text in numbered]
        case Pairs():
            for number, pair in enumerate(card.pairs, 1):
                left, right = (one_line_of(side, language) for side in (pair.left, pair.right))
                told = context.say("card.pair", left=left, right=right)
                lines.append(f"  {number}. {told}")
        case Claim():
            lines += prose(card.claim, language)
            lines += _part("show.answer", truth(card.holds), context)
        case Number():
            unit = f" {one_line_of(card.unit, language)}" if card.unit else ""
            lines.append(context.say("show.answer", text=card.number + unit))
    lines += _part("show.hint", open_text(card.hint, language), context)
    lines += _part("show.because", open_text(card.because, language), context)
    return lines + _part("show.source", card.source, context)


def _live_text(item: Item, card: Live | Formula, language: Language) -> list[str]:
    """What a live card asks, its numbers left open, and of which steps."""
    steps = ", ".join(card.live) if isinstance(card, Live) else card.formula
    told = say("live.title.steps", language, steps=steps)
    return [*prose(asked_text(item, language), language), told]


def _part(code: str, text: Text, context: Context) -> list[str]:
    return [context.say(code, text=one_line_of(text, context.language))] if text else []


def _due(memory: Memory | None, context: Context) -> str | None:
    """The day on which a card is due, with the time where it is still being learnt."""
    if memory is None:
        return None
    if memory.due_at is not None:
        return date_and_time(memory.due_at, context.clock().tzinfo)
    return (date(1970, 1, 1) + timedelta(days=memory.due_day)).isoformat()


def _history_row(row: LogRow) -> dict[str, object]:
    return {
        "at": iso_time(row.at, _zone(row)),
        "kind": row.kind.value,
        "grade": None if row.grade is None else int(row.grade),
        "given": row.payload.get("given"),
        "seconds": row.payload.get("seconds"),
        **_past(row),
    }


def _past(row: LogRow) -> dict[str, object]:
    """The question that a live answer was given to; nothing for any other row."""
    from tutor.study.replay import FELL, past_question

    numbers = past_question(row)
    if numbers is None:
        return {}
    return {
        "question": {
            "demo": numbers.demo,
            "step": numbers.step,
            "seed": numbers.seed,
            "inputs": as_json(numbers.inputs),
            "conventions": as_json(numbers.arguments),
            "given": as_json(numbers.given),
            "cells": as_json(numbers.cells),
            "right": as_json(_right(numbers)),
            "tolerance": numbers.tolerance,
        },
        "explained_by": row.payload.get(FELL) or [],
        "carried": row.payload.get("carried"),
    }


def _right(numbers: "Numbers") -> Any:
    from tutor.study.live_verdict import exact

    return exact(numbers)


def _demo(name: str, context: Context) -> "Demo | None":
    """The demo, None where it cannot be opened any more."""
    from tutor.cli.demos import open_demo

    try:
        return open_demo(name, context)
    except CannotError:
        return None


def _zone(row: LogRow) -> timezone:
    return timezone(timedelta(minutes=row.offset))
