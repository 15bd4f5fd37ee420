"""`tutor quiz`: any selection of cards at once, with a score."""

import argparse
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.output import print_json
from tutor.cli.streams import read_line, screen_possible, write_line
from tutor.core.cards import KINDS

if TYPE_CHECKING:
    from tutor.cli.wiring import Wired
    from tutor.packs import Library
    from tutor.plain.quiz import PlainQuiz
    from tutor.study.scores import Answered
    from tutor.study.selection import Plan

_CHOOSING = ("deck", "tag", "kind", "weak", "flagged", "number", "all", "minutes", "seed", "count")


def quiz(arguments: argparse.Namespace, context: Context) -> int:
    """Hold a quiz: on the screen, or in lines of text where there is none or they are asked for.

    Without any wish the screen asks what it shall be about.
    """
    for kind in arguments.kind:
        if kind not in KINDS:
            raise CannotError("quiz.no_kind", 2, kind=kind, kinds=", ".join(KINDS))
    if arguments.plain or arguments.json or not screen_possible(context.environ):
        return _in_lines(arguments, context)
    from tutor.cli.screen import open_screen
    from tutor.cli.wiring import deck_files

    wished = any(_is_given(getattr(arguments, name)) for name in _CHOOSING)
    return open_screen(
        context,
        files=[file for deck in arguments.deck for file in deck_files(deck)],
        start="quiz",
        quiz=(lambda wired: _plan(arguments, wired, context)) if wished else None,
    )


def _is_given(value: object) -> bool:
    """Whether an option was given; 0 is a value like any other."""
    return not (value is None or value is False or value == [])


def _in_lines(arguments: argparse.Namespace, context: Context) -> int:
    import sys
    import time

    from tutor.cli.wiring import deck_files, wire
    from tutor.plain.quiz import PlainQuiz

    files = [file for deck in arguments.deck for file in deck_files(deck)]
    with wire(context, files=files) as wired:
        sitting = PlainQuiz(
            wired.study,
            context.language,
            read_line,
            _unsaid if arguments.json else write_line,
            timer=time.monotonic if sys.stdin is not None and sys.stdin.isatty() else None,
            quiz=wired.study.quiz(_plan(arguments, wired, context)),
            ends=arguments.json,
        )
        understood = sitting.run()
        if arguments.json:
            _print(sitting, context)
        if arguments.count:
            wired.store.backup_when_due()
    return 0 if understood else 1


def _unsaid(line: str) -> None:
    """With `--json` nothing is said but the one object at the end."""


def _plan(arguments: argparse.Namespace, wired: "Wired", context: Context) -> "Plan":
    """The plan that the options make; CannotError where there is nothing to ask."""
    from tutor.cli.wiring import concepts_of
    from tutor.study.selection import USUAL_NUMBER, Plan, Selection

    _check_tags(arguments.tag, wired.library)
    selection = Selection(
        concepts=frozenset(
            concept for deck in arguments.deck for concept in concepts_of(wired.library, deck)
        ),
        tags=frozenset(arguments.tag),
        kinds=frozenset(arguments.kind),
        weak=arguments.weak,
        flagged=arguments.flagged,
    )
    if not wired.study.selected(selection):
        asked = ", ".join(_asked(arguments, context))
        code = "quiz.no_cards" if asked else "quiz.no_cards_at_all"
        raise CannotError(code, asked=asked)
    endless = arguments.all or arguments.minutes is not None
    return Plan(
        selection=selection,
        number=arguments.number or (None if endless else USUAL_NUMBER),
        minutes=arguments.minutes,
        seed=arguments.seed,
        counts=arguments.count,
    )


def _check_tags(tags: Collection[str], library: "Library") -> None:
    if not tags:
        return
    there = sorted({tag for item in library.items.values() for tag in item.card.tags})
    for tag in tags:
        if tag not in there:
            code = "quiz.no_tag" if there else "quiz.no_tags"
            raise CannotError(code, 2, tag=tag, tags=", ".join(there))


def _asked(arguments: argparse.Namespace, context: Context) -> Iterable[str]:
    """What the cards should be, in words."""
    either = context.say("quiz.or")
    for name in ("deck", "kind", "tag"):
        if values := getattr(arguments, name):
            yield context.say(f"quiz.asked.{name}s", **{f"{name}s": either.join(values)})
    for name in ("weak", "flagged"):
        if getattr(arguments, name):
            yield context.say(f"quiz.asked.{name}")


def _print(sitting: "PlainQuiz", context: Context) -> None:
    """The results as the one object that `--json` prints."""
    from tutor.plain.prose import one_line_of

    results = sitting.quiz.results()
    print_json(
        {
            "seed": sitting.quiz.seed,
            "asked": len(results.answered),
            "right": results.right,
            "score": round(results.share, 4),
            "concepts": [
                {
                    "concept": tally.concept.id,
                    "title": one_line_of(tally.concept.title, context.language),
                    "asked": tally.asked,
                    "right": tally.right,
                    "score": round(tally.share, 4),
                }
                for tally in results.tallies
            ],
            "wrong": [_wrong(one, sitting, context) for one in results.wrong],
        }
    )


def _wrong(one: "Answered", sitting: "PlainQuiz", context: Context) -> dict[str, object]:
    from tutor.words.quiz import demo_command, given_answer, right_answer, title_of

    question = one.question
    numbers, command = question.numbers, None
    if numbers is not None:
        command = demo_command(numbers, sitting.quiz.demo(numbers.demo))
    return {
        "card": question.item.key,
        "concept": question.concept.id,
        "asked": title_of(one, context.language),
        "given": given_answer(one, context.language),
        "right": right_answer(one, context.language),
        "score": round(one.credit, 4),
        "demo": command,
    }
