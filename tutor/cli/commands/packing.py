"""`tutor pack`: packs of others, added, listed and taken away again."""

import argparse
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.context import CannotError, Context
from tutor.cli.output import print_json
from tutor.cli.shelf import installed_of, missing_packs, packs_of
from tutor.cli.streams import read_line
from tutor.packs.sources import BUNDLED, OWN

if TYPE_CHECKING:
    from tutor.packs import Pack
    from tutor.packs.added import Added

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*://|git@|[\w.-]+@[\w.-]+:)")
_BRANCH = re.compile(r"-(?:main|master)$")
"""What GitHub puts behind the name of a repository that is fetched as a zip file."""
_YES = ("y", "yes", "ㅛ", "예", "네")


def add_pack(arguments: argparse.Namespace, context: Context) -> int:
    """Add a folder, which stays where it is, or a zip file, which is unpacked."""
    from tutor.packs.added import in_full, is_pack_name, read_added, same_name

    path = in_full(Path(arguments.path))
    _check_path(arguments.path, path)
    data, known = context.home.data, {one.name: one for one in read_added(context.home.data)[0]}
    name = _name(arguments.name, path)
    if not is_pack_name(name):
        raise CannotError("pack.name", 2, name=name)
    former = known.get(same_name(name, known))
    if path.is_dir():
        _check_folder(path, [one for one in known.values() if one != former], context)
        # What came as a zip file would be deleted to make room for itself.
        if former is not None and path.resolve().is_relative_to(former.root.resolve()):
            print(context.say("pack.already", name=former.name, folder=path))
            return 0
    if former is not None and not _may_replace(former, arguments.yes, context):
        print(context.say("pack.unchanged"))
        return 1
    name = name if former is None else former.name
    with _saying(data, path):
        root = _put(path, name, former, data)
    _tell(name, root, context)
    return 0


def _check_path(given: str, path: Path) -> None:
    """A wrong call unless there is a folder or a zip file."""
    if not path.exists():
        if _URL.match(given):
            folder = re.split(r"[/:]", given.rstrip("/"))[-1].removesuffix(".git")
            raise CannotError("pack.url", 2, url=given, folder=folder)
        raise CannotError("cli.no_path", 2, path=given)
    if not path.is_dir() and path.suffix.lower() in (".yaml", ".yml"):
        raise CannotError("pack.deck", 2, file=given)


def _check_folder(folder: Path, others: "Sequence[Added]", context: Context) -> None:
    from tutor.packs import bundled_root
    from tutor.packs.added import is_pack

    if not is_pack(folder):
        raise CannotError("pack.no_pack", folder=folder)
    if folder.resolve() in (bundled_root().resolve(), context.home.pack.resolve()):
        raise CannotError("pack.own", folder=folder)
    for one in others:
        if one.root.resolve() == folder.resolve():
            raise CannotError("pack.listed", folder=folder, name=one.name)


def _name(given: str, path: Path) -> str:
    """The name of a pack, unless one is given, is its folder's, or its file's without ending."""
    from unicodedata import normalize

    if not given:
        given = path.name if path.is_dir() else _BRANCH.sub("", path.stem)
    return normalize("NFC", given)


def _may_replace(former: "Added", yes: bool, context: Context) -> bool:
    """Whether a pack may take the place of another: of one that has gone, always."""
    code = "pack.replace.unpacked" if former.unpacked else "pack.replace"
    said = context.say(code, name=former.name, folder=former.root)
    return yes or not former.there or _agreed(said)


def _put(path: Path, name: str, former: "Added | None", data: Path) -> Path:
    """Put a folder or a zip file into the list; the folder in which the pack stands."""
    from tutor.packs.added import check_list, remember, unpacked_folder

    check_list(data)
    if path.is_dir():
        remember(data, name, path)
        if former is not None and former.unpacked:
            shutil.rmtree(former.root, ignore_errors=True)
        return path
    from tutor.packs.zips import unpack

    root = unpacked_folder(data, name)
    unpack(path, root)
    remember(data, name, None)
    return root


@contextmanager
def _saying(data: Path, path: Path) -> Iterator[None]:
    """What keeps a pack from being added or taken away becomes a CannotError."""
    from tutor.packs.added import LIST, UnusableListError
    from tutor.packs.zips import ZipRefusedError

    try:
        yield
    except ZipRefusedError as error:
        code = f"pack.zip.{error.code}"
        raise CannotError(code, file=path.name, **error.details) from None
    except UnusableListError:
        raise CannotError("pack.list.broken", file=data / LIST) from None
    except OSError as error:
        file, reason = error.filename or path, error.strerror or type(error).__name__
        raise CannotError("edit.failed", file=file, reason=reason) from None


