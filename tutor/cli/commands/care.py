"""`tutor backup` and `tutor doctor`: copies of the log, and a check of everything."""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.cli.commands.version import version
from tutor.cli.context import CannotError, Context
from tutor.cli.output import print_json

if TYPE_CHECKING:
    from tutor.cli.wiring import Wired


def backup(arguments: argparse.Namespace, context: Context) -> int:
    """Write a backup of the log: a dated one beside it, or one to the file named."""
    from tutor.cli.wiring import open_store
    from tutor.store import StoreError

    with open_store(context) as store:
        try:
            made = store.backup(arguments.to)
        except StoreError as error:
            raise CannotError(f"error.{error.code}", **error.details) from error
    if arguments.json:
        print_json({"file": str(made)})
    else:
        print(context.say("backup.made", file=made))
    return 0


def doctor(arguments: argparse.Namespace, context: Context) -> int:
    """Check data, settings, packs and terminal; 1 if something is wrong."""
    facts = dict(_facts(context))
    notes: list[str] = []
    problems = [
        *context.setting_sentences(),
        *_data_problems(context, notes),
        *_pack_problems(context),
    ]
    if not _encoding_fits():
        problems.append(context.say("doctor.encoding", encoding=facts["encoding"]))
    if arguments.json:
        print_json({"facts": facts, "problems": problems, "notes": notes})
        return 1 if problems else 0
    width = max(map(len, facts))
    for name, fact in facts.items():
        print(f"{name:<{width}}  {fact}")
    for said in (*problems, *notes):
        print(said)
    print(context.say("doctor.sum" if problems else "doctor.well", n=len(problems)))
    return 1 if problems else 0


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    environ = context.environ
    size = shutil.get_terminal_size()
    yield "tutor", version()
    yield "python", f"{platform.python_version()} ({platform.platform()})"
    yield "data", str(context.home.database)
    yield "settings", str(context.home.settings)
    yield "pack", str(context.home.pack)
    yield "language", context.language
    yield "encoding", sys.stdout.encoding or ""
    yield "terminal", environ.get("TERM") or ("windows" if os.name == "nt" else "")
    yield "colours", _colours(context)
    yield "size", f"{size.columns}x{size.lines}"


def _colours(context: Context) -> str:
    environ = context.environ
    if "NO_COLOR" in environ or environ.get("TERM") == "dumb":
        return "none"
    if environ.get("COLORTERM") in {"truecolor", "24bit"}:
        return "16777216"
    return "256" if "256color" in environ.get("TERM", "") else "16"


def _encoding_fits() -> bool:
    try:
        "한 √ Σ".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _data_problems(context: Context, notes: list[str]) -> Iterator[str]:
    """What a full check of the store finds; what was derived wrongly is put right.

    What is no problem, but worth knowing, goes to `notes`.
    """
    from tutor.cli.wiring import wire

    try:
        with wire(context, warn=False) as wired:
            found = wired.store.check()
            for problem in found:
                yield context.say(f"error.{problem.code}", **problem.details)
            if not found and (wrong := wired.study.rebuild()):
                yield context.say("doctor.rebuilt", n=len(wrong), cards=", ".join(wrong[:5]))
            notes += _vanished(wired, context)
    except CannotError as error:
        yield error.sentence(context.language)


def _vanished(wired: "Wired", context: Context) -> Iterator[str]:
    """The cards whose history waits for them, and those that may be the same by another name."""
    from tutor.cli.moving import find_moves

    if gone := wired.study.vanished():
        yield context.say("moves.doctor", n=len(gone), cards=", ".join(gone))
    for move in find_moves(wired.library, wired):
        place = move.item.place
        details = {"card": move.item.key, "file": place.file, "line": place.line}
        yield context.say("moves.doctor_like", former=move.former, **details)


def _pack_problems(context: Context) -> Iterator[str]:
    from tutor.cli.commands.checking import find_faults
    from tutor.cli.shelf import missing_packs
    from tutor.core.faults import Severity
    from tutor.words.faults import fault_sentence

    yield from missing_packs(context)
    for fault in find_faults((), context, trials=False):
        if fault.severity is Severity.ERROR:
            yield fault_sentence(fault, context.language)
