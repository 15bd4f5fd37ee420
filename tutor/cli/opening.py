"""A file of the learner's own opened in their editor, and what is wrong in it told afterwards."""

import os
import subprocess
import sys
from pathlib import Path

from tutor.cli.context import CannotError, Context
from tutor.core.faults import Severity


def open_in_editor(file: Path, line: int, context: Context) -> bool:
    """Open the file at the line and wait for the editor; False where none can be opened.

    Without a terminal, or without an editor, it is said where the file is. CannotError where the
    editor that is set cannot be started.
    """
    from tutor.packs.editors import at_line, editor

    words = editor(context.environ, windows=os.name == "nt")
    on_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    if words is None or not on_terminal:
        print(context.say("edit.where", file=file, line=line))
        return False
    sys.stdout.flush()
    try:
        subprocess.run(at_line(words, file, line), check=False)
    except FileNotFoundError as error:
        program = error.filename or words[0]
        raise CannotError("edit.not_found", program=program) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotError("edit.failed", file=words[0], reason=reason) from None
    return True


def tell_faults(file: Path, context: Context) -> int:
    """Say what is wrong in a file, as `tutor check` does; 1 if there is an error."""
    from tutor.cli.commands.checking import find_faults
    from tutor.cli.excerpt import painter, told

    if not file.is_file():
        return 0
    faults = find_faults([file], context, trials=False)
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    paint = painter(sys.stdout, context.environ)
    for fault in errors:
        for shown in told(fault, context.language, paint):
            print(shown)
    return 1 if errors else 0
