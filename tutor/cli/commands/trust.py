"""`tutor trust`: which packs may run their demos, and what that would run."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.demos import trust_command
from tutor.cli.output import print_json
from tutor.cli.shelf import packs_of
from tutor.cli.streams import read_line

if TYPE_CHECKING:
    from tutor.packs import Pack
    from tutor.packs.trust import CodeFile, Standing, Trust

_YES = frozenset({"y", "yes", "ㅛ", "예", "네"})
_SHORT = 12


def trust(arguments: argparse.Namespace, context: Context) -> int:
    """All packs and whether they may run their demos; or one of them, to be trusted or not."""
    from tutor.packs.trust import Trust

    known = Trust(context.home.trust)
    if not arguments.pack:
        return _list(known, arguments.json, context)
    pack = _found(arguments.pack, context)
    return (
        _forget(pack, known, arguments.json, context)
        if arguments.forget
        else _look(pack, known, arguments, context)
    )


def _list(known: "Trust", as_json: bool, context: Context) -> int:
    packs = [(pack, _standing(known, pack)) for pack in packs_of(context)]
    if as_json:
        print_json({"packs": [_object(pack, standing, known) for pack, standing in packs]})
        return 0
    width = max(len(pack.name) for pack, _ in packs)
    for pack, standing in packs:
        said = context.say(f"trust.{_said(pack, standing)}", command=trust_command(pack))
        print(f"{pack.name:<{width}}  {said}")
        print(f"{'':<{width}}  {pack.root}")
    return 0


def _look(pack: "Pack", known: "Trust", arguments: argparse.Namespace, context: Context) -> int:
    """Show what a pack would run, and trust it if the learner says so."""
    standing, code = _standing(known, pack), _code(pack)
    undecided = standing in ("unknown", "changed")
    if arguments.json:
        if undecided and arguments.yes:
            _give(pack, known, code, context)
        print_json(_object(pack, _standing(known, pack), known))
        return 0
    for line in _told(pack, standing, code, known.before(pack.root) or {}, context):
        print(line)
    if not undecided:
        return 0
    if not arguments.yes:
        print(context.say("trust.ask"), end=" ")
        answer = read_line()
        if answer is None:
            print()
            raise CannotError("trust.nobody", pack=pack.name, command=trust_command(pack))
        if answer.strip().casefold() not in _YES:
            print(context.say("trust.refused", pack=pack.name))
            return 1
    _give(pack, known, code, context)
    print(context.say("trust.given", pack=pack.name, command=trust_command(pack)))
    return 0


def _forget(pack: "Pack", known: "Trust", as_json: bool, context: Context) -> int:
    try:
        taken = known.take(pack.root)
    except OSError as error:
        raise _unwritable(known, error) from None
    if as_json:
        print_json(_object(pack, _standing(known, pack), known))
    else:
        print(context.say("trust.taken" if taken else "trust.never", pack=pack.name))
    return 0


def _told(
    pack: "Pack",
    standing: "Standing",
    code: Sequence["CodeFile"],
    before: Mapping[str, str],
    context: Context,
) -> list[str]:
    """A line for the pack, and one for each file that it would run."""
    said = context.say(f"trust.{_said(pack, standing)}", command=trust_command(pack))
    lines = [f"{pack.name}: {said}", str(pack.root)]
    width = max((len(file.name) for file in code), default=0)
    for file in code:
        size = context.say("trust.size", lines=file.lines, bytes=f"{file.size:,}")
        mark = _mark(file, before)
        note = f"  {context.say(f'trust.file.{mark}')}" if mark else ""
        lines.append(f"  {file.name:<{width}}  {file.sha256[:_SHORT]}  {size}{note}")
    gone = sorted(before.keys() - {file.name for file in code})
    lines += [f"  {name:<{width}}  {context.say('trust.file.gone')}" for name in gone]
    return lines


def _mark(file: "CodeFile", before: Mapping[str, str]) -> str:
    """What became of a file since the pack was trusted, if it was and anything did."""
    if not before or before.get(file.name) == file.sha256:
        return ""
    return "changed" if file.name in before else "new"


def _said(pack: "Pack", standing: "Standing") -> str:
    return f"standing.{pack.name if pack.is_ours else standing}"


def _object(pack: "Pack", standing: "Standing", known: "Trust") -> dict[str, object]:
    before = known.before(pack.root) or {}
    files = [
        {
            "file": file.name,
            "bytes": file.size,
            "lines": file.lines,
            "sha256": file.sha256,
            "since": _mark(file, before) or None,
        }
        for file in _code(pack)
    ]
    root = str(pack.root)
    return {"pack": pack.name, "root": root, "standing": str(standing), "files": files}


def _found(word: str, context: Context) -> "Pack":
    """The pack of that name, or in that folder."""
    from tutor.packs.sources import packs_of_files

    known = {pack.name: pack for pack in packs_of(context)}
    if word in known:
        return known[word]
    folder = Path(word)
    if not folder.is_dir():
        from difflib import get_close_matches

        near = "".join(get_close_matches(word, known, n=1))
        code = "trust.no_pack_near" if near else "trust.no_pack"
        raise CannotError(code, 2, pack=word, near=near, known=", ".join(known))
    whole = folder.resolve()
    for pack in known.values():
        if pack.root.resolve() == whole:
            return pack
    return packs_of_files([folder])[0]


def _standing(known: "Trust", pack: "Pack") -> "Standing":
    try:
        return known.standing(pack)
    except OSError as error:
        raise _unreadable(pack, error) from None


def _code(pack: "Pack") -> "tuple[CodeFile, ...]":
    from tutor.packs.trust import code_of

    try:
        return code_of(pack.root)
    except OSError as error:
        raise _unreadable(pack, error) from None


def _give(pack: "Pack", known: "Trust", code: "tuple[CodeFile, ...]", context: Context) -> None:
    try:
        known.give(pack.root, code, context.clock())
    except OSError as error:
        raise _unwritable(known, error) from None


def _unreadable(pack: "Pack", error: OSError) -> CannotError:
    reason = error.strerror or str(error)
    return CannotError("trust.unreadable", file=error.filename or pack.root, reason=reason)


def _unwritable(known: "Trust", error: OSError) -> CannotError:
    return CannotError("trust.unwritable", file=known.file, reason=error.strerror or str(error))
