"""Which packs may run their demos: those whose code the learner has looked at, as it was then."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib.machinery import all_suffixes
from pathlib import Path
from typing import Final

from tutor.core.saving import save
from tutor.packs.sources import Pack

_VERSION: Final = 1


class Standing(StrEnum):
    """Whether a pack may run its demos."""

    OURS = "ours"
    """It comes with the program, or is the learner's own: nobody is asked."""
    EMPTY = "empty"
    """It has no demos that could be run."""
    TRUSTED = "trusted"
    CHANGED = "changed"
    """It was trusted, and is not any more: its code is another one now."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CodeFile:
    """A file that Python may run for a pack's demos, named from the pack's folder on."""

    name: str
    size: int
    lines: int
    sha256: str


def code_of(root: Path) -> tuple[CodeFile, ...]:
    """All code of a pack's demos, by name; raises OSError where it cannot be read.

    What Python keeps in `__pycache__` is left out: demos are always run from their sources.
    """
    return tuple(_read(root, path) for path in sorted(_paths(root / "demos")))


def _paths(folder: Path) -> Iterator[Path]:
    endings = tuple(all_suffixes())

    def fail(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            raise error

    for inside, folders, names in os.walk(folder, onerror=fail, followlinks=True):
        folders[:] = [name for name in folders if name != "__pycache__"]
        if len(Path(inside).relative_to(folder).parts) > _DEEPEST:
            raise OSError(f"{inside}: too deep")  # a link leads back into the folder itself
        yield from (Path(inside, name) for name in names if name.endswith(endings))


_DEEPEST: Final = 20


def _read(root: Path, path: Path) -> CodeFile:
    data = path.read_bytes()
    lines = data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
    name = path.relative_to(root).as_posix()
    return CodeFile(name, len(data), lines, hashlib.sha256(data).hexdigest())


class Trust:
    """What was trusted, in a file of its own; nothing is where that file cannot be read."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def holds(self, root: Path) -> bool:
        """Whether the code of the pack in this folder is what was trusted, byte for byte."""
        before = self.before(root)
        if before is None:
            return False  # and no code has been read
        try:
            return before == _hashes(code_of(root))
        except OSError:
            return False

    def standing(self, pack: Pack) -> Standing:
        """What holds for a pack; raises OSError where its code cannot be read."""
        if pack.is_ours:
            return Standing.OURS
        code = code_of(pack.root)
        if not code:
            return Standing.EMPTY
        before = self.before(pack.root)
        if before is None:
            return Standing.UNKNOWN
        return Standing.TRUSTED if before == _hashes(code) else Standing.CHANGED

    def before(self, root: Path) -> Mapping[str, str] | None:
        """The hashes of the files that were trusted; None if the pack never was."""
        kept = self._kept().get(_key(root))
        files = kept.get("files") if isinstance(kept, dict) else None
        return files if isinstance(files, dict) else None

    def give(self, root: Path, code: tuple[CodeFile, ...], now: datetime) -> None:
        """Trust this code; raises OSError where that cannot be kept."""
        entry = {"files": _hashes(code), "at": now.isoformat(timespec="seconds")}
        self._keep({**self._kept(), _key(root): entry})

    def take(self, root: Path) -> bool:
        """Trust a pack no longer; False if it was not trusted. Raises OSError as `give`."""
        kept = self._kept()
        if kept.pop(_key(root), None) is None:
            return False
        self._keep(kept)
        return True

    def _kept(self) -> dict[str, object]:
        try:
            read = json.loads(self.file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(read, dict) or read.get("version") != _VERSION:
            return {}
        packs = read.get("packs")
        return packs if isinstance(packs, dict) else {}

    def _keep(self, packs: Mapping[str, object]) -> None:
        text = json.dumps({"version": _VERSION, "packs": packs}, ensure_ascii=False, indent=2)
        save(self.file, f"{text}\n".encode())


def _hashes(code: tuple[CodeFile, ...]) -> dict[str, str]:
    return {file.name: file.sha256 for file in code}


def _key(root: Path) -> str:
    return os.path.normcase(root.resolve())
