"""A card copied into the learner's own pack, to be changed there: it then overrides the other one.

The copy is the card's own text, with its comments and layout, under its concept's identity. It is
taken back if nothing was changed.
"""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from tutor.core.cards import AnyCard, Concept, Item, Live
from tutor.core.saving import save
from tutor.packs.concepts import ReadFile, Source, read_source
from tutor.packs.cutting import Cut, NoPlaceError, added, cards_of, cut_out, with_id
from tutor.packs.names import usable_name
from tutor.packs.nodes import Document, MappingNode, Node, SequenceNode
from tutor.packs.sources import GLOSSARY, OWN, TRACKS, Pack, files_of

_PLAIN = re.compile(r"[^\W\d_][\w.-]*")


class CopyError(Exception):
    """A card cannot be copied; `code` says why: `gone`, `broken`, `brackets` or `picture`."""

    def __init__(self, code: str, file: Path | str) -> None:
        super().__init__(code)
        self.code = code
        self.file = str(file)


@dataclass(frozen=True, slots=True)
class Copied:
    """Where a text now stands for the learner to change, and what stood there before.

    `former` is None where there was no file; `pictures` are the files that were copied along.
    """

    file: Path
    line: int
    written: bytes
    former: bytes | None
    pictures: tuple[Path, ...] = ()

    def take_back(self) -> bool:
        """Take the copy back if its file has not been changed since; says whether it was so.

        Folders that were made stay, for an editor that is open still.
        """
        try:
            if self.file.read_bytes() != self.written:
                return False
        except FileNotFoundError:
            return False
        if self.former is None:
            self.file.unlink()
        elif self.former != self.written:
            save(self.file, self.former)
        for picture in self.pictures:
            picture.unlink(missing_ok=True)
        return True


def is_own(file: str, packs: Sequence[Pack]) -> bool:
    """Whether a file is the learner's to change: of their own pack, or of one that overrides it."""
    path = Path(file)
    roots = [pack.root for pack in packs]
    holding = [root for root in roots if path == root or root in path.parents]
    own = next((place for place, pack in enumerate(packs) if pack.name == OWN), len(packs))
    return bool(holding) and roots.index(max(holding, key=lambda root: len(root.parts))) >= own


def copy_card(item: Item, concept: Concept, own: Path) -> Copied:
    """Copy a card of another pack into the pack `own`, behind what that says of the concept.

    A card that its concept generates becomes the shortest card that asks the same. Raises
    CopyError, and OSError where something cannot be read or written.
    """
    card = item.card.id.partition("~")[0]
    cut, written = _written(item, card)
    file = file_of(concept, own)
    former = file.read_bytes() if file.exists() else None
    if former is None:
        head = f"concept: {_scalar(concept.id)}\ncards:\n"
        data, line = (head + "\n".join(cut.lines) + "\n").encode(), 3
    else:
        there = _line_of(former, card)
        if there:  # it was copied before, and is at fault
            return Copied(file, there, former, former)
        data, line = _added(former, file, cut, written)
    pictures = _copy_picture(item, written, file, own)
    save(file, data)
    return Copied(file, line, data, former, pictures)


def as_it_stands(file: Path, line: int) -> Copied:
    """A text that is the learner's to change where it is; CopyError where its file has gone."""
    data = _bytes_of(file)
    return Copied(file, line, data, data)


def begin_file(concept: Concept, own: Path, remarks: Sequence[str]) -> Copied:
    """Open the learner's own file of a concept; one that is not there yet holds only remarks."""
    file = file_of(concept, own)
    if file.exists():
        data = file.read_bytes()
        return Copied(file, 1, data, data)
    lines = [f"concept: {_scalar(concept.id)}", "cards:", *(f"  # {said}" for said in remarks)]
    data = ("\n".join(lines) + "\n").encode()
    save(file, data)
    return Copied(file, len(lines), data, None)


