"""Nodes compared with the classes that they are to become.

For each type that a field of a card may have there is one way of reading a node: it notes every
flaw with its position and gives back plain values for `msgspec.convert`, or LOST. The ways are
made from the classes' own annotations, so that a new class needs nothing here.
"""

import math
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from tutor.core.draws import Draw
from tutor.core.text import LANGUAGES, Words
from tutor.packs.nodes import Flaw, MappingNode, Node, ScalarNode, SequenceNode, flaw_at, nearest
from tutor.packs.pieces import FORBIDDEN

LOST: Final = object()
"""Stands for a value that could not be read; the flaw has been noted."""


class Printed:
    """The annotation of values whose scalars stay the text that was written, with all digits."""


Reading: TypeAlias = Callable[[Node, str, list[Flaw]], Any]
"""Reads a node that stands under the key given: `(node, key, flaws) -> plain value or LOST`."""

_FLOAT = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_INT = re.compile(r"[-+]?[0-9]+")
_NOT_FINITE = re.compile(r"[-+]?\.?(?:inf|infinity)|\.?nan", re.IGNORECASE)
_CONSTANTS = {"true": True, "false": False, "null": None}
_WORDS_OF_CONSTANTS = {
    form: value for word, value in _CONSTANTS.items() for form in (word, word.title(), word.upper())
}


@cache
def field_names(kind: type) -> tuple[str, ...]:
    """The keys that a class knows."""
    return tuple(field.name for field in fields(kind))


@cache
def required_names(kind: type) -> tuple[str, ...]:
    """The keys that a class cannot do without."""
    return tuple(
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    )


