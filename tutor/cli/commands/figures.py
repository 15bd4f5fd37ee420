"""`tutor due` and `tutor stats`: figures of the day and of all days."""

import argparse
from dataclasses import asdict

from tutor.cli.context import Context
from tutor.cli.output import print_json
from tutor.core.study import Today
from tutor.core.text import in_language
from tutor.words import date_and_time, grade_name
from tutor.words.times import iso_time


def due(arguments: argparse.Namespace, context: Context) -> int:
    """What is due today, deck by deck."""
    from tutor.cli.wiring import wire

    with wire(context, files=getattr(arguments, "files", ())) as wired:
        today = wired.study.today()
    zone = context.clock().tzinfo
    if arguments.json:
        decks = [
            {**asdict(deck), "title": in_language(deck.title, context.language)}
            for deck in today.decks
        ]
        print_json(
            {
                "due": today.due,
                "new": today.new,
                "learning": today.learning,
                "next_due": None if today.next_due is None else iso_time(today.next_due, zone),
                "answered": today.answered,
                "decks": decks,
            }
        )
        return 0
    for line in _today_lines(today, context):
        print(line)
    return 0


def _today_lines(today: Today, context: Context) -> list[str]:
    counts = {"due": today.due, "learning": today.learning, "new": today.new}
    lines = [context.say("due.today", answered=today.answered, **counts)]
    if not any(counts.values()):
        if today.next_due is None:
            lines.append(context.say("due.nothing"))
        else:
            moment = date_and_time(today.next_due, context.clock().tzinfo)
            lines.append(context.say("due.next", moment=moment))
    for deck in today.decks:
        lines.append(
            context.say(
                "due.deck",
                title=in_language(deck.title, context.language),
                concept=deck.concept,
                due=deck.due,
                learning=deck.learning,
                new=deck.new,
                cards=deck.cards,
            )
        )
    return lines


def stats(arguments: argparse.Namespace, context: Context) -> int:
    """Figures over the whole log."""
    from tutor.cli.wiring import wire

    with wire(context) as wired:
        found = wired.study.statistics()
    if arguments.json:
        print_json(
            {
                "reviews": found.reviews,
                "reviews_today": found.reviews_today,
                "retention": found.retention,
                "streak": found.streak,
                "cards": found.cards,
                "seen": found.seen,
                "by_grade": {
                    grade.name.lower(): count for grade, count in sorted(found.by_grade.items())
                },
            }
        )
        return 0
    print(context.say("stats.reviews", n=found.reviews, today=found.reviews_today))
    if found.retention is None:
        print(context.say("stats.no_retention"))
    else:
        print(context.say("stats.retention", percent=f"{found.retention:.0%}"))
    print(context.say("stats.streak", n=found.streak))
    print(context.say("stats.cards", seen=found.seen, cards=found.cards))
    for grade, count in sorted(found.by_grade.items()):
        print(context.say("stats.grade", grade=grade_name(grade, context.language), n=count))
    return 0
