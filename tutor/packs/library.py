"""All packs together: the concepts in learning order, every card under its identity."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tutor.core.cards import CardKey, Concept, ConceptId, Item, Place
from tutor.core.faults import Fault
from tutor.core.text import Text
from tutor.packs.concepts import ReadFile, Source, read_source
from tutor.packs.links import Merged, fact_faults
from tutor.packs.outlines import Demos
from tutor.packs.sources import FoundFile, Pack, files_of, packs_of_files
from tutor.packs.tracks import read_tracks


@dataclass(frozen=True, slots=True)
class Library:
    """What there is to learn.

    `concepts` stand in learning order: each behind all that it needs, otherwise as the files do.
    `aliases` leads from an identity that a card had before to the one it has now. `tracks` are the
    titles of tracks that have one, in the order in which packs list them.
    """

    concepts: Mapping[ConceptId, Concept]
    items: Mapping[CardKey, Item]
    faults: tuple[Fault, ...]
    packs: tuple[Pack, ...]
    aliases: Mapping[CardKey, CardKey] = field(default_factory=dict)
    tracks: Mapping[str, Text] = field(default_factory=dict)


def open_library(
    packs: Sequence[Pack],
    cache: MutableMapping[str, bytes] | None,
    files: Sequence[Path] = (),
    others: Sequence[Pack] = (),
) -> Library:
    """Reads packs, and after them the files named, later ones overriding earlier ones.

    Live cards may ask for any demo of these, of the bundled pack, or of `others`.

    With a cache no YAML is read that has not changed. Whatever is wrong with a file is in
    `faults`; nothing is raised for it, and all that is sound can be learnt.
    """
    every = (*packs, *packs_of_files(files))
    merged = Merged()
    tracks: dict[str, Text] = {}
    for pack in every:
        listed = read_tracks(pack, cache)
        merged.list_tracks(pack.name, listed)
        tracks |= listed.titles
        for read in _read_pack(pack, cache):
            merged.add(read)
    aliases = merged.finish(Demos((*others, *every), cache))
    return Library(
        concepts=merged.concepts,
        items=merged.items,
        faults=tuple(merged.faults),
        packs=every,
        aliases=aliases,
        tracks=tracks,
    )


def _read_pack(pack: Pack, cache: MutableMapping[str, bytes] | None) -> Iterator[ReadFile]:
    found = files_of(pack)
    while True:
        try:
            file = next(found, None)
        except OSError as error:
            yield _unreadable(Path(error.filename or pack.root), error)
            return
        if file is None:
            return
        try:
            yield _read(pack, file, cache)
        except OSError as error:
            yield _unreadable(file.path, error)


def _read(pack: Pack, file: FoundFile, cache: MutableMapping[str, bytes] | None) -> ReadFile:
    source = Source(str(file.path), pack.name, file.track)
    if cache is None:
        return read_source(file.path.read_bytes(), source)
    from tutor.packs.cache import read_through

    return read_through(cache, file.path, file.size, file.time, source)


def _unreadable(path: Path, error: OSError) -> ReadFile:
    code = "missing-file" if isinstance(error, FileNotFoundError) else "unreadable-file"
    details = {"reason": error.strerror or type(error).__name__}
    return ReadFile(None, (Fault(Place(str(path), 1, 1), code, "", details),), {})


def read_file(
    path: Path, text_bytes: bytes, *, pack: str, track: str
) -> tuple[Concept | None, list[Fault]]:
    """One file by itself, from its bytes; the concept is None where none could be made out."""
    read = read_source(text_bytes, Source(str(path), pack, track))
    faults = list(read.faults)
    concept = read.concept
    if concept is None:
        return None, faults
    if read.facts_known:
        faults += fact_faults(read, concept.facts)
    return replace(concept, title=concept.title or concept.id), faults