@cache
def reading_of(shape: Any) -> Reading:
    """How a node is read that is to become a `shape` (an annotation of a field)."""
    if shape is str:
        return _text
    if shape is bool:
        return _truth
    if shape is float:
        return _number
    if shape is object or shape is Any:
        return _value
    if shape is Printed:
        return _printed
    if shape is Draw:
        return _draw
    origin, arguments = get_origin(shape), get_args(shape)
    if origin in (Union, types.UnionType):
        if Words in arguments:
            return _text_or_words
        (inner,) = [argument for argument in arguments if argument is not types.NoneType]
        return reading_of(inner)
    if origin is Literal:
        return _one_of(arguments)
    if origin is tuple:
        return _list_of(reading_of(arguments[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _table_of(reading_of(arguments[1]))
    if isinstance(shape, type) and is_dataclass(shape):
        return _object_of(shape)
    raise TypeError(f"no way to read a {shape}")


@cache
def readings(kind: type) -> dict[str, Reading]:
    """How each key of a class is read."""
    return {name: reading_of(hint) for name, hint in get_type_hints(kind).items()}


def read_object(
    node: MappingNode, kind: type, flaws: list[Flaw], lost: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The plain values of a mapping that is to become a `kind`, without those that are unreadable.

    The keys in `lost` are known to stand in the file, though they could not be read.
    """
    ways = readings(kind)
    values: dict[str, Any] = {}
    for name, (key, value) in node.entries.items():
        way = ways.get(name)
        if way is None:
            flaws.append(unknown_key(node, key, field_names(kind)))
            continue
        read = way(value, name, flaws)
        if read is not LOST:
            values[name] = read
    for name in required_names(kind):
        if name not in node.entries and name not in lost:
            flaws.append(flaw_at(node, "missing-key", key=name))
    return values


def unknown_key(node: MappingNode, key: ScalarNode, known: tuple[str, ...]) -> Flaw:
    """The flaw of a key that stands in a mapping and is not known there."""
    near = nearest(key.value, known)
    if node.flow and "en" in known and not near:
        return flaw_at(key, "text-key-flow", key=key.value)
    return flaw_at(key, "unknown-key", key=key.value, known=", ".join(known), **near)


def core_value(node: Node, flaws: list[Flaw]) -> Any:
    """A value by the core schema of YAML 1.2; nan and infinities are noted as flaws."""
    if isinstance(node, SequenceNode):
        return [core_value(item, flaws) for item in node.items]
    if isinstance(node, MappingNode):
        return {name: core_value(value, flaws) for name, (_, value) in node.entries.items()}
    text = node.value
    if node.style:
        return text
    if text in _WORDS_OF_CONSTANTS or text in ("", "~"):
        return _WORDS_OF_CONSTANTS.get(text)
    if _INT.fullmatch(text) and len(text) < 400:
        return int(text)
    if re.fullmatch(r"0x[0-9a-fA-F]+|0o[0-7]+", text) and len(text) < 400:
        return int(text, 0)
    if _FLOAT.fullmatch(text) or _NOT_FINITE.fullmatch(text):
        number = _number(node, "", flaws)
        return None if number is LOST else number
    return text


def _value(node: Node, key: str, flaws: list[Flaw]) -> Any:
    before = len(flaws)
    value = core_value(node, flaws)
    return LOST if len(flaws) > before else value


def _printed(node: Node, key: str, flaws: list[Flaw]) -> Any:
    if isinstance(node, SequenceNode):
        values = [_printed(item, key, flaws) for item in node.items]
        return LOST if any(value is LOST for value in values) else values
    if isinstance(node, ScalarNode) and _NOT_FINITE.fullmatch(node.value):
        flaws.append(flaw_at(node, "not-finite", key=key))
        return LOST
    return _text(node, key, flaws)


def _text(node: Node, key: str, flaws: list[Flaw]) -> Any:
    if not isinstance(node, ScalarNode):
        flaws.append(flaw_at(node, "not-a-text", key=key))
        return LOST
    value = node.value
    if node.style == '"' and (found := FORBIDDEN.search(value)):
        code = f"U+{ord(found[0]):04X}"
        flaws.append(flaw_at(node, "control-character", character=code))
        return LOST
    value = value.rstrip("\n")
    if not value or value.isspace():
        flaws.append(flaw_at(node, "empty-text", key=key))
        return LOST
    return value


def _text_or_words(node: Node, key: str, flaws: list[Flaw]) -> Any:
    if not isinstance(node, MappingNode):
        return _text(node, key, flaws)
    values: dict[str, str] = {}
    before = len(flaws)
    for name, (at, value) in node.entries.items():
        if name in LANGUAGES:
            values[name] = _text(value, name, flaws)
        elif node.flow:
            flaws.append(flaw_at(at, "text-key-flow", key=name))
        else:
            flaws.append(flaw_at(at, "text-key", key=name))
    if not node.entries:
        flaws.append(flaw_at(node, "empty-text", key=key))
    return LOST if len(flaws) > before or not values else values


def _truth(node: Node, key: str, flaws: list[Flaw]) -> Any:
    if isinstance(node, ScalarNode):
        value = _WORDS_OF_CONSTANTS.get(node.value)
        if value is not None:
            return value
    flaws.append(flaw_at(node, "not-true-or-false", key=key))
    return LOST


def _number(node: Node, key: str, flaws: list[Flaw]) -> Any:
    text = node.value.strip() if isinstance(node, ScalarNode) else ""
    if _NOT_FINITE.fullmatch(text):
        flaws.append(flaw_at(node, "not-finite", key=key))
        return LOST
    if not _FLOAT.fullmatch(text):
        flaws.append(flaw_at(node, "not-a-number", key=key))
        return LOST
    number = float(text)
    if not math.isfinite(number):
        flaws.append(flaw_at(node, "not-finite", key=key))
        return LOST
    return number


def _draw(node: Node, key: str, flaws: list[Flaw]) -> Any:
    from tutor.packs.draws import read_draw

    return read_draw(node, flaws, alone=False) or LOST


def _one_of(known: tuple[str, ...]) -> Reading:
    def read(node: Node, key: str, flaws: list[Flaw]) -> Any:
        written = node.value if isinstance(node, ScalarNode) else ""
        if written and written in known:
            return written
        listed = ", ".join(word for word in known if word)
        details = {"key": key, "known": listed, **nearest(written, known)}
        flaws.append(flaw_at(node, "not-one-of", **details))
        return LOST

    return read


def _list_of(way: Reading) -> Reading:
    def read(node: Node, key: str, flaws: list[Flaw]) -> Any:
        if not isinstance(node, SequenceNode):
            flaws.append(flaw_at(node, "not-a-list", key=key))
            return LOST
        values = [way(item, key, flaws) for item in node.items]
        return LOST if any(value is LOST for value in values) else values

    return read


def _table_of(way: Reading) -> Reading:
    def read(node: Node, key: str, flaws: list[Flaw]) -> Any:
        if not isinstance(node, MappingNode):
            flaws.append(flaw_at(node, "not-a-mapping", key=key))
            return LOST
        values = {name: way(value, name, flaws) for name, (_, value) in node.entries.items()}
        return {name: value for name, value in values.items() if value is not LOST}

    return read


def _object_of(kind: type) -> Reading:
    def read(node: Node, key: str, flaws: list[Flaw]) -> Any:
        if not isinstance(node, MappingNode):
            known = ", ".join(field_names(kind))
            flaws.append(flaw_at(node, "not-an-object", key=key, known=known))
            return LOST
        before = len(flaws)
        values = read_object(node, kind, flaws)
        return LOST if len(flaws) > before else values

    return read