def file_of(concept: Concept, own: Path) -> Path:
    """The learner's own file of a concept; where there is none, the path for a new one."""
    for found in files_of(Pack(OWN, own, trusted=True)):
        data = found.path.read_bytes()
        source = Source(str(found.path), OWN, found.track)
        text = unicodedata.normalize("NFC", data.decode(errors="ignore"))
        if concept.id in text or source.stem == concept.id:
            read = read_source(data, source).concept
            if read is not None and read.id == concept.id:
                return found.path
    folder = own / "content" / concept.track
    name = usable_name(concept.id)
    names = (f"{name}{end}.yaml" for end in chain([""], (f"-{n}" for n in count(2))))
    free = (folder / name for name in names if name not in (GLOSSARY, TRACKS))
    return next(file for file in free if not file.exists())


def _written(item: Item, card: str) -> tuple[Cut, AnyCard]:
    """The lines of a card with its identity, and the card as its file alone states it."""
    from tutor.packs.document import read_document

    data = _bytes_of(Path(item.place.file))
    source = Source(item.place.file, "", "")
    found = _find(read_source(data, source), card)
    if found is None:
        if isinstance(item.card, Live) and len(item.card.live) == 1:
            lines = (f"  - id: {_scalar(card)}", f"    live: {item.card.live[0]}")
            return Cut(lines, 2), item.card
        raise CopyError("gone", item.place.file)
    document = read_document(data)
    node = _node(document, found)
    cut = cut_out(data, document, node)
    if "id" not in node.entries:
        cut = with_id(cut, node, card)
    text = "cards:\n" + "\n".join(cut.lines) + "\n"
    again = _find(read_source(text.encode(), source), card)
    if again is None or again.card != found.card:
        raise CopyError("broken", item.place.file)
    return cut, found.card


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise CopyError("gone", file) from None


def _added(former: bytes, file: Path, cut: Cut, card: AnyCard) -> tuple[bytes, int]:
    """The file with the card behind its last one; CopyError where it would not read so."""
    from tutor.packs.document import read_document

    document = read_document(former)
    if document.flaws:
        raise CopyError("broken", file)
    source = Source(str(file), OWN, "")
    before = [one.card for one in _items(read_source(former, source))]
    try:
        data, line = added(former, document, cut)
    except NoPlaceError:
        raise CopyError("brackets", file) from None
    if [one.card for one in _items(read_source(data, source))] != [*before, card]:
        raise CopyError("broken", file)
    return data, line


def _line_of(data: bytes, card: str) -> int:
    """The line on which a file has a card of that id, sound or not; 0 where it has none."""
    from tutor.packs.document import read_document

    for node in _nodes(read_document(data)):
        if isinstance(node, MappingNode) and node.text("id") == card:
            return node.line
    return 0


def _copy_picture(item: Item, written: AnyCard, file: Path, own: Path) -> tuple[Path, ...]:
    """Copy the card's picture to where its copy will look for it."""
    if written.image is None:
        return ()
    there = Path(os.path.normpath(file.parent / written.image.file))
    here = Path(item.place.file).parent / written.image.file
    if not there.is_relative_to(own):
        raise CopyError("picture", file)
    if there.exists() or not here.is_file():
        return ()
    there.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(here, there)
    return (there,)


def _items(read: ReadFile) -> Sequence[Item]:
    return read.concept.items if read.concept is not None else ()


def _find(read: ReadFile, card: str) -> Item | None:
    return next((one for one in _items(read) if one.card.id == card), None)


def _nodes(document: Document) -> Iterator[Node]:
    cards = cards_of(document)
    yield from cards.items if isinstance(cards, SequenceNode) else ()


def _node(document: Document, item: Item) -> MappingNode:
    at = (item.place.line, item.place.column)
    mappings = (node for node in _nodes(document) if isinstance(node, MappingNode))
    return next(node for node in mappings if (node.line, node.column) == at)


def _scalar(name: str) -> str:
    """A name as YAML: quoted where a reader might take it for something else."""
    return name if _PLAIN.fullmatch(name) else f"'{name}'"
