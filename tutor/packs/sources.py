"""Packs and the files in them."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
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
    def is_ours(self) -> bool:
        """Whether its demos may always be run: it is the bundled pack, or the learner's own."""
        return self.name in (BUNDLED, OWN)

    @property
    def demos(self) -> Path:
        """The folder in which its demos stand, if it has any."""
        return self.root / "demos"


BUNDLED = "bundled"
OWN = "own"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of a pack, by its name in full, with its size and its time of change in ns."""

    file: str
    track: str
    size: int
    time: int

    @property
    def path(self) -> Path:
        """The file as a path; thousands of files are found at each start, and few looked at."""
        return Path(self.file)


@dataclass(frozen=True, slots=True)
class Found:
    """A pack, those of its files that could be found, and what kept others from it."""

    pack: Pack
    files: tuple[FoundFile, ...]
    errors: tuple[OSError, ...] = ()


def bundled_root() -> Path:
    """The folder of the bundled pack: inside the installed package, else beside it."""
    package = Path(tutor.__file__).parent
    inside = package / "_bundled"
    return inside if inside.is_dir() else package.parent


def nobody(root: Path) -> bool:
    """Trusts no pack."""
    return False


def find_packs(
    home_pack: Path,
    tutor_path: str,
    trusted: Callable[[Path], bool] = nobody,
    *,
    installed: Sequence[Pack] = (),
    added: Sequence[Pack] = (),
) -> tuple[Pack, ...]:
    """The bundled pack, `installed` ones, those on `tutor_path`, `added` ones, the learner's own.

    `tutor_path` is folders joined as in PATH. A later pack overrides an earlier one. Names are
    unique: an added pack has the name that the learner gave it, any other is told apart by its
    whole path where its name is taken. `trusted` says of others' packs whether they may run their
    demos.
    """
    packs = [Pack(BUNDLED, bundled_root(), trusted=True)]
    taken = {BUNDLED, OWN, *(pack.name for pack in added)}
    roots = (
        Path(part.strip()).expanduser() for part in tutor_path.split(os.pathsep) if part.strip()
    )
    named = (Pack(root.name, root, trusted=False) for root in roots)
    for pack in (*installed, *named):
        name = pack.name if pack.name and pack.name not in taken else str(pack.root)
        if name not in taken:
            taken.add(name)
            packs.append(replace(pack, name=name, trusted=trusted(pack.root)))
    packs += [replace(pack, trusted=trusted(pack.root)) for pack in added]
    return (*packs, Pack(OWN, home_pack, trusted=True))


def packs_of_files(
    paths: Sequence[Path], trusted: Callable[[Path], bool] = nobody
) -> tuple[Pack, ...]:
    """A pack for each file or folder that the learner names, in the order given."""
    return tuple(
        Pack(_name_of(path), path, trusted=path.is_dir() and trusted(path))
        for path in dict.fromkeys(paths)
    )


def _name_of(path: Path) -> str:
    """What a path is called; none passes for the bundled pack, or for the learner's own."""
    return str(path.resolve() if str(path) in (BUNDLED, OWN) else path)


def found_in(pack: Pack) -> Found:
    """The files of a pack, as far as its folders can be looked at."""
    files: list[FoundFile] = []
    errors: list[OSError] = []
    try:
        files.extend(_files_of(pack, errors))
    except OSError as error:
        errors.append(error)
    return Found(pack, tuple(files), tuple(errors))


def files_of(pack: Pack) -> Iterator[FoundFile]:
    """The files of a pack by track and name; for a single file, that file.

    A folder without `content/` holds its files itself. Names that begin with a dot are passed
    over: editors keep their own copies under such names; so are glossary and tracks, links to
    folders, and what is no file. A link that leads nowhere hides no other file.
    Raises OSError at the end for a path that cannot be looked at; yields nothing for a learner's
    own pack that does not exist yet.
    """
    errors: list[OSError] = []
    yield from _files_of(pack, errors)
    if errors:
        raise errors[0]


def _files_of(pack: Pack, errors: list[OSError]) -> Iterator[FoundFile]:
    if pack.root.is_file():
        if pack.root.name not in _RESERVED:
            yield _found(pack.root, "")
        return
    folder = pack.root / "content"
    passed = ""
    if not folder.is_dir():
        if pack.name in (OWN, BUNDLED) or (pack.root.is_dir() and pack.demos.is_dir()):
            return
        folder = pack.root
        folder.stat()
        passed = "demos"
    yield from _files_in(str(folder), "", passed, errors)


def demo_files(pack: Pack) -> Iterator[FoundFile]:
    """The Python and YAML files of a pack's demos by name; none where it has no demos."""
    try:
        entries = sorted(_entries(str(pack.demos)), key=_name)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith((".py", *_ENDINGS)):
            with suppress(OSError):
                yield _found(entry, "")


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


def _files_in(
    folder: str,
    track: str,
    passed: str,
    errors: list[OSError],
    depth: int = 0,
    linked: tuple[str, ...] = (),
) -> Iterator[FoundFile]:
    """The files in a folder, then those in its folders but the one to be `passed` over.

    Links are followed, unless that leads back to where one is or to one of those `linked` before.
    """
    try:
        entries = sorted(_entries(folder), key=_name)
    except OSError as error:
        errors.append(error)
        return
    folders = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        is_deck = entry.name.endswith(_ENDINGS) and (depth or entry.name not in _RESERVED)
        try:
            if entry.is_dir():
                if entry.name != passed:
                    folders.append(entry)
                continue
            found = _found(entry, track) if is_deck else None  # raises for a link to nowhere
            is_deck = is_deck and entry.is_file()  # a pipe would be waited for
        except OSError as error:
            errors += [error] if is_deck else []
            continue
        if found and is_deck:
            yield found
    for entry in folders:
        further = linked
        if entry.is_symlink():
            target, here = os.path.realpath(entry.path), os.path.realpath(folder)
            if target in linked or os.path.join(here, "").startswith(os.path.join(target, "")):
                continue
            further = (*linked, target)
        into = track if depth else entry.name
        yield from _files_in(entry.path, into, "", errors, depth + 1, further)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return list(found)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _found(path: Path | os.DirEntry[str], track: str) -> FoundFile:
    state = path.stat()
    return FoundFile(os.fspath(path), track, state.st_size, state.st_mtime_ns)
