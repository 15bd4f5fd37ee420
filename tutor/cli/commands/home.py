"""`tutor` alone: the home screen, or the day in lines of text."""

import argparse

from tutor.cli.context import Context
from tutor.cli.streams import screen_possible


def home(arguments: argparse.Namespace, context: Context) -> int:
    """Open the home screen with the files given; without a terminal say what the day holds."""
    if arguments.version:
        from tutor.cli.commands.version import version

        print(f"tutor {version()}")
        return 0
    from pathlib import Path

    arguments.files = [Path(word) for word in arguments.files]
    if arguments.plain or arguments.json or not screen_possible(context.environ):
        from tutor.cli.commands.figures import due

        return due(arguments, context)
    from tutor.cli.screen import open_screen

    return open_screen(context, files=arguments.files)