def _tell(name: str, root: Path, context: Context) -> None:
    """What was added, what is wrong with it, and what has to be done before its demos run."""
    from tutor.core.faults import Severity
    from tutor.packs import Pack, open_library

    packs = packs_of(context)
    pack = next((one for one in packs if one.name == name), Pack(name, root, trusted=False))
    library = open_library((pack,), None, others=packs)
    errors = sum(fault.severity is Severity.ERROR for fault in library.faults)
    print(context.say("pack.added", name=name, n=len(library.items), folder=root))
    if errors:
        print(context.say("pack.faults", n=errors, folder=root))
    if not pack.trusted and any(pack.demos.glob("*.py")):
        print(context.say("pack.untrusted"))


def list_packs(arguments: argparse.Namespace, context: Context) -> int:
    """All packs, in the order in which later ones override earlier ones."""
    rows = _rows(context)
    if arguments.json:
        print_json({"packs": rows})
        return 0
    for row in rows:
        origin = context.say(f"pack.origin.{row['origin']}", package=row.get("package", ""))
        code = "pack.line" if row["there"] else "pack.line.gone"
        details = {"n": row["cards"], "origin": origin, "folder": row["folder"]}
        print(context.say(code, name=row["name"], **details))
    for sentence in missing_packs(context):
        print(sentence, file=sys.stderr)
    return 0


def _rows(context: Context) -> list[dict[str, object]]:
    from tutor.cli.wiring import open_cache, read_cards
    from tutor.packs.added import read_added

    with open_cache(context) as cache:
        library = read_cards(context, (), cache)
        cards = _cards_of(
            library.packs, Counter(item.place.file for item in library.items.values())
        )
    added = {one.name: one for one in read_added(context.home.data)[0]}
    installed = {one.root: one.package for one in installed_of(context)}
    rows = []
    for pack in library.packs:
        row: dict[str, object] = {"name": pack.name, "origin": "path", "folder": str(pack.root)}
        if pack.name in (BUNDLED, OWN, *added):
            row["origin"] = pack.name if pack.name in (BUNDLED, OWN) else "added"
        elif pack.root in installed:
            row |= {"origin": "installed", "package": installed[pack.root]}
        there = pack.root.exists() or pack.name == OWN
        rows.append({**row, "there": there, "trusted": pack.trusted, "cards": cards[pack.name]})
    gone = [
        {
            **{"name": one.name, "origin": "added", "folder": str(one.root)},
            **{"there": False, "trusted": False, "cards": 0},
        }
        for one in added.values()
        if not one.there
    ]
    return [*rows[:-1], *gone, rows[-1]]


def _cards_of(packs: "Sequence[Pack]", files: Mapping[str, int]) -> Counter[str]:
    """How many cards are asked from each pack, from how many are from each file.

    A pack may lie in a folder of another.
    """
    inmost = sorted(packs, key=lambda pack: len(pack.root.parts), reverse=True)
    found: Counter[str] = Counter()
    for file, count in files.items():
        path = Path(file)
        for pack in inmost:
            if path.is_relative_to(pack.root):
                found[pack.name] += count
                break
    return found


def remove_pack(arguments: argparse.Namespace, context: Context) -> int:
    """Take an added pack away: a folder stays as it is, what came as a zip file is deleted."""
    from unicodedata import normalize

    from tutor.packs.added import forget, read_added, same_name

    known = {one.name: one for one in read_added(context.home.data)[0]}
    found = known.get(same_name(normalize("NFC", arguments.name), known))
    if found is None:
        raise _unknown(arguments.name, known, context)
    if found.unpacked and found.root.exists() and not arguments.yes:
        asked = context.say("pack.remove", name=found.name, folder=found.root)
        if not _agreed(asked):
            print(context.say("pack.unchanged"))
            return 1
    with _saying(context.home.data, found.root):
        forget(context.home.data, found)
    code = "pack.removed.unpacked" if found.unpacked else "pack.removed"
    print(context.say(code, name=found.name, folder=found.root))
    return 0


def _unknown(name: str, known: Mapping[str, object], context: Context) -> CannotError:
    """Why a pack cannot be taken away that was not added."""
    for pack in packs_of(context):
        if pack.name == name:
            code = {BUNDLED: "pack.stays.bundled", OWN: "pack.stays.own"}.get(name, "")
            packages = {one.root: one.package for one in installed_of(context)}
            if not code:
                code = "pack.stays.installed" if pack.root in packages else "pack.stays.path"
            package = packages.get(pack.root, "")
            return CannotError(code, name=name, folder=pack.root, package=package)
    from difflib import get_close_matches

    near = "".join(get_close_matches(name, known, n=1))
    return CannotError("pack.none_near" if near else "pack.none", name=name, near=near)


def _agreed(question: str) -> bool:
    """Whether the learner says yes; a wrong call where there is nobody to ask."""
    print(question, end=" ", flush=True)
    given = read_line()
    if given is None:
        print()
        raise CannotError("pack.needs_yes", 2)
    return given.strip().casefold() in _YES
