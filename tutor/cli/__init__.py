"""The command line; the one place where the rooms are wired together."""

from tutor.cli.entry import main

__all__ = ["main"]
