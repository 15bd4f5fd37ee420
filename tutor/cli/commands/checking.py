"""`tutor check` and `tutor schema`: what is wrong with packs, and what a file may hold."""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.output import print_json
from tutor.core.faults import Fault, Severity
from tutor.words.faults import fault_parts, fault_sentence

if TYPE_CHECKING:
    from tutor.packs.trying import Trials


def check(arguments: argparse.Namespace, context: Context) -> int:
    """Every fault of the paths named, or of all packs; 1 if there is an error among them."""
    trials: list[Trials] = []
    faults = find_faults(arguments.paths, context, trials.append)
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    if arguments.json:
        print_json({"faults": [_row(fault, context) for fault in faults]})
    else:
        for fault in faults:
            print(fault_sentence(fault, context.language))
        for tried in trials:
            if tried.cards:
                seconds = f"{tried.seconds:.1f}"
                told = {"cards": tried.cards, "draws": tried.draws, "seconds": seconds}
                print(context.say("check.tried", **told))
        print(context.say("check.sum", errors=errors, hints=len(faults) - errors))
    return 1 if errors else 0


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


def schema(arguments: argparse.Namespace, context: Context) -> int:
    """The JSON Schema of a file of cards, of a glossary or of tracks, for editors."""
    from tutor.packs import json_schema

    print(json.dumps(json_schema(arguments.kind), ensure_ascii=False, indent=2))
    return 0
