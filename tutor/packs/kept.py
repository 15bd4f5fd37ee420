"""A library as it was put together, kept so that an unchanged one is only looked up.

An index names the state of all files and demos that it was made of, and for each concept a digest.
Concepts and cards stand by themselves under that digest and are decoded when they are looked at.
What another program needs stays: entries go only when no index of the last few knows them.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import TypeAlias, TypeVar, overload

import msgspec

from tutor.core.cards import CardKey, Concept, ConceptId, Item, Live, Place, kind_of
from tutor.core.decks import Deck, concept_of
from tutor.core.faults import Fault
from tutor.core.text import Text
from tutor.packs.encoding import Head, decoders, stamp
from tutor.packs.library import Library
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
_SHELVES, _CARDS = 64, 512  # so many are held decoded at a time
_FEW = 1000  # names are looked for one by one
_PASSING = {"missing-file", "unreadable-file"}
"""Faults that may go away while no file changes: a library with one of these is not kept."""

_encode = msgspec.msgpack.encode
_Made = TypeVar("_Made")
_Looked: TypeAlias = tuple[list[str], list[str]]


class _Row(msgspec.Struct, array_like=True, gc=False):
    deck: Deck
    digest: str


class _Index(msgspec.Struct, array_like=True):
    state: bytes
    rows: list[_Row]
    aliases: dict[str, str]
    faults: tuple[Fault, ...]
    pictures: dict[str, _Looked]
    tracks: dict[str, Text]


class _Shelf(msgspec.Struct, array_like=True):
    """A concept without its cards, but with their names."""

    head: msgspec.Raw
    files: list[str]
    names: list[str]
    walks: dict[str, msgspec.Raw]


class _Card(msgspec.Struct, array_like=True):
    kind: str
    file: int
    line: int
    column: int
    walk: str
    card: msgspec.Raw


class _Former(msgspec.Struct, array_like=True):
    index: str
    sizes: dict[str, int]


class _LostError(Exception):
    """Something that an index names is not there, or cannot be decoded."""


def state_of(found: Sequence[Found], others: Sequence[Pack]) -> bytes:
    """What a library depends on, in short: the reader, and every file's size and time."""
    hashed = blake2b(stamp(), digest_size=16)
    for one in found:
        hashed.update(repr((one.pack, str(one.error))).encode("utf-8", "surrogatepass"))
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
    shelves = _Shelves(cache, name, index.rows, fresh)
    return Library(
        concepts=_Concepts(shelves),
        items=_Items(shelves),
        faults=index.faults,
        packs=packs,
        decks=shelves.decks,
        keys=_Keys(shelves),
        tracks=index.tracks,
        aliases={CardKey(former): CardKey(key) for former, key in index.aliases.items()},
    )


def keep(cache: MutableMapping[str, bytes], library: Library, state: bytes) -> None:
    """Keep a library for later starts; one with a fault that may pass is not kept."""
    if any(fault.code in _PASSING for fault in library.faults):
        return
    name = _name(library.packs)
    former = _former(cache)
    known = {digest for one in former for digest in one.sizes}
    made: dict[str, bytes] = {}
    rows = []
    for concept in library.concepts.values():
        digest, parts = _parts(concept)
        rows.append(_Row(library.decks[concept.id], digest))
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


def _throw_away(
    cache: MutableMapping[str, bytes], gone: Iterable[_Former], stay: Sequence[_Former]
) -> None:
    """Forget the entries of indices that are no longer remembered."""
    needed = {digest for one in stay for digest in one.sizes}
    names = {one.index for one in stay}
    for one in gone:
        if one.index not in names:
            cache.pop(one.index, None)
        for digest, cards in one.sizes.items():
            if digest not in needed:
                for entry in (digest, *(f"{digest}:{place}" for place in range(cards))):
                    cache.pop(entry, None)


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


# Concepts and cards as they are written down.


def _parts(concept: Concept) -> tuple[str, dict[str, bytes]]:
    """A concept's digest, and the entries that hold it and its cards."""
    head = _encode(Head(*(getattr(concept, name) for name in Head.__struct_fields__)))
    files = list(dict.fromkeys(item.place.file for item in concept.items))
    shelf = _encode(
        _Shelf(
            msgspec.Raw(head),
            files,
            [item.key.partition("/")[2] for item in concept.items],
            {key: msgspec.Raw(_encode(walk)) for key, walk in concept.walks.items()},
        )
    )
    cards = [
        _encode(
            _Card(
                kind_of(item.card),
                files.index(item.place.file),
                item.place.line,
                item.place.column,
                item.walk,
                msgspec.Raw(_encode(item.card)),
            )
        )
        for item in concept.items
    ]
    hashed = blake2b(stamp(), digest_size=12)
    for part in (shelf, *cards):
        hashed.update(part)
    digest = hashed.hexdigest()
    return digest, {digest: shelf, **{f"{digest}:{at}": card for at, card in enumerate(cards)}}


