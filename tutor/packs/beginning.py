"""A deck of the learner's own, begun: a schema for editors, and an example of each kind."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tutor.core.saving import save
from tutor.packs.concepts import Source
from tutor.packs.names import usable_name
from tutor.packs.schema import FileKind, json_schema
from tutor.packs.writing import scalar

SCHEMAS: Final = ".schema"
"""The folder of a pack that holds the JSON Schemas which its files name."""
_KINDS: Final[tuple[FileKind, ...]] = ("concept", "glossary", "tracks")
_MODELINE: Final = "# yaml-language-server: $schema="


class UnusableNameError(ValueError):
    """A deck cannot be called so; `better` is a name that it can have."""

    def __init__(self, better: str) -> None:
        super().__init__(better)
        self.better = better


def deck_file(own: Path, name: str) -> Path:
    """Where a deck of that name stands in the learner's pack; `track/name` puts it into a track."""
    parts = [part for part in re.split(r"[\\/]+", name.removesuffix(".yaml")) if part]
    usable = [usable_name(part) for part in parts]
    if parts != usable or not 1 <= len(parts) <= 2:
        raise UnusableNameError("/".join(part for part in usable[:2] if part) or "my-cards")
    return own.joinpath("content", *parts).with_suffix(".yaml")


def begun_deck(file: Path, own: Path, head: str, examples: Iterable[str]) -> bytes:
    """The bytes of a new deck: its schema, its identity, and all else in remarks."""
    up = "../" * (len(file.relative_to(own).parts) - 1)
    lines = [f"{_MODELINE}{up}{SCHEMAS}/concept.json"]
    lines += [f"concept: {Source(file.name, '', '').stem}", f"title: {scalar(file.stem)}", ""]
    lines += [f"# {line}" for line in head.split("\n")] if head else []
    lines.append("cards:")
    for example in examples:
        lines += ["", *(f"  # {line}" for line in example.split("\n"))]
    return ("\n".join(lines) + "\n").encode()


def write_schemas(own: Path) -> Path:
    """Write the schemas into the pack where they are not there as they are now; their folder."""
    folder = own / SCHEMAS
    for kind in _KINDS:
        file = folder / f"{kind}.json"
        data = (json.dumps(json_schema(kind), ensure_ascii=False, indent=1) + "\n").encode()
        if not file.is_file() or file.read_bytes() != data:
            save(file, data)
    return folder
