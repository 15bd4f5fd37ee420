"""What a YAML file consists of: scalars, sequences and mappings, each with its position.

Lines and columns count from 1. The classes are plain (not frozen) because a file of ten thousand
cards makes hundreds of thousands of them.
"""

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, TypeAlias

from tutor.core.faults import Severity

MANY: Final = 200
"""So many names are compared with a word; each comparison takes some hundredths of a ms."""


@dataclass(slots=True)
class ScalarNode:
    """A text; `style` is the quote or block sign it was written with, empty for a plain one."""

    value: str
    line: int
    column: int
    style: str = ""


@dataclass(slots=True)
class SequenceNode:
    """A list; `end` is the first position behind it."""

    items: list["Node"]
    line: int
    column: int
    end: tuple[int, int] = (0, 0)
    flow: bool = False


@dataclass(slots=True)
class MappingNode:
    """Keys with their values; `flow` tells `{ }` from block form, `end` is just behind it."""

    entries: dict[str, tuple[ScalarNode, "Node"]]
    line: int
    column: int
    end: tuple[int, int] = (0, 0)
    flow: bool = False

    def text(self, key: str) -> str:
        """The text under `key`, empty where there is none."""
        entry = self.entries.get(key)
        return entry[1].value if entry and isinstance(entry[1], ScalarNode) else ""


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode


@dataclass(slots=True)
class Flaw:
    """A fault before it is known which file, and perhaps which card, it belongs to."""

    line: int
    column: int
    code: str
    details: dict[str, str] = field(default_factory=dict)
    card: str = ""
    severity: Severity = Severity.ERROR


@dataclass(slots=True)
class Document:
    """What could be read of a file.

    `lost` names the top-level keys whose values could not be read at all, so that nobody
    complains that they are missing.
    """

    root: Node | None
    flaws: list[Flaw]
    lost: frozenset[str] = frozenset()


def flaw_at(node: Node, code: str, **details: str) -> Flaw:
    """A flaw at the position of `node`."""
    return Flaw(node.line, node.column, code, details)


def child(node: Node, *path: str | int) -> Node:
    """The node that `path` leads to, or the last one on the way that exists."""
    for step in path:
        if isinstance(step, str) and isinstance(node, MappingNode) and step in node.entries:
            node = node.entries[step][1]
        elif isinstance(step, int) and isinstance(node, SequenceNode) and step < len(node.items):
            node = node.items[step]
    return node


def part_at(node: ScalarNode, part: str) -> ScalarNode:
    """The line of a literal block on which `part` begins; for other texts their beginning."""
    if node.style != "|":
        return node
    before = node.value.partition(part)[0]
    return ScalarNode("", node.line + 1 + before.count("\n"), 1)


def nearest(word: str, known: list[str] | tuple[str, ...]) -> dict[str, str]:
    """`{"near": name}` with the known name closest to `word`, empty when none is close.

    Among very many names only those are looked at that begin like it.
    """
    if len(known) > MANY:
        known = [name for name in known if name[:1] == word[:1]][:MANY]
    found = get_close_matches(word[:200], known, 1, 0.6)
    return {"near": found[0]} if found else {}
