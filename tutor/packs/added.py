"""The packs that the learner added: folders that stay where they are, and zip files unpacked.

`packs.toml` in the data folder lists them by name, in the order in which they were added: a later
one overrides an earlier one. What came as a zip file lies below `packs/` beside it.
"""

import os
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tutor.core.cards import Place
from tutor.packs.sources import BUNDLED, OWN, Pack

LIST = "packs.toml"
UNPACKED = "packs"
"""The folder for what came as a zip file."""
_HEAD = "# Packs: tutor pack add, tutor pack list, tutor pack remove.\n"
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Added:
    """A pack that was added; one that came as a zip file is the tutor's own copy (`unpacked`)."""

    name: str
    root: Path
    unpacked: bool

    @property
    def there(self) -> bool:
        """Whether its folder holds a pack: it may have been moved, or its drive not be mounted."""
        return is_pack(self.root)

    @property
    def pack(self) -> Pack:
        """The pack; its demos do not run before it is trusted."""
        return Pack(self.name, self.root, trusted=False)


@dataclass(frozen=True, slots=True)
class ListFault:
    """Something in the list that cannot be used; `code` names a sentence under `pack.list.`."""

    place: Place
    code: str
    name: str = ""


class UnusableListError(Exception):
    """The list is no TOML: nothing is written to it until it was corrected."""


def is_pack(root: Path) -> bool:
    """Whether a folder is a pack by what it holds."""
    return (root / "content").is_dir() or (root / "demos").is_dir()


def is_pack_name(name: str) -> bool:
    """Whether a pack can be called so: as a folder can on every system, and as no other pack is."""
    from tutor.packs.names import is_usable

    fine = is_usable(name) and not name.startswith(".") and len(name) <= _LONGEST
    return fine and name.isprintable() and name not in (BUNDLED, OWN)


def read_added(data: Path) -> tuple[list[Added], list[ListFault]]:
    """The packs that were added, and what is wrong in their list; it is empty where there is none.

    Nothing is raised for what cannot be read.
    """
    file = data / LIST
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except (OSError, UnicodeDecodeError):
        return [], [ListFault(Place(str(file), 1, 1), "unreadable")]
    import tomllib

    from tutor.core.toml_places import line_of, syntax_place

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return [], [ListFault(Place(str(file), *syntax_place(text, str(error))), "syntax")]
    found: dict[str, Added] = {}
    faults = []
    for key, value in table.items():
        name = unicodedata.normalize("NFC", key)
        place = Place(str(file), line_of((key,), text), 1)
        if not is_pack_name(name) or same_name(name, found):
            faults.append(ListFault(place, "name", name[:_LONGEST]))
        elif not isinstance(value, str) or not value.strip() or "\0" in value:
            faults.append(ListFault(place, "folder", name))
        else:
            found[name] = _added(data, name, value)
    return [*found.values()], faults


def same_name(name: str, known: Iterable[str]) -> str:
    """The one of the names that no folder can stand beside this one; empty where none is."""
    folded = unicodedata.normalize("NFC", name.casefold())
    return next(
        (one for one in known if unicodedata.normalize("NFC", one.casefold()) == folded), ""
    )


def _added(data: Path, name: str, value: str) -> Added:
    root = Path(value)
    if root.is_absolute():
        return Added(name, root, unpacked=False)
    root = data / root
    return Added(name, root, unpacked=root == data / UNPACKED / name)


def remember(data: Path, name: str, folder: Path | None) -> None:
    """Write a pack into the list, at its end unless it stood there: a folder, or None unpacked.

    UnusableListError where the list is no TOML.
    """
    written = f"{UNPACKED}/{name}" if folder is None else str(folder)
    _change(data, name, written)


def forget(data: Path, added: Added) -> None:
    """Take a pack out of the list; what came as a zip file is deleted, a folder stays as it is.

    UnusableListError where the list is no TOML, and OSError where something cannot be deleted: then
    the pack is still listed.
    """
    if added.unpacked and added.root.exists():
        shutil.rmtree(added.root)
    _change(data, added.name, None)


def check_list(data: Path) -> None:
    """UnusableListError where the list is no TOML, before anything else is done."""
    _document(data / LIST)


def unpacked_folder(data: Path, name: str) -> Path:
    """Where a zip file's pack of that name stands."""
    return data / UNPACKED / name


def _change(data: Path, name: str, value: str | None) -> None:
    from tomlkit import dumps

    from tutor.core.saving import save

    document = _document(data / LIST)
    written = next((key for key in document if unicodedata.normalize("NFC", key) == name), name)
    if value is None:
        document.pop(written, None)
    else:
        document[written] = value
    save(data / LIST, dumps(document).encode())


def _document(file: Path) -> Any:
    """The list as TOML with its comments; UnusableListError where it is none."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(file.read_bytes().decode("utf-8-sig") if file.exists() else _HEAD)
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise UnusableListError from error


def in_full(path: Path) -> Path:
    """The path from the root of its drive, links left as they are: so that it stays where it is."""
    return Path(os.path.abspath(path.expanduser()))
