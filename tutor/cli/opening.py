"""A file of the learner's own opened in their editor, and what is wrong in it told afterwards."""

import os
import subprocess
import sys
from pathlib import Path

from tutor.cli.context import Context
from tutor.cli.streams import screen_possible
from tutor.core.faults import Severity


def open_in_editor(file: Path, line: int, context: Context) -> bool:
    """Open the file at the line and wait for the editor; False where none can be opened.

    Without a terminal, or without an editor, it is said where the file is.
    """
    from tutor.packs.editors import at_line, editor

    words = editor(context.environ, windows=os.name == "nt")
    if words is None or not screen_possible(context.environ):
        print(context.say("edit.where", file=file, line=line))
        return False
    sys.stdout.flush()
    try:
        subprocess.run(at_line(words, file, line), check=False)
    except FileNotFoundError as error:
        program = error.filename or words[0]
        print(context.say("edit.not_found", program=program), file=sys.stderr)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        print(context.say("edit.failed", file=words[0], reason=reason), file=sys.stderr)
    else:
        return True
    print(context.say("edit.where", file=file, line=line))
    return False


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
