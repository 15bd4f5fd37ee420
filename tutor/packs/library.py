"""All packs together: the concepts in learning order, every card under its identity."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, Concept, ConceptId, Item
from tutor.core.decks import Deck, deck_of
from tutor.core.faults import Fault
from tutor.core.garbage import not_collecting
from tutor.core.text import Text
from tutor.packs.sources import Found, FoundFile, Pack, found_in, nobody, packs_of_files

if TYPE_CHECKING:
    from tutor.packs.concepts import ReadFile


@dataclass(frozen=True, slots=True)
class Library:
    """What there is to learn.

    `concepts` stand in learning order: each behind all that it needs, otherwise as the files do.
    `decks` are the concepts in short and `keys` the identities of their cards, both in that order
    too; to look at them decodes no card. `aliases` leads from an identity that a card had before
    to the one it has now. `tracks` are the titles of tracks that have one, in the order in which
    packs list them.
    """

    concepts: Mapping[ConceptId, Concept]
    items: Mapping[CardKey, Item]
    faults: tuple[Fault, ...]
    packs: tuple[Pack, ...]
    decks: Mapping[ConceptId, Deck]
    keys: Mapping[ConceptId, Sequence[CardKey]]
    aliases: Mapping[CardKey, CardKey] = field(default_factory=dict)
    tracks: Mapping[str, Text] = field(default_factory=dict)


def open_library(
    packs: Sequence[Pack],
    cache: MutableMapping[str, bytes] | None,
    files: Sequence[Path] = (),
    others: Sequence[Pack] = (),
    trusted: Callable[[Path], bool] = nobody,
) -> Library:
    """Reads packs, and after them the files named, later ones overriding earlier ones.

    Live cards may ask for any demo of these, of the bundled pack, or of `others`. `trusted` says
    of the folders among the files named whether they may run their demos.

    With a cache no YAML is read that has not changed, and while no file has, nothing is decoded
    before it is looked at. Whatever is wrong with a file is in `faults`; nothing is raised for it,
    and all that is sound can be learnt.
    """
    every = (*packs, *packs_of_files(files, trusted))
    found = [found_in(pack) for pack in every]
    if cache is None:
        return _linked(found, None, others)
    from tutor.packs.kept import former_library, keep, kept_library, state_of

    state = state_of(found, others)
    library = kept_library(cache, every, state, lambda: _linked(found, cache, others))
    if library is None:
        from tutor.packs.vanished import remember_vanished

        library = _linked(found, cache, others)
        with not_collecting():
            remember_vanished(cache, former_library(cache, every), library)
            keep(cache, library, state)
    return library


@not_collecting()
def _linked(
    found: Sequence[Found], cache: MutableMapping[str, bytes] | None, others: Sequence[Pack]
) -> Library:
    """The library of files that were found, every one of them decoded."""
    from tutor.packs.links import Merged
    from tutor.packs.outlines import Demos
    from tutor.packs.tracks import read_tracks

    merged = Merged()
    tracks: dict[str, Text] = {}
    for one in found:
        listed = read_tracks(one.pack, cache)
        merged.list_tracks(one.pack.name, listed)
        tracks |= listed.titles
        for file in one.files:
            try:
                merged.add(_read(one.pack, file, cache))
            except OSError as error:
                merged.add(_unreadable(file.file, error))
        for unseen in one.errors:
            merged.add(_unreadable(unseen.filename or str(one.pack.root), unseen))
    packs = tuple(one.pack for one in found)
    aliases = merged.finish(Demos((*others, *packs), cache))
    concepts = merged.concepts
    return Library(
        concepts=concepts,
        items=merged.items,
        faults=tuple(merged.faults),
        packs=packs,
        decks={name: deck_of(concept) for name, concept in concepts.items()},
        keys={
            name: tuple(item.key for item in concept.items) for name, concept in concepts.items()
        },
        aliases=aliases,
        tracks=tracks,
    )


def _read(pack: Pack, file: FoundFile, cache: MutableMapping[str, bytes] | None) -> "ReadFile":
    from tutor.packs.concepts import Source, read_source

    source = Source(file.file, pack.name, file.track)
    if cache is None:
        return read_source(file.path.read_bytes(), source)
    from tutor.packs.cache import read_through

    return read_through(cache, file.path, file.size, file.time, source)


def _unreadable(path: str, error: OSError) -> "ReadFile":
    from tutor.core.cards import Place
    from tutor.packs.concepts import ReadFile

    code = "missing-file" if isinstance(error, FileNotFoundError) else "unreadable-file"
    details = {"reason": error.strerror or type(error).__name__}
    return ReadFile(None, (Fault(Place(path, 1, 1), code, "", details),), {})


def read_file(
    path: Path, text_bytes: bytes, *, pack: str, track: str
) -> tuple[Concept | None, list[Fault]]:
    """One file by itself, from its bytes; the concept is None where none could be made out."""
    from tutor.packs.concepts import Source, read_source
    from tutor.packs.links import fact_faults

    read = read_source(text_bytes, Source(str(path), pack, track))
    faults = list(read.faults)
    concept = read.concept
    if concept is None:
        return None, faults
    if read.facts_known:
        faults += fact_faults(read, concept.facts)
    return replace(concept, title=concept.title or concept.id), faults
