"""A library as it was put together, kept so that an unchanged one is only looked up.

An index names the state of all files and demos that it was made of, and for each concept a digest:
what it and its cards are kept under (`shelves`). What another program needs stays: entries go only
when no index of the last few knows them.
"""

import os
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from hashlib import blake2b
from typing import Protocol, TypeAlias, runtime_checkable

import msgspec

from tutor.core.cards import CardKey, Item
from tutor.core.faults import Fault
from tutor.core.text import Text
from tutor.packs.encoding import stamp
from tutor.packs.library import Library
from tutor.packs.shelves import Concepts, Items, Keys, Row, Shelves, entries_of, parts_of
from tutor.packs.sources import (
    BUNDLED,
    TRACKS,
    Found,
    FoundFile,
    Pack,
    bundled_root,
    demo_files,
    reserved_file,
)

_INDICES = "libraries"
_REMEMBERED = 4  # indices, of other files given or of an earlier state
_PASSING = {"missing-file", "unreadable-file"}
"""Faults that may go away while no file changes: a library with one of these is not kept."""

_encode = msgspec.msgpack.encode
_Looked: TypeAlias = tuple[list[str], list[str]]


class _Index(msgspec.Struct, array_like=True):
    state: bytes
    rows: list[Row]
    aliases: dict[str, str]
    faults: tuple[Fault, ...]
    pictures: dict[str, _Looked]
    tracks: dict[str, Text]


class _Former(msgspec.Struct, array_like=True):
    index: str
    sizes: dict[str, int]


def state_of(found: Sequence[Found], others: Sequence[Pack]) -> bytes:
    """What a library depends on, in short: the reader, and every file's size and time."""
    hashed = blake2b(stamp(), digest_size=16)
    for one in found:
        hashed.update(repr((one.pack, [*map(str, one.errors)])).encode("utf-8", "surrogatepass"))
        for file in (*one.files, *_listed_tracks(one.pack)):
            hashed.update(_line(file))
    bundled = Pack(BUNDLED, bundled_root(), trusted=True)
    for pack in dict.fromkeys((*others, *(one.pack for one in found), bundled)):
        for file in demo_files(pack):
            hashed.update(_line(file))
    return hashed.digest()


def _listed_tracks(pack: Pack) -> list[FoundFile]:
    try:
        file = reserved_file(pack, TRACKS)
    except OSError:
        return []
    return [file] if file else []


def _line(file: FoundFile) -> bytes:
    line = f"{file.file}\0{file.track}\0{file.size}\0{file.time}\n"
    return line.encode("utf-8", "surrogatepass")


def kept_library(
    cache: MutableMapping[str, bytes],
    packs: tuple[Pack, ...],
    state: bytes,
    fresh: Callable[[], Library],
) -> Library | None:
    """The library that was kept of these packs in this state, None where there is none.

    `fresh` puts it together anew, should a part of what was kept turn out to be lost.
    """
    name = _name(packs)
    try:
        index = msgspec.msgpack.decode(cache[name], type=_Index)
    except (KeyError, msgspec.MsgspecError):
        return None
    if index.state != state or not _are_unchanged(index.pictures):
        return None

    def anew() -> Library:
        cache.pop(name, None)
        return fresh()

    return _as_library(Shelves(cache, index.rows, anew), index, packs)


def _as_library(shelves: Shelves, index: _Index, packs: tuple[Pack, ...]) -> Library:
    return Library(
        concepts=Concepts(shelves),
        items=Items(shelves),
        faults=index.faults,
        packs=packs,
        decks=shelves.decks,
        keys=Keys(shelves),
        tracks=index.tracks,
        aliases={CardKey(former): CardKey(key) for former, key in index.aliases.items()},
    )


