"""Short ways to read a text as a file of a pack."""

from pathlib import Path

from tutor.core.cards import AnyCard, Concept
from tutor.core.faults import Fault
from tutor.packs import read_file

HEAD = "title: T\ncards:\n"


def read(text: str | bytes, name: str = "deck.yaml") -> tuple[Concept | None, list[Fault]]:
    data = text if isinstance(text, bytes) else text.encode()
    return read_file(Path(name), data, pack="own", track="")


def cards_of(text: str | bytes) -> dict[str, AnyCard]:
    concept, _ = read(text)
    return {item.card.id: item.card for item in concept.items} if concept else {}


def told(text: str | bytes) -> list[tuple[str, int, int, str]]:
    """Code, line, column and card of each fault."""
    _, faults = read(text)
    return [(f.code, f.place.line, f.place.column, f.card) for f in faults]
