"""Cards written as YAML: the lines of a new one, and those lines put behind the last of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from tutor.core.cards import Item
from tutor.core.faults import Fault
from tutor.core.saving import save
from tutor.packs.concepts import Source, read_source
from tutor.packs.cutting import INDENT, Cut, NoPlaceError, added
from tutor.packs.sources import OWN

_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*(?<=\S)")
"""Texts that stand in YAML without quotes: no sign of its own before, in or behind them."""

Value: TypeAlias = str | Sequence[str] | Sequence[Mapping[str, str]]


class FlawedCardError(ValueError):
    """A card that cannot be added; `faults` say what is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(len(faults))
        self.faults = faults


class NoRoomError(ValueError):
    """The file has its cards in brackets, or cannot be read: nothing can be added line by line."""


def scalar(text: str) -> str:
    """A text of one line as YAML: plain where it can be, else in single quotes."""
    if _PLAIN.fullmatch(text) and not text.endswith(":"):
        return text
    return "'" + text.replace("'", "''") + "'"


def card_lines(card: Mapping[str, Value]) -> Cut:
    """A card as it stands in a file, key by key in the order given."""
    lines = []
    for key, value in card.items():
        if isinstance(value, str):
            lines.append(f"{key}: {scalar(value)}")
        else:
            lines.append(f"{key}:")
            for entry in value:
                first = True
                pairs = entry.items() if isinstance(entry, Mapping) else [("", entry)]
                for name, said in pairs:
                    head = "  - " if first else "    "
                    lines.append(
                        f"{head}{name}: {scalar(said)}" if name else f"{head}{scalar(said)}"
                    )
                    first = False
    edge = " " * INDENT
    return Cut((f"{edge}- {lines[0]}", *(f"{edge}  {line}" for line in lines[1:])), INDENT)


def add_card(file: Path, begun: bytes, cut: Cut) -> Item:
    """Put a card behind the last one of a file, which begins as `begun` where there is none.

    All that stood there stays, byte for byte; nothing is written unless the card is sound. Raises
    FlawedCardError, NoRoomError, and OSError where the file cannot be written.
    """
    from tutor.packs.document import read_document

    former = file.read_bytes() if file.exists() else begun
    source = Source(str(file), OWN, "")
    document = read_document(former)
    if document.flaws:
        raise NoRoomError
    before = read_source(former, source)
    try:
        data, line = added(former, document, cut)
    except NoPlaceError:
        raise NoRoomError from None
    after = read_source(data, source)
    known = () if before.concept is None else before.concept.items
    items = () if after.concept is None else after.concept.items
    if len(items) != len(known) + 1:
        new = [fault for fault in after.faults if fault.place.line >= line]
        raise FlawedCardError(new or after.faults)
    save(file, data)
    return items[-1]


def name_for(text: str, taken: set[str]) -> str:
    """An identity made of the first words of a text, unlike those that are taken."""
    words = re.findall(r"[^\W_]+", text.casefold())
    stem = "-".join(words[:5])[:60].strip("-") or "card"
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