def former_library(cache: MutableMapping[str, bytes], packs: tuple[Pack, ...]) -> Library | None:
    """The library that was last kept of these packs, whatever has changed since.

    LookupError comes out of it where a part of it is lost.
    """
    try:
        index = msgspec.msgpack.decode(cache[_name(packs)], type=_Index)
    except (KeyError, msgspec.MsgspecError):
        return None

    def lost() -> Library:
        raise LookupError

    return _as_library(Shelves(cache, index.rows, lost), index, packs)


def keep(cache: MutableMapping[str, bytes], library: Library, state: bytes) -> None:
    """Keep a library for later starts; one with a fault that may pass is not kept."""
    if any(fault.code in _PASSING for fault in library.faults):
        return
    name = _name(library.packs)
    former = _former(cache)
    known = _known(cache, former)
    made: dict[str, bytes] = {}
    rows = []
    for concept in library.concepts.values():
        digest, parts = parts_of(concept)
        rows.append(Row(library.decks[concept.id], digest))
        if digest not in known:
            made.update(parts)
    pictures = _pictures(library.items.values())
    aliases = {str(former): str(key) for former, key in library.aliases.items()}
    index = _Index(state, rows, aliases, library.faults, pictures, dict(library.tracks))
    sizes = {row.digest: row.deck.cards for row in rows}
    latest = [_Former(name, sizes), *(one for one in former if one.sizes != sizes)]
    made[name] = _encode(index)
    made[_INDICES] = _encode(latest[:_REMEMBERED])
    cache.update(made)
    _throw_away(cache, latest[_REMEMBERED:], latest[:_REMEMBERED])


def _known(cache: Mapping[str, bytes], former: Sequence[_Former]) -> set[str]:
    """The digests under which concepts are kept and need not be written again.

    An index that is gone took with it all that it names: a part of this was found lost.
    """
    gone = {one.index for one in former if one.index not in cache}
    doubted = {digest for one in former if one.index in gone for digest in one.sizes}
    return {digest for one in former for digest in one.sizes} - doubted


@runtime_checkable
class _Discarding(Protocol):
    """A cache that forgets many entries at once faster than one by one."""

    def discard(self, names: Iterable[str]) -> None: ...


def _throw_away(
    cache: MutableMapping[str, bytes], gone: Iterable[_Former], stay: Sequence[_Former]
) -> None:
    """Forget the entries of indices that are no longer remembered."""
    needed = {digest for one in stay for digest in one.sizes} | {one.index for one in stay}
    names = []
    for one in gone:
        if one.index not in needed:
            names.append(one.index)
        for digest, cards in one.sizes.items():
            if digest not in needed:
                names += entries_of(digest, cards)
    if isinstance(cache, _Discarding):
        cache.discard(names)
    else:
        for name in names:
            cache.pop(name, None)


def _name(packs: Sequence[Pack]) -> str:
    written = repr([(pack.name, str(pack.root)) for pack in packs])
    hashed = blake2b(written.encode("utf-8", "surrogatepass"), digest_size=8)
    return f"library\0{hashed.hexdigest()}"


def _former(cache: Mapping[str, bytes]) -> list[_Former]:
    try:
        return msgspec.msgpack.decode(cache[_INDICES], type=list[_Former])
    except (KeyError, msgspec.MsgspecError):
        return []


# Pictures lie beside the files: whether each is there is a part of the library's state.


def _pictures(items: Iterable[Item]) -> dict[str, _Looked]:
    """The folders of pictures that cards show: the names looked for, and those that are there."""
    folders: dict[str, set[str]] = {}
    for item in items:
        if item.card.image is not None:
            folder, name = os.path.split(item.card.image.file)
            folders.setdefault(folder, set()).add(name)
    return {
        folder: (sorted(names), sorted(names & _names_in(folder)))
        for folder, names in folders.items()
    }


def _are_unchanged(pictures: Mapping[str, _Looked]) -> bool:
    return all(
        sorted(_names_in(folder).intersection(names)) == there
        for folder, (names, there) in pictures.items()
    )


def _names_in(folder: str) -> set[str]:
    try:
        return set(os.listdir(folder))
    except OSError:
        return set()
