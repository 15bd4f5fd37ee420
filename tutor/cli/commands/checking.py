"""`tutor check`: what is wrong with packs and files of cards."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.fixing import packs_at, write_ids
from tutor.cli.found import found_lines, found_objects
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

    watch = Watch(packs_at(arguments.paths, context))
    print(context.say("check.watching"), flush=True)
    while True:  # until Ctrl+C
        sleep(PAUSE)
        if watch.changed():
            forget_lines()
            print()
            _check_once(arguments, context)
            sys.stdout.flush()


def _check_once(arguments: argparse.Namespace, context: Context) -> int:
    from tutor.packs.findings import findings

    fixed = write_ids(arguments.paths, context, quiet=arguments.json) if arguments.fix else {}
    trials: list[Trials] = []
    faults = find_faults(arguments.paths, context, trials.append)
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    strange = [pack for tried in trials for pack in tried.library.packs if not pack.trusted]
    found = [
        each for tried in trials for each in findings(tried.library, tried.demos, tried.rehearsed)
    ]
    if arguments.json:
        rows = [_row(fault, context) for fault in faults]
        demos = found_objects(found, context)
        written = [{"file": file, "ids": count} for file, count in fixed.items()]
        print_json(
            {"faults": rows, "not_run": _not_run(strange), "demos": demos}
            | ({"fixed": written} if arguments.fix else {})
        )
    else:
        _tell(faults, arguments, context)
        for tried in trials:
            if tried.cards:
                seconds = f"{tried.seconds:.1f}"
                told = {"cards": tried.cards, "draws": tried.draws, "seconds": seconds}
                print(context.say("check.tried", **told))
        for line in (*found_lines(found, context), *_not_run_lines(strange, context)):
            print(line)
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
    from tutor.cli.shelf import is_trusted, packs_of
    from tutor.packs import check as check_packs
    from tutor.packs.rehearsed import Rehearsed

    for path in paths:
        if not path.exists():
            raise CannotError("cli.no_path", 2, path=path)
    known = packs_of(context)
    packs = () if paths else known
    return check_packs(
        packs,
        paths,
        others=known if paths else (),
        report=report,
        trials=trials,
        trusted=lambda root: is_trusted(root, context),
        rehearsed=Rehearsed(context.home.rehearsed),
    )


def _not_run(strange: "Sequence[Pack]") -> list[dict[str, object]]:
    """The packs that are not trusted, and those of their demos that were not run for that."""
    from tutor.demo import names

    found = [(pack, names(pack.demos)) for pack in strange]
    return [
        {"pack": pack.name, "root": str(pack.root), "demos": demos}
        for pack, demos in found
        if demos
    ]


def _not_run_lines(strange: "Sequence[Pack]", context: Context) -> Iterator[str]:
    from tutor.cli.demos import trust_command
    from tutor.demo import names
    from tutor.packs.trust import Trust

    for pack in strange:
        if demos := names(pack.demos):
            changed = Trust(context.home.trust).before(pack.root) is not None
            code = "trust.not_run_changed" if changed else "trust.not_run"
            yield context.say(code, pack=pack.name, n=len(demos), command=trust_command(pack))


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
