"""Packs and the files in them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import tutor

_ENDINGS = (".yaml", ".yml")
GLOSSARY = "glossary.yaml"
TRACKS = "tracks.yaml"
_RESERVED = frozenset({GLOSSARY, TRACKS})
"""Files at the root of a pack's content that are no concepts."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder with `content/` and perhaps `demos/`, or a single file given by the learner.

    Only a trusted pack may run its demos. Of the `bundled` one more is asked by `check`.
    """

    name: str
    root: Path
    trusted: bool

    @property
    def bundled(self) -> bool:
        """Whether this is the pack that comes with the program."""
        return self.name == BUNDLED

    @property
    def demos(self) -> Path:
        """The folder in which its demos stand, if it has any."""
        return self.root / "demos"


BUNDLED = "bundled"
OWN = "own"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of a pack with its size and its time of change in nanoseconds."""

    path: Path
    track: str
    size: int
    time: int


def bundled_root() -> Path:
    """The folder of the bundled pack: inside the installed package, else beside it."""
    package = Path(tutor.__file__).parent
    inside = package / "_bundled"
    return inside if inside.is_dir() else package.parent


def find_packs(home_pack: Path, tutor_path: str) -> tuple[Pack, ...]:
    """The bundled pack, those on `tutor_path` (folders joined as in PATH), the learner's own.

    A later pack overrides an earlier one. Names are unique: a folder's name is told apart by its
    whole path where it is taken.
    """
    packs = [Pack(BUNDLED, bundled_root(), trusted=True)]
    taken = {BUNDLED, OWN}
    for part in tutor_path.split(os.pathsep):
        if not part.strip():
            continue
        root = Path(part.strip()).expanduser()
        name = root.name if root.name and root.name not in taken else str(root)
        if name in taken:
            continue
        taken.add(name)
        packs.append(Pack(name, root, trusted=False))
    packs.append(Pack(OWN, home_pack, trusted=True))
    return tuple(packs)


def packs_of_files(paths: Sequence[Path]) -> tuple[Pack, ...]:
    """A pack for each file or folder that the learner names, untrusted, in the order given."""
    return tuple(Pack(str(path), path, trusted=False) for path in dict.fromkeys(paths))


def files_of(pack: Pack) -> Iterator[FoundFile]:
    """The files of a pack by track and name; for a single file, that file.

    A folder without `content/` holds its files itself. Names that begin with a dot are passed
    over: editors keep their own copies under such names; so are glossary and tracks.
    Raises OSError for a path that cannot be looked at; yields nothing for a learner's own pack that
    does not exist yet.
    """
    if pack.root.is_file():
        if pack.root.name not in _RESERVED:
            yield _found(pack.root, "")
        return
    folder = pack.root / "content"
    if not folder.is_dir():
        if pack.name in (OWN, BUNDLED) or (pack.root.is_dir() and pack.demos.is_dir()):
            return
        folder = pack.root
        folder.stat()
    errors: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=errors.append):
        here = Path(where)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if here == pack.root and "demos" in folders:
            folders.remove("demos")
        parts = here.relative_to(folder).parts
        for name in sorted(names):
            if not parts and name in _RESERVED:
                continue
            if name.endswith(_ENDINGS) and not name.startswith("."):
                yield _found(here / name, parts[0] if parts else "")
    if errors:
        raise errors[0]


def content_of(pack: Pack) -> Path:
    """The folder in which a pack's files stand: `content/`, else the pack's own."""
    folder = pack.root / "content"
    return folder if folder.is_dir() else pack.root


def reserved_file(pack: Pack, name: str) -> FoundFile | None:
    """The pack's GLOSSARY or TRACKS, if it has one: that file itself where the pack is one file.

    Raises OSError where it cannot be looked at.
    """
    path = pack.root if pack.root.name == name else content_of(pack) / name
    return _found(path, "") if path.is_file() else None


def _found(path: Path, track: str) -> FoundFile:
    state = path.stat()
    return FoundFile(path, track, state.st_size, state.st_mtime_ns)
