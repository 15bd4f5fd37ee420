"""The packs that are read, and those that were added or announced and cannot be found."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.cli.context import Context

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.packs import Pack
    from tutor.packs.installed import Installed

_REMEMBERED = "installed-packs.txt"


def packs_of(context: Context) -> "tuple[Pack, ...]":
    """The packs, later ones overriding earlier ones; one that has gone from its folder is not."""
    from tutor.packs import find_packs
    from tutor.packs.added import read_added

    added, _ = read_added(context.home.data)
    return find_packs(
        context.home.pack,
        context.environ.get("TUTOR_PATH", ""),
        lambda root: is_trusted(root, context),
        installed=[one.pack for one in installed_of(context) if one.pack is not None],
        added=[one.pack for one in added if one.there],
    )


def is_trusted(root: "Path", context: Context) -> bool:
    """Whether the pack in a folder may run its demos: ours may, others as they were looked at."""
    from tutor.packs import bundled_root
    from tutor.packs.trust import Trust

    whole = root.resolve()
    ours = (context.home.pack.resolve(), bundled_root().resolve())
    return whole in ours or Trust(context.home.trust).holds(root)


def installed_of(context: Context) -> "list[Installed]":
    """The packs that Python packages bring; where there is no home yet nothing is remembered."""
    from tutor.packs.installed import installed_packs

    # `python -m tutor` looks in the folder where one is first; nothing is installed there.
    here = sys.path[0] if sys.path else ""
    places = [place for place in sys.path if place and place != here]
    home = context.home
    return installed_packs(places, home.cache / _REMEMBERED if home.data.is_dir() else None)


def others_of(context: Context) -> "set[Path]":
    """The folders of packs that are not the learner's: bundled, of Python packages, and added."""
    from tutor.packs import bundled_root
    from tutor.packs.added import read_added

    installed = {one.root for one in installed_of(context) if one.root is not None}
    return {bundled_root(), *installed, *(one.root for one in read_added(context.home.data)[0])}


def added_names(context: Context) -> set[str]:
    """The names of the packs that were added, also of those that have gone."""
    from tutor.packs.added import read_added

    return {one.name for one in read_added(context.home.data)[0]}


def missing_packs(context: Context) -> Iterator[str]:
    """A sentence for each pack that was added or announced and cannot be found, with the cure."""
    from tutor.packs.added import read_added

    added, faults = read_added(context.home.data)
    for fault in faults:
        said = context.say(f"pack.list.{fault.code}", name=fault.name)
        yield f"{fault.place.file}:{fault.place.line}: {said}"
    for one in added:
        if not one.there:
            code = "pack.gone.unpacked" if one.unpacked else "pack.gone"
            yield context.say(code, name=one.name, folder=one.root)
    for announced in installed_of(context):
        if announced.root is None:
            details = {"name": announced.name, "package": announced.package}
            yield context.say("pack.gone.installed", value=announced.value, **details)
