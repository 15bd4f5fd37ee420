"""Packs that Python packages bring: found by what their installation wrote down, never imported.

A package announces a pack by an entry point of the group `tutor.packs`, whose name is the pack's
and whose value is the package, or a folder in it written with dots, that holds `content/` or
`demos/`. Why it is looked for so: docs/decisions/0007-packs-without-import.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tutor.packs.added import is_pack
from tutor.packs.sources import Pack

GROUP = "tutor.packs"
_ENDINGS = (".dist-info", ".egg-info")
_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that an installed `package` announces as `value`; `root` is None where none is."""

    name: str
    package: str
    value: str
    root: Path | None

    @property
    def pack(self) -> Pack | None:
        """The pack; its demos do not run before it is trusted."""
        return None if self.root is None else Pack(self.name, self.root, trusted=False)


def installed_packs(places: Sequence[str], remembered: Path | None = None) -> list[Installed]:
    """The packs announced in the folders `places`, where Python finds packages, by name.

    What was found is kept in the file `remembered`, and looked for again only when one of the
    folders has changed, or when a pack is not where it was.
    """
    state = _state(places)
    if remembered is not None and (known := _recalled(remembered, state)) is not None:
        return known
    found: dict[tuple[str, str], Installed] = {}
    for place, _ in state:
        for one in _announced_in(place, [path for path, _ in state]):
            found.setdefault((one.package, one.name), one)  # as Python does: the first one counts
    packs = sorted(found.values(), key=lambda one: (one.name, one.package))
    if remembered is not None:
        _remember(remembered, state, packs)
    return packs


def _state(places: Sequence[str]) -> list[tuple[str, int]]:
    """The folders there are, each with the time at which something was put in or taken out."""
    state = []
    for place in dict.fromkeys(places):
        try:
            state.append((place, os.stat(place).st_mtime_ns))
        except (OSError, ValueError):
            continue
    return state


# What was found before: a line for each folder, an empty one, a line for each pack.


def _head(state: Sequence[tuple[str, int]]) -> list[str]:
    return [_VERSION, *(f"{time} {place}" for place, time in state), ""]


def _recalled(remembered: Path, state: Sequence[tuple[str, int]]) -> list[Installed] | None:
    try:
        lines = remembered.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    except OSError:
        return None
    head = _head(state)
    if lines[: len(head)] != head:
        return None
    packs = []
    for line in lines[len(head) :]:
        name, package, value, root = (*line.split("\t"), "", "", "", "")[:4]
        if line and not (root and is_pack(Path(root))):
            return None  # it was moved, or never found: it may be there by now
        if line:
            packs.append(Installed(name, package, value, Path(root)))
    return packs


def _remember(
    remembered: Path, state: Sequence[tuple[str, int]], packs: Sequence[Installed]
) -> None:
    rows = ["\t".join((one.name, one.package, one.value, str(one.root or ""))) for one in packs]
    lines = [*_head(state), *rows]
    if any("\n" in line for line in lines):  # some folder's name; then it is looked for each time
        return
    new = remembered.with_name(f"{remembered.name}.{os.getpid()}")
    try:
        remembered.parent.mkdir(parents=True, exist_ok=True)
        new.write_text("\n".join(lines), encoding="utf-8", errors="surrogateescape", newline="\n")
        os.replace(new, remembered)
    except OSError:  # it is only a matter of speed
        with suppress(OSError):
            new.unlink()


# Looking.


def _announced_in(place: str, places: Sequence[str]) -> Iterator[Installed]:
    """The packs announced by the packages whose installation is written down in a folder."""
    try:
        names = sorted(name for name in os.listdir(place) if name.endswith(_ENDINGS))
    except OSError:
        return
    for name in names:
        folder = os.path.join(place, name)
        try:
            with open(os.path.join(folder, "entry_points.txt"), "rb") as file:
                data = file.read()
        except OSError:
            continue
        if GROUP.encode() not in data:
            continue
        package = name.partition("-")[0]
        for entry, value in _entries(data.decode("utf-8", "replace")):
            root = _root(value, [place, *places, *_project(folder)])
            yield Installed(entry, package, value, root)


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """The names and values of the group, out of a file of entry points."""
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == f"[{GROUP}]"
        elif inside and line and line[0] not in "#;":
            name, equals, value = (part.strip() for part in line.partition("="))
            if name and equals and "\t" not in line:
                yield name, value


def _root(value: str, places: Sequence[str]) -> Path | None:
    """The folder of a module's name that is a pack, in the first of the places that has one."""
    parts = value.split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    roots = (Path(place, *parts) for place in dict.fromkeys(places))
    return next((root for root in roots if is_pack(root)), None)


def _project(folder: str) -> list[str]:
    """Where the modules of a project lie that was installed in place, as `pip install -e` does."""
    try:
        data = Path(folder, "direct_url.json").read_bytes()
    except OSError:
        return []
    import json
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    try:
        told = json.loads(data)
        url = urlsplit(told["url"])
        if url.scheme != "file" or not told["dir_info"]["editable"]:
            return []
    except (ValueError, LookupError, TypeError, AttributeError):
        return []
    root = url2pathname(url.path)
    return [root, os.path.join(root, "src")]
