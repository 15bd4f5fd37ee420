"""Identities written into files, and nothing else changed in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tutor.packs.concepts import Source, read_source
from tutor.packs.cutting import cards_of
from tutor.packs.document import read_document
from tutor.packs.nodes import MappingNode, ScalarNode, SequenceNode

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Where a line ends for YAML, whose positions are counted so."""
_BOM = b"\xef\xbb\xbf"


class CannotFixError(ValueError):
    """With the identities in it the file would say something else; it is left as it is."""


def with_ids(data: bytes, source: Source) -> tuple[bytes, int]:
    """The bytes of a file with an `id` in each sound card that had none, and how many these are.

    A card gets the identity that was made of its text until now, so that its history stays. All
    else is byte for byte what it was. CannotFixError where that cannot be done.
    """
    before = read_source(data, source)
    made = {
        (fault.place.line, fault.place.column): fault.details["id"]
        for fault in before.faults
        if fault.code == "no-id"
    }
    if before.concept is None or not made:
        return data, 0
    fixed = _put_in(data, {place: f"id: {name}" for place, name in made.items()})
    after = read_source(fixed, source)
    kept = after.concept is not None and [item.card for item in after.concept.items] == [
        item.card for item in before.concept.items
    ]
    if not kept or any(fault.code == "no-id" for fault in after.faults):
        raise CannotFixError
    return fixed, len(made)


def with_was(data: bytes, source: Source, former: Mapping[str, str]) -> bytes:
    """The bytes of a file in which cards, by their ids, say which identity they had before.

    All else is byte for byte what it was. CannotFixError where that cannot be done.
    """
    before = read_source(data, source)
    items = [] if before.concept is None else before.concept.items
    wanted = {
        (item.place.line, item.place.column): former[item.card.id]
        for item in items
        if item.card.id in former
    }
    if len(wanted) != len(former):
        raise CannotFixError
    data = _listed(data, wanted)
    new = {place: f"was: {name}" for place, name in wanted.items() if name}
    fixed = _put_in(data, new)
    after = read_source(fixed, source)
    expected = [
        replace(item.card, was=(former[item.card.id], *item.card.was))
        if item.card.id in former
        else item.card
        for item in items
    ]
    if after.concept is None or [item.card for item in after.concept.items] != expected:
        raise CannotFixError
    return fixed


def _listed(data: bytes, wanted: dict[tuple[int, int], str]) -> bytes:
    """The file with a further name in those cards that say already what they were.

    These are then no longer `wanted`. No line moves by it.
    """
    cards = cards_of(read_document(data))
    lines = data.decode("utf-8").splitlines(keepends=True)
    for node in cards.items if isinstance(cards, SequenceNode) else ():
        place = (node.line, node.column)
        if place not in wanted or not isinstance(node, MappingNode) or "was" not in node.entries:
            continue
        said = node.entries["was"][1]
        line, at = lines[said.line - 1], said.column - 1
        if isinstance(said, ScalarNode) and not said.style and line[at:].startswith(said.value):
            there = f"[{wanted[place]}, {said.value}]"
            lines[said.line - 1] = line[:at] + there + line[at + len(said.value) :]
        elif isinstance(said, SequenceNode) and said.flow:
            lines[said.line - 1] = f"{line[: at + 1]}{wanted[place]}, {line[at + 1 :]}"
        else:
            raise CannotFixError
        wanted[place] = ""
    return "".join(lines).encode()


def _put_in(data: bytes, lines: Mapping[tuple[int, int], str]) -> bytes:
    """The file with a line more in each card of those places, before its first key."""
    bom = _BOM if data.startswith(_BOM) else b""
    text = data.removeprefix(_BOM).decode()
    for place, new in sorted(_insertions(data, text, lines), reverse=True):
        text = text[:place] + new + text[place:]
    return bom + text.encode()


def _insertions(
    data: bytes, text: str, lines: Mapping[tuple[int, int], str]
) -> Iterator[tuple[int, str]]:
    """What is put in, and before which character."""
    cards = cards_of(read_document(data))
    breaks = [*_BREAK.finditer(text)]
    starts = [0, *(found.end() for found in breaks)]
    newline = breaks[0][0] if breaks else "\n"
    for node in cards.items if isinstance(cards, SequenceNode) else ():
        line = lines.get((node.line, node.column))
        if line is None or not isinstance(node, MappingNode):
            continue
        place = starts[node.line - 1] + node.column - 1
        if node.flow:
            yield place + 1, f"{line},{'' if text[place + 1].isspace() else ' '}"
        else:
            yield place, f"{line}{newline}{' ' * (node.column - 1)}"
