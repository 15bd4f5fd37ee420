"""Packs that come as zip files: looked through before anything is written, then unpacked whole.

Nothing in a zip file is believed. Names are checked against every system that a pack may be copied
to, declared sizes are summed up before and counted again while unpacking, and what is unpacked
appears under its own name only when all of it is there.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tutor.packs.names import is_usable

MOST_FILES: Final = 10_000
MOST_BYTES: Final = 200 * 2**20
"""So much may a pack come to when it is unpacked."""
MOST_RATIO: Final = 200
"""So many times may a large file grow: text seldom grows tenfold, zip bombs a thousandfold."""
_LARGE: Final = 2**20
_LONGEST: Final = 200  # characters of a path; Windows allows 260 with the folders above it
_LONGEST_NAME: Final = 255  # bytes of a name, for most file systems
_DIRECTORY: Final = 8 * 2**20  # bytes of a zip file's own list of its files
_PIECE: Final = 2**16
_ENCRYPTED: Final = 0x1 | 0x40
_UTF8: Final = 0x800
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_NOISE: Final = "__MACOSX"
FOLDERS: Final = ("content", "demos")
"""The folders one of which makes a folder a pack."""


class ZipRefusedError(Exception):
    """A zip file is no pack that can be unpacked; `code` names a sentence under `pack.zip.`.

    `details` fill it; where a single entry is at fault they name it.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file to unpack, and the names of folders and file under which it will stand."""

    info: zipfile.ZipInfo
    parts: tuple[str, ...]


def unpack(file: Path, target: Path) -> int:
    """Unpack a pack's zip file as the folder `target`; how many files it has.

    What stands there before is replaced. ZipRefusedError where the file is no pack or not safe, and
    OSError where something cannot be read or written; then all is as it was.
    """
    with file.open("rb") as raw, _opened(_Guarded(raw)) as archive:
        entries = _checked(archive.infolist())
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh, former = (target.with_name(f".{target.name}.{end}") for end in ("new", "old"))
        _clear(fresh, former, target)
        try:
            _write(archive, entries, fresh)
            _put_in_place(fresh, target, former)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return len(entries)


def _clear(fresh: Path, former: Path, target: Path) -> None:
    """Make room; where the power went while a pack was replaced, the former one is put back."""
    shutil.rmtree(fresh, ignore_errors=True)
    if former.exists() and not target.exists():
        former.rename(target)
    shutil.rmtree(former, ignore_errors=True)


def _put_in_place(fresh: Path, target: Path, former: Path) -> None:
    if target.exists():
        target.rename(former)
    try:
        fresh.rename(target)
    except OSError:
        if former.exists():
            former.rename(target)
        raise
    shutil.rmtree(former, ignore_errors=True)


class _Guarded(io.BufferedIOBase):
    """A file of which no large piece is read at once, as a list of millions of files would be."""

    def __init__(self, raw: io.BufferedReader) -> None:
        self._raw = raw

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _DIRECTORY:
            raise ZipRefusedError("many", most=MOST_FILES)
        return self._raw.read(size)

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        if whence == os.SEEK_SET and offset < 0:  # a damaged list points before the file
            raise ValueError(offset)
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        return self._raw.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


def _opened(raw: _Guarded) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(raw)
    except ZipRefusedError:
        raise
    # Of damaged lists zipfile lets through whatever its parsing comes upon.
    except Exception as error:
        raise ZipRefusedError("broken") from error


# Looking through.


def _checked(infos: Sequence[zipfile.ZipInfo]) -> list[_Entry]:
    """The files to unpack, without a single folder around all of them; else ZipRefusedError."""
    if len(infos) > MOST_FILES:
        raise ZipRefusedError("many", most=MOST_FILES)
    entries = []
    for info in infos:
        name = _name(info)
        parts = _parts(name)
        _check_sort(info, name)
        if not name.endswith("/") and parts[0] != _NOISE and not any(p[0] == "." for p in parts):
            entries.append(_Entry(info, parts))
    _check_sizes(infos)
    entries = list(_without_top(entries))
    _check_collisions(entries)
    if not any(len(entry.parts) > 1 and entry.parts[0] in FOLDERS for entry in entries):
        raise ZipRefusedError("no-pack")
    return entries


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was written; without the mark of UTF-8 also as Korean Windows writes it."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8 and not name.isascii():
        data = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp949"):
            try:
                return unicodedata.normalize("NFC", data.decode(encoding))
            except UnicodeDecodeError:
                continue
    return unicodedata.normalize("NFC", name)


def _parts(name: str) -> tuple[str, ...]:
    """The folders and the name of an entry, each of which every system can have."""
    shown = _shown(name)
    if "\\" in name:
        raise ZipRefusedError("backslash", entry=shown)
    if name.startswith("/") or _DRIVE.match(name):
        raise ZipRefusedError("absolute", entry=shown)
    parts = tuple(name.removesuffix("/").split("/"))
    if ".." in parts:
        raise ZipRefusedError("upwards", entry=shown)
    if not all(map(is_usable, parts)) or not _is_encodable(name):
        raise ZipRefusedError("name", entry=shown)
    if len(name) > _LONGEST or any(len(part.encode()) > _LONGEST_NAME for part in parts):
        raise ZipRefusedError("long", entry=shown, most=_LONGEST)
    return parts


def _check_sort(info: zipfile.ZipInfo, name: str) -> None:
    """Whether an entry is a plain file or folder that can be unpacked."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise ZipRefusedError("link", entry=_shown(name))
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ZipRefusedError("special", entry=_shown(name))
    if info.flag_bits & _ENCRYPTED:
        raise ZipRefusedError("encrypted", entry=_shown(name))
    # Others take memory without end, or are unknown to this Python.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ZipRefusedError("method", entry=_shown(name))


