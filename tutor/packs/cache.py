"""Files as they were read, kept as bytes so that an unchanged one is not read again.

An entry is found by pack and path and holds good while size and time of the file are the same, or
else while the hash of its bytes is. It also bears a stamp of the reader itself: another version of
it may find other faults.
"""

from collections.abc import Callable, MutableMapping
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tutor.core.cards import CardKey, Concept, Item, Place, kind_of
from tutor.core.faults import Fault
from tutor.packs.concepts import ReadFile, Source, read_source
from tutor.packs.encoding import Head, decoders, stamp

_Made = TypeVar("_Made")


class _Card(msgspec.Struct, array_like=True):
    kind: str
    line: int
    column: int
    card: msgspec.Raw


class _Entry(msgspec.Struct, array_like=True):
    stamp: bytes
    size: int
    time: int
    digest: bytes
    content: msgspec.Raw


class _Content(msgspec.Struct, array_like=True):
    head: msgspec.Raw
    cards: list[_Card]
    faults: tuple[Fault, ...]
    marks: dict[str, tuple[int, int]]
    facts_known: bool


def read_through(
    kept: MutableMapping[str, bytes], path: Path, size: int, time: int, source: Source
) -> ReadFile:
    """The file at `path`, from the cache if it has not changed; `time` is its mtime in ns.

    Raises OSError when the file has to be read and cannot be.
    """

    def read(data: bytes) -> tuple[ReadFile, bytes]:
        made = read_source(data, source)
        return made, _encode(made)

    def known(content: msgspec.Raw) -> ReadFile | None:
        return _unpack(content, source)

    return through(kept, f"{source.pack}\0{source.file}", path, (size, time), read, known)


def through(
    kept: MutableMapping[str, bytes],
    key: str,
    path: Path,
    state: tuple[int, int],
    read: Callable[[bytes], tuple[_Made, bytes]],
    known: Callable[[msgspec.Raw], _Made | None],
) -> _Made:
    """What `read` makes of the file at `path`, or `known` of what it has made before.

    `state` is the file's size and its mtime in ns; `read` also gives the bytes to keep, in
    MessagePack, of which `known` may give None. Raises OSError as reading does.
    """
    entry = _entry(kept.get(key))
    if entry and (entry.size, entry.time) == state:
        found = known(entry.content)
        if found is not None:
            return found
    data = path.read_bytes()
    digest = sha256(data).digest()
    if entry and entry.digest == digest:
        found = known(entry.content)
        if found is not None:
            kept[key] = _packed(state, digest, entry.content)
            return found
    made, content = read(data)
    kept[key] = _packed(state, digest, msgspec.Raw(content))
    return made


def _packed(state: tuple[int, int], digest: bytes, content: msgspec.Raw) -> bytes:
    return msgspec.msgpack.encode(_Entry(stamp(), *state, digest, content))


def _entry(data: bytes | None) -> _Entry | None:
    if data is None:
        return None
    try:
        entry = msgspec.msgpack.decode(data, type=_Entry)
    except msgspec.MsgspecError:
        return None
    return entry if entry.stamp == stamp() else None


def _encode(read: ReadFile) -> bytes:
    concept = read.concept
    encode = msgspec.msgpack.encode
    head: Any = None
    cards: list[_Card] = []
    if concept:
        head = Head(*(getattr(concept, name) for name in Head.__struct_fields__))
        cards = [
            _Card(
                kind_of(item.card),
                item.place.line,
                item.place.column,
                msgspec.Raw(encode(item.card)),
            )
            for item in concept.items
        ]
    content = _Content(msgspec.Raw(encode(head)), cards, read.faults, read.marks, read.facts_known)
    return encode(content)


def _unpack(kept: msgspec.Raw, source: Source) -> ReadFile | None:
    """What was kept of a file, None if it cannot be read after all."""
    try:
        content = msgspec.msgpack.decode(kept, type=_Content)
        return ReadFile(
            _concept(content, source), content.faults, content.marks, content.facts_known
        )
    except (msgspec.MsgspecError, KeyError):
        return None


def _concept(content: _Content, source: Source) -> Concept | None:
    head = msgspec.msgpack.decode(content.head, type=Head | None)
    if head is None:
        return None
    known = decoders()
    items = []
    for kept in content.cards:
        card = known[kept.kind].decode(kept.card)
        place = Place(source.file, kept.line, kept.column)
        items.append(Item(CardKey(f"{head.id}/{card.id}"), head.id, card, place))
    values = {name: getattr(head, name) for name in Head.__struct_fields__}
    return Concept(items=tuple(items), **values)
