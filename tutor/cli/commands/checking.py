"""`tutor check`: what is wrong with packs and files of cards."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.output import print_json
from tutor.core.faults import Fault, Severity
from tutor.words.faults import fault_parts, fault_sentence

if TYPE_CHECKING:
    from tutor.packs import Pack
    from tutor.packs.trying import Trials


def check(arguments: argparse.Namespace, context: Context) -> int:
    """Every fault of the paths named, or of all packs; 1 if there is an error among them.

    With `--fix` missing identities are first written into the files, with `--watch` all is looked
    at again whenever a file changes.
    """
    code = _check_once(arguments, context)
    if not arguments.watch:
        return code
    from time import sleep

    from tutor.cli.excerpt import forget_lines
    from tutor.packs.watching import PAUSE, Watch

    watch = Watch(_packs_at(arguments.paths, context))
    print(context.say("check.watching"), flush=True)
    while True:  # until Ctrl+C
        sleep(PAUSE)
        if watch.changed():
            forget_lines()
            print()
            _check_once(arguments, context)
            sys.stdout.flush()


def _check_once(arguments: argparse.Namespace, context: Context) -> int:
    fixed = _fix(arguments.paths, context, quiet=arguments.json) if arguments.fix else {}
    trials: list[Trials] = []
    faults = find_faults(arguments.paths, context, trials.append)
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    if arguments.json:
        rows = {"fixed": [{"file": file, "ids": count} for file, count in fixed.items()]}
        found = {"faults": [_row(fault, context) for fault in faults]}
        print_json(found | (rows if arguments.fix else {}))
    else:
        _tell(faults, arguments, context)
        for tried in trials:
            if tried.cards:
                seconds = f"{tried.seconds:.1f}"
                told = {"cards": tried.cards, "draws": tried.draws, "seconds": seconds}
                print(context.say("check.tried", **told))
        print(context.say("check.sum", errors=errors, hints=len(faults) - errors))
    return 1 if errors else 0


def _tell(faults: Sequence[Fault], arguments: argparse.Namespace, context: Context) -> None:
    """The errors, then the hints; on a terminal each with its line and a caret below the place."""
    from tutor.cli.excerpt import painter, told

    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    hints = [fault for fault in faults if fault.severity is not Severity.ERROR]
    pointed = sys.stdout.isatty() and not arguments.plain
    paint = painter(sys.stdout, context.environ)
    for group in (errors, hints):
        if group is hints and hints and not arguments.plain:
            print(context.say("check.hints"))
        for fault in group:
            if not pointed:
                print(fault_sentence(fault, context.language))
                continue
            for line in told(fault, context.language, paint):
                print(line)


def _fix(paths: Sequence[Path], context: Context, *, quiet: bool) -> dict[str, int]:
    """Write missing identities into the files; how many, by file. What stood there stays."""
    from tutor.core.saving import save
    from tutor.packs.concepts import Source
    from tutor.packs.fixing import CannotFixError, with_ids
    from tutor.packs.sources import found_in

    fixed: dict[str, int] = {}
    for pack in _packs_at(paths, context):
        for found in () if pack.bundled and not paths else found_in(pack).files:
            source = Source(found.file, pack.name, found.track)
            try:
                data, count = with_ids(found.path.read_bytes(), source)
                if count:
                    save(found.path, data)
                    fixed[found.file] = count
            except CannotFixError:
                print(context.say("check.not_fixed", file=found.file), file=sys.stderr)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                said = context.say("check.not_written", file=found.file, reason=reason)
                print(said, file=sys.stderr)
    if not quiet:
        for file, count in fixed.items():
            print(context.say("check.fixed", file=file, n=count))
    return fixed


def _packs_at(paths: Sequence[Path], context: Context) -> "tuple[Pack, ...]":
    """The packs that a call is about: one for each path, or all where none is named."""
    from tutor.cli.wiring import packs_of
    from tutor.packs.sources import packs_of_files

    return packs_of_files(paths) if paths else packs_of(context)


def find_faults(
    paths: Sequence[Path],
    context: Context,
    report: "Callable[[Trials], object] | None" = None,
    *,
    trials: bool = True,
) -> list[Fault]:
    """The faults of files and folders, or of all packs where none is named.

    `report` is told of the live cards that were tried; without `trials` none is.
    """
    from tutor.cli.wiring import packs_of
    from tutor.packs import check as check_packs

    for path in paths:
        if not path.exists():
            raise CannotError("cli.no_path", 2, path=path)
    known = packs_of(context)
    if paths:
        return check_packs((), paths, others=known, report=report, trials=trials)
    return check_packs(known, report=report, trials=trials)


def _row(fault: Fault, context: Context) -> dict[str, object]:
    said, cure = fault_parts(fault, context.language)
    return {
        "file": fault.place.file,
        "line": fault.place.line,
        "column": fault.place.column,
        "card": fault.card,
        "fault": said,
        "cure": cure,
        "severity": fault.severity.value,
        "code": fault.code,
    }
