"""The pictures of cards: where they lie, and that they lie within their pack."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tutor.core.cards import Card, Image
from tutor.packs.nodes import Flaw, Node, child, flaw_at
from tutor.packs.sources import Pack

_NOT_RELATIVE = re.compile(r"[/~]|[A-Za-z]:|.*\\")


def image_flaws(card: Card, node: Node) -> Iterator[Flaw]:
    """What is wrong with how a card names its picture."""
    if card.image is not None and _NOT_RELATIVE.match(card.image.file):
        at = child(node, "image", "file")
        yield flaw_at(at, "image-path", file=card.image.file[:120])


def image_marks(card: Card, node: Node) -> dict[str, tuple[int, int]]:
    """Where the file of a card's picture is named, as `image:CARD`."""
    if card.image is None:
        return {}
    at = child(node, "image", "file")
    return {f"image:{card.id}": (at.line, at.column)}


OUTSIDE: Final = "image-outside"


def image_path(image: Image, named_in: str, pack: str, packs: Sequence[Pack]) -> tuple[Path, str]:
    """The whole path of a picture, and the code of what is wrong with it or nothing.

    `named_in` is the file that names it, which belongs to the pack of that name.
    """
    path = (Path(named_in).parent / image.file).resolve()
    roots = [found.root for found in packs if found.name == pack]
    folders = [root.parent if root.is_file() else root for root in roots]
    if not any(path.is_relative_to(folder.resolve()) for folder in folders):
        return path, OUTSIDE
    return path, "" if path.is_file() else "image-missing"
