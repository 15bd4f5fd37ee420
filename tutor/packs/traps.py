"""`traps` in a demo's YAML: its known wrong paths, with a flaw for each that cannot be followed."""

import re
from typing import Final

import msgspec

from tutor.core.text import Text, Words
from tutor.demo import Trap
from tutor.packs.draws import check_expression
from tutor.packs.nodes import Flaw, MappingNode, Node, ScalarNode, SequenceNode, child, flaw_at
from tutor.packs.shapes import LOST, reading_of, unknown_key

_KEYS: Final = ("id", "at", "value", "with", "say")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_traps(node: Node, flaws: list[Flaw]) -> tuple[Trap, ...]:
    """The sound traps of the list at `node`."""
    if not isinstance(node, SequenceNode):
        flaws.append(flaw_at(node, "not-a-list", key="traps"))
        return ()
    traps: list[Trap] = []
    lines: dict[str, int] = {}
    for item in node.items:
        before = len(flaws)
        if not isinstance(item, MappingNode):
            flaws.append(flaw_at(item, "not-an-object", key="traps", known=", ".join(_KEYS)))
            continue
        trap = _trap(item, flaws)
        if trap.id in lines:
            at = child(item, "id")
            flaws.append(flaw_at(at, "same-trap", id=trap.id, line=str(lines[trap.id])))
        elif trap.id:
            lines[trap.id] = child(item, "id").line
        if len(flaws) == before:
            traps.append(trap)
    return tuple(traps)


def _trap(node: MappingNode, flaws: list[Flaw]) -> Trap:
    """The trap at `node`, with empty parts where a flaw was noted."""
    for key, (at, _) in node.entries.items():
        if key not in _KEYS:
            flaws.append(unknown_key(node, at, _KEYS))
    for key in ("id", "say"):
        if key not in node.entries:
            flaws.append(flaw_at(node, "missing-key", key=key))
    identity = _text(node, "id", flaws)
    if identity and not _ID.fullmatch(identity):
        flaws.append(flaw_at(child(node, "id"), "trap-id", id=identity[:60]))
    _check_ways(node, flaws)
    value = _text(node, "value", flaws)
    at_value = child(node, "value")
    if value and isinstance(at_value, ScalarNode):
        check_expression(at_value, flaws, own_functions=True)
    return Trap(
        id=identity,
        say=_say(node, flaws),
        at=_text(node, "at", flaws),
        value=value,
        arguments=_arguments(node, flaws),
    )


def _check_ways(node: MappingNode, flaws: list[Flaw]) -> None:
    if ("value" in node.entries) is ("with" in node.entries):
        if not node.entries.keys() <= {*_KEYS}:
            return  # a misspelt key has been told, and may be the missing way
        flaws.append(flaw_at(node, "trap-ways"))
    elif "value" in node.entries and "at" not in node.entries:
        flaws.append(flaw_at(node.entries["value"][0], "trap-without-step"))
    elif "with" in node.entries and "at" in node.entries:
        flaws.append(flaw_at(node.entries["at"][0], "trap-stray-step"))


def _text(node: MappingNode, key: str, flaws: list[Flaw]) -> str:
    if key not in node.entries:
        return ""
    text = reading_of(str)(node.entries[key][1], key, flaws)
    return "" if text is LOST else str(text)


def _say(node: MappingNode, flaws: list[Flaw]) -> Text:
    if "say" not in node.entries:
        return ""
    said = reading_of(Text)(node.entries["say"][1], "say", flaws)
    if said is LOST:
        return ""
    return msgspec.convert(said, Words) if isinstance(said, dict) else str(said)


def _arguments(node: MappingNode, flaws: list[Flaw]) -> dict[str, object]:
    if "with" not in node.entries:
        return {}
    value = node.entries["with"][1]
    if not isinstance(value, MappingNode) or not value.entries:
        flaws.append(flaw_at(value, "not-a-mapping", key="with"))
        return {}
    return {
        name: reading_of(object)(argument, name, flaws)
        for name, (_, argument) in value.entries.items()
    }
