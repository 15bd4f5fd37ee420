"""A mistake of ours: a report in a file, one line on the screen."""

import platform
import sys
import traceback
from pathlib import Path
from tempfile import gettempdir

from tutor.cli.context import Context
from tutor.words import say


def report(error: Exception, context: Context) -> str:
    """Write what happened to a file in the home folder; the line to show."""
    lines = [
        f"time     {context.clock().isoformat(timespec='seconds')}",
        f"tutor    {_version()}",
        f"python   {platform.python_version()} on {platform.platform()}",
        f"command  {sys.argv!r}",
        "",
        *traceback.format_exception(error),
    ]
    name = f"crash-{context.clock():%Y%m%d-%H%M%S}.txt"
    kind = type(error).__name__
    for folder in (context.home.data, Path(gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("\n".join(lines), encoding="utf-8", newline="\n")
        except OSError:
            continue
        return say("crash.report", context.language, kind=kind, file=folder / name)
    return say("crash.no_report", context.language, kind=kind)


def _version() -> str:
    from tutor.cli.commands.version import version

    return version()