@dataclass(frozen=True)
class _Held:
    """A shelf taken out."""

    digest: str
    shelf: _Shelf

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each card by its name."""
        return {name: place for place, name in enumerate(self.shelf.names)}

    def __contains__(self, name: str) -> bool:
        """Whether a card has this name: mostly asked once, so that no table is made for it."""
        names = self.shelf.names
        return name in names if len(names) < _FEW else name in self.places


class _Shelves:
    """What the mappings of a kept library look into, with what was looked at last."""

    def __init__(
        self,
        cache: MutableMapping[str, bytes],
        index: str,
        rows: Iterable[_Row],
        fresh: Callable[[], Library],
    ) -> None:
        self._cache = cache
        self._index = index
        self._fresh = fresh
        self._anew: Library | None = None
        rows = list(rows)
        self.decks = {row.deck.id: row.deck for row in rows}
        self._digests = {row.deck.id: row.digest for row in rows}
        self._held = lru_cache(_SHELVES)(self._take)
        self.item = lru_cache(_CARDS)(self._item)
        self.concept = lru_cache(_SHELVES)(self._concept)

    def keys(self, concept: ConceptId) -> tuple[CardKey, ...]:
        """The identities of a concept's cards; KeyError where there is no such concept."""
        try:
            names = self._held(concept).shelf.names
        except _LostError:
            return tuple(self.anew().keys[concept])
        return tuple([CardKey(f"{concept}/{name}") for name in names])

    def has(self, key: CardKey) -> bool:
        """Whether there is such a card."""
        concept, _, name = key.partition("/")
        try:
            return name in self._held(ConceptId(concept))
        except KeyError:
            return False
        except _LostError:
            return key in self.anew().items

    def anew(self) -> Library:
        """The library put together from its files, after something that was kept was lost."""
        if self._anew is None:
            self._cache.pop(self._index, None)
            self._anew = self._fresh()
        return self._anew

    def _item(self, key: CardKey) -> Item:
        try:
            return self._item_kept(key)
        except _LostError:
            return self.anew().items[key]

    def _item_kept(self, key: CardKey) -> Item:
        name = key.partition("/")[2]
        concept = concept_of(key)
        held = self._held(concept)
        if name not in held.places:
            raise KeyError(key)
        kept = self._decoded(f"{held.digest}:{held.places[name]}", _Card)
        try:
            card = decoders()[kept.kind].decode(kept.card)
            place = Place(held.shelf.files[kept.file], kept.line, kept.column)
        except (msgspec.MsgspecError, LookupError) as error:
            raise _LostError from error
        return Item(key, concept, card, place, CardKey(kept.walk))

    def _concept(self, concept: ConceptId) -> Concept:
        try:
            shelf = self._held(concept).shelf
            head = msgspec.msgpack.decode(shelf.head, type=Head)
            walks = {
                CardKey(key): msgspec.msgpack.decode(walk, type=Live)
                for key, walk in shelf.walks.items()
            }
        except (msgspec.MsgspecError, _LostError):
            return self.anew().concepts[concept]
        values = {name: getattr(head, name) for name in Head.__struct_fields__}
        return Concept(items=_Cards(self, concept), walks=walks, **values)

    def _take(self, concept: ConceptId) -> _Held:
        digest = self._digests[concept]
        shelf = self._decoded(digest, _Shelf)
        return _Held(digest, shelf)

    def _decoded(self, name: str, kind: type[_Made]) -> _Made:
        try:
            return msgspec.msgpack.decode(self._cache[name], type=kind)
        except (KeyError, msgspec.MsgspecError) as error:
            raise _LostError from error


class _Concepts(Mapping[ConceptId, Concept]):
    """The concepts, each decoded when it is looked at, its cards even later."""

    def __init__(self, shelves: _Shelves) -> None:
        self._shelves = shelves

    def __getitem__(self, concept: ConceptId) -> Concept:
        return self._shelves.concept(concept)

    def __contains__(self, concept: object) -> bool:
        return concept in self._shelves.decks

    def __iter__(self) -> Iterator[ConceptId]:
        return iter(self._shelves.decks)

    def __len__(self) -> int:
        return len(self._shelves.decks)


class _Keys(Mapping[ConceptId, Sequence[CardKey]]):
    """The identities of each concept's cards; none of them is decoded."""

    def __init__(self, shelves: _Shelves) -> None:
        self._shelves = shelves

    def __getitem__(self, concept: ConceptId) -> Sequence[CardKey]:
        return self._shelves.keys(concept)

    def __contains__(self, concept: object) -> bool:
        return concept in self._shelves.decks

    def __iter__(self) -> Iterator[ConceptId]:
        return iter(self._shelves.decks)

    def __len__(self) -> int:
        return len(self._shelves.decks)


class _Items(Mapping[CardKey, Item]):
    """The cards, each decoded when it is looked at."""

    def __init__(self, shelves: _Shelves) -> None:
        self._shelves = shelves

    def __getitem__(self, key: CardKey) -> Item:
        return self._shelves.item(key)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._shelves.has(CardKey(key))

    def __iter__(self) -> Iterator[CardKey]:
        for concept in self._shelves.decks:
            yield from self._shelves.keys(concept)

    def __len__(self) -> int:
        return sum(deck.cards for deck in self._shelves.decks.values())


class _Cards(Sequence[Item]):
    """The cards of one concept; equal to any sequence of the same cards."""

    def __init__(self, shelves: _Shelves, concept: ConceptId) -> None:
        self._shelves = shelves
        self._concept = concept

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        keys = self._shelves.keys(self._concept)
        if isinstance(index, slice):
            return tuple(self._shelves.item(key) for key in keys[index])
        return self._shelves.item(keys[index])

    def __iter__(self) -> Iterator[Item]:
        return map(self._shelves.item, self._shelves.keys(self._concept))

    def __len__(self) -> int:
        return self._shelves.decks[self._concept].cards

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self._concept)
