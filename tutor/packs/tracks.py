"""`content/tracks.yaml`: the tracks of a pack in the order in which they are learnt."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.core.cards import Place
from tutor.core.faults import Fault, Severity
from tutor.core.text import Text
from tutor.packs.sources import TRACKS, FoundFile, Pack, content_of, reserved_file


@dataclass(frozen=True, slots=True)
class Tracks:
    """The tracks that one pack lists, with their titles, and what is wrong with its list."""

    titles: Mapping[str, Text] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read_tracks(pack: Pack, cache: MutableMapping[str, bytes] | None) -> Tracks:
    """The list of a pack, an empty one where it has none; with a cache as it was last read."""
    try:
        found = reserved_file(pack, TRACKS)
        if found is None:
            return Tracks()
        if cache is None:
            return _read(found.path.read_bytes(), str(found.path))
        return _read_through(cache, pack, found)
    except OSError as error:
        place = Place(str(error.filename or pack.root), 1, 1)
        details = {"reason": error.strerror or type(error).__name__}
        return Tracks({}, (Fault(place, "unreadable-file", "", details),))


def empty_tracks(pack: Pack, packs: Sequence[Pack]) -> Iterator[Fault]:
    """A hint for each track that the pack lists and that is no folder of content in any of `packs`.

    Raises nothing; what is wrong with the list itself has been told.
    """
    from tutor.packs.document import read_document
    from tutor.packs.nodes import MappingNode, nearest

    try:
        found = reserved_file(pack, TRACKS)
        root = read_document(found.path.read_bytes()).root if found else None
        inside = [path for one in packs for path in content_of(one).glob("*")]
        known = sorted({path.name for path in inside if path.is_dir()})
    except OSError:
        return
    if found is None or not isinstance(root, MappingNode):
        return
    for name, (key, _) in root.entries.items():
        if name not in known:
            place = Place(str(found.path), key.line, key.column)
            details = {"track": name[:60], **nearest(name, known)}
            yield Fault(place, "empty-track", "", details, Severity.HINT)


def _read(data: bytes, file: str) -> Tracks:
    import msgspec

    from tutor.packs.document import read_document
    from tutor.packs.nodes import Flaw, MappingNode, ScalarNode, flaw_at
    from tutor.packs.shapes import LOST, reading_of

    document = read_document(data)
    flaws: list[Flaw] = [flaw for flaw in document.flaws if flaw.code != "empty-file"]
    titles: dict[str, Any] = {}
    if isinstance(document.root, MappingNode):
        for name, (_, value) in document.root.entries.items():
            titles[name] = reading_of(Text)(value, name, flaws)
    elif not flaws:
        flaws.append(flaw_at(document.root or ScalarNode("", 1, 1), "not-tracks"))
    sound = {name: title for name, title in titles.items() if title is not LOST}
    faults = (
        Fault(Place(file, flaw.line, flaw.column), flaw.code, "", flaw.details) for flaw in flaws
    )
    return Tracks(msgspec.convert(sound, dict[str, Text]), tuple(faults))


def _read_through(cache: MutableMapping[str, bytes], pack: Pack, found: FoundFile) -> Tracks:
    import msgspec

    from tutor.packs.cache import through

    def read(data: bytes) -> tuple[Tracks, bytes]:
        made = _read(data, str(found.path))
        return made, msgspec.msgpack.encode(made)

    def known(content: msgspec.Raw) -> Tracks | None:
        try:
            return msgspec.msgpack.decode(content, type=Tracks)
        except msgspec.MsgspecError:
            return None

    key = f"{pack.name}\0{found.path}\0tracks"
    return through(cache, key, found.path, (found.size, found.time), read, known)
