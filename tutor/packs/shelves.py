"""The concepts and cards of a kept library, each decoded when it is looked at.

Concepts and cards stand by themselves under a digest of the concept. What turns out to be lost is
taken from the library put together anew.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import TypeVar, overload

import msgspec

from tutor.core.cards import CardKey, Concept, ConceptId, Item, Live, Place, kind_of
from tutor.core.decks import Deck, concept_of
from tutor.packs.encoding import Head, decoders, stamp
from tutor.packs.library import Library

_SHELVES, _CARDS = 64, 512  # so many are held decoded at a time
_FEW = 1000  # names are looked for one by one

_encode = msgspec.msgpack.encode
_Made = TypeVar("_Made")


class Row(msgspec.Struct, array_like=True, gc=False):
    """A concept in short, and the digest under which it is kept."""

    deck: Deck
    digest: str


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


class _LostError(Exception):
    """Something that an index names is not there, or cannot be decoded."""


def parts_of(concept: Concept) -> tuple[str, dict[str, bytes]]:
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
    return digest, dict(zip(entries_of(digest, len(cards)), (shelf, *cards), strict=True))


def entries_of(digest: str, cards: int) -> tuple[str, ...]:
    """The names of the entries that hold a concept and its cards."""
    return (digest, *(_entry(digest, place) for place in range(cards)))


def _entry(digest: str, place: int) -> str:
    return f"{digest}:{place}"


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


class Shelves:
    """What the mappings of a kept library look into, with what was looked at last."""

    def __init__(
        self,
        cache: Mapping[str, bytes],
        rows: Iterable[Row],
        fresh: Callable[[], Library],
    ) -> None:
        self._cache = cache
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
        kept = self._decoded(_entry(held.digest, held.places[name]), _Card)
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


class Concepts(Mapping[ConceptId, Concept]):
    """The concepts, each decoded when it is looked at, its cards even later."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def __getitem__(self, concept: ConceptId) -> Concept:
        return self._shelves.concept(concept)

    def __contains__(self, concept: object) -> bool:
        return concept in self._shelves.decks

    def __iter__(self) -> Iterator[ConceptId]:
        return iter(self._shelves.decks)

    def __len__(self) -> int:
        return len(self._shelves.decks)


class Keys(Mapping[ConceptId, Sequence[CardKey]]):
    """The identities of each concept's cards; none of them is decoded."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def __getitem__(self, concept: ConceptId) -> Sequence[CardKey]:
        return self._shelves.keys(concept)

    def __contains__(self, concept: object) -> bool:
        return concept in self._shelves.decks

    def __iter__(self) -> Iterator[ConceptId]:
        return iter(self._shelves.decks)

    def __len__(self) -> int:
        return len(self._shelves.decks)


class Items(Mapping[CardKey, Item]):
    """The cards, each decoded when it is looked at."""

    def __init__(self, shelves: Shelves) -> None:
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

    def __init__(self, shelves: Shelves, concept: ConceptId) -> None:
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
        return hash(tuple(self))
