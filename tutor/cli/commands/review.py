"""`tutor review`: the day's review at once."""

import argparse

from tutor.cli.context import Context
from tutor.cli.streams import read_line, screen_possible, write_line


def review(arguments: argparse.Namespace, context: Context) -> int:
    """Ask what the day holds: on the screen, or in lines of text where there is none."""
    plain = arguments.plain or arguments.limit is not None
    if not plain and screen_possible(context.environ):
        from tutor.cli.screen import open_screen

        return open_screen(context, deck=arguments.deck, start="review")
    return _in_lines(arguments, context)


def _in_lines(arguments: argparse.Namespace, context: Context) -> int:
    import sys
    import time

    from tutor.cli.moving import find_moves
    from tutor.cli.wiring import wire
    from tutor.plain.review import PlainReview

    with wire(context, deck=arguments.deck) as wired:
        if moves := find_moves(wired.library, wired):
            print(context.say("moves.hint", n=len(moves)), file=sys.stderr)
        sitting = PlainReview(
            study=wired.study,
            language=context.language,
            read=read_line,
            write=write_line,
            limit=arguments.limit,
            # Only someone at a terminal takes time to think; a pipe's speed says nothing.
            timer=time.monotonic if sys.stdin is not None and sys.stdin.isatty() else None,
        )
        understood = sitting.run()
        wired.store.backup_when_due()
    return 0 if understood else 1
