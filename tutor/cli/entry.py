"""From the words of the command line to a command, and from its end to an exit code.

Little is imported here: the modules of a command only when it is the one asked for.
"""

import gc
import os
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from importlib import import_module

from tutor.cli.context import CannotError, Context, make_context
from tutor.cli.parser import read_arguments
from tutor.cli.streams import close_output, prepare_streams

DONE, NOT_SO, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130
_SELDOM = 50_000
"""So many new objects before garbage is looked for; a short command makes hardly any of it."""


def main(
    argv: Sequence[str] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    clock: Callable[[], datetime] | None = None,
    chance: random.Random | None = None,
) -> int:
    """Run the command that `argv` names (without the program's name) and give the exit code.

    Without `argv` it is the command line's, and the process ends after it.

    0: done; 1: the thing asked for is not so, or could not be had; 2: a wrong call.
    """
    if argv is not None:
        return _in_surroundings(list(argv), environ, clock, chance)
    gc.set_threshold(_SELDOM)
    try:
        return _in_surroundings(sys.argv[1:], environ, clock, chance)
    finally:
        gc.freeze()  # else Python looks through everything once more before it ends


def _in_surroundings(
    argv: list[str],
    environ: Mapping[str, str] | None,
    clock: Callable[[], datetime] | None,
    chance: random.Random | None,
) -> int:
    environ = os.environ if environ is None else environ
    prepare_streams(environ)
    context = make_context(environ, clock or _local_time, chance or random.Random())
    try:
        return _run(argv, context)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        close_output()
        return DONE
    except Exception as error:
        from tutor.cli.crash import report

        print(report(error, context), file=sys.stderr)
        return NOT_SO


def _local_time() -> datetime:
    return datetime.now().astimezone()


def _run(argv: list[str], context: Context) -> int:
    try:
        arguments = read_arguments(argv, context.language)
    except SystemExit as end:  # argparse has printed its help or what is wrong
        return end.code if isinstance(end.code, int) else WRONG_CALL
    module = import_module(f"tutor.cli.commands.{arguments.module}")
    try:
        context.warn_of_settings()
        code: int = getattr(module, arguments.run)(arguments, context)
        sys.stdout.flush()
    except CannotError as error:
        print(f"tutor: {error.sentence(context.language)}", file=sys.stderr)
        return error.exit_code
    return code