def _check_sizes(infos: Sequence[zipfile.ZipInfo]) -> None:
    for info in infos:
        if info.file_size > max(_LARGE, MOST_RATIO * info.compress_size):
            raise ZipRefusedError("bomb", entry=_shown(_name(info)), most=MOST_RATIO)
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise ZipRefusedError("large", most=MOST_BYTES // 2**20)


def _without_top(entries: Sequence[_Entry]) -> Iterator[_Entry]:
    """The entries without the one folder that holds them all, as GitHub's zip files have it."""
    tops = {entry.parts[0] for entry in entries}
    nested = len(tops) == 1 and not tops & {*FOLDERS} and all(len(e.parts) > 1 for e in entries)
    for entry in entries:
        yield _Entry(entry.info, entry.parts[1:]) if nested else entry


def _check_collisions(entries: Sequence[_Entry]) -> None:
    """Whether all names stay apart where systems tell neither case nor composition apart."""
    files: dict[tuple[str, ...], tuple[str, ...]] = {}
    folders: dict[tuple[str, ...], tuple[str, ...]] = {}
    for entry in entries:
        spelt = _folded(entry.parts)
        if spelt in files:
            raise ZipRefusedError("twice", entry=_joined(entry.parts), other=_joined(files[spelt]))
        files[spelt] = entry.parts
        for depth in range(1, len(entry.parts)):
            folder = entry.parts[:depth]
            other = folders.setdefault(_folded(folder), folder)
            if other != folder:
                raise ZipRefusedError("twice", entry=_joined(folder), other=_joined(other))
    for both in files.keys() & folders.keys():
        details = {"entry": _joined(files[both]), "other": f"{_joined(folders[both])}/"}
        raise ZipRefusedError("twice", **details)


def _folded(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", part.casefold()) for part in parts)


def _joined(parts: Sequence[str]) -> str:
    return _shown("/".join(parts))


def _is_encodable(name: str) -> bool:
    """Whether a name is text: half of a pair of code units is none."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(name: str) -> str:
    """A name as one line can show it."""
    text = "".join(sign if sign.isprintable() else "?" for sign in name)
    return text if len(text) <= 80 else f"{text[:80]}…"


# Writing.

_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError),
    *(RuntimeError, ValueError, OverflowError),  # lengths and places that make no sense
)


def _write(archive: zipfile.ZipFile, entries: Sequence[_Entry], folder: Path) -> None:
    """Write the entries below a new folder, counting what they really come to."""
    left = MOST_BYTES
    for entry in entries:
        file = folder.joinpath(*entry.parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with archive.open(entry.info) as source, file.open("xb") as written:
                while piece := source.read(_PIECE):
                    left -= len(piece)
                    if left < 0:
                        raise ZipRefusedError("large", most=MOST_BYTES // 2**20)
                    written.write(piece)
        except _DAMAGED as error:
            raise ZipRefusedError("damaged", entry=_joined(entry.parts)) from error
